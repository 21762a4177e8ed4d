/** Finds a Chromium to drive: one of the system, else the one that an npm package carries. */
import { existsSync, mkdirSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { cache, Failure, installPackage, node, run } from '../steps.mjs';

/** The last version that runs on Node 20. */
const VERSION = '147.0.0';

const SYSTEM = {
  linux: ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge'],
  darwin: [
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  ],
  win32: ['Google/Chrome/Application/chrome.exe', 'Microsoft/Edge/Application/msedge.exe'],
};

export const CHROMIUM_FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** @returns {Promise<{ executablePath: string, env: Record<string, string> }>} */
export async function findChromium() {
  const system = process.env.CHROMIUM_PATH ?? systemChromium();
  return system ? { executablePath: system, env: {} } : packagedChromium();
}

function systemChromium() {
  const folders =
    process.platform === 'win32'
      ? [process.env.PROGRAMFILES, process.env['PROGRAMFILES(X86)'], process.env.LOCALAPPDATA]
      : (process.env.PATH ?? '').split(path.delimiter);
  for (const name of SYSTEM[process.platform] ?? []) {
    if (path.isAbsolute(name)) {
      if (existsSync(name)) return name;
      continue;
    }
    const folder = folders.find((each) => each && existsSync(path.join(each, name)));
    if (folder) return path.join(folder, name);
  }
}

async function packagedChromium() {
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new Failure('找不到 Chromium 内核的浏览器，请安装 Chrome、Edge 或 Chromium，或用 CHROMIUM_PATH 指明其位置。');
  }
  const folder = await installPackage('chromium', '@sparticuz/chromium', VERSION);
  const unpacked = path.join(cache, 'chromium/unpacked');
  mkdirSync(unpacked, { recursive: true });
  // The package unpacks into the folder of temporary files, and its libraries and fonts only where a cloud function runs.
  const entry = pathToFileURL(path.join(folder, 'build/esm/index.js')).href;
  await node(['--input-type=module', '-e', `await (await import('${entry}')).default.executablePath()`], {
    env: { TMPDIR: unpacked, AWS_LAMBDA_JS_RUNTIME: 'nodejs20.x' },
    quiet: true,
  });
  const executablePath = path.join(unpacked, 'chromium');
  const fonts = existsSync('/etc/fonts') ? {} : { FONTCONFIG_PATH: path.join(unpacked, 'fonts') };
  // The system's libraries are better where they are complete.
  for (const libraries of [{}, { LD_LIBRARY_PATH: path.join(unpacked, 'al2023/lib') }]) {
    const env = { ...libraries, ...fonts };
    const { status } = await run(executablePath, ['--version'], { env, quiet: true }).catch(() => ({ status: 1 }));
    if (status === 0) return { executablePath, env };
  }
  throw new Failure('npm 包里的 Chromium 在本机运行不起来，请安装系统的 chromium 后重试。');
}
