/** Outline, folding, selections and hovers over the wire, and what our own client asks beyond the protocol. */
import assert from 'node:assert/strict';
import type {
  CompletionItem,
  DocumentSymbol,
  FoldingRange,
  Hover,
  SelectionRange,
  SemanticTokens,
  SemanticTokensDelta,
  SymbolInformation,
} from 'vscode-languageserver-protocol/node';
import type { CheckedText, ReportAnswer, RuleSummary, Status } from '../../server/src/lsp/messages';
import { MODERN, TestClient } from './client';

const DRAFT = [
  '关于做好防汛工作的通知',
  '',
  '各镇人民政府：',
  '　　一、提高认识',
  '　　二O二四年汛期将至。一是压实责任；二是备足物资。',
  '　　二、加强值守',
  '　　要全天值班。',
].join('\n');

const at = (uri: string, line: number, character: number) => ({
  textDocument: { uri },
  position: { line, character },
});

describe('协议：大纲、折叠、选择、悬停', () => {
  let client: TestClient;
  let uri: string;

  before(async () => {
    client = await TestClient.start();
    uri = await client.open(DRAFT);
  });
  after(() => client.stop());

  it('结构着色：全文、变动的部分和一屏', async () => {
    const document = { textDocument: { uri } };
    const full = await client.connection.sendRequest<SemanticTokens>('textDocument/semanticTokens/full', document);
    assert.equal(full.data.length % 5, 0);
    assert.deepEqual(full.data.slice(0, 5), [0, 0, 11, 0, 0]);
    const delta = await client.connection.sendRequest<SemanticTokensDelta>('textDocument/semanticTokens/full/delta', {
      ...document,
      previousResultId: full.resultId,
    });
    assert.deepEqual(delta.edits, []);
    const range = { start: { line: 3, character: 0 }, end: { line: 3, character: 8 } };
    const part = await client.connection.sendRequest<SemanticTokens>('textDocument/semanticTokens/range', {
      ...document,
      range,
    });
    assert.deepEqual(part.data, [3, 2, 6, 1, 1]);
  });

  it('大纲成树，附字数', async () => {
    const symbols = await client.connection.sendRequest<DocumentSymbol[]>('textDocument/documentSymbol', {
      textDocument: { uri },
    });
    const plain = ({ name, detail, children = [] }: DocumentSymbol): unknown[] => [name, detail, children.map(plain)];
    assert.deepEqual(symbols.map(plain), [
      [
        '关于做好防汛工作的通知',
        '60字',
        [
          [
            '一、提高认识',
            '30字',
            [
              ['一是压实责任', '7字', []],
              ['二是备足物资', '7字', []],
            ],
          ],
          ['二、加强值守', '12字', []],
        ],
      ],
    ]);
  });

  it('章节可折叠', async () => {
    const folds = await client.connection.sendRequest<FoldingRange[]>('textDocument/foldingRange', {
      textDocument: { uri },
    });
    assert.deepEqual(
      folds.map(({ startLine, endLine }) => [startLine, endLine]),
      [
        [0, 6],
        [3, 4],
        [5, 6],
      ],
    );
  });

  it('选择逐级扩大', async () => {
    const [range] = await client.connection.sendRequest<SelectionRange[]>('textDocument/selectionRange', {
      textDocument: { uri },
      positions: [{ line: 4, character: 16 }],
    });
    const texts: string[] = [];
    for (let each: SelectionRange | undefined = range; each; each = each.parent)
      texts.push(client.text(uri, each.range));
    assert.equal(texts[0], '一是压实责任；二是备足物资。');
    assert.equal(texts.at(-1), DRAFT);
    assert.ok(texts.every((text, index) => index === 0 || text.includes(texts[index - 1] ?? '')));
  });

  it('悬停说明理由和依据', async () => {
    const hover = await client.connection.sendRequest<Hover | null>('textDocument/hover', at(uri, 4, 3));
    assert.ok(hover && typeof hover.contents === 'object' && 'kind' in hover.contents);
    assert.equal(hover.contents.kind, 'markdown');
    assert.match(hover.contents.value, /依据：.*（规定）/);
    assert.equal(await client.connection.sendRequest('textDocument/hover', at(uri, 0, 3)), null);
  });

  it('悬停在固定提法上给出全部内容', async () => {
    const other = await client.open('增强“四个意识”。', { uri: 'file:///drafts/提法.gw' });
    const hover = await client.connection.sendRequest<Hover | null>('textDocument/hover', at(other, 0, 4));
    assert.match(JSON.stringify(hover?.contents), /政治意识、大局意识、核心意识、看齐意识/);
    await client.close(other);
  });

  it('能力小的编辑器得到平铺的大纲、纯文字的悬停、限量的折叠', async () => {
    const { documentSymbol: _, hover: __, ...textDocument } = MODERN.textDocument ?? {};
    const plain = await TestClient.start({
      capabilities: { ...MODERN, textDocument: { ...textDocument, foldingRange: { rangeLimit: 1 } } },
    });
    await plain.open(DRAFT);
    const symbols = await plain.connection.sendRequest<SymbolInformation[]>('textDocument/documentSymbol', {
      textDocument: { uri },
    });
    assert.deepEqual(
      symbols.map(({ name, containerName }) => [name, containerName]),
      [
        ['关于做好防汛工作的通知', ''],
        ['一、提高认识', '关于做好防汛工作的通知'],
        ['一是压实责任', '一、提高认识'],
        ['二是备足物资', '一、提高认识'],
        ['二、加强值守', '关于做好防汛工作的通知'],
      ],
    );
    const hover = await plain.connection.sendRequest<Hover | null>('textDocument/hover', at(uri, 4, 3));
    assert.ok(hover && typeof hover.contents === 'object' && 'kind' in hover.contents);
    assert.equal(hover.contents.kind, 'plaintext');
    assert.doesNotMatch(hover.contents.value, /\*\*|\\/);
    const folds = await plain.connection.sendRequest<FoldingRange[]>('textDocument/foldingRange', {
      textDocument: { uri },
    });
    assert.equal(folds.length, 1);
    await plain.stop();
  });
});

