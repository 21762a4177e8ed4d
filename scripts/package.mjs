/** Builds the extension and packages it into one file. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { ensureAddon } from './addon.mjs';
import { ensureDependencies, Failure, lastLines, node, root, say } from './steps.mjs';

/** Installs what is missing, builds, packages. @returns {Promise<string>} path of the VSIX */
export async function packageExtension() {
  await ensureDependencies();
  await ensureAddon();
  say('构建');
  await must(['esbuild.mjs'], '构建失败');
  say('打包');
  const { version } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'));
  const file = path.join(root, `biganzi-${version}.vsix`);
  const vsce = path.join(root, 'node_modules/@vscode/vsce/vsce');
  const flags = ['--no-dependencies', '--allow-missing-repository', '--no-rewrite-relative-links'];
  await must([vsce, 'package', ...flags, '--out', file], '打包失败');
  return file;
}

async function must(args, failure) {
  const { status, output } = await node(args, { quiet: true });
  if (status !== 0) throw new Failure(`${failure}：${lastLines(output, 20)}`);
}
