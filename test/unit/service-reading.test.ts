/** What helps reading a draft: symbols, folding, selections, hovers and rule pages. */
import assert from 'node:assert/strict';
import { readDraft } from '../../server/src/document/read';
import { RULES } from '../../server/src/rules/registry';
import { countCharacters } from '../../server/src/service/characters';
import { foldingRanges } from '../../server/src/service/folding';
import { rulePage } from '../../server/src/service/rule-page';
import { selectionRanges } from '../../server/src/service/selection';
import { parseSettings } from '../../server/src/service/settings';
import { type DocumentSymbol, documentSymbols } from '../../server/src/service/symbols';
import { MemoryDocument, NEVER, serviceWith } from './support/service';

const LINES = [
  '在全区办公室工作会议上的讲话',
  '',
  '　　一、提高认识',
  '　　办公室工作很重要。要抓好落实！',
  '　　（一）抓好学习。一是学理论；二是学业务。',
  '',
  '　　二、加强领导',
  '　　要压实责任。',
];
const draft = readDraft(LINES.join('\n'));

function plain({ name, detail, kind, range, children }: DocumentSymbol): unknown[] {
  const { start, end } = range;
  return [name, detail, kind, `${start.line}:${start.character}-${end.line}:${end.character}`, children.map(plain)];
}

describe('服务：大纲', () => {
  it('标题、层次和段内要点成树，附字数', () => {
    assert.deepEqual(documentSymbols(draft).map(plain), [
      [
        '在全区办公室工作会议上的讲话',
        '67字',
        'title',
        '0:0-7:8',
        [
          [
            '一、提高认识',
            '41字',
            'heading',
            '2:0-4:22',
            [
              [
                '（一）抓好学习',
                '20字',
                'heading',
                '4:0-4:22',
                [
                  ['一是学理论', '6字', 'point', '4:10-4:16', []],
                  ['二是学业务', '6字', 'point', '4:16-4:22', []],
                ],
              ],
            ],
          ],
          ['二、加强领导', '12字', 'heading', '6:0-7:8', []],
        ],
      ],
    ]);
  });

  it('子项都在上级的范围内', () => {
    const collection = readDraft(
      `${LINES.join('\n')}\n\n全区先进事迹 篇2\n一、认识到位。（一）学得深。（二）抓得实。\n`,
    );
    const check = (symbols: readonly DocumentSymbol[], outer: DocumentSymbol | undefined) => {
      for (const symbol of symbols) {
        const { range, selectionRange, children, name } = symbol;
        assert.ok(inside(selectionRange, range), name);
        if (outer) assert.ok(inside(range, outer.range), name);
        check(children, symbol);
      }
    };
    check(documentSymbols(collection), undefined);
  });

  it('字数同文字处理软件：汉字和标点各算一个，一串字母或数字算一个', () => {
    assert.equal(countCharacters('　　增长5.3%，GDP为1000亿元。'), 10);
    assert.equal(countCharacters('\u{20000}字 \n'), 2);
    assert.equal(countCharacters(''), 0);
  });
});

describe('服务：折叠与选择', () => {
  it('章节可折叠', () => {
    assert.deepEqual(
      foldingRanges(draft).map(({ startLine, endLine }) => [startLine, endLine]),
      [
        [0, 7],
        [2, 4],
        [6, 7],
      ],
    );
  });

  it('表格和Markdown的代码可折叠', () => {
    const text = '# 总结\n\n```\ncode\n```\n\n| 单位 | 数量 |\n| --- | --- |\n| 办公室 | 3 |\n\n要抓好落实。';
    const ranges = foldingRanges(readDraft(text, 'markdown')).map(({ startLine, endLine }) => [startLine, endLine]);
    assert.ok(ranges.some(([start, end]) => start === 2 && end === 4));
    assert.ok(ranges.some(([start, end]) => start === 6 && end === 8));
  });

  it('选择逐级扩大：句、段、节、全文', () => {
    const texts = selectionRanges(draft, { line: 3, character: 13 }).map(({ start, end }) =>
      LINES.slice(start.line, end.line + 1)
        .map((line, index, all) =>
          line.slice(index === 0 ? start.character : 0, index === all.length - 1 ? end.character : undefined),
        )
        .join('\n'),
    );
    assert.deepEqual(texts, [
      '要抓好落实！',
      '办公室工作很重要。要抓好落实！',
      '　　办公室工作很重要。要抓好落实！',
      LINES.slice(2, 5).join('\n'),
      LINES.join('\n'),
    ]);
  });

  it('空行和行外的位置也有答案', () => {
    for (const place of [
      { line: 1, character: 0 },
      { line: 3, character: 999 },
      { line: 999, character: 0 },
    ]) {
      const ranges = selectionRanges(draft, place);
      assert.deepEqual(ranges.at(-1), { start: { line: 0, character: 0 }, end: { line: 7, character: 8 } });
    }
  });
});

