/** Templates over the protocol, in an editor that is not ours: faults, proposals, explanations. */
import assert from 'node:assert/strict';
import type { CompletionItem, Hover, Position, PublishDiagnosticsParams } from 'vscode-languageserver-protocol/node';
import { MODERN, TestClient } from './client';

const TEMPLATE = '---\nname: a\ntitle: 甲\ngroup: 乙\nkind: 不对\ndescription: 丙\n---\n{{汉字日期 日期}}\n';
const AT = { uri: 'file:///drafts/.biganzi/templates/a.hbs', languageId: 'handlebars' };

describe('协议：模板', () => {
  let client: TestClient;
  afterEach(() => client.stop());

  const ask = <T>(method: string, position: Position) =>
    client.connection.sendRequest<T>(`textDocument/${method}`, { textDocument: { uri: AT.uri }, position });

  it('错在哪行标在哪行，改好就没有了', async () => {
    client = await TestClient.start();
    const uri = await client.open(TEMPLATE, AT);
    const [fault, ...more] = await client.diagnostics(uri);
    assert.equal(more.length, 0);
    assert.deepEqual(fault?.range.start, { line: 4, character: 0 });
    assert.match(String(fault?.message), /^kind不对，可选speech、/);
    await client.change(uri, { text: TEMPLATE.replace('不对', 'info').replace(/\{\{.*\}\}/, '正文') });
    assert.deepEqual(await client.diagnostics(uri), []);
  });

  it('推送的编辑器也有', async () => {
    const { diagnostic: _, ...textDocument } = MODERN.textDocument ?? {};
    client = await TestClient.start({ capabilities: { ...MODERN, textDocument } });
    const pushed = client.next<PublishDiagnosticsParams>('textDocument/publishDiagnostics');
    await client.open(TEMPLATE, AT);
    assert.equal((await pushed).diagnostics.length, 1);
  });

  it('元数据和花括号里都有提示和说明', async () => {
    client = await TestClient.start();
    await client.open(TEMPLATE, AT);
    const kinds = await ask<CompletionItem[]>('completion', { line: 4, character: 6 });
    const notice = kinds.find(({ label }) => label === 'notice');
    assert.equal(notice?.detail, '通知');
    assert.equal(notice?.command, undefined);
    const inTag = await ask<CompletionItem[]>('completion', { line: 7, character: 2 });
    assert.ok(inTag.some(({ label, detail }) => label === '年份' && detail === '{{年份 日期 [差几年]}}'));
    const hover = await ask<Hover>('hover', { line: 7, character: 4 });
    assert.match(JSON.stringify(hover.contents), /用汉字写年月日/);
    assert.equal(await ask('hover', { line: 5, character: 15 }), null);
  });

  it('别处的Handlebars文件不管', async () => {
    client = await TestClient.start();
    const uri = await client.open('{{constructor}}', { ...AT, uri: 'file:///drafts/page.hbs' });
    assert.deepEqual(await client.diagnostics(uri), []);
  });
});
