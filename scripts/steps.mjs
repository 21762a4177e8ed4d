/** What every script needs before anything is installed: saying what happens, failing in one sentence, running a program. */
import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
/** Holds what is installed for running and testing only; git does not see it. */
export const cache = path.join(root, '.cache');

const LEAST_NODE = 20;

export function say(text) {
  console.log(`▸ ${text}`);
}

/** An error whose message is the one sentence that the user reads. */
export class Failure extends Error {}

/** Runs a script's main function; whatever goes wrong ends in one sentence and a status of 1. */
export async function main(run) {
  try {
    const major = Number.parseInt(process.versions.node, 10);
    if (major < LEAST_NODE) {
      throw new Failure(`需要 Node.js ${LEAST_NODE} 或更高版本，当前为 ${process.versions.node}，请升级后重试。`);
    }
    process.exitCode = (await run()) ?? 0;
  } catch (error) {
    console.error(`✖ ${error instanceof Failure ? error.message : (error?.stack ?? error)}`);
    process.exitCode = 1;
  }
}

/**
 * Runs a program to its end and returns its status and output. With `quiet` the output is kept and not shown.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {{ cwd?: string, env?: Record<string, string>, quiet?: boolean }} options
 * @returns {Promise<{ status: number, output: string }>}
 */
export function run(command, args, { cwd = root, env = {}, quiet = false } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd,
      env: { ...process.env, ...env },
      stdio: ['ignore', quiet ? 'pipe' : 'inherit', quiet ? 'pipe' : 'inherit'],
      shell: process.platform === 'win32' && command.endsWith('.cmd'),
    });
    let output = '';
    child.stdout?.on('data', (data) => {
      output += data;
    });
    child.stderr?.on('data', (data) => {
      output += data;
    });
    child.on('error', reject);
    child.on('close', (status) => resolve({ status: status ?? 1, output }));
  });
}

/** Runs a Node script of the tree. */
export function node(args, options) {
  return run(process.execPath, args, options);
}

async function npm(args, options) {
  const script = process.env.npm_execpath;
  const found = script?.endsWith('.js') && existsSync(script);
  const { status, output } = found
    ? await node([script, ...args], { ...options, quiet: true })
    : await run(process.platform === 'win32' ? 'npm.cmd' : 'npm', args, { ...options, quiet: true });
  if (status === 0) return;
  if (/ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ETIMEDOUT|ECONNRESET|network/i.test(output)) {
    throw new Failure('连接不上 npm 软件源，请检查网络或 npm 的 registry、proxy 设置后重试。');
  }
  throw new Failure(`npm ${args.join(' ')} 没有成功：${lastLines(output)}`);
}

/** Installs one package of an exact version in a folder of its own under `.cache`, without running its scripts. */
export async function installPackage(folder, name, version) {
  const target = path.join(cache, folder);
  const installed = readJson(path.join(target, 'node_modules', name, 'package.json'));
  if (installed?.version !== version) {
    say(`安装 ${name}@${version} 到 ${path.relative(root, target)}`);
    await npm(['install', '--prefix', target, '--ignore-scripts', '--no-audit', '--no-fund', `${name}@${version}`]);
  }
  return path.join(target, 'node_modules', name);
}

/** Installs the production dependencies that a package brings a lock file for. */
export async function installInside(folder) {
  if (existsSync(path.join(folder, 'node_modules', '.package-lock.json'))) return;
  say(`安装 ${path.relative(root, folder)} 的依赖`);
  await npm(['install', '--ignore-scripts', '--omit=dev', '--no-audit', '--no-fund'], { cwd: folder });
}

/** `npm ci` where something of the lock file is missing or of another version. */
export async function ensureDependencies() {
  const wanted = readJson(path.join(root, 'package-lock.json'))?.packages ?? {};
  const present = readJson(path.join(root, 'node_modules/.package-lock.json'))?.packages ?? {};
  const missing = Object.entries(wanted).some(
    ([name, { version, optional }]) => name !== '' && !optional && present[name]?.version !== version,
  );
  if (!missing) return;
  say('安装依赖（npm ci）');
  await npm(['ci', '--ignore-scripts', '--no-audit', '--no-fund']);
}

export function readJson(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return undefined;
  }
}

/** True when nothing listens on this port of the loopback interface. */
export function portIsFree(port) {
  return listen(port).then(
    () => true,
    () => false,
  );
}

/** A port of the loopback interface that nothing listens on. */
export function freePort() {
  return listen(0);
}

function listen(port) {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => {
      const taken = server.address().port;
      server.close(() => resolve(taken));
    });
  });
}

export function lastLines(output, count = 3) {
  return output.trim().split('\n').slice(-count).join(' ');
}
