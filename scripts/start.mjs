/** `npm start`: a real VS Code in the browser, with the extension installed and a folder of sample drafts. */
import { spawn } from 'node:child_process';
import { cpSync, existsSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import {
  addressPath,
  installCodeServer,
  installExtension,
  serve,
  writeLanguagePack,
  writeSettings,
} from './editor/code-server.mjs';
import { packageExtension } from './package.mjs';
import { cache, Failure, main, portIsFree, root, say } from './steps.mjs';

const DEFAULT_PORT = '8420';

/** How the editor looks when it is first started; what the writer changes stays. */
const FIRST_SETTINGS = {
  'workbench.colorTheme': 'Default Light Modern',
  'files.autoGuessEncoding': true,
  '[plaintext]': { 'editor.wordWrap': 'on', 'editor.minimap.enabled': false },
};

await main(async () => {
  const { values } = parseArgs({
    options: { port: { type: 'string', default: DEFAULT_PORT }, 'no-open': { type: 'boolean', default: false } },
  });
  const port = Number(values.port);
  if (!Number.isInteger(port) || port < 1 || port > 65535) throw new Failure(`端口号 ${values.port} 不对。`);
  if (!(await portIsFree(port))) {
    throw new Failure(`端口 ${port} 已被占用，请换一个：npm start -- --port ${port + 1}`);
  }
  const vsix = await packageExtension();
  const server = await installCodeServer();
  const profile = path.join(cache, 'start');
  say('把扩展装进 VS Code');
  await installExtension(server, profile, vsix);
  if (!existsSync(path.join(profile, 'data/User/settings.json'))) {
    writeSettings(profile, FIRST_SETTINGS);
  }
  writeLanguagePack(server, profile);
  const drafts = path.join(profile, '文稿示例');
  if (!existsSync(drafts)) cpSync(path.join(root, 'test/drafts'), drafts, { recursive: true });
  say('启动 VS Code（只在本机可以访问）');
  const editor = await serve({ server, profile, port });
  const address = `${editor.address}?folder=${encodeURIComponent(addressPath(drafts))}`;
  console.log(`\n请在浏览器里打开：\n\n  ${address}\n\n按 Ctrl+C 结束。`);
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.once(signal, editor.stop);
  if (!values['no-open']) openBrowser(address);
  await editor.ended;
});

/** Opens the address where there is a desktop; where there is none, the printed address is all one needs. */
function openBrowser(address) {
  const commands = { darwin: ['open'], win32: ['cmd', '/c', 'start', '""'] };
  const headless = process.platform === 'linux' && !process.env.DISPLAY && !process.env.WAYLAND_DISPLAY;
  if (headless) return;
  const [command, ...first] = commands[process.platform] ?? ['xdg-open'];
  spawn(command, [...first, address], { stdio: 'ignore', detached: true })
    .on('error', () => {})
    .unref();
}
