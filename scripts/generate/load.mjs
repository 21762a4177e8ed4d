/** Reads the rules as they are in the sources, without writing anything: bundled in memory and run. */
import path from 'node:path';
import { loadSources } from '../sources.mjs';
import { REGISTRY } from './registry.mjs';

const WANTED = `
export { RULES } from './rules/registry';
export { FAMILIES, familyOf } from './rules/families';
export { AUTHORITIES, GATES, SEVERITIES } from './rules/types';
export { DOCUMENT_KINDS } from './document/types';
export { PRESETS } from './service/presets';
export { rulePage } from './service/rule-page';
`;

/** What `WANTED` names. `registry` stands in for the registry file, which may be stale. */
export async function loadRules(root, registry) {
  const file = path.join(root, REGISTRY);
  const fresh = {
    name: 'registry',
    setup(build) {
      build.onLoad({ filter: /registry\.ts$/ }, (args) =>
        args.path === file ? { contents: registry, loader: 'ts' } : undefined,
      );
    },
  };
  return loadSources(root, { exports: WANTED, plugins: [fresh] });
}
