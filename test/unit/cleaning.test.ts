/** Cleaning takes away what is not the writer's, and never a character of the writer's own. */
import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import words from '../../server/data/leftover-words.json';
import { type Cleaning, clean } from '../../server/src/service/clean/clean';
import { applyEdits } from './support/service';

/** Texts that may not be in the repository lie beside the checkout. */
const SHARED = process.env.BIGANZI_SHARED ?? path.resolve('../shared');
const CORPUS = path.join(SHARED, 'corpus');

/** ⺠ 民 臵 置: characters with codes that are not theirs. */
const MISTAKEN = new Map(
  Array.from(
    `${words.radicals.pairs} ${words.lookAlikes.pairs}`.matchAll(/(\S) (\S)/gu),
    ([, wrong = '', right = '']) => [wrong, right],
  ),
);

/** The Han characters of a text, each as it is written today. */
function han(text: string): string {
  const all = text.normalize('NFKC').match(/[\p{Script=Han}〇]/gu) ?? [];
  return all.map((character) => MISTAKEN.get(character) ?? character).join('');
}

/** The words that came in instead of others, or went without being listed: none of them may hold a Han character. */
function assertNothingLost(text: string, { text: cleaned, removed, edits }: Cleaning): void {
  assert.equal(applyEdits(text, edits), cleaned);
  const rest = [...removed].reverse().reduce(
    (lines, { line, text: words }) => {
      const at = lines[line]?.lastIndexOf(words) ?? -1;
      assert.ok(at >= 0, `line ${line + 1} does not hold ${words}`);
      return lines.with(line, `${lines[line]?.slice(0, at)}${lines[line]?.slice(at + words.length)}`);
    },
    text.split(/\r\n|\n|\r/),
  );
  const [found, wanted] = [han(cleaned), han(rest.join(''))];
  const at = [...wanted].findIndex((character, index) => character !== found[index]);
  assert.ok(found === wanted, `lost at ${wanted.slice(Math.max(0, at - 5), at + 10)}`);
}

/** Own text, broken after every `width` characters. */
function broken(paragraphs: readonly string[], width: number, indent = ''): string {
  return paragraphs
    .flatMap((paragraph) => `${indent}${paragraph}`.match(new RegExp(`.{1,${width}}`, 'gu')) ?? [])
    .join('\n');
}

const PARAGRAPHS = [
  '今年以来，全市办公室系统紧紧围绕中心工作，认真履行参谋助手、督促检查、综合协调等各项职责，为推动全市经济社会发展作出了积极贡献',
  '一要提高认识，把思想统一到市委的部署上来。要坚持问题导向、目标导向，对照任务清单逐项抓好落实，确保按时保质完成全年各项目标任务。',
  '各单位要加强组织领导，明确责任分工，细化工作措施，主要负责同志要亲自过问，分管负责同志要具体抓，形成一级抓一级、层层抓落实的工作格局。',
].map((paragraph) => (paragraph.endsWith('。') ? paragraph : `${paragraph}。`));

