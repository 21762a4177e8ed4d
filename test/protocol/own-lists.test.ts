/** Word lists and rule packs over the protocol: read, watched, told of by line, and left alone where there is no trust. */
import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { CompletionItem, PublishDiagnosticsParams } from 'vscode-languageserver-protocol/node';
import { MODERN, TestClient } from './client';

const HEAD = '误\t正\t条件\t级别';
const DRAFT = '　　区府办负总责，镇府分管。\n';

const WATCHING = {
  ...MODERN,
  workspace: {
    ...MODERN.workspace,
    didChangeWatchedFiles: { dynamicRegistration: true, relativePatternSupport: true },
  },
};

describe('协议：自己的词表和规则包', () => {
  let folder = '';
  let client: TestClient;
  let settings: unknown = null;

  const at = (...parts: string[]) => path.join(folder, ...parts);
  const uriOf = (...parts: string[]) => pathToFileURL(at(...parts)).href;
  const put = (text: string, ...parts: string[]) => {
    mkdirSync(path.dirname(at(...parts)), { recursive: true });
    writeFileSync(at(...parts), text);
  };
  const start = async (initializationOptions: object) => {
    client = await TestClient.start({
      capabilities: WATCHING,
      folder: pathToFileURL(folder).href,
      initializationOptions,
      settings: () => settings,
    });
  };
  const open = () => client.open(DRAFT, { uri: uriOf('2026', '讲话稿.gw') });
  const found = async (uri: string) => (await client.diagnostics(uri)).map(({ message }) => message);
  const changed = (...parts: string[]) =>
    client.connection.sendNotification('workspace/didChangeWatchedFiles', {
      changes: [{ uri: uriOf(...parts), type: 2 }],
    });
  const told = (uri: string) =>
    client.next<PublishDiagnosticsParams>('textDocument/publishDiagnostics', (params) => params.uri === uri);

  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'biganzi-'));
    settings = null;
  });
  afterEach(async () => {
    await client.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  it('工作区的词表起作用，改了就重读，坏的行在词表里报出', async () => {
    put(`${HEAD}\n区府办\t区政府办公室\t\t警告\n镇府\t镇政府\t\t大错\n`, '.biganzi', 'words.tsv');
    await start({ commands: true, trusted: true });
    const list = uriOf('.biganzi', 'words.tsv');
    const broken = told(list);
    const draft = await open();
    assert.deepEqual(await found(draft), ['“区府办”应为“区政府办公室”']);
    const { diagnostics } = await broken;
    assert.deepEqual(
      diagnostics.map(({ range, message }) => `${range.start.line + 1} ${message}`),
      ['3 “级别”应为错误、警告、建议、提示之一'],
    );
    const mended = told(list);
    const { refreshes } = client;
    put(`${HEAD}\n镇府\t镇政府\t\t警告\n`, '.biganzi', 'words.tsv');
    await changed('.biganzi', 'words.tsv');
    await client.until(() => client.refreshes > refreshes);
    assert.deepEqual((await mended).diagnostics, []);
    assert.deepEqual(await found(draft), ['“镇府”应为“镇政府”']);
  });

  it('不受信任的文件夹里只用内置的规则，信任以后才读', async () => {
    put(`${HEAD}\n区府办\t区政府办公室\n`, '.biganzi', 'words.tsv');
    put('{ "format": 1, "name": "x", "version": "1" }', 'pack', 'pack.json');
    put(`${HEAD}\n镇府\t镇政府\n`, 'pack', 'words.tsv');
    settings = { packs: ['pack'] };
    await start({ commands: true, trusted: false });
    const draft = await open();
    assert.deepEqual(await found(draft), []);
    await client.connection.sendNotification('biganzi/trust', {});
    await client.until(() => client.refreshes > 0);
    assert.deepEqual(await found(draft), ['“区府办”应为“区政府办公室”', '“镇府”应为“镇政府”']);
  });

  it('自家客户端没有说信任，就是不信任；别的编辑器没有这回事', async () => {
    put(`${HEAD}\n区府办\t区政府办公室\n`, '.biganzi', 'words.tsv');
    await start({ commands: true });
    assert.deepEqual(await found(await open()), []);
    await client.stop();
    await start({});
    assert.deepEqual(await found(await open()), ['“区府办”应为“区政府办公室”']);
  });

  it('找不到的规则包说一声，其余照用', async () => {
    settings = { packs: ['no-such'] };
    await start({ commands: true, trusted: true });
    const warning = client.next<{ message: string }>('window/showMessage');
    const draft = await open();
    assert.deepEqual(await found(draft), []);
    assert.match((await warning).message, /找不到规则包“no-such”/);
  });

  it('代替内置表的文件按那张表读、查、补全', async () => {
    put(
      '{ "format": 1, "name": "x", "version": "1", "replaces": { "policy/members": "提法.tsv" } }',
      '.biganzi',
      'pack.json',
    );
    put('提法\t成员\n五干作风\t真干、实干、苦干、巧干、快干\n', '.biganzi', '提法.tsv');
    await start({ commands: true, trusted: true });
    const text = '　　发扬真干、苦干、实干、巧干、快干的作风，增强四个意识。\n';
    const draft = await client.open(text, { uri: uriOf('2026', '讲话稿.gw') });
    assert.deepEqual(await found(draft), [
      '“五干作风”的次序不对，通行写法是“真干、实干、苦干、巧干、快干”',
      '“四个意识”宜加引号：缩略的提法加引号',
    ]);
    const uri = uriOf('.biganzi', '提法.tsv');
    const faults = told(uri);
    await client.open('提法\t成员\n五干作风\t真干\n', { uri, languageId: 'gongwen-words' });
    assert.deepEqual(
      (await faults).diagnostics.map(({ message }) => message),
      ['“成员”至少两个，用、隔开；成员里有顿号的，用|隔开'],
    );
    const items = await client.connection.sendRequest<CompletionItem[]>('textDocument/completion', {
      textDocument: { uri },
      position: { line: 0, character: 0 },
    });
    assert.deepEqual(
      items.map(({ label }) => label),
      ['名', '来源', '时间'],
    );
  });

  it('词表一边写一边查，不当作文稿；各列有补全', async () => {
    await start({ commands: true, trusted: true });
    const uri = uriOf('.biganzi', 'words.tsv');
    const text = `${HEAD}\n镇府\t镇政府\t\t大错\n`;
    const first = told(uri);
    await client.open(text, { uri, languageId: 'gongwen-words' });
    assert.equal((await first).diagnostics.length, 1);
    assert.deepEqual(await found(uri), []);
    const second = told(uri);
    const start4 = { line: 1, character: text.split('\n')[1]?.lastIndexOf('\t') ?? 0 };
    await client.change(uri, {
      range: { start: start4, end: { line: 1, character: 100 } },
      text: '\t建议',
    });
    assert.deepEqual((await second).diagnostics, []);
    const complete = (line: number, character: number) =>
      client.connection.sendRequest<CompletionItem[]>('textDocument/completion', {
        textDocument: { uri },
        position: { line, character },
      });
    assert.deepEqual(
      (await complete(1, 8)).map(({ label }) => label),
      ['错误', '警告', '建议', '提示'],
    );
    assert.deepEqual(
      (await complete(0, 0)).map(({ label }) => label),
      ['例外', '误例', '正例', '来源', '说明'],
    );
    const closed = told(uri);
    await client.close(uri);
    assert.deepEqual((await closed).diagnostics, []);
  });

  it('恶意的表达式不能卡住服务', async function () {
    this.timeout(10_000);
    put(`${HEAD}\n/(?:(?:(?:甲+)+)+)+乙$/\t丙\n甲\t乙\t前=(?:(?:甲+)+)+丙\n`, '.biganzi', 'words.tsv');
    await start({ commands: true, trusted: true });
    const uri = await client.open(`　　${'甲'.repeat(20_000)}。\n`, { uri: uriOf('讲话稿.gw') });
    await found(uri);
  });
});
