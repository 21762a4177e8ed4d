/** Findings reach every editor: pulled with result ids, or pushed; only for drafts, and as the settings say. */
import assert from 'node:assert/strict';
import {
  type Diagnostic,
  DiagnosticSeverity,
  LSPErrorCodes,
  type PublishDiagnosticsParams,
  type ResponseError,
} from 'vscode-languageserver-protocol/node';
import { MODERN, TestClient } from './client';

const DRAFT = '在全区办公室工作会议上的讲话\n\n　　二O二四年，各项工作稳中有进。\n';
const ZERO = 'number/zero';

const codes = (diagnostics: readonly Diagnostic[]) => diagnostics.map(({ code }) => code);

describe('协议：诊断', () => {
  let client: TestClient;
  let settings: unknown = null;

  before(async () => {
    client = await TestClient.start({ settings: () => settings });
  });
  after(() => client.stop());
  afterEach(() => {
    settings = null;
  });

  it('带规则、来源、级别和位置', async () => {
    const uri = await client.open(DRAFT);
    const [diagnostic] = await client.diagnostics(uri);
    assert.deepEqual(diagnostic, {
      range: { start: { line: 2, character: 2 }, end: { line: 2, character: 6 } },
      severity: DiagnosticSeverity.Error,
      code: ZERO,
      source: '笔杆子',
      message: '“二O二四”应为“二〇二四”',
      data: { gate: 'language' },
    });
    await client.close(uri);
  });

  it('相关位置和多余文字有标记', async () => {
    const uri = await client.open('一、提高认识\n要抓好落实。\n一、加强领导\n要压实责任。\u200B\n');
    const diagnostics = await client.diagnostics(uri);
    const repeated = diagnostics.find(({ code }) => code === 'heading/sequence');
    assert.deepEqual(repeated?.relatedInformation?.[0]?.location, {
      uri,
      range: { start: { line: 0, character: 0 }, end: { line: 0, character: 2 } },
    });
    const invisible = diagnostics.find(({ code }) => code === 'leftover/control-characters');
    assert.deepEqual(invisible?.tags, [1]);
    await client.close(uri);
  });

  it('没有变化时答“未变”', async () => {
    const uri = await client.open(DRAFT);
    const first = await client.pull(uri);
    assert.ok(first.kind === 'full' && first.resultId);
    assert.deepEqual(await client.pull(uri, first.resultId), { kind: 'unchanged', resultId: first.resultId });
    const end = { line: 3, character: 0 };
    await client.change(uri, { range: { start: end, end }, text: '　　要抓好落实。\n' });
    assert.equal((await client.pull(uri, first.resultId)).kind, 'unchanged');
    await client.change(uri, {
      range: { start: { line: 2, character: 3 }, end: { line: 2, character: 4 } },
      text: '〇',
    });
    const fixed = await client.pull(uri, first.resultId);
    assert.ok(fixed.kind === 'full' && fixed.resultId !== first.resultId);
    assert.deepEqual(fixed.items, []);
    assert.equal((await client.pull(uri, '别处的')).kind, 'full');
    await client.close(uri);
  });

  it('位置按UTF-16计，四字节汉字占两个', async () => {
    const uri = await client.open('　　\u{20BB7}野家二O二四年开业。\n');
    const [diagnostic] = await client.diagnostics(uri);
    assert.deepEqual(diagnostic?.range.start, { line: 0, character: 6 });
    assert.equal(client.text(uri, diagnostic?.range), '二O二四');
    await client.close(uri);
  });

  it('英文、代码和日志不管，中文的纯文本和Markdown检查', async () => {
    for (const [text, languageId, found] of [
      ['The report covers 2O24 , and so on .\n'.repeat(20), 'plaintext', false],
      ['2024-07-05 08:00:00 ERROR 二O二四年 at com.example.Main.run(Main.java:42)\n'.repeat(9), 'plaintext', false],
      [DRAFT, 'plaintext', true],
      [`# 工作总结\n\n\`\`\`\n二O二四年\n\`\`\`\n\n${DRAFT}`, 'markdown', true],
      [DRAFT, 'python', false],
    ] as const) {
      const uri = await client.open(text, { uri: 'file:///drafts/a.txt', languageId });
      assert.deepEqual(codes(await client.diagnostics(uri)), found ? [ZERO] : []);
      await client.close(uri);
    }
  });

  it('设置改变后请编辑器重取，一文一设', async () => {
    const uri = await client.open(DRAFT, { uri: 'file:///drafts/%E8%AE%B2%E8%AF%9D.gw' });
    assert.deepEqual(codes(await client.diagnostics(uri)), [ZERO]);
    const before = client.refreshes;
    settings = { severity: { [ZERO]: 'hint' } };
    await client.connection.sendNotification('workspace/didChangeConfiguration', { settings: null });
    const [hint] = await client.diagnostics(uri);
    assert.equal(hint?.severity, DiagnosticSeverity.Hint);
    await client.until(() => client.refreshes > before);
    settings = { ignored: [`${ZERO}@讲话.gw`] };
    await client.connection.sendNotification('workspace/didChangeConfiguration', { settings: null });
    assert.deepEqual(await client.diagnostics(uri), []);
    await client.close(uri);
  });

  it('超大的文稿只有一条说明', async function () {
    this.timeout(20_000);
    const uri = await client.open('讲'.repeat(5_000_001));
    const diagnostics = await client.diagnostics(uri);
    assert.equal(diagnostics.length, 1);
    assert.equal(diagnostics[0]?.severity, DiagnosticSeverity.Information);
    assert.match(String(diagnostics[0]?.message), /^文稿超过500万字符，未作检查/);
    await client.close(uri);
  });

  it('一行百万字、孤立代理项和NUL都有答案', async function () {
    this.timeout(30_000);
    for (const text of [
      '要抓好落实，'.repeat(170_000),
      '\uD800\uDC00\uD800'.repeat(1000),
      '\0二O二四年\0',
      '\r\r\n\n\r',
    ]) {
      const uri = await client.open(text);
      assert.ok(Array.isArray(await client.diagnostics(uri)));
      await client.close(uri);
    }
  });

  it('取消即停，后面的请求照常', async function () {
    this.timeout(20_000);
    const long = await client.open('　　要坚持问题导向，逐一登记、逐项整改。\n'.repeat(40_000), {
      uri: 'file:///drafts/长.gw',
    });
    const { connection } = client;
    const cancelled = connection.sendRequest('textDocument/diagnostic', { textDocument: { uri: long } });
    // Ids of requests count up; the protocol layer does not tell them.
    const token = connection.sendRequest('textDocument/documentSymbol', { textDocument: { uri: long } });
    for (let id = 0; id < 200; id++) await connection.sendNotification('$/cancelRequest', { id });
    for (const request of [cancelled, token])
      await assert.rejects(request, ({ code }: ResponseError) => code === LSPErrorCodes.RequestCancelled);
    const uri = await client.open(DRAFT);
    assert.deepEqual(codes(await client.diagnostics(uri)), [ZERO]);
    await client.close(uri);
    await client.close(long);
  });
});