describe('服务：说明', () => {
  it('悬停说明理由、依据和正误例', async () => {
    const { service } = serviceWith();
    const document = new MemoryDocument('二O二四年以来，全市经济稳中有进。');
    const hover = await service.hover(document, { line: 0, character: 1 }, NEVER);
    assert.deepEqual(hover?.range, { start: { line: 0, character: 0 }, end: { line: 0, character: 4 } });
    for (const words of ['汉字年份', 'GB/T 15835—2011'.replace(/-/g, '\\-'), '（规定）', '误例：', '正例：'])
      assert.ok(hover?.contents.includes(words), words);
    assert.equal(await service.hover(document, { line: 0, character: 12 }, NEVER), undefined);
  });

  it('悬停在词语上说的是这个词：错在哪里、依据、误例、正例', async () => {
    const { service } = serviceWith();
    const over = async (text: string) =>
      (await service.hover(new MemoryDocument(text), { line: 0, character: text.length - 2 }, NEVER))?.contents ?? '';
    assert.match(await over('核对帐目。'), /^\*\*“帐目”应为“账目”.*依据：.*误例：帐目.*正例：账目/s);
    assert.match(await over('二O二四年'), /^\*\*“二O二四”应为“二〇二四”\*\*/);
  });

  it('悬停在固定提法上给出全部内容和搭配', async () => {
    const { service } = serviceWith();
    const text = '增强“四个意识”，统筹推进“五位一体”总体布局，践行社会主义核心价值观，加强法治教育。';
    const document = new MemoryDocument(text);
    const over = (words: string) => service.hover(document, { line: 0, character: text.indexOf(words) + 1 }, NEVER);
    const four = await over('四个意识');
    assert.deepEqual(four?.range, { start: { line: 0, character: 2 }, end: { line: 0, character: 8 } });
    for (const words of ['政治意识、大局意识、核心意识、看齐意识', '搭配：增强“四个意识”', '依据：'])
      assert.ok(four?.contents.includes(words), words);
    assert.match(
      (await over('五位一体'))?.contents ?? '',
      /经济建设、.*生态文明建设.*统筹推进“五位一体”；“五位一体”总体布局/s,
    );
    assert.match((await over('核心价值观'))?.contents ?? '', /富强、民主/);
    assert.equal(await over('法治教育'), undefined);
    assert.equal(await over('推进'), undefined);
  });

  it('提法写错了，说明错在哪里，也给出提法', async () => {
    const { service } = serviceWith();
    const hover = await service.hover(new MemoryDocument('坚定“四个意识”。'), { line: 0, character: 4 }, NEVER);
    assert.match(hover?.contents ?? '', /固定提法写得不准确.*---.*政治意识、大局意识/s);
    assert.deepEqual(hover?.range, { start: { line: 0, character: 0 }, end: { line: 0, character: 8 } });
  });

  it('哪条规则的悬停都有依据、误例、正例和链接', async () => {
    // without a segmenter, what needs the words of the text says nothing
    for (const rule of RULES.filter(({ examples: { bad } }) => bad[0] && bad[0].segmented === undefined)) {
      const [{ text, kind, profile } = { text: '', profile: undefined }] = rule.examples.bad;
      const { service, workspace } = serviceWith(profile ? { profile } : {}, [rule]);
      const document = new MemoryDocument(text);
      if (kind) workspace.kinds.set(document.uri, kind);
      const report = (await service.review(document, NEVER))?.reports.find((each) => each.rule.id === rule.id);
      assert.ok(report, rule.id);
      const place = { line: report.block, character: report.span.start };
      const { contents = '' } = (await service.hover(document, place, NEVER, { linkTo: () => '[规则说明]' })) ?? {};
      for (const words of ['依据：', '误例：', '正例：', '[规则说明]'])
        assert.ok(contents.includes(words), `${rule.id} ${words} ${contents}`);
    }
  });

  it('编辑器自己显示消息的，悬停不再重复；一处有几个问题的，照样写明', async () => {
    const { service } = serviceWith();
    const document = new MemoryDocument('　　要布署好各项工作。');
    const [report] = (await service.review(document, NEVER))?.reports ?? [];
    assert.ok(report);
    const over = async (withoutMessage: boolean) =>
      (await service.hover(document, { line: 0, character: 4 }, NEVER, { withoutMessage }))?.contents ?? '';
    assert.ok((await over(false)).includes(report.message));
    assert.ok(!(await over(true)).includes(report.message));
    assert.match(await over(true), /依据：/);
  });

  it('提法和不宜用的说法，悬停给出来源和时间', async () => {
    const { service } = serviceWith();
    const over = async (text: string, character: number) =>
      (await service.hover(new MemoryDocument(text), { line: 0, character }, NEVER))?.contents ?? '';
    assert.match(
      await over('做到“两个维护”。', 4),
      /坚决维护.*，坚决维护.*依据：《中共中央关于加强党的政治建设的意见》，2019年/s,
    );
    assert.match(await over('增强“两个维护”。', 2), /依据：公开政府工作报告的用例，2026年/);
    assert.match(await over('关爱聋子。', 3), /2016年7月修订/);
  });

  it('每条规则都有一页说明', () => {
    for (const rule of RULES) {
      const page = rulePage(rule);
      const sections = rule.examples.bad.length > 0 ? ['## 误例', '## 正例'] : ['## 正例'];
      for (const words of [`\`${rule.id}\``, ...sections]) assert.ok(page.includes(words), rule.id);
    }
  });
});