describe('清洗文稿', function () {
  this.timeout(60_000);

  it('网页残留和页码去掉，去掉的逐条列出', () => {
    const text =
      '在全市办公室主任会议上的讲话(精选14篇)\n2026-03-05下载文档一键复制全文\n同志们：\n做好办公室工作，责任重大。; _3 S( {5 G4 i"\n- 3 -\n大家要共同努力。\n上一篇：在表彰会上的讲话';
    const cleaning = clean(text);
    assert.equal(cleaning.text, '在全市办公室主任会议上的讲话\n同志们：\n做好办公室工作，责任重大。\n大家要共同努力。');
    assert.deepEqual(cleaning.removed, [
      { line: 0, text: '(精选14篇)', reason: 'residue' },
      { line: 1, text: '2026-03-05下载文档一键复制全文', reason: 'residue' },
      { line: 3, text: '; _3 S( {5 G4 i"', reason: 'residue' },
      { line: 4, text: '- 3 -', reason: 'page-number' },
      { line: 6, text: '上一篇：在表彰会上的讲话', reason: 'residue' },
    ]);
    assert.equal(cleaning.counts.removed, 5);
    assertNothingLost(text, cleaning);
  });

  for (const [text, right] of [
    ['要开展检查,落实整改;不留死角!', '要开展检查，落实整改；不留死角！'],
    ['全年接待1,286人次，增长3.5%，会议10:30开始。', '全年接待1,286人次，增长3.5%，会议10:30开始。'],
    ['２０２６年完成投资５６．８亿元，建成５Ｇ基站。', '2026年完成投资56.8亿元，建成5G基站。'],
    ['加强⺠⽣保障，⼯作⽅案见后。', '加强民生保障，工作方案见后。'],
    ['\uFEFF抓好\u200B落\u00AD实。', '抓好落实。'],
    ['要抓好&ldquo;三农&rdquo;工作&nbsp;&nbsp;', '要抓好“三农”工作'],
    ['&amp;nbsp;&#8220;放管服&#x201D;改革', '“放管服”改革'],
    ['要抓紧抓实&nbsp;。会后，&nbsp; 请各单位落实。', '要抓紧抓实。会后，请各单位落实。'],
    ['与会领导：张&nbsp;三、李\u00A0四同志。', '与会领导：张 三、李 四同志。'],
    ['\u00A0\u00A0\u00A0\u00A0同志们，大家好。', '　　同志们，大家好。'],
    ['要抓好"三农"工作(见附件)。', '要抓好“三农”工作（见附件）。'],
    [
      '按照会议要求， 县直各部门要建成 5 个示范点 ，抓好 落实。',
      '按照会议要求，县直各部门要建成5个示范点，抓好 落实。',
    ],
    ['关于开展检查的通知\n\n各乡镇人民政府, 县政府各部门:', '关于开展检查的通知\n\n各乡镇人民政府，县政府各部门：'],
    ['项目甲&乙公司承办，AT&T;', '项目甲&乙公司承办，AT&T;'],
  ] as const)
    it(text, () => {
      const cleaning = clean(text);
      assert.equal(cleaning.text, right);
      assertNothingLost(text, cleaning);
    });

  for (const width of [26, 30, 35, 40])
    it(`每${width}字断开的行接起来`, () => {
      const text = broken(PARAGRAPHS, width, '　　');
      const cleaning = clean(text);
      assert.equal(cleaning.text, PARAGRAPHS.map((paragraph) => `　　${paragraph}`).join('\n'));
      assert.equal(cleaning.counts.lineBreaks, text.split('\n').length - PARAGRAPHS.length);
    });

  it('页码夹在句子中间，去掉页码和空行以后接起来', () => {
    const lines = broken([PARAGRAPHS.join('').repeat(3)], 30).split('\n');
    const pages = [1, 2, 3].map((page) => [...lines.slice(0, 9), '', `— ${page} —`, '', ...lines.slice(9)].join('\n'));
    const { text, removed } = clean(pages.join('\n'));
    assert.equal(removed.length, 3);
    assert.ok(!/\n\n|—/.test(text), text);
  });

  for (const form of ['2', '2 / 4', '第2页', 'Page 2 of 4', '- 2 -', '第2页，共4页'])
    it(`页码写作“${form}”`, () => {
      const pages = [1, 2, 3, 4].map((page) => `${PARAGRAPHS.join('\n').repeat(2)}\n${form.replace('2', `${page}`)}`);
      const { text, removed } = clean(pages.join('\n'));
      assert.deepEqual([removed.length, removed[1]?.text, removed[1]?.line], [4, form, 11]);
      assert.equal(removed.at(-1)?.line, pages.join('\n').split('\n').length - 1);
      assert.equal(han(text), han(PARAGRAPHS.join('').repeat(8)));
    });

  it('逐页计数的页码认得出，序号、表格里的数不动', () => {
    const pages = [1, 2, 3, 4].map((page) => `${PARAGRAPHS.join('\n').repeat(2)}\n\n${page}`);
    const cleaning = clean(pages.join('\n\n'));
    assert.deepEqual(
      cleaning.removed.map(({ text, reason }) => [text, reason]),
      [1, 2, 3, 4].map((page) => [`${page}`, 'page-number']),
    );
    const table = [1, 2, 3, 4, 5].map((row) => `${row}\n市财政局\n保障经费\n年底前`).join('\n');
    assert.deepEqual(clean(table).edits, []);
    const once = `${PARAGRAPHS.join('\n')}\n1\n${PARAGRAPHS.join('\n')}`;
    assert.deepEqual(clean(once).removed, []);
  });

  it('标题、条目、落款、署名和日期不接', () => {
    const head = '关于做好2026年度全市办公室系统业务培训工作有关事项的通知';
    const tail = '××市人民政府办公室\n2026年11月22日';
    const items =
      '一、加强组织领导，切实增强做好业务培训工作的责任感紧迫感\n（一）明确培训重点，分级分类组织好各类人员参加的业务培训\n联系人：张××，联系电话：×××××××，传真：××××××××';
    const text = `${head}\n${broken(PARAGRAPHS, 30, '　　')}\n${items}\n${tail}`;
    const { text: cleaned } = clean(text);
    for (const line of [head, ...items.split('\n'), ...tail.split('\n')])
      assert.ok(cleaned.split('\n').includes(line), line);
  });

  it('本来就是一段一行的，一行不接', () => {
    const text = PARAGRAPHS.join('\n');
    assert.deepEqual(clean(text).edits, []);
    const list = [
      '中华人民共和国行政许可法实施条例',
      '中华人民共和国行政处罚法实施办法',
      '中华人民共和国行政强制法实施细则',
    ];
    assert.deepEqual(clean([...list, ...list, ...list].join('\n')).edits, []);
  });

  it('英文断行处留空格，换行符照原样', () => {
    const lines = [
      '　　会议听取了各单位一年来的工作情况汇报，学习了Open Government',
      'Data工作组的做法，认为各项工作进展顺利，成效明显，要求各单位',
      '认真总结经验，查找存在的问题和不足，继续抓好各项任务的落实，',
      '按时报送材料。',
    ];
    const { text: cleaned } = clean([...lines, ...lines].join('\r\n'));
    assert.equal(cleaned.split('\r\n').length, 2);
    assert.ok(cleaned.includes('Open Government Data工作组'), cleaned);
    assert.ok(!/(?<!\r)\n/.test(cleaned));
  });

  it('Markdown的代码块不动', () => {
    const text = '```\n要检查,落实&nbsp;整改\n```\n要检查,落实整改。';
    assert.equal(clean(text, 'markdown').text, '```\n要检查,落实&nbsp;整改\n```\n要检查，落实整改。');
  });

  it('任意的文字都不丢汉字，再洗一遍不变', () => {
    const piece = fc.constantFrom(
      ...PARAGRAPHS,
      ...broken(PARAGRAPHS, 30, '　　').split('\n'),
      '一、总体要求',
      '同志们：',
      '',
      '　　',
      '- 7 -',
      '12',
      '2026-03-05下载文档一键复制全文',
      '; _3 S( {5 G4 i" 抓好落实',
      '&ldquo;三农&rdquo;&nbsp;',
      '\u00A0\u00A0⺠⽣,２０２６年',
      '姓名\t单位\t电话',
      '2026年11月22日',
      '××市财政局',
      'https://www.example.gov.cn/a,b?c=1&amp;d=2',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), fc.constantFrom('\n', '\r\n'), (lines, lineEnd) => {
        const text = lines.join(lineEnd);
        const cleaning = clean(text);
        assertNothingLost(text, cleaning);
        assert.equal(clean(cleaning.text).text, cleaning.text);
      }),
      { numRuns: 150 },
    );
  });

  it('一百万字也理得完', () => {
    const text = broken(Array.from({ length: 5000 }, () => PARAGRAPHS).flat(), 30, '　　');
    assert.equal(clean(text).text.split('\n').length, 5000 * PARAGRAPHS.length);
  });
});

