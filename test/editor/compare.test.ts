/** 查重 in a real VS Code: past documents of the workspace, the view with what was carried over, and both texts side by side. */
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import {
  closeAll,
  draftUri,
  eventually,
  HAS_KEYBOARD,
  mouse,
  open,
  openText,
  pause,
  press,
  see,
  seen,
} from './support';

/** The rows of 查重结果 alone. */
const VIEW = '.monaco-list[aria-label="查重结果"]';
const PASSAGES = `${VIEW} .monaco-list-row`;
const ROWS = '[id="workbench.view.extension.biganzi"] .monaco-list-row';

const SHARED = '河道清淤安排在枯水期进行，十二台挖机分三段同时作业，运出的淤泥全部还田，沿岸一百八十户没有一户停水。';
const CHANGED = '河道疏浚安排在枯水期进行，十六台挖机分三段同时作业，运出的淤泥全部还田，沿岸二百户没有一户停水。';
const OLD = `在全县水利工作会议上的讲话\n\n　　去年干了几件实事。\n　　${SHARED}\n　　这些都来之不易。\n`;
const ARCHIVE = draftUri('往年');

async function put(name: string, text: string): Promise<vscode.Uri> {
  const uri = vscode.Uri.joinPath(ARCHIVE, name);
  await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(text));
  return uri;
}

/** Goes down the view from its top and chooses what is there. */
async function choose(steps: number): Promise<void> {
  // the focus goes into the list only when there are rows in it
  if (HAS_KEYBOARD) await seen('the rows', PASSAGES, (rows) => rows.length > steps);
  await vscode.commands.executeCommand('biganzi.passages.focus');
  if (HAS_KEYBOARD) await seen('the focus', `${VIEW}:focus-within`, (lists) => lists.length > 0);
  else await pause(500);
  await vscode.commands.executeCommand('list.focusFirst');
  for (let step = 0; step < steps; step++) await vscode.commands.executeCommand('list.focusDown');
  if (HAS_KEYBOARD) await seen('the row in focus', PASSAGES, (rows) => rows[steps]?.focused === true);
  else await pause(200);
  await vscode.commands.executeCommand('list.select');
}

/** The two documents of the diff that is in front. */
async function diff(): Promise<{
  readonly label: string;
  readonly left: string;
  readonly right: string;
  readonly uri: vscode.Uri;
}> {
  const { label, input } = await eventually('a diff', () => {
    const tab = vscode.window.tabGroups.activeTabGroup.activeTab;
    return tab?.input instanceof vscode.TabInputTextDiff && { label: tab.label, input: tab.input };
  });
  const text = async (uri: vscode.Uri) => (await vscode.workspace.openTextDocument(uri)).getText();
  return { label, left: await text(input.original), right: await text(input.modified), uri: input.modified };
}

