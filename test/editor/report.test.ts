/** 校核报告 beside its draft, the status item, colours of the structure, and the check of a whole workspace. */
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import {
  api,
  closeAll,
  draftUri,
  eventually,
  findings,
  found,
  HAS_KEYBOARD,
  inWebview,
  mouse,
  open,
  openText,
  seen,
} from './support';

const { executeCommand } = vscode.commands;

function inProblems(name: string): vscode.Diagnostic[] {
  return findings(draftUri(name));
}

describe('校核报告', () => {
  afterEach(closeAll);

  it('面板列出四关，点行号到原处，改了文稿跟着变', async function () {
    if (!HAS_KEYBOARD) this.skip();
    const { document } = await open('讲话稿.gw');
    await found(document.uri, 'number/zero');
    // what other tests were told would lie over the panel
    await executeCommand('notifications.clearAll');
    await executeCommand('biganzi.report');
    await seen('four gates', inWebview('main h2[id^=gate-]'), (all) => all.length === 4);
    // the panel has the focus, and the draft beside it is still the one that counts
    await seen('the status item', '[id="biganzi.biganzi.biganzi.kind"]', ([only]) => /讲话稿/.test(only?.text ?? ''));
    const isReport = ({ input }: vscode.Tab) =>
      input instanceof vscode.TabInputWebview && input.viewType.endsWith('biganzi.report');
    assert.ok(vscode.window.tabGroups.all.some(({ tabs }) => tabs.some(isReport)));
    await mouse({ action: 'click', on: { selector: inWebview('[data-line="1"]') } });
    const editor = await eventually('the cursor at the finding', () => {
      const active = vscode.window.activeTextEditor;
      return active?.document === document && active.selection.active.line === 1 && active;
    });
    await editor.edit((edit) => edit.replace(document.lineAt(1).range, '（2025年3月18日）'));
    await seen('the report without it', inWebview('[data-line="1"]'), (all) => all.length === 0);
    await executeCommand('undo');
    await seen('the report with it again', inWebview('[data-line="1"]'), (all) => all.length > 0);
  });

  it('没有打开文稿时说明怎么办，不出空面板', async () => {
    void executeCommand('biganzi.report');
    await new Promise((resolve) => setTimeout(resolve, 500));
    assert.equal(vscode.window.tabGroups.all.flatMap(({ tabs }) => tabs).length, 0);
  });
});

describe('状态栏', () => {
  afterEach(closeAll);

  it('数出各种字数和各关的问题', async () => {
    const { document } = await open('讲话稿.gw');
    const { statusOf } = await api();
    const status = await eventually('status', () => statusOf(document.uri));
    assert.equal(status.counts.all, status.characters);
    assert.ok(status.counts.han < status.counts.all && status.counts.words < status.counts.all);
    assert.equal(
      Object.values(status.gates).reduce((sum, count) => sum + count, 0),
      status.findings,
    );
  });

  it('讲话稿看得到时长，选中时看得到选了多少字', async function () {
    if (!HAS_KEYBOARD) this.skip();
    const editor = await open('讲话稿.gw');
    const item = '[id="biganzi.biganzi.biganzi.kind"]';
    await seen('minutes', item, ([only]) =>
      /讲话稿 · \d+字 · 约\d+分钟|characters · about \d+ min/.test(only?.text ?? ''),
    );
    editor.selection = new vscode.Selection(0, 0, 0, 4);
    await seen('the selection', item, ([only]) => /已选4字|4 of \d+ characters/.test(only?.text ?? ''));
  });
});

describe('着色', () => {
  afterEach(closeAll);

  it('结构各有其色，图例随扩展声明', async () => {
    const { document } = await openText(
      '关于做好防汛工作的通知\n\n各镇人民政府：\n　　一、提高认识\n　　于2026年6月1日完成。',
    );
    const legend = await eventually('a legend', () => true).then(() =>
      executeCommand<vscode.SemanticTokensLegend>('vscode.provideDocumentSemanticTokensLegend', document.uri),
    );
    const tokens = await executeCommand<vscode.SemanticTokens>('vscode.provideDocumentSemanticTokens', document.uri);
    const types = Array.from(
      { length: tokens.data.length / 5 },
      (_, index) => legend.tokenTypes[tokens.data[index * 5 + 3] ?? 0],
    );
    assert.deepEqual(types, ['title', 'addressee', 'heading', 'date']);
    const { packageJSON } = vscode.extensions.getExtension('biganzi.biganzi') ?? assert.fail();
    const declared = packageJSON.contributes.semanticTokenTypes.map(({ id }: { id: string }) => id);
    assert.deepEqual(declared, legend.tokenTypes);
  });
});

describe('检查工作区全部文稿', () => {
  afterEach(closeAll);

  it('没有打开的文稿也列出问题，打开以后不重复', async () => {
    // one that was closed a moment ago is checked too
    await open('简报.gw');
    await closeAll();
    void executeCommand('biganzi.checkWorkspace');
    await eventually('findings of a closed draft', () => inProblems('简报.gw').length > 0);
    await eventually('findings of another', () => inProblems('讲话稿.gw').length > 0);
    assert.equal(inProblems('english.txt').length, 0);
    assert.equal(inProblems('规范通知.gw').length, 0);
    const before = inProblems('简报.gw').length;
    const { document } = await open('简报.gw');
    await eventually('only the findings of the open draft', () => {
      const { length } = findings(document.uri);
      return length > 0 && length <= before;
    });
  });
});