describe('服务：设置', () => {
  it('缺少或写错的设置按默认值', () => {
    for (const value of [
      undefined,
      null,
      3,
      'x',
      [],
      { rules: [], options: 3, ignored: {}, documents: 'some', kinds: 1 },
    ]) {
      const settings = parseSettings(value);
      assert.deepEqual(settings.ignored, []);
      assert.equal(settings.documents, 'chinese');
      assert.equal(settings.practice, true);
      assert.deepEqual(Object.keys(settings.kinds), []);
    }
  });

  it('写对的留下，写错的略去', () => {
    const settings = parseSettings({
      severity: { 'number/zero': 'off', 'form/date': 'loud' },
      options: { 'number/zero': { most: 3 }, 'form/date': 3 },
      ignored: ['number/zero@a.txt', 3],
      kinds: { 'a.txt': 'speech', 'b.txt': 'poem' },
    });
    assert.deepEqual(settings.severity, { 'number/zero': 'off' });
    assert.deepEqual(settings.options, { 'number/zero': { most: 3 } });
    assert.deepEqual(settings.ignored, ['number/zero@a.txt']);
    assert.deepEqual(settings.kinds, { 'a.txt': 'speech' });
  });
});

interface Bounds {
  readonly start: { readonly line: number; readonly character: number };
  readonly end: { readonly line: number; readonly character: number };
}

function inside(inner: Bounds, outer: Bounds): boolean {
  const after = (a: Bounds['start'], b: Bounds['start']) =>
    a.line > b.line || (a.line === b.line && a.character >= b.character);
  return after(inner.start, outer.start) && after(outer.end, inner.end);
}
