/** `node scripts/mocha.mjs unit|protocol`: bundles and runs these tests; further arguments go to mocha (`-g` chooses by name). */
import { readdirSync } from 'node:fs';
import path from 'node:path';
import esbuild from 'esbuild';
import { main, node, root } from './steps.mjs';

const [kind, ...more] = process.argv.slice(2);

await main(async () => {
  const folder = path.join(root, 'test', kind);
  const out = path.join('out/test', kind);
  const files = readdirSync(folder).filter((file) => file.endsWith('.test.ts'));
  await esbuild.build({
    absWorkingDir: root,
    entryPoints: files.map((file) => path.join(folder, file)),
    outdir: out,
    bundle: true,
    packages: 'external',
    platform: 'node',
    target: 'node20',
    sourcemap: 'inline',
    logLevel: 'warning',
  });
  const mocha = path.join(root, 'node_modules/mocha/bin/mocha.js');
  const reporter = path.join(root, 'test/reporter.cjs');
  const bundles = files.map((file) => path.join(out, file.replace(/ts$/, 'js')));
  // a server has to start first, the rules are made with the first check, and the machine may be busy
  const patience = ['--timeout', '10000'];
  const args = ['--enable-source-maps', mocha, '--exit', '--reporter', reporter, ...patience, ...bundles, ...more];
  const { status } = await node(args, { env: kind === 'unit' ? { BIGANZI_DOTS: '1' } : {} });
  return status;
});
