/** How a writer cleans a text: pasting it, or the open draft with what would change before the eyes; and formatting. */
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { actionsAt, closeAll, eventually, HAS_KEYBOARD, openText, pasteText, pause, press, seen } from './support';

const LINES = ['同志们：', '　　要开展检查,落实&ldquo;整改&rdquo;。', '- 3 -', '　　２０２６年,要再上台阶。'];
const DIRTY = `${LINES.join('\n')}\n`;
const CLEAN = '同志们：\n　　要开展检查，落实“整改”。\n　　2026年，要再上台阶。\n';

const textOf = ({ document }: vscode.TextEditor) => document.getText().replaceAll('\r\n', '\n');

async function undo(): Promise<void> {
  await vscode.commands.executeCommand('undo');
}

/** The tab that shows what cleaning would change. */
function proposal(): vscode.TabInputTextDiff | undefined {
  return vscode.window.tabGroups.all
    .flatMap(({ tabs }) => tabs.map(({ input }) => input))
    .find((input) => input instanceof vscode.TabInputTextDiff && input.modified.scheme === 'biganzi-cleaned') as
    | vscode.TabInputTextDiff
    | undefined;
}

describe('清洗', () => {
  afterEach(async () => {
    await closeAll();
    await vscode.workspace.getConfiguration('biganzi').update('paste.clean', undefined, true);
  });

  it('清洗文稿：先看改动，应用以后一步撤销', async () => {
    const editor = await openText(DIRTY);
    await vscode.commands.executeCommand('biganzi.clean');
    const diff = await eventually('the diff', proposal);
    const preview = await vscode.workspace.openTextDocument(diff.modified);
    assert.equal(preview.getText(), CLEAN);
    assert.equal(textOf(editor), DIRTY, 'nothing is changed before the writer agrees');
    await vscode.commands.executeCommand('biganzi.applyCleaning', diff.modified);
    await eventually('the cleaned text', () => textOf(editor) === CLEAN);
    assert.equal(proposal(), undefined);
    await undo();
    assert.equal(textOf(editor), DIRTY);
  });

  it('清洗文稿：放弃就什么也不变', async () => {
    const editor = await openText(DIRTY);
    await vscode.commands.executeCommand('biganzi.clean');
    const diff = await eventually('the diff', proposal);
    await vscode.commands.executeCommand('biganzi.discardCleaning', diff.modified);
    await eventually('the diff closed', () => proposal() === undefined);
    assert.equal(textOf(editor), DIRTY);
    if (HAS_KEYBOARD)
      await seen('no note that outlives the diff', '.notification-list-item', (all) =>
        all.every(({ text }) => !text.includes('清洗')),
      );
  });

  it('只清洗选定的行', async () => {
    const editor = await openText(DIRTY);
    editor.selection = new vscode.Selection(1, 0, 1, 5);
    await vscode.commands.executeCommand('biganzi.clean');
    await eventually('the diff', proposal);
    await vscode.commands.executeCommand('biganzi.applyCleaning');
    const wanted = DIRTY.replace(LINES[1] ?? '', '　　要开展检查，落实“整改”。');
    await eventually('the cleaned lines', () => textOf(editor) === wanted);
  });

  it('照常粘贴是原文；改用“粘贴并清洗”，一步撤销', async function () {
    if (!HAS_KEYBOARD) this.skip();
    const editor = await openText('');
    await pasteText(DIRTY);
    await eventually('the text as it was', () => textOf(editor) === DIRTY);
    await vscode.commands.executeCommand('editor.changePasteType');
    await seen('the ways to paste', '.action-widget .monaco-list-row', (rows) =>
      rows.some(({ text, focused }, index) => index === 0 && focused && !text.includes('清洗')),
    );
    await press('ArrowDown');
    await press('Enter');
    await eventually('the cleaned text', () => textOf(editor) === CLEAN);
  });

  it('设为粘贴时就清洗，一步撤销', async function () {
    if (!HAS_KEYBOARD) this.skip();
    await vscode.workspace.getConfiguration('biganzi').update('paste.clean', 'always', true);
    const editor = await openText('');
    await pasteText(DIRTY);
    await eventually('the cleaned text', () => textOf(editor) === CLEAN);
    await undo();
    await eventually('nothing', () => textOf(editor) === '');
  });
});

