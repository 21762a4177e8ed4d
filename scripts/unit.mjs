/** Bundles and runs the unit tests; further arguments go to mocha (`-g` chooses by name). */
import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import esbuild from 'esbuild';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const folder = path.join(root, 'test/unit');
await esbuild.build({
  absWorkingDir: root,
  entryPoints: readdirSync(folder)
    .filter((file) => file.endsWith('.test.ts'))
    .map((file) => path.join(folder, file)),
  outdir: 'out/test/unit',
  bundle: true,
  packages: 'external',
  platform: 'node',
  target: 'node20',
  sourcemap: 'inline',
  logLevel: 'warning',
});
const mocha = path.join(root, 'node_modules/mocha/bin/mocha.js');
const { status } = spawnSync(
  process.execPath,
  ['--enable-source-maps', mocha, '--reporter', 'dot', 'out/test/unit/**/*.test.js', ...process.argv.slice(2)],
  { cwd: root, stdio: 'inherit' },
);
process.exit(status ?? 1);