describe('协议：推送诊断', () => {
  it('不会取诊断的编辑器，打开、改动后收到，关闭后清空', async () => {
    const { diagnostic: _, ...textDocument } = MODERN.textDocument ?? {};
    const client = await TestClient.start({ capabilities: { ...MODERN, textDocument } });
    const next = () => client.next<PublishDiagnosticsParams>('textDocument/publishDiagnostics');
    const opened = next();
    const uri = await client.open(DRAFT);
    assert.deepEqual(codes((await opened).diagnostics), [ZERO]);
    const changed = next();
    await client.change(uri, { text: '要抓好落实。' });
    assert.deepEqual(await changed, { uri, version: 2, diagnostics: [] });
    const closed = next();
    await client.close(uri);
    assert.deepEqual(await closed, { uri, diagnostics: [] });
    await client.stop();
  });

  it('不会问设置的编辑器推送设置', async () => {
    const client = await TestClient.start({ capabilities: {} });
    const next = () => client.next<PublishDiagnosticsParams>('textDocument/publishDiagnostics');
    const opened = next();
    await client.open(DRAFT);
    assert.deepEqual(codes((await opened).diagnostics), [ZERO]);
    const changed = next();
    await client.connection.sendNotification('workspace/didChangeConfiguration', {
      settings: { biganzi: { severity: { [ZERO]: 'off' } } },
    });
    assert.deepEqual((await changed).diagnostics, []);
    await client.stop();
  });
});
