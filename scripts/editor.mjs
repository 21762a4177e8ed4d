/** `npm run editor`: packages the extension and runs the editor tests alone; `-- -g WORD` chooses by name. */
import path from 'node:path';
import { parseArgs } from 'node:util';
import { bundleEditorTests, runEditorTests } from './editor/suite.mjs';
import { packageExtension } from './package.mjs';
import { cache, main } from './steps.mjs';

await main(async () => {
  const { values } = parseArgs({ options: { grep: { type: 'string', short: 'g' }, where: { type: 'string' } } });
  const vsix = await packageExtension();
  await bundleEditorTests();
  return runEditorTests({ vsix, results: path.join(cache, 'editor.json'), where: values.where, grep: values.grep });
});
