/**
 * `npm run screenshots`: pictures of findings, templates and outline in the real editor, into `out/screenshots`;
 * `-- --only outline,report` takes some of them.
 */
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { packageExtension } from '../package.mjs';
import { cache, freePort, main, root, say } from '../steps.mjs';
import { CHROMIUM_FLAGS, findChromium } from './chromium.mjs';
import {
  addressPath,
  installCodeServer,
  installExtension,
  serve,
  writeLanguagePack,
  writeSettings,
} from './code-server.mjs';
import { shootCleaning, shootPhrases, shootReport, shootStatus, shootWalkthrough } from './writing-shots.mjs';

const OUT = path.join(root, 'out/screenshots');
/** The ones that README and docs show. */
const SHOWN = {
  'quick-fix-light': 'editor',
  'templates-light': 'templates',
  'skeleton-light': 'skeleton',
  'outline-light': 'outline',
  'report-light': 'report',
  'phrases-light': 'phrases',
  'cleaning-light': 'cleaning',
  'status-light': 'status',
  'fixes-light': 'fixes',
  'compare-light': 'compare',
};
const THEMES = { light: 'Default Light Modern', dark: 'Default Dark Modern', contrast: 'Default High Contrast' };
const LOOK = {
  'editor.fontFamily': "'Noto Serif CJK SC', 'Songti SC', SimSun, serif",
  'editor.fontSize': 15,
  'window.commandCenter': false,
  'workbench.layoutControl.enabled': false,
  'workbench.activityBar.location': 'hidden',
  // a writer who has said where they write is not asked for it
  'biganzi.profile': { 本地区名: '桐庐县' },
};
/** The part of the window where one writes. */
const WRITING = { x: 300, y: 0, width: 980, height: 600 };
const { values } = parseArgs({ options: { only: { type: 'string' } } });

await main(async () => {
  const vsix = await packageExtension();
  const server = await installCodeServer();
  const chromium = await findChromium();
  const { chromium: driver } = await import('playwright-core');
  mkdirSync(OUT, { recursive: true });
  const browser = await driver.launch({
    executablePath: chromium.executablePath,
    env: { ...process.env, ...chromium.env },
    args: CHROMIUM_FLAGS,
  });
  try {
    for (const [name, theme] of Object.entries(THEMES)) {
      const profile = path.join(cache, 'screenshots');
      rmSync(profile, { recursive: true, force: true });
      const drafts = path.join(profile, '文稿');
      cpSync(path.join(root, 'test/drafts'), drafts, { recursive: true });
      writeLanguagePack(server, profile);
      await installExtension(server, profile, vsix);
      writeSettings(profile, { ...LOOK, 'workbench.colorTheme': theme });
      const editor = await serve({ server, profile, port: await freePort() });
      try {
        await shoot(browser, editor, drafts, name);
      } finally {
        editor.stop();
      }
    }
  } finally {
    await browser.close();
  }
});

async function shoot(browser, editor, drafts, name) {
  const context = await browser.newContext({
    viewport: { width: 1280, height: 800 },
    deviceScaleFactor: 1.5,
    locale: 'zh-CN',
  });
  const page = await context.newPage();
  const picture = async (what, clip) => {
    const file = path.join(OUT, `${what}-${name}.png`);
    await page.screenshot({ path: file, ...(clip && { clip }) });
    say(path.relative(root, file));
    const shown = SHOWN[`${what}-${name}`];
    // Half as sharp is sharp enough there, and half as large: the installable file holds them too.
    if (shown) {
      const small = path.join(root, `docs/images/${shown}.png`);
      await page.screenshot({ path: small, scale: 'css', ...(clip && { clip }) });
    }
  };
  const open = (file) => `vscode-remote://${editor.authority}${addressPath(path.join(drafts, file))}`;
  const payload = [['openFile', open('讲话稿.gw')]];
  await page.goto(
    `${editor.address}?${new URLSearchParams({ folder: addressPath(drafts), payload: JSON.stringify(payload) })}`,
  );
  await page.waitForSelector('.squiggly-error', { timeout: 30_000 });
  const shots = {
    findings: shootFindings,
    templates: shootTemplates,
    outline: shootOutline,
    walkthrough: shootWalkthrough,
    phrases: shootPhrases,
    status: shootStatus,
    cleaning: shootCleaning,
    report: shootReport,
    compare: shootCompare,
  };
  for (const [what, each] of Object.entries(shots)) {
    if (values.only === undefined || values.only.split(',').includes(what)) await each(page, picture, drafts);
  }
  await context.close();
}

