/** The writer's own words in the editor: dictionary, word list, and what is told of a broken row. */
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import {
  actionsAt,
  closeAll,
  draftUri,
  eventually,
  findings,
  found,
  gone,
  listOpens,
  openText,
  ruleOf,
} from './support';

const LIST = draftUri('.biganzi/words.tsv');
const DRAFT = draftUri('用词.gw');

async function write(uri: vscode.Uri, text: string): Promise<void> {
  await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(text));
}

async function openDraft(text: string): Promise<vscode.TextEditor> {
  await write(DRAFT, text);
  return vscode.window.showTextDocument(DRAFT);
}

describe('自己的词', () => {
  afterEach(async () => {
    await closeAll();
    const settings = vscode.workspace.getConfiguration('biganzi', DRAFT);
    await settings.update('words', undefined, vscode.ConfigurationTarget.WorkspaceFolder);
    for (const uri of [DRAFT, draftUri('.biganzi')])
      await vscode.workspace.fs.delete(uri, { recursive: true }).then(undefined, () => undefined);
  });

  it('从其他办法里加入本工作区词典以后不再报', async () => {
    const { document } = await openDraft('　　布署新村召开会议。\n');
    const { range } = await found(DRAFT, 'wording/confusable');
    const actions = await actionsAt(DRAFT, range);
    const others = actions.find(({ title }) => /^(不再提示的其他办法|More Ways)/.test(title));
    assert.ok(others?.command, actions.map(({ title }) => title).join('、'));
    const choosing = vscode.commands.executeCommand(others.command.command, ...(others.command.arguments ?? []));
    await listOpens();
    // the first of the list
    await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
    await choosing;
    await gone(document.uri, 'wording/confusable');
    const settings = vscode.workspace.getConfiguration('biganzi', DRAFT);
    assert.deepEqual(settings.inspect('words')?.workspaceFolderValue, { 布署: 'word' });
  });

  it('新建词表，存盘以后起作用；坏的行在词表里报出', async () => {
    await openDraft('　　区府办召开会议。\n');
    await vscode.commands.executeCommand('biganzi.editWords');
    const editor = vscode.window.activeTextEditor;
    assert.equal(editor?.document.uri.toString(), LIST.toString());
    assert.equal(editor?.document.languageId, 'gongwen-words');
    const end = new vscode.Position(editor?.document.lineCount ?? 0, 0);
    await editor?.edit((edit) => edit.insert(end, '区府办\t区政府办公室\n甲乙\t丙丁\t前\n'));
    const [fault] = await eventually('the fault', () => findings(LIST).length > 0 && findings(LIST));
    assert.match(fault?.message ?? '', /“条件”里的“前”看不懂/);
    await editor?.document.save();
    await vscode.window.showTextDocument(DRAFT);
    const { message } = await found(DRAFT, 'wording/own');
    assert.equal(message, '“区府办”应为“区政府办公室”');
  });

  it('词表不当作文稿检查', async () => {
    const { document } = await openText('误\t正\n布署\t部署\n', 'gongwen-words');
    await found((await openDraft('　　作出布署。\n')).document.uri, 'wording/confusable');
    assert.deepEqual(findings(document.uri).map(ruleOf), []);
  });
});
