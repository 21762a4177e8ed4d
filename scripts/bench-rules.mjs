/** `node scripts/bench-rules.mjs FOLDER [--rules]`: how fast all rules read the texts of a folder; with `--rules` the time of each. */
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import esbuild from 'esbuild';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const [folder, detail] = process.argv.slice(2);
if (!folder) {
  console.error('请给出放文稿的文件夹：node scripts/bench-rules.mjs 文件夹');
  process.exit(2);
}
const outfile = path.join(root, 'out/bench-rules.js');
await esbuild.build({
  absWorkingDir: root,
  entryPoints: ['test/bench/rules.ts'],
  outfile,
  bundle: true,
  platform: 'node',
  logLevel: 'warning',
});
const run = spawnSync(
  process.execPath,
  [outfile, path.resolve(folder), path.join(root, 'dist/segmenter'), ...(detail === '--rules' ? ['rules'] : [])],
  { stdio: 'inherit' },
);
process.exit(run.status ?? 1);