describe('查重', () => {
  before(() => put('讲话.txt', OLD));

  afterEach(async () => {
    await vscode.commands.executeCommand('biganzi.compare.clear');
    await closeAll();
    // else the next test takes them for its own
    if (HAS_KEYBOARD) await seen('no rows', PASSAGES, (rows) => rows.length === 0);
  });

  after(() => vscode.workspace.fs.delete(ARCHIVE, { recursive: true }));

  it('沿用的文字同旧稿并排对照', async () => {
    await openText(`在全县工作会议上的讲话\n\n　　下面讲水利。\n　　${CHANGED}请大家继续努力。\n`);
    await vscode.commands.executeCommand('biganzi.compare');
    // the past document, then its passage
    await choose(1);
    const { label, left, right } = await diff();
    assert.match(label, /^讲话\.txt.*4.* ↔ Untitled-\d+.*4/);
    assert.equal(left, `　　${SHARED}`);
    assert.equal(right, `　　${CHANGED}请大家继续努力。`);
  });

  it('并排对照的时候，公文大纲还是文稿的', async function () {
    if (!HAS_KEYBOARD) return this.skip();
    const title = '在全县工作会议上的讲话';
    await openText(`${title}\n\n　　下面讲水利。\n　　${CHANGED}请大家继续努力。\n`);
    const outlined = () => seen('the outline', ROWS, (rows) => rows.some(({ text }) => text.startsWith(title)));
    await vscode.commands.executeCommand('biganzi.compare');
    await outlined();
    await choose(1);
    await diff();
    await outlined();
    // it must not go once the diff has the window to itself
    await pause(500);
    await outlined();
  });

  it('沿用的文字再长，读屏软件也只读开头', async function () {
    if (!HAS_KEYBOARD) return this.skip();
    const long = Array.from({ length: 12 }, (_, index) => `${SHARED.slice(0, -1)}，第${index + 1}段也是这样。`).join(
      '',
    );
    const uri = await put('长文.txt', `　　${long}\n`);
    await openText(`　　开头。\n　　${long}\n`);
    await vscode.commands.executeCommand('biganzi.compare');
    const rows = await seen('the passage', ROWS, (all) => all.some(({ label }) => label.startsWith('见往年/长文.txt')));
    for (const { label } of rows) assert.ok(label.length < 200, label);
    await vscode.workspace.fs.delete(uri);
  });

  it('点旧稿旁边的按钮，整篇对照，右边是文稿本身', async function () {
    if (!HAS_KEYBOARD) return this.skip();
    const { document } = await openText(`　　开头。\n　　${CHANGED}\n`);
    await vscode.commands.executeCommand('biganzi.compare');
    await seen('the past document', ROWS, (rows) => rows.some(({ label }) => label === '往年/讲话.txt'));
    await mouse({ action: 'click', on: { row: '往年/讲话.txt' } });
    await seen('the button', '.action-label[aria-label^="整篇对照"]:visible', (all) => all.length > 0);
    await mouse({ action: 'click', on: { button: '整篇对照' } });
    const { left, uri } = await diff();
    assert.equal(left, OLD);
    assert.equal(uri.toString(), document.uri.toString());
  });

  it('结果说出几处、占多少，点按钮转到文稿', async function () {
    if (!HAS_KEYBOARD) return this.skip();
    const { document } = await openText(`　　开头。\n　　${CHANGED}\n　　结尾。\n`);
    await vscode.commands.executeCommand('biganzi.compare');
    await seen('a passage', ROWS, (rows) => rows.some(({ text }) => /第2行，相似\d\d%/.test(text)));
    await seen('the share', '[id="workbench.view.extension.biganzi"] .message', (messages) =>
      messages.some(({ text }) => /同\d+篇旧稿比较，1处文字相同或者相近，占全文\d\d\.\d%。/.test(text)),
    );
    await choose(1);
    await diff();
    await mouse({ action: 'click', on: { row: '见往年/讲话.txt第4行' } });
    await seen('the button', '.action-label[aria-label^="转到文稿"]:visible', (all) => all.length > 0);
    await mouse({ action: 'click', on: { button: '转到文稿' } });
    const editor = await eventually('the draft', () => {
      const active = vscode.window.activeTextEditor;
      return active?.document === document && !active.selection.isEmpty && active;
    });
    assert.equal(document.getText(editor.selection), CHANGED);
  });

  it('同名的旧稿看得出在哪个文件夹；按钮做的，键盘打开的菜单里都有', async function () {
    if (!HAS_KEYBOARD) return this.skip();
    await put('前年/讲话.txt', OLD);
    const { document } = await openText(`　　开头。\n　　${CHANGED}\n`);
    await vscode.commands.executeCommand('biganzi.compare');
    for (const place of ['往年', '往年/前年'])
      await seen(place, ROWS, (rows) => rows.some(({ text }) => text.endsWith(`1处 · ${place}`)));
    await choose(1);
    await diff();
    await vscode.commands.executeCommand('biganzi.passages.focus');
    await press('Shift+F10');
    const items = '.monaco-menu .action-menu-item';
    await seen('the menu', items, (all) =>
      ['转到文稿', '打开旧稿', '整篇对照'].every((name) => all.some(({ text }) => text.startsWith(name))),
    );
    await press('ArrowDown');
    await press('Enter');
    const editor = await eventually('the draft', () => {
      const active = vscode.window.activeTextEditor;
      return active?.document === document && active;
    });
    assert.equal(editor.selection.active.line, 1);
    await vscode.workspace.fs.delete(vscode.Uri.joinPath(ARCHIVE, '前年'), { recursive: true });
  });

  it('改了旧稿再查，按新的说', async () => {
    const past = await put('又一篇.txt', '　　没有关系的一篇。\n');
    await openText(`　　开头。\n　　${SHARED}\n`);
    await vscode.workspace.fs.writeFile(past, new TextEncoder().encode(`　　${SHARED}好。\n`));
    await vscode.workspace.fs.delete(vscode.Uri.joinPath(ARCHIVE, '讲话.txt'));
    await vscode.commands.executeCommand('biganzi.compare');
    await choose(1);
    const { label, left } = await diff();
    assert.match(label, /^又一篇\.txt/);
    assert.equal(left, `　　${SHARED}好。`);
    await put('讲话.txt', OLD);
  });

  it('文稿自己不算旧稿', async () => {
    const { document } = await open('讲话稿.gw');
    await vscode.commands.executeCommand('biganzi.compare');
    if (HAS_KEYBOARD) {
      await seen('the answer', '[id="workbench.view.extension.biganzi"] .message', (messages) =>
        messages.some(({ text }) => /同\d+篇旧稿比较/.test(text)),
      );
      assert.deepEqual(await see(PASSAGES), []);
    } else await pause(500);
    const tab = vscode.window.tabGroups.activeTabGroup.activeTab;
    assert.ok(tab?.input instanceof vscode.TabInputText);
    assert.equal(tab.input.uri.toString(), document.uri.toString());
  });
});
