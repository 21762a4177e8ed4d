/** `npm test`: unit, protocol and editor tests, and one line that sums them up. */
import { mkdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { bundleEditorTests, runEditorTests } from './editor/suite.mjs';
import { packageExtension } from './package.mjs';
import { cache, main, node, readJson, root, say } from './steps.mjs';

const RESULTS = path.join(cache, 'results');

await main(async () => {
  rmSync(RESULTS, { recursive: true, force: true });
  mkdirSync(RESULTS, { recursive: true });
  const vsix = await packageExtension();
  let failed = 0;
  let passed = 0;
  const kinds = [
    ['单元测试', 'unit', runMocha],
    ['协议测试', 'protocol', runMocha],
    ['编辑器测试', 'editor', runEditor],
  ];
  for (const [name, kind, runKind] of kinds) {
    say(name);
    const results = path.join(RESULTS, `${kind}.json`);
    const status = await runKind(kind, results, vsix).catch((error) => {
      console.error(error.message);
      return 1;
    });
    const counts = readJson(results) ?? { passes: 0, failures: 0 };
    passed += counts.passes;
    // A run that broke off before it could count is a failure too.
    failed += counts.failures > 0 || status === 0 ? counts.failures : 1;
  }
  console.log(`${passed} passed, ${failed} failed`);
  return failed === 0 ? 0 : 1;
});

async function runMocha(kind, results) {
  const { status } = await node([path.join(root, 'scripts/mocha.mjs'), kind], { env: { BIGANZI_RESULTS: results } });
  return status;
}

async function runEditor(_kind, results, vsix) {
  await bundleEditorTests();
  return runEditorTests({ vsix, results });
}
