/** Every command that changes a draft is taken back by one undo, and the cursor stands where it stood. */
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeAll, diffOpens, eventually, found, listOpens, openText } from './support';

const { executeCommand } = vscode.commands;

const DRAFT = [
  '在全市政务公开工作会议上的讲话',
  '',
  '同志们：',
  '　　过去一年,各项工作扎实推进，成绩来之不易。',
  '　　一、提高认识',
  '　　要深刻认识这项工作的重要意义,不断增强做好工作的自觉性。',
  '　　三、狠抓落实',
  '　　要把各项任务布署到位,确保取得实效。',
  '',
  '点击查看更多',
  '',
].join('\n');

/** A place in the middle of a line that some commands move and some change. */
const CURSOR = new vscode.Position(7, 9);

async function chooseFirst(): Promise<void> {
  await listOpens();
  await executeCommand('workbench.action.acceptSelectedQuickOpenItem');
}

const COMMANDS: Readonly<Record<string, () => Thenable<unknown>>> = {
  修正全部确定性问题: () => executeCommand('biganzi.fixAll'),
  重新编号: () => executeCommand('biganzi.renumber'),
  上移本节: () => executeCommand('biganzi.section.up'),
  降一级: () => executeCommand('biganzi.section.demote'),
  合并到上一节: () => executeCommand('biganzi.section.merge'),
  删除本节: () => executeCommand('biganzi.section.remove'),
  转换编号样式: async () => {
    const converting = executeCommand('biganzi.convertNumbering');
    await listOpens();
    await executeCommand('workbench.action.quickOpenSelectNext');
    await executeCommand('workbench.action.quickOpenSelectNext');
    await chooseFirst();
    await converting;
  },
  清洗文稿: async () => {
    await executeCommand('biganzi.clean');
    await diffOpens();
    await executeCommand('biganzi.applyCleaning');
  },
  格式化: () => executeCommand('editor.action.formatDocument'),
};

describe('撤销', () => {
  afterEach(closeAll);

  for (const [name, run] of Object.entries(COMMANDS))
    it(name, async () => {
      const { document } = await openText(DRAFT);
      await found(document.uri, 'punctuation/half-width');
      const before = vscode.window.activeTextEditor;
      assert.ok(before);
      before.selection = new vscode.Selection(CURSOR, CURSOR);
      await run();
      await eventually('a change', () => document.getText() !== DRAFT);
      const editor = vscode.window.activeTextEditor;
      assert.equal(editor?.document, document, 'the draft has the focus');
      await executeCommand('undo');
      assert.equal(document.getText(), DRAFT);
      assert.deepEqual(editor.selection.active, CURSOR);
      assert.ok(editor.selection.isEmpty);
    });
});
