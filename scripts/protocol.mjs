/**
 * Builds everything, then runs the protocol tests against `dist/server.js`; further arguments go to mocha.
 * With `BIGANZI_SERVER` set, nothing is built and the tests run against that server.
 */
import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import esbuild from 'esbuild';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const folder = path.join(root, 'test/protocol');

function node(...args) {
  const { status } = spawnSync(process.execPath, args, { cwd: root, stdio: 'inherit' });
  if (status !== 0) process.exit(status ?? 1);
}

if (!process.env.BIGANZI_SERVER) node('esbuild.mjs');
await esbuild.build({
  absWorkingDir: root,
  entryPoints: readdirSync(folder)
    .filter((file) => file.endsWith('.test.ts'))
    .map((file) => path.join(folder, file)),
  outdir: 'out/test/protocol',
  bundle: true,
  packages: 'external',
  platform: 'node',
  target: 'node20',
  sourcemap: 'inline',
  logLevel: 'warning',
});
const more = process.argv.slice(2);
const reporter = more.includes('--reporter') ? [] : ['--reporter', 'dot'];
node('--enable-source-maps', 'node_modules/mocha/bin/mocha.js', ...reporter, 'out/test/protocol/**/*.test.js', ...more);
