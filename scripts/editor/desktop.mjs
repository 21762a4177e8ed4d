/** Finds a desktop VS Code for the editor tests: one that is installed, else one that can be downloaded. */
import { existsSync } from 'node:fs';
import { run, say } from '../steps.mjs';

const INSTALLED = {
  linux: ['/usr/share/code/code', '/usr/bin/code'],
  darwin: ['/Applications/Visual Studio Code.app/Contents/MacOS/Electron'],
  win32: [
    `${process.env.LOCALAPPDATA}\\Programs\\Microsoft VS Code\\Code.exe`,
    `${process.env.PROGRAMFILES}\\Microsoft VS Code\\Code.exe`,
  ],
};
const VERSION = '1.100.3';

/** @returns an executable and its command line, or undefined where no desktop VS Code can run */
export async function findDesktop() {
  const headless = process.platform === 'linux' && !process.env.DISPLAY && !process.env.WAYLAND_DISPLAY;
  if (headless) return undefined;
  const electron = await import('@vscode/test-electron');
  const executable =
    process.env.VSCODE_PATH ??
    INSTALLED[process.platform]?.find((each) => existsSync(each)) ??
    (await download(electron).catch(() => undefined));
  if (!executable) return undefined;
  const [command, ...first] = electron.resolveCliArgsFromVSCodeExecutablePath(executable, {
    reuseMachineInstall: true,
  });
  return { executable, cli: (args) => run(command, [...first, ...args], { quiet: true }) };
}

function download(electron) {
  say(`下载桌面版 VS Code ${VERSION}`);
  return electron.downloadAndUnzipVSCode({ version: VERSION, timeout: 15_000 });
}
