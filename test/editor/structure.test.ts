/** Sections moved by keys in a real VS Code, undone in one step; what cannot be done, and what could not follow, is told. */
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { api, closeAll, eventually, HAS_KEYBOARD, openText, press } from './support';

const DRAFT = `关于做好秋季工作的通知

各区人民政府：
　　一、提高认识
　　要认真学习，详见第二部分。
　　二、突出重点
　　（一）抓好秋收
　　（二）抓好秋种
　　三、加强领导
　　要压实责任，如第一部分所述。
`;

function lines(document: vscode.TextDocument): string[] {
  return document
    .getText()
    .split(/\r\n|\n/)
    .map((line) => line.trim())
    .filter((line) => /^[一二三四（第1]/.test(line));
}

function lineAt(document: vscode.TextDocument, { active }: vscode.Selection): string {
  return document.lineAt(active.line).text.trim();
}

describe('编辑器：章节', function () {
  this.timeout(60_000);

  let editor: vscode.TextEditor;

  const at = (words: string) => {
    const line = editor.document
      .getText()
      .split(/\r\n|\n/)
      .findIndex((each) => each.includes(words));
    assert.ok(line >= 0, words);
    editor.selection = new vscode.Selection(line, 4, line, 4);
  };
  const undo = () => vscode.commands.executeCommand('undo');

  beforeEach(async () => {
    editor = await openText(DRAFT);
    const { uri } = editor.document;
    const { statusOf } = await api();
    await eventually('the draft is checked', () => statusOf(uri)?.draft);
  });
  afterEach(() => closeAll());

  it('上移、下移，引用跟着改，一步撤销', async () => {
    at('三、加强');
    await vscode.commands.executeCommand('biganzi.section.up');
    assert.deepEqual(lines(editor.document), [
      '一、提高认识',
      '二、加强领导',
      '三、突出重点',
      '（一）抓好秋收',
      '（二）抓好秋种',
    ]);
    assert.ok(editor.document.getText().includes('详见第三部分'));
    assert.equal(editor.document.lineAt(editor.selection.active.line).text.trim(), '二、加强领导');
    await undo();
    assert.equal(editor.document.getText().replaceAll('\r\n', '\n'), DRAFT);
  });

  it('光标跟着走，可以接着移', async () => {
    at('一、提高');
    await vscode.commands.executeCommand('biganzi.section.down');
    await vscode.commands.executeCommand('biganzi.section.down');
    assert.equal(lines(editor.document).at(-1), '三、提高认识');
    await undo();
    await undo();
    assert.equal(editor.document.getText().replaceAll('\r\n', '\n'), DRAFT);
  });

  it('升级、降级、插入、合并、复制、粘贴、删除', async () => {
    at('（一）抓好');
    await vscode.commands.executeCommand('biganzi.section.promote');
    assert.deepEqual(lines(editor.document), [
      '一、提高认识',
      '二、突出重点',
      '三、抓好秋收',
      '（一）抓好秋种',
      '四、加强领导',
    ]);
    await undo();
    at('三、加强');
    await vscode.commands.executeCommand('biganzi.section.demote');
    assert.equal(lines(editor.document).at(-1), '（三）加强领导');
    await undo();
    assert.equal(editor.document.getText().replaceAll('\r\n', '\n'), DRAFT);
    at('三、加强');
    await vscode.commands.executeCommand('biganzi.section.merge');
    assert.ok(!lines(editor.document).includes('三、加强领导'));
    await undo();
    at('二、突出');
    await vscode.commands.executeCommand('biganzi.section.insertSibling');
    await vscode.commands.executeCommand('type', { text: '抓好统筹' });
    assert.deepEqual(lines(editor.document).slice(-2), ['三、抓好统筹', '四、加强领导']);
    at('四、加强');
    await vscode.commands.executeCommand('biganzi.section.copy');
    at('（一）抓好');
    await vscode.commands.executeCommand('biganzi.section.paste');
    assert.ok(lines(editor.document).includes('（二）加强领导'));
    await vscode.commands.executeCommand('biganzi.section.remove');
    assert.ok(!lines(editor.document).includes('（二）加强领导'));
  });

  it('选中部分重新编号', async () => {
    await editor.edit((edit) => edit.replace(new vscode.Range(7, 3, 7, 4), '五'));
    editor.selection = new vscode.Selection(6, 0, 8, 0);
    await vscode.commands.executeCommand('biganzi.renumberSelection');
    assert.equal(editor.document.getText().replaceAll('\r\n', '\n'), DRAFT);
  });

  it('代码操作', async () => {
    at('二、突出');
    const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
      'vscode.executeCodeActionProvider',
      editor.document.uri,
      editor.selection,
      'refactor',
    );
    const up = actions.find(({ title }) => /上移本节|Move section up/.test(title));
    assert.ok(up?.command, actions.map(({ title }) => title).join());
    await vscode.commands.executeCommand(up.command.command, ...(up.command.arguments ?? []));
    assert.equal(lines(editor.document)[0], '一、突出重点');
  });

  it('快捷键', async function () {
    if (!HAS_KEYBOARD) this.skip();
    const presses = async (key: string, done: () => boolean) => {
      await vscode.window.showTextDocument(editor.document, { selection: editor.selection });
      editor = vscode.window.activeTextEditor ?? editor;
      await press(key);
      await eventually(key, done, 5_000);
      // the next key is for the section where the cursor stands then
      await eventually('the cursor', () => {
        const { document, selection } = editor;
        return !document.getText().includes('加强领导') || /加强领导$|^四、$/.test(lineAt(document, selection));
      });
    };
    at('三、加强');
    await presses('Control+Alt+PageUp', () => lines(editor.document)[1] === '二、加强领导');
    await presses('Control+Alt+PageDown', () => lines(editor.document).at(-1) === '三、加强领导');
    await presses('Control+Alt+]', () => lines(editor.document).at(-1) === '（三）加强领导');
    await presses('Control+Alt+[', () => lines(editor.document).at(-1) === '三、加强领导');
    await presses('Control+Alt+Backspace', () => !lines(editor.document).includes('三、加强领导'));
    await undo();
    await presses('Control+Alt+Enter', () => lines(editor.document).at(-1) === '四、');
  });
});