describe('协议：补全', () => {
  let client: TestClient;
  const complete = (uri: string, line: number, character: number, triggerCharacter?: string) =>
    client.connection.sendRequest<CompletionItem[]>('textDocument/completion', {
      ...at(uri, line, character),
      ...(triggerCharacter ? { context: { triggerKind: 2, triggerCharacter } } : {}),
    });

  before(async () => {
    client = await TestClient.start();
  });
  after(() => client.stop());

  it('说明由哪些字符触发', () => {
    const { triggerCharacters = [] } = client.initializeResult?.capabilities.completionProvider ?? {};
    assert.ok(['《', '（', '”'].every((character) => triggerCharacters.includes(character)));
    // a new line would propose something after every paragraph, and take it with the next one
    assert.ok(!triggerCharacters.includes('\n') && !triggerCharacters.includes('。'));
  });

  it('下一个序数、结束语，次序固定，改动只在本行', async () => {
    const uri = await client.open(`${DRAFT}\n`);
    const items = await complete(uri, 7, 0);
    assert.deepEqual(
      items.map(({ label }) => label),
      ['三、', '特此通知。'],
    );
    assert.deepEqual(
      items.map(({ sortText }) => sortText),
      ['0000', '0001'],
    );
    assert.deepEqual(items[0]?.textEdit, {
      range: { start: { line: 7, character: 0 }, end: { line: 7, character: 0 } },
      newText: '　　三、',
    });
    await client.close(uri);
  });

  it('随输入更新；行中不作声', async () => {
    const uri = await client.open('按《差旅费管理办法》执行。\n');
    const end = { line: 1, character: 0 };
    await client.change(uri, { range: { start: end, end }, text: '遵照《》' });
    assert.deepEqual(
      (await complete(uri, 1, 3, '《')).map(({ label }) => label),
      ['差旅费管理办法'],
    );
    assert.deepEqual(await complete(uri, 0, 11), []);
    assert.deepEqual(await complete(uri, 1, 2, '二'), []);
    await client.close(uri);
  });

  it('不是文稿的不作声，没有打开的拒绝', async () => {
    const uri = await client.open('const x = 1; // 《', { uri: 'file:///drafts/a.txt', languageId: 'plaintext' });
    assert.deepEqual(await complete(uri, 0, 17, '《'), []);
    await client.close(uri);
    await assert.rejects(complete(uri, 0, 0), /not open/);
  });
});