describe('清洗收集来的文稿', function () {
  this.timeout(60_000);

  before(function () {
    if (!existsSync(CORPUS)) {
      console.log(`没有${CORPUS}，略过`);
      this.skip();
    }
  });

  const texts = (folder: string) =>
    readdirSync(path.join(CORPUS, folder)).map((name) => ({
      name,
      text: readFileSync(path.join(CORPUS, folder, name), 'utf8'),
    }));

  it('发布过的文稿：一字不丢，什么也不去掉，一行不接', () => {
    for (const folder of ['clean', 'noisy'])
      for (const { name, text } of texts(folder)) {
        const cleaning = clean(text);
        assert.deepEqual([cleaning.removed, cleaning.counts.lineBreaks], [[], 0], name);
        assertNothingLost(text, cleaning);
      }
  });

  it('网上抄来的文稿：去掉的都是标注过的残留，其余一字不丢', () => {
    for (const { name, text } of texts('seeds')) {
      const cleaning = clean(text);
      assertNothingLost(text, cleaning);
      const file = path.join(CORPUS, 'labels', name.replace('.txt', '.errors.jsonl'));
      if (!existsSync(file)) continue;
      const noise = noiseIn(file);
      const lines = text.split('\n');
      for (const { line, text: words } of cleaning.removed) {
        const start = lines[line]?.indexOf(words) ?? -1;
        const labelled = noise.some(
          (label) => label.line === line + 1 && start >= label.start && start + words.length <= label.end,
        );
        assert.ok(labelled, `${name} ${line + 1}: ${words}`);
      }
    }
  });

  interface Label {
    readonly line: number;
    readonly start: number;
    readonly end: number;
    readonly kind: string;
  }

  function noiseIn(file: string): Label[] {
    return readFileSync(file, 'utf8')
      .split('\n')
      .filter((row) => row !== '')
      .map((row): Label => JSON.parse(row))
      .filter(({ kind }) => kind === 'scrape-noise');
  }
});
