/** A template of one's own as it is written in a real VS Code: its language, faults, proposals, explanations. */
import assert from 'node:assert/strict';
import { tmpdir } from 'node:os';
import * as vscode from 'vscode';
import { removeOwn, writeTemplate } from './palette';
import { closeAll, eventually, findings } from './support';

const TEMPLATE = `---
name: visit
title: 走访记录
group: 我的材料
kind: 不对
description: 走访一户记一页
fields:
  - name: 走访日期
    type: 
---
{{汉字日期 走访日期}}
`;

async function labelsAt(uri: vscode.Uri, line: number, character: number): Promise<string[]> {
  const list = await vscode.commands.executeCommand<vscode.CompletionList>(
    'vscode.executeCompletionItemProvider',
    uri,
    new vscode.Position(line, character),
  );
  return list.items.map(({ label }) => (typeof label === 'string' ? label : label.label));
}

describe('写模板', () => {
  afterEach(async () => {
    await closeAll();
    await removeOwn();
  });

  it('错误标在那一行，改好就没有；元数据、花括号里有提示和说明', async () => {
    const uri = await writeTemplate('visit.hbs', TEMPLATE);
    const editor = await vscode.window.showTextDocument(uri);
    assert.equal(editor.document.languageId, 'gongwen-template');
    const [fault] = await eventually('the fault', () => findings(uri).length > 0 && findings(uri));
    assert.ok(fault);
    assert.equal(fault.range.start.line, 4);
    assert.match(fault.message, /^kind不对，可选speech/);
    const kinds = await labelsAt(uri, 4, 6);
    for (const kind of ['speech', 'notice', 'minutes']) assert.ok(kinds.includes(kind), `${kind}: ${kinds.join()}`);
    assert.ok((await labelsAt(uri, 8, 10)).includes('date'));
    assert.ok((await labelsAt(uri, 10, 2)).includes('年份'));
    const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
      'vscode.executeHoverProvider',
      uri,
      new vscode.Position(10, 3),
    );
    const told = hovers
      .flatMap(({ contents }) => contents)
      .map((each) => (typeof each === 'string' ? each : each.value));
    assert.match(told.join('\n'), /用汉字写年月日/);
    await editor.edit((edit) => {
      edit.replace(new vscode.Range(4, 6, 4, 8), 'info');
      edit.insert(new vscode.Position(8, 10), 'date');
    });
    await eventually('no fault', () => findings(uri).length === 0);
    assert.deepEqual(await labelsAt(uri, 10, 7), ['走访日期']);
  });

  it('自己的模板文件夹里的也一样，别处的Handlebars文件不管', async () => {
    const configuration = vscode.workspace.getConfiguration('biganzi');
    const folder = vscode.Uri.joinPath(vscode.Uri.file(tmpdir()), `biganzi-${process.pid}`);
    const uriOf = (...path: string[]) => vscode.Uri.joinPath(folder, ...path);
    try {
      await configuration.update('templateFolder', folder.fsPath, vscode.ConfigurationTarget.Global);
      for (const uri of [uriOf('mine.hbs'), uriOf('page', 'page.hbs')])
        await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(TEMPLATE));
      await vscode.window.showTextDocument(uriOf('mine.hbs'));
      await eventually('the fault', () => findings(uriOf('mine.hbs')).length > 0);
      const other = await vscode.window.showTextDocument(uriOf('page', 'page.hbs'));
      assert.equal(other.document.languageId, 'handlebars');
      assert.deepEqual(findings(other.document.uri), []);
    } finally {
      await configuration.update('templateFolder', undefined, vscode.ConfigurationTarget.Global);
      await vscode.workspace.fs.delete(folder, { recursive: true });
    }
  });
});
