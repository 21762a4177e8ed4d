/** Formatting and cleaning, as any editor asks for them. */
import assert from 'node:assert/strict';
import {
  type CodeAction,
  type CodeActionContext,
  CodeActionTriggerKind,
  type Range,
  type TextEdit,
} from 'vscode-languageserver-protocol/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { CLEAN, type DocumentCleaning } from '../../server/src/lsp/messages';
import { TestClient } from './client';

const DRAFT =
  '关于做好防汛工作的通知\n\n\n各区人民政府：\n　　要开展检查,落实整改。  \n　　接待1,286人次,增长3.5%。\n2026-03-05下载文档一键复制全文\n';
const FORMATTED =
  '关于做好防汛工作的通知\n\n各区人民政府：\n　　要开展检查，落实整改。\n　　接待1,286人次，增长3.5%。\n2026-03-05下载文档一键复制全文\n';

const options = { tabSize: 4, insertSpaces: true };

describe('协议：转换', () => {
  const NUMBER = '　　全年完成投资12,345万元，2026年11月22日验收。\n　　一是加强领导。\n　　二是落实责任。\n';
  let client: TestClient;
  let uri: string;

  before(async () => {
    client = await TestClient.start();
    uri = await client.open(NUMBER);
  });
  after(() => client.stop());

  const at = (character: number) => ({ start: { line: 0, character }, end: { line: 0, character } });
  const ask = (context: CodeActionContext, range: Range = at(10)): Promise<CodeAction[]> =>
    client.connection.sendRequest('textDocument/codeAction', { textDocument: { uri }, range, context });

  it('问起才有，灯泡不为数字亮', async () => {
    const kinds = (actions: readonly CodeAction[]) => new Set(actions.map(({ kind }) => kind));
    const automatic = await ask({ diagnostics: [], triggerKind: CodeActionTriggerKind.Automatic });
    assert.ok(automatic.every(({ kind }) => !kind?.startsWith('refactor')));
    const invoked = await ask({ diagnostics: [], triggerKind: CodeActionTriggerKind.Invoked });
    assert.ok(kinds(invoked).has('refactor.rewrite.biganzi.value.number'));
    const only = await ask({ diagnostics: [], only: ['refactor.rewrite.biganzi.value.amount'] });
    assert.deepEqual([...kinds(only)], ['refactor.rewrite.biganzi.value.amount']);
    assert.ok(only.every(({ isPreferred }) => !isPreferred));
  });

  it('改动带版本，照样写得成', async () => {
    const [date] = await ask({ diagnostics: [], only: ['refactor.rewrite.biganzi.value.date'] }, at(20));
    assert.equal(client.applied(uri, date?.edit), NUMBER.replace('2026年11月22日', '二〇二六年十一月二十二日'));
    const lines = { start: { line: 1, character: 0 }, end: { line: 3, character: 0 } };
    const [list] = await ask({ diagnostics: [], only: ['refactor.rewrite.biganzi.lines'] }, lines);
    assert.equal(client.applied(uri, list?.edit), NUMBER.replace('一是', '1.').replace('二是', '2.'));
  });
});

describe('协议：格式化和清洗', () => {
  let client: TestClient;
  let uri: string;

  before(async () => {
    client = await TestClient.start();
    uri = await client.open(DRAFT);
  });
  after(() => client.stop());

  const after_ = (edits: TextEdit[]) => TextDocument.applyEdits(TextDocument.create(uri, 'gongwen', 1, DRAFT), edits);
  const ask = <T>(method: string, more: object = {}): Promise<T> =>
    client.connection.sendRequest(method, { textDocument: { uri }, options, ...more });

  it('整篇', async () => {
    assert.equal(after_(await ask<TextEdit[]>('textDocument/formatting')), FORMATTED);
  });

  it('选定的行', async () => {
    const range = { start: { line: 4, character: 5 }, end: { line: 4, character: 6 } };
    assert.equal(
      after_(await ask<TextEdit[]>('textDocument/rangeFormatting', { range })),
      DRAFT.replace('检查,', '检查，').replace('整改。  ', '整改。'),
    );
  });

  it('输入时：回车改上一行，句号改本行', async () => {
    const onType = (ch: string, line: number) =>
      ask<TextEdit[]>('textDocument/onTypeFormatting', { ch, position: { line, character: 0 } });
    assert.equal(after_(await onType('\n', 5)), DRAFT.replace('检查,', '检查，'));
    assert.equal(after_(await onType('。', 5)), DRAFT.replace('人次,', '人次，'));
  });

  it('清洗：整篇、几行、要粘贴的文字', async () => {
    const clean = (more: object = {}): Promise<DocumentCleaning> =>
      client.connection.sendRequest(CLEAN, { uri, ...more });
    const whole = await clean();
    assert.deepEqual(whole.removed, [{ line: 6, text: '2026-03-05下载文档一键复制全文', reason: 'residue' }]);
    assert.equal(after_([...whole.edits]), whole.text);
    assert.ok(whole.text.includes('检查，') && whole.text.includes('1,286'));
    const range = { start: { line: 5, character: 0 }, end: { line: 6, character: 0 } };
    assert.equal((await clean({ range })).text, DRAFT.replace('人次,', '人次，'));
    const pasted = await clean({ text: '抓好&nbsp;落实,\n- 3 -' });
    assert.deepEqual([pasted.text, pasted.removed.length], ['抓好 落实，', 1]);
  });

  it('命令 biganzi.server.clean 清洗打开的文稿', async () => {
    const own = await client.open('要检查,落实。\n- 3 -\n');
    const mended = await client.connection.sendRequest('workspace/executeCommand', {
      command: 'biganzi.server.clean',
      arguments: [own],
    });
    assert.equal(mended, 2);
  });
});
