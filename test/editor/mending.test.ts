/** How a writer mends a draft: quick fixes, everything at once, renumbering, undoing; and what must not change. */
import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import iconv from 'iconv-lite';
import * as vscode from 'vscode';
import {
  actionsAt,
  boxOpens,
  closeAll,
  draftUri,
  eventually,
  findings,
  found,
  gone,
  HAS_KEYBOARD,
  indents,
  inWebview,
  mouse,
  open,
  openText,
  pause,
  press,
  seen,
  typeText,
} from './support';

async function undo(): Promise<void> {
  await vscode.commands.executeCommand('undo');
}

describe('改正', () => {
  afterEach(closeAll);

  it('快速修复改正一处，可以撤销', async () => {
    const { document } = await open('讲话稿.gw');
    const before = document.getText();
    const { range } = await found(document.uri, 'number/zero');
    const preferred = (await actionsAt(document.uri, range)).find(({ isPreferred }) => isPreferred);
    assert.ok(preferred?.edit);
    await vscode.workspace.applyEdit(preferred.edit);
    assert.equal(document.getText(), before.replace('二O二五年', '二〇二五年'));
    await gone(document.uri, 'number/zero');
    await undo();
    assert.equal(document.getText(), before);
    await found(document.uri, 'number/zero');
  });

  it('一键改正（自动修复键）', async () => {
    const editor = await open('讲话稿.gw');
    const { range } = await found(editor.document.uri, 'number/zero');
    editor.selection = new vscode.Selection(range.start, range.start);
    await vscode.commands.executeCommand('editor.action.autoFix');
    await eventually('the fix', () => editor.document.getText().includes('二〇二五年三月'));
  });

  it('同一条规则的问题一并改正', async () => {
    const { document } = await open('讲话稿.gw');
    const { range } = await found(document.uri, 'punctuation/half-width');
    const all = (await actionsAt(document.uri, range)).find(({ title }) => /all of this kind|全部改正/.test(title));
    assert.ok(all?.edit);
    await vscode.workspace.applyEdit(all.edit);
    assert.ok(!/[,;]/.test(document.getText()));
    await gone(document.uri, 'punctuation/half-width');
  });

  it('修正全部确定性问题，一步撤销，缩进不动', async () => {
    const { document } = await open('讲话稿.gw');
    const before = document.getText();
    await found(document.uri, 'heading/mark');
    await vscode.commands.executeCommand('biganzi.fixAll');
    const after = document.getText();
    assert.ok(after.includes('二〇二五年三月') && after.includes('　　1.思想认识'), after);
    assert.ok(!/[,;]/.test(after));
    assert.deepEqual(indents(after), indents(before));
    await gone(document.uri, 'heading/mark');
    await vscode.commands.executeCommand('biganzi.fixAll');
    assert.equal(document.getText(), after, 'a second time changes nothing');
    await undo();
    assert.equal(document.getText(), before);
  });

  it('source.fixAll.biganzi 与命令改得一样', async () => {
    const { document } = await open('简报.gw');
    const before = document.getText();
    await found(document.uri, 'heading/mark');
    const kind = vscode.CodeActionKind.SourceFixAll.append('biganzi');
    const whole = new vscode.Range(0, 0, document.lineCount, 0);
    const [action] = await actionsAt(document.uri, whole, kind);
    assert.ok(action?.edit);
    await vscode.workspace.applyEdit(action.edit);
    const byAction = document.getText();
    await undo();
    assert.equal(document.getText(), before);
    await vscode.commands.executeCommand('biganzi.fixAll');
    assert.equal(document.getText(), byAction);
    assert.notEqual(byAction, before);
  });

  it('重新编号', async () => {
    const { document } = await open('讲话稿.gw');
    const before = document.getText();
    await found(document.uri, 'heading/sequence');
    await vscode.commands.executeCommand('biganzi.renumber');
    const after = document.getText();
    assert.ok(after.includes('　　三、真抓实干') && after.includes('　　（二）平台更加好用'), after);
    assert.deepEqual(indents(after), indents(before));
    await gone(document.uri, 'heading/sequence');
  });

  it('输入时随即更新', async () => {
    const editor = await openText('　　各单位要高度重视。\n');
    const { uri } = editor.document;
    await editor.edit((edit) => edit.insert(new vscode.Position(0, 7), ','));
    const finding = await found(uri, 'punctuation/half-width');
    assert.equal(editor.document.getText(finding.range), ',');
    await editor.edit((edit) => edit.delete(finding.range));
    await gone(uri, 'punctuation/half-width');
  });

  it('回车后新段落仍然缩进两字', async () => {
    const editor = await openText('　　各单位要高度重视。');
    const end = editor.document.lineAt(0).range.end;
    editor.selection = new vscode.Selection(end, end);
    await vscode.commands.executeCommand('type', { text: '\n' });
    assert.equal(editor.document.lineAt(1).text, '　　');
    await vscode.commands.executeCommand('type', { text: '认真准备。' });
    assert.equal(editor.document.getText().replaceAll('\r\n', '\n'), '　　各单位要高度重视。\n　　认真准备。');
  });

  it('存盘不改动缩进和行末', async () => {
    const uri = draftUri('缩进.gw');
    const text = '关于召开会议的通知\r\n\r\n　　各单位要高度重视。\r\n　　　　　　　　市人民政府办公室\r\n　　\r\n';
    writeFileSync(uri.fsPath, text);
    const editor = await vscode.window.showTextDocument(uri);
    await editor.edit((edit) => edit.insert(new vscode.Position(2, 2), '请'));
    assert.ok(await editor.document.save());
    assert.equal(readFileSync(uri.fsPath, 'utf8'), text.replace('各单位', '请各单位'));
  });

  it('GB18030文件改正后仍是GB18030', async () => {
    const uri = draftUri('国标编码.gw');
    const text =
      '关于召开全市经济工作会议的通知\n\n　　请各单位高度重视,认真做好会议准备，按时参加会议，会前要认真调查研究。\n';
    writeFileSync(uri.fsPath, iconv.encode(text, 'gb18030'));
    const { document } = await vscode.window.showTextDocument(uri);
    assert.equal(document.getText(), text);
    await found(uri, 'punctuation/half-width');
    await vscode.commands.executeCommand('biganzi.fixAll');
    // VS Code may decline while it still looks at what was written beside it
    for (let tries = 0; document.isDirty && tries < 20; tries++) if (!(await document.save())) await pause(100);
    assert.ok(!document.isDirty);
    assert.equal(iconv.decode(readFileSync(uri.fsPath), 'gb18030'), text.replace(',', '，'));
  });

  it('只读的文稿不动，说明原因', async () => {
    const files = vscode.workspace.getConfiguration('files');
    const uri = draftUri('改正只读.gw');
    const text = '关于召开会议的通知\n\n各单位:\n　　请布署工作,按时完成。\n\n点击查看更多\n';
    writeFileSync(uri.fsPath, text);
    await files.update('readonlyInclude', { '**/改正只读.gw': true }, vscode.ConfigurationTarget.Workspace);
    try {
      const { document } = await vscode.window.showTextDocument(uri);
      await found(uri, 'punctuation/half-width');
      for (const commands of [['biganzi.fixAll'], ['biganzi.clean', 'biganzi.applyCleaning']]) {
        await vscode.commands.executeCommand('notifications.clearAll');
        for (const command of commands) {
          await vscode.commands.executeCommand(command);
          await pause(300);
        }
        if (HAS_KEYBOARD)
          await seen('the sentence', '.notification-toast', ([toast]) => /只读/.test(toast?.text ?? ''));
        assert.equal(document.getText(), text);
        assert.equal(document.isDirty, false);
      }
    } finally {
      await files.update('readonlyInclude', undefined, vscode.ConfigurationTarget.Workspace);
      await vscode.commands.executeCommand('notifications.clearAll');
      await closeAll();
      await vscode.workspace.fs.delete(uri);
    }
  });

  it('焦点在校核报告里，命令面板里照样有改正的命令', async function () {
    if (!HAS_KEYBOARD) this.skip();
    const { document } = await openText('关于召开会议的通知\n\n　　请布署工作,按时完成。\n');
    await found(document.uri, 'punctuation/half-width');
    await vscode.commands.executeCommand('biganzi.report');
    await seen('the report', inWebview('main h2[id^=gate-]'), (all) => all.length === 4);
    await mouse({ action: 'click', on: { selector: inWebview('main h2[id^=gate-]') } });
    const palette = vscode.commands.executeCommand('workbench.action.showCommands');
    await boxOpens();
    await typeText('笔杆子: 修正全部');
    await seen('the command', '.quick-input-list .monaco-list-row', (rows) =>
      rows.some(({ label }) => label.includes('修正全部确定性问题')),
    );
    await press('Enter');
    await palette;
    await eventually('the fixes', () => document.getText().includes('请部署工作，按时完成'));
  });

  it('没有确定的问题时什么也不改', async () => {
    const { document } = await open('规范通知.gw');
    const before = document.getText();
    await vscode.commands.executeCommand('biganzi.fixAll');
    await vscode.commands.executeCommand('biganzi.renumber');
    assert.equal(document.getText(), before);
    assert.equal(document.isDirty, false);
    assert.deepEqual(findings(document.uri), []);
  });
});
