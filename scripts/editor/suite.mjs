/** Runs the editor tests inside a real VS Code against the packaged extension. */
import { cpSync, createWriteStream, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { cache, Failure, freePort, readJson, root, say } from '../steps.mjs';
import { CHROMIUM_FLAGS, findChromium } from './chromium.mjs';
import {
  addressPath,
  installCodeServer,
  installExtension,
  serve,
  writeLanguagePack,
  writeSettings,
} from './code-server.mjs';
import { findDesktop } from './desktop.mjs';

const HOST = path.join(root, 'test/editor/host');
const TESTS = path.join(root, 'out/test/editor/index.js');
/** What `test/editor/index.ts` puts before each line of its report. */
const REPORT = '[tests] ';
/** What it puts before keys to be pressed: an extension cannot type into a list by itself. */
const KEYS = '[keys] ';
/** What it puts before movements of the mouse. */
const MOUSE = '[mouse] ';
/** What it puts before a question of what is to be seen: the answer goes into a file. */
const LOOK = '[look] ';
/** What a selector begins with that is meant for a webview. */
const WEBVIEW = 'webview ';
/** The whole suite takes some minutes; a hanging editor must not hang the build. */
const MOST_MS = 600_000;
/** The tests of Restricted Mode have this in their names, and run in a window whose folder nobody trusts. */
const RESTRICTED = '受限模式';
/** In a browser VS Code saves by itself; what a test leaves in a draft must not be there for the next. */
const SETTINGS = { 'files.autoSave': 'off' };
const UNTRUSTED_SETTINGS = {
  ...SETTINGS,
  'security.workspace.trust.enabled': true,
  'security.workspace.trust.startupPrompt': 'never',
  'security.workspace.trust.banner': 'never',
};

/**
 * @param {{ vsix: string, results: string, where?: 'desktop' | 'npm', grep?: string }} options
 * `results` is the file that the tests write their results to.
 * @returns {Promise<number>} status of the test run
 */
export async function runEditorTests({ vsix, results, where, grep = '' }) {
  const desktop = where === 'npm' ? undefined : await findDesktop();
  if (where === 'desktop' && !desktop) throw new Failure('没有找到桌面版 VS Code，也下载不到。');
  const runs = [true, false].filter((trusted) => grep === '' || grep.includes(RESTRICTED) !== trusted);
  const sum = { passes: 0, failures: 0, pending: 0 };
  let status = 0;
  for (const trusted of runs) {
    rmSync(results, { force: true });
    status = (await runOnce(desktop, { vsix, results, grep, trusted })) || status;
    const counts = readJson(results);
    for (const key of Object.keys(sum)) sum[key] += counts?.[key] ?? 0;
    if (!counts) sum.failures++;
  }
  writeFileSync(results, JSON.stringify(sum));
  return status;
}

function runOnce(desktop, { vsix, results, grep, trusted }) {
  const profile = path.join(cache, trusted ? 'editor-test' : 'editor-test-restricted');
  rmSync(profile, { recursive: true, force: true });
  const workspace = path.join(profile, 'drafts');
  mkdirSync(profile, { recursive: true });
  cpSync(path.join(root, 'test/drafts'), workspace, { recursive: true });
  const env = { BIGANZI_RESULTS: results, BIGANZI_GREP: grep, ...(trusted ? {} : { BIGANZI_RESTRICTED: '1' }) };
  writeSettings(profile, trusted ? SETTINGS : UNTRUSTED_SETTINGS);
  const run = { profile, workspace, vsix, env, trusted };
  return desktop ? runInDesktop(desktop, run) : runInBrowser(run);
}

async function runInDesktop(desktop, { profile, workspace, vsix, env, trusted }) {
  say(`在桌面版 VS Code 里运行编辑器测试：${desktop.executable}`);
  const { runTests } = await import('@vscode/test-electron');
  const folders = [
    ...['--user-data-dir', path.join(profile, 'data')],
    ...['--extensions-dir', path.join(profile, 'extensions')],
  ];
  const install = await desktop.cli([...folders, '--install-extension', vsix, '--force']);
  if (install.status !== 0) throw new Failure(`扩展没有装上：${install.output.trim()}`);
  return runTests({
    vscodeExecutablePath: desktop.executable,
    extensionDevelopmentPath: HOST,
    extensionTestsPath: TESTS,
    extensionTestsEnv: env,
    launchArgs: [
      workspace,
      ...folders,
      ...(trusted ? ['--disable-workspace-trust'] : []),
      '--skip-welcome',
      '--skip-release-notes',
    ],
  });
}

async function runInBrowser({ profile, workspace, vsix, env }) {
  const server = await installCodeServer();
  const chromium = await findChromium();
  say('把扩展装进 npm 版 VS Code');
  await installExtension(server, profile, vsix);
  writeLanguagePack(server, profile);
  const log = createWriteStream(path.join(profile, 'console.log'));
  /** The editor's console goes to a file; what the tests say goes to the terminal too. */
  const show = (line) => {
    log.write(`${line}\n`);
    if (line.startsWith(REPORT)) console.log(line.slice(REPORT.length));
  };
  const answers = path.join(profile, 'answers');
  mkdirSync(answers);
  const seeing = { BIGANZI_KEYS: '1', BIGANZI_ANSWERS: answers };
  const editor = await serve({ server, profile, port: await freePort(), env: { ...env, ...seeing } });
  const { chromium: driver } = await import('playwright-core');
  const browser = await driver.launch({
    executablePath: chromium.executablePath,
    env: { ...process.env, ...chromium.env },
    args: CHROMIUM_FLAGS,
  });
  try {
    say(`在 npm 版 VS Code 里运行编辑器测试：${editor.address}`);
    const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
    const exit = new Promise((resolve, reject) => {
      page.exposeFunction('codeAutomationExit', (code) => resolve(code ?? 1));
      page.exposeFunction('codeAutomationLog', (_type, args) => {
        const line = (args ?? []).map(String).join(' ');
        show(line);
        if (line.startsWith(KEYS)) void press(page, JSON.parse(line.slice(KEYS.length)));
        if (line.startsWith(MOUSE)) {
          const gesture = JSON.parse(line.slice(MOUSE.length));
          // The test that waits for what it does will say so too.
          point(page, gesture).catch((error) => show(`${REPORT}${MOUSE}${error.message}`));
        }
        if (line.startsWith(LOOK)) {
          const { id, selector } = JSON.parse(line.slice(LOOK.length));
          void look(page, selector).then((seen) => {
            const file = path.join(answers, `${id}.json`);
            writeFileSync(`${file}.new`, JSON.stringify(seen));
            renameSync(`${file}.new`, file);
          });
        }
      });
      page.on('crash', () => reject(new Failure('浏览器页面崩溃了。')));
      setTimeout(() => reject(new Failure(`编辑器测试超过 ${MOST_MS / 1000} 秒没有结束。`)), MOST_MS).unref();
    });
    const remote = (file) => `vscode-remote://${editor.authority}${addressPath(file)}`;
    const payload = [
      ['extensionDevelopmentPath', remote(HOST)],
      ['extensionTestsPath', remote(TESTS)],
      ['skipWelcome', 'true'],
      ['skipReleaseNotes', 'true'],
    ];
    const query = new URLSearchParams({ folder: addressPath(workspace), payload: JSON.stringify(payload) });
    await page.goto(`${editor.address}?${query}`);
    return await exit;
  } finally {
    await browser.close();
    editor.stop();
  }
}

/** Types a text, presses a key, or pastes a text: a browser without a window takes nothing from the clipboard. */
function press(page, { text, key, paste }) {
  if (paste !== undefined) return page.evaluate(pasteInto, paste);
  return key ? page.keyboard.press(key) : page.keyboard.insertText(text);
}

/** Runs in the page: what a browser does on Ctrl+V. */
function pasteInto(text) {
  const clipboardData = new DataTransfer();
  clipboardData.setData('text/plain', text);
  document.activeElement.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
}

/** What is in a webview is found in one of the frames of the page. */
async function locate(page, selector) {
  const inWebview = selector.startsWith(WEBVIEW);
  const own = inWebview ? selector.slice(WEBVIEW.length) : selector;
  if (inWebview)
    for (const frame of page.frames().slice(1)) if ((await frame.locator(own).count()) > 0) return frame.locator(own);
  return page.locator(own);
}

/** What the elements show and tell a screen reader, from top to bottom. */
async function look(page, selector) {
  const seen = await (await locate(page, selector)).evaluateAll((elements) =>
    elements.map((element) => ({
      top: element.getBoundingClientRect().top,
      label: element.getAttribute('aria-label') ?? '',
      text: element.textContent ?? '',
      level: Number(element.getAttribute('aria-level') ?? 0),
      expanded: element.getAttribute('aria-expanded'),
      selected: element.getAttribute('aria-selected') === 'true',
      focused: element.classList.contains('focused'),
    })),
  );
  return seen.sort((a, b) => a.top - b.top);
}

/** Far enough for the browser to see a drag, and slow enough for the editor. */
const STEPS = 8;
const REST_MS = 150;

/**
 * Clicks, or drags from one place to another as a hand would: press, move, rest, let go.
 * @param {{ action: 'click' | 'doubleClick' | 'rightClick' | 'drag', on: Place, to?: Place, holding?: string[] }} gesture
 * @typedef {{ row?: string, line?: string, button?: string, menu?: string, selector?: string }} Place a row of a tree by
 * how its name for screen readers begins, a line of an editor by its words, a button or a menu item by its name
 */
async function point(page, { action, on, to, holding = [] }) {
  const start = await centreOf(page, on);
  for (const key of holding) await page.keyboard.down(key);
  const button = action === 'rightClick' ? 'right' : 'left';
  if (action === 'drag') {
    await page.mouse.move(start.x, start.y);
    await page.mouse.down();
    await page.mouse.move(start.x + 6, start.y + 3, { steps: 3 });
    const end = await centreOf(page, to);
    await page.mouse.move(end.x, end.y, { steps: STEPS });
    await page.waitForTimeout(REST_MS);
    await page.mouse.move(end.x + 1, end.y);
    await page.mouse.up();
  } else {
    await page.mouse.click(start.x, start.y, { button, clickCount: 1 });
    // The second click of two that are one gesture.
    if (action === 'doubleClick') await page.mouse.click(start.x, start.y, { button, clickCount: 2 });
  }
  for (const key of holding) await page.keyboard.up(key);
}

async function centreOf(page, { row, line, button, menu, selector }) {
  const quoted = (text) => text.replaceAll('"', '\\"');
  const place =
    row !== undefined
      ? page.locator(`[role="treeitem"][aria-label^="${quoted(row)}"]`)
      : line !== undefined
        ? page.locator('.view-line', { hasText: line })
        : menu !== undefined
          ? page.locator('.monaco-menu .action-menu-item', { hasText: menu })
          : await locate(page, selector ?? `.action-label[aria-label^="${quoted(button)}"]`);
  // a report may be longer than its panel
  if (selector?.startsWith(WEBVIEW)) await place.first().scrollIntoViewIfNeeded({ timeout: 5000 });
  const box = await place.first().boundingBox({ timeout: 5000 });
  // A line may be longer than what is seen of it.
  return { x: box.x + Math.min(box.width / 2, 60), y: box.y + box.height / 2 };
}

/** Bundles the tests for the extension host. */
export async function bundleEditorTests() {
  const { default: esbuild } = await import('esbuild');
  rmSync(path.dirname(TESTS), { recursive: true, force: true });
  await esbuild.build({
    absWorkingDir: root,
    entryPoints: ['test/editor/*.ts'],
    outdir: 'out/test/editor',
    bundle: true,
    packages: 'external',
    platform: 'node',
    target: 'node20',
    sourcemap: 'inline',
    logLevel: 'warning',
  });
}
