/** VS Code from npm: installs it under `.cache`, installs extensions into it, and serves it on the loopback interface. */
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { Failure, installInside, installPackage, lastLines, node, readJson, root } from '../steps.mjs';

/** VS Code 1.100.3, the version of `engines.vscode`; it runs on Node 20. */
const VERSION = '4.100.3';

/** Settings that keep the editor quiet and offline. */
const QUIET_SETTINGS = {
  'security.workspace.trust.enabled': false,
  'telemetry.telemetryLevel': 'off',
  'update.mode': 'none',
  'extensions.autoUpdate': false,
  'extensions.autoCheckUpdates': false,
  'workbench.startupEditor': 'none',
  'workbench.enableExperiments': false,
  'git.enabled': false,
  'workbench.tips.enabled': false,
  'chat.commandCenter.enabled': false,
};

/** @returns {Promise<string>} the server's entry script */
export async function installCodeServer() {
  const code = path.join(await installPackage('code-server', 'code-server', VERSION), 'lib/vscode');
  await installInside(code);
  return path.join(code, 'out/server-main.js');
}

/** @param {string} profile folder of the editor's data; made where it is missing */
function argumentsFor(profile) {
  return [
    '--accept-server-license-terms',
    ...['--user-data-dir', path.join(profile, 'data')],
    ...['--server-data-dir', path.join(profile, 'data')],
    ...['--extensions-dir', path.join(profile, 'extensions')],
    ...['--telemetry-level', 'off'],
  ];
}

export function writeSettings(profile, settings = {}) {
  const user = path.join(profile, 'data/User');
  mkdirSync(user, { recursive: true });
  writeFileSync(path.join(user, 'settings.json'), JSON.stringify({ ...QUIET_SETTINGS, ...settings }, null, 2));
}

/**
 * Puts the words of the interface that one sees first into Chinese: Microsoft's language pack is not on npm. With it
 * VS Code counts as Chinese, and so the extension speaks Chinese.
 */
export function writeLanguagePack(server, profile) {
  const data = path.join(profile, 'data');
  const out = path.dirname(server);
  const words = readJson(path.join(root, 'scripts/editor/zh-cn.json'));
  const messages = readJson(path.join(out, 'nls.messages.json'));
  // The keys of each module stand in the order of the messages of all.
  let index = 0;
  const contents = Object.fromEntries(
    readJson(path.join(out, 'nls.keys.json')).map(([module, keys]) => [
      module,
      Object.fromEntries(keys.map((key) => [key, words[messages[index++]]])),
    ]),
  );
  mkdirSync(data, { recursive: true });
  const vscode = path.join(data, 'zh-cn.i18n.json');
  const text = JSON.stringify({ contents });
  writeFileSync(vscode, text);
  const pack = {
    hash: createHash('sha256').update(text).digest('hex').slice(0, 32),
    extensions: [{ extensionIdentifier: { id: 'biganzi.zh-cn' }, version: '1.0.0' }],
    translations: { vscode },
    label: '中文(简体)',
  };
  writeFileSync(path.join(data, 'languagepacks.json'), JSON.stringify({ 'zh-cn': pack }));
}

/** A path as the editor's address has it: `/c:/Users/…` on Windows. */
export function addressPath(file) {
  return decodeURI(pathToFileURL(file).pathname);
}

export async function installExtension(server, profile, vsix) {
  mkdirSync(profile, { recursive: true });
  const { status, output } = await node([server, ...argumentsFor(profile), '--install-extension', vsix, '--force'], {
    quiet: true,
  });
  if (status !== 0 || !/successfully installed/.test(output)) {
    throw new Failure(`扩展没有装上：${lastLines(output)}`);
  }
}

/**
 * Starts the editor's server and waits until it answers.
 * @param {{ server: string, profile: string, port: number, env?: Record<string, string> }} options
 * @returns {Promise<{ address: string, authority: string, ended: Promise<unknown>, stop: () => void }>}
 */
export async function serve({ server, profile, port, env = {} }) {
  const args = [
    ...argumentsFor(profile),
    '--without-connection-token',
    '--host',
    '127.0.0.1',
    '--port',
    `${port}`,
    '--locale',
    'zh-cn',
  ];
  const child = spawn(process.execPath, [server, ...args], {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: process.platform !== 'win32',
  });
  let output = '';
  const keep = (data) => {
    output = (output + data).slice(-10_000);
  };
  child.stdout.on('data', keep);
  child.stderr.on('data', keep);
  const ended = new Promise((resolve) => child.once('close', resolve));
  const stop = () => {
    try {
      // The server's extension hosts are in its process group.
      if (process.platform === 'win32') child.kill();
      else process.kill(-child.pid);
    } catch {
      // It has ended by itself.
    }
  };
  process.once('exit', stop);
  const authority = `127.0.0.1:${port}`;
  for (let tries = 0; tries < 150; tries++) {
    if (child.exitCode !== null) break;
    const answer = await fetch(`http://${authority}/version`).catch(() => undefined);
    if (answer?.ok) return { address: `http://${authority}/`, authority, ended, stop };
    await wait(200);
  }
  stop();
  throw new Failure(`编辑器没有启动起来：${lastLines(output)}`);
}