/** A speech of last year that the draft has a paragraph from, changed a little, beside its own. */
async function shootCompare(page, picture, drafts) {
  const words = readFileSync(path.join(drafts, '讲话稿.gw'), 'utf8').split('\n');
  const [long = ''] = words.filter((line) => line.length > 60);
  const old = long
    .replace(/[市县]/g, '区')
    .replace('，', '，大家齐心协力，')
    .replace(/\d+/g, '12');
  mkdirSync(path.join(drafts, '往年'), { recursive: true });
  writeFileSync(path.join(drafts, '往年/2024年推进会讲话.txt'), `　　先讲成绩。\n${old}\n　　再讲不足。\n`);
  await page.locator('.tab', { hasText: '讲话稿' }).click();
  await run(page, '笔杆子: 查重');
  await page.getByRole('treeitem', { name: '见往年' }).first().click();
  await page.waitForTimeout(2500);
  await picture('compare');
  await run(page, '笔杆子: 清除查重结果');
}

/** Runs a command of the palette by its name. */
async function run(page, name) {
  await page.keyboard.press('F1');
  await page.keyboard.insertText(name);
  await page.waitForTimeout(800);
  await page.keyboard.press('Enter');
  await page.waitForTimeout(1200);
}

/** Findings with the built-in outline, the menu of fixes, a hover, the commands. */
async function shootFindings(page, picture) {
  await page.locator('.pane-header', { hasText: '文稿' }).click();
  await page.locator('.pane-header', { hasText: '大纲' }).click();
  await page.mouse.move(700, 760);
  await page.waitForTimeout(2000);
  await picture('findings');
  const { x, y } = await page.locator('.squiggly-error').nth(1).boundingBox();
  await page.mouse.click(x + 2, y + 4);
  await page.mouse.move(700, 760);
  await page.waitForTimeout(500);
  await page.keyboard.press('Control+.');
  await page.waitForSelector('.action-widget', { timeout: 10_000 });
  await page.waitForTimeout(500);
  await picture('quick-fix');
  await picture('fixes', { x: 300, y: 35, width: 980, height: 400 });
  await page.keyboard.press('Escape');
  await page.mouse.move(x + 2, y + 4);
  await page.waitForTimeout(1500);
  await picture('hover');
  await page.mouse.move(700, 760);
  await page.keyboard.press('F1');
  await page.keyboard.type('笔杆子');
  await page.waitForTimeout(800);
  await picture('commands');
  await page.keyboard.press('Escape');
}

/** The list of templates with the skeleton beside it, and a skeleton with its first gap. */
async function shootTemplates(page, picture) {
  await page.keyboard.press('F1');
  await page.keyboard.insertText('笔杆子: 新建文稿');
  await page.waitForTimeout(800);
  await page.keyboard.press('Enter');
  await page.waitForTimeout(2500);
  await page.keyboard.press('ArrowDown');
  await page.waitForTimeout(800);
  await picture('templates-all');
  await page.keyboard.insertText('hy');
  await page.waitForTimeout(1200);
  await picture('templates', WRITING);
  await page.keyboard.press('Control+a');
  await page.keyboard.insertText('tz zk');
  await page.waitForTimeout(800);
  await page.keyboard.press('Enter');
  const answers = [
    '××市人民政府办公室',
    '×政办',
    '全市安全生产工作会议',
    '各县（市、区）人民政府，市政府各部门',
    '',
    '上午9时',
    '半天',
    '市行政中心第一会议室',
    '传达上级会议精神；部署岁末年初安全防范工作',
    '各县（市、区）人民政府分管负责同志；市安全生产委员会成员单位主要负责同志',
    '',
  ];
  for (const answer of answers) {
    await page.waitForTimeout(400);
    if (answer) await page.keyboard.insertText(answer);
    if (answer.startsWith('传达')) await picture('field');
    await page.keyboard.press('Enter');
  }
  await page.waitForTimeout(5000);
  await picture('skeleton', WRITING);
}

/** The outline beside its draft: the cursor followed, the menu of a section, points and a filter. */
async function shootOutline(page, picture) {
  const command = (name) => run(page, name);
  await command('Focus on 公文大纲');
  // Wide enough for titles with what stands behind them.
  await page.mouse.move(300, 600);
  await page.mouse.down();
  await page.mouse.move(440, 600, { steps: 5 });
  await page.mouse.up();
  await page.locator('.tab', { hasText: '讲话稿' }).click();
  await page.locator('.view-line', { hasText: '正视差距' }).click();
  await page.waitForTimeout(1500);
  await picture('outline', { x: 0, y: 0, width: 1100, height: 480 });
  await command('笔杆子: 显示段内要点');
  await page.locator('[role="treeitem"][aria-label^="（一）"]').click({ button: 'right' });
  await page.waitForTimeout(800);
  await picture('outline-menu');
  await page.keyboard.press('Escape');
  await page.locator('[role="treeitem"][aria-label^="二、"]').hover();
  await page.waitForTimeout(2000);
  await picture('outline-hover');
  await command('笔杆子: 筛选大纲');
  await page.keyboard.insertText('公开');
  await page.waitForTimeout(1200);
  await picture('outline-filter');
  await page.keyboard.press('Escape');
  await page.waitForTimeout(600);
}
