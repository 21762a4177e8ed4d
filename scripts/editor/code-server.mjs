/** VS Code from npm: installs it under `.cache`, installs extensions into it, and serves it on the loopback interface. */
import { spawn } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { Failure, installInside, installPackage, lastLines, node } from '../steps.mjs';

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

export async function installExtension(server, profile, vsix) {
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
  const args = [...argumentsFor(profile), '--without-connection-token', '--host', '127.0.0.1', '--port', `${port}`];
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