describe('格式化', () => {
  afterEach(closeAll);

  const UNTIDY = '关于做好防汛工作的通知\n\n\n各区人民政府：\n　　要开展检查,落实整改。  \n';
  const TIDY = '关于做好防汛工作的通知\n\n各区人民政府：\n　　要开展检查，落实整改。\n';

  it('格式化文档，一步撤销', async () => {
    const editor = await openText(UNTIDY);
    await vscode.commands.executeCommand('editor.action.formatDocument');
    await eventually('the formatted text', () => textOf(editor) === TIDY);
    await undo();
    assert.equal(textOf(editor), UNTIDY);
  });

  it('打开formatOnType，写完一句就理好这一句；不打开就不动', async () => {
    const editor = await openText('');
    const configuration = vscode.workspace.getConfiguration('editor');
    await vscode.commands.executeCommand('type', { text: '要检查,落实' });
    await vscode.commands.executeCommand('type', { text: '。' });
    await pause(1000);
    assert.equal(textOf(editor), '要检查,落实。');
    await configuration.update('formatOnType', true, true);
    try {
      await vscode.commands.executeCommand('type', { text: '要整改,销号' });
      await vscode.commands.executeCommand('type', { text: '。' });
      await eventually('the line put right', () => textOf(editor) === '要检查，落实。要整改，销号。');
    } finally {
      await configuration.update('formatOnType', undefined, true);
    }
  });

  it('格式化选定内容', async () => {
    const text = '　　要检查,落实。\n　　要整改,销号。\n';
    const editor = await openText(text);
    editor.selection = new vscode.Selection(1, 0, 1, 4);
    await vscode.commands.executeCommand('editor.action.formatSelection');
    await eventually('the formatted line', () => textOf(editor) === text.replace('整改,', '整改，'));
  });
});

describe('转换', () => {
  afterEach(closeAll);

  it('光标处的日期换一种写法，一步撤销', async () => {
    const text = '　　定于2026年11月22日召开会议。\n';
    const editor = await openText(text);
    const here = new vscode.Range(0, 8, 0, 8);
    const kind = vscode.CodeActionKind.RefactorRewrite.append('biganzi');
    const [date] = await actionsAt(editor.document.uri, here, kind);
    assert.ok(date?.edit);
    await vscode.workspace.applyEdit(date.edit);
    assert.equal(textOf(editor), '　　定于二〇二六年十一月二十二日召开会议。\n');
    await undo();
    assert.equal(textOf(editor), text);
  });

  it('只有一种写法的，命令直接换', async () => {
    const editor = await openText('　　同比增长3.5%。\n');
    editor.selection = new vscode.Selection(0, 7, 0, 7);
    await vscode.commands.executeCommand('biganzi.convertValue');
    await eventually('the other numerals', () => textOf(editor) === '　　同比增长百分之三点五。\n');
  });

  it('几行并成一段，一步撤销', async () => {
    const text = '　　1.加强领导。\n　　2.落实责任。\n';
    const editor = await openText(text);
    const kind = vscode.CodeActionKind.RefactorRewrite.append('biganzi').append('lines').append('paragraph');
    const [paragraph] = await actionsAt(editor.document.uri, new vscode.Range(0, 0, 1, 5), kind);
    assert.ok(paragraph?.edit);
    await vscode.workspace.applyEdit(paragraph.edit);
    assert.equal(textOf(editor), '　　一是加强领导；二是落实责任。\n');
    await undo();
    assert.equal(textOf(editor), text);
  });
});
