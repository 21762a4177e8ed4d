/** Compiles nodejieba where that is possible. Where it is not, the extension works with its stand-in. */
import { existsSync } from 'node:fs';
import path from 'node:path';
import { lastLines, node, root, say } from './steps.mjs';

const folder = path.join(root, 'node_modules/nodejieba');
const BUILDER = path.join(root, 'node_modules/@mapbox/node-pre-gyp/bin/node-pre-gyp');

/** Never throws. */
export async function ensureAddon() {
  if (existsSync(path.join(folder, 'build/Release/nodejieba.node'))) return;
  say('编译分词组件 nodejieba（约十秒）');
  // Headers that came with Node itself need no download.
  const prefix = path.resolve(process.execPath, '../..');
  const env = existsSync(path.join(prefix, 'include/node/node.h')) ? { npm_config_nodedir: prefix } : {};
  const { status, output } = await node([BUILDER, 'install', '--fallback-to-build'], { cwd: folder, env, quiet: true });
  if (status !== 0) say(`分词组件没有编译成，改用内置分词：${lastLines(output, 1)}`);
}
