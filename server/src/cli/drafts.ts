/** The commands that read drafts with the rules: one bundle, since the rules are most of each. */
import { compileExpressionsAtOnce } from '../machine-code';

export { check } from './check';
export { fix } from './fix';
export { format } from './format';
export { outline } from './outline';
export { report } from './report';
export { roles } from './roles';
export { rules } from './rules';

compileExpressionsAtOnce();