describe('协议：自家客户端', () => {
  let client: TestClient;

  before(async () => {
    client = await TestClient.start({
      initializationOptions: { commands: true, kinds: { 'file:///drafts/旧稿.gw': 'minutes', 'file:///x': 'poem' } },
    });
  });
  after(() => client.stop());

  it('检查后告知文种、字数和问题数', async () => {
    const told = client.next<Status>('biganzi/status');
    const uri = await client.open(DRAFT);
    await client.pull(uri);
    const { segmenter, ...status } = await told;
    assert.ok(['loading', 'nodejieba', 'intl'].includes(segmenter));
    assert.deepEqual(status, {
      uri,
      draft: true,
      kind: 'notice',
      chosen: false,
      characters: 60,
      counts: { all: 60, words: 53, han: 52 },
      findings: 1,
      levels: { error: 1, warning: 0, info: 0, hint: 0 },
      gates: { 'policy-wording': 0, citation: 0, language: 1, form: 0 },
      fixable: 1,
      lacks: ['单位资料里没有写明县级以上的“本地区名”，没有核对旧稿里外地的地名、机关和领导。'],
    });
    await client.close(uri);
  });

  it('英文界面里，没有核对的也用英文说', async () => {
    const english = await TestClient.start({ initializationOptions: { commands: true, locale: 'en' } });
    const told = english.next<Status>('biganzi/status');
    await english.pull(await english.open(DRAFT));
    const [lack] = (await told).lacks;
    assert.match(lack ?? '', /^The unit profile does not name your own county .*\.$/);
    await english.stop();
  });

  it('选中的部分单独数', async () => {
    const uri = await client.open(DRAFT);
    const ranges = [
      { start: { line: 0, character: 0 }, end: { line: 0, character: 4 } },
      { start: { line: 2, character: 0 }, end: { line: 2, character: 7 } },
    ];
    const counts = await client.connection.sendRequest('biganzi/count', { uri, ranges });
    assert.deepEqual(counts, { all: 11, words: 10, han: 10 });
    await client.close(uri);
  });

  it('校核报告有三种形式', async () => {
    const uri = await client.open(DRAFT);
    const report = (format: string) => client.connection.sendRequest<ReportAnswer>('biganzi/report', { uri, format });
    assert.match((await report('md')).text, /^# 校核报告/);
    assert.match((await report('html')).text, /^<!DOCTYPE html>/);
    const body = await report('body');
    assert.equal(body.title, '关于做好防汛工作的通知');
    assert.ok(body.style);
    await client.close(uri);
  });

  it('没有打开的文稿也能查', async () => {
    const check = (text: string) =>
      client.connection.sendRequest<CheckedText>('biganzi/checkText', {
        uri: 'file:///drafts/没有打开.txt',
        languageId: 'plaintext',
        text,
      });
    const checked = await check(DRAFT);
    assert.equal(checked.draft, true);
    assert.equal(checked.diagnostics.length, 1);
    assert.deepEqual(await check('const x = 1;'), { draft: false, diagnostics: [] });
  });

  it('文种听写稿人的', async () => {
    const uri = await client.open(DRAFT);
    const status = () => client.connection.sendRequest<Status>('biganzi/check', { uri });
    await client.connection.sendNotification('biganzi/setKind', { uri, kind: 'speech' });
    assert.deepEqual([(await status()).kind, (await status()).chosen], ['speech', true]);
    await client.connection.sendNotification('biganzi/setKind', { uri, kind: null });
    assert.deepEqual([(await status()).kind, (await status()).chosen], ['notice', false]);
    const old = await client.open(DRAFT, { uri: 'file:///drafts/旧稿.gw' });
    assert.equal((await client.connection.sendRequest<Status>('biganzi/check', { uri: old })).kind, 'minutes');
    await client.close(uri);
    await client.close(old);
  });

  it('规则列表和说明', async () => {
    const rules = await client.connection.sendRequest<RuleSummary[]>('biganzi/rules');
    assert.ok(rules.some(({ id, title, source }) => id === 'number/zero' && title && source));
    const page = await client.connection.sendRequest<string | null>('biganzi/rulePage', { rule: 'number/zero' });
    assert.match(page ?? '', /^# /);
    assert.equal(await client.connection.sendRequest('biganzi/rulePage', { rule: 'number/none' }), null);
  });
});
