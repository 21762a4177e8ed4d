/** What is written otherwise says the same, and can be written back. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { readDraft } from '../../server/src/document/read';
import type { DocumentKind } from '../../server/src/document/types';
import type { Conversion } from '../../server/src/service/convert/conversion';
import { conversions } from '../../server/src/service/convert/conversions';
import {
  fromAmount,
  fromDigits,
  fromHan,
  grouped,
  shifted,
  toAmount,
  toDigits,
  toHan,
} from '../../server/src/service/convert/numerals';
import { applyEdits } from './support/service';

/** The conversions where `|` stands, or between two of them. */
function at(marked: string, kind?: DocumentKind): { readonly text: string; readonly found: Conversion[] } {
  const [first = '', ...more] = marked.split('|');
  const place = (before: string) => {
    const lines = before.split('\n');
    return { line: lines.length - 1, character: lines.at(-1)?.length ?? 0 };
  };
  const start = place(first);
  const end = more.length > 1 ? place(first + more[0]) : start;
  const text = marked.replaceAll('|', '');
  return { text, found: conversions(readDraft(text, 'gongwen', kind), { start, end }) };
}

/** All that the words could become there. */
function results(marked: string, kind?: DocumentKind): string[] {
  const { text, found } = at(marked, kind);
  return found.map(({ edits }) => applyEdits(text, edits));
}

describe('换算数字', function () {
  this.timeout(60_000);

  for (const [marked, ...wanted] of [
    ['完成投资12,|345项。', '完成投资一万二千三百四十五项。'],
    ['增长|3.5%。', '增长百分之三点五。'],
    ['共一万二千|三百四十五人。', '共12345人。', '共12,345人。'],
    ['下降百分之三点|五。', '下降3.5%。'],
    ['投资三亿五千|万元。', '投资350000000元。', '投资350,000,000元。', '投资3.5亿元。'],
    ['参加的有两千|人。', '参加的有2000人。'],
    ['推选一|人。', '推选1人。'],
  ] as const)
    it(marked, () => assert.deepEqual(results(marked), wanted));

  it('词里的数、文号、时间、编号不是数', () => {
    for (const marked of [
      '思想一|致。',
      '第三|产业。',
      '万|一发生。',
      '三|农工作。',
      '十|几人。',
      '×政发〔20|26〕5号。',
      '×政发〔2026〕5|号。',
      '10:|30开会。',
      '建成5|G基站。',
      'GB/T 97|04的要求。',
      '15～2|0人。',
      '见https://www.example.gov.cn/12|3。',
    ])
      assert.deepEqual(results(marked), [], marked);
  });

  it('一千亿以内的整数，换过去换回来不变', () => {
    const number = fc.nat(999_999_999_999).map(String);
    fc.assert(
      fc.property(number, (digits) => assert.equal(fromHan(toHan(digits) ?? ''), digits)),
      { numRuns: 2000 },
    );
    const short = fc.nat(10_000).map(String);
    fc.assert(
      fc.property(short, (digits) => assert.equal(fromHan(toHan(digits) ?? ''), digits)),
      { numRuns: 2000 },
    );
  });

  it('小数、年份、分节换过去换回来不变', () => {
    const decimal = fc.tuple(fc.nat(99_999_999), fc.stringMatching(/^\d{1,4}$/)).map(([a, b]) => `${a}.${b}`);
    fc.assert(fc.property(decimal, (digits) => assert.equal(fromHan(toHan(digits) ?? ''), digits)));
    fc.assert(fc.property(fc.stringMatching(/^\d{4}$/), (year) => assert.equal(fromDigits(toDigits(year)), year)));
    fc.assert(fc.property(decimal, (digits) => assert.equal(grouped(digits).replaceAll(',', ''), digits)));
    assert.deepEqual([shifted('1.2', 4), shifted('3', 8), shifted('0.05', 4)], ['12000', '300000000', '500']);
  });

  it('任意的汉字数，要么不认，要么换回来是原样', () => {
    const numeral = fc.stringMatching(/^[零一二三四五六七八九十百千万亿]{1,12}$/);
    fc.assert(
      fc.property(numeral, (words) => {
        const digits = fromHan(words);
        if (digits !== undefined) assert.equal(toHan(digits), words);
      }),
      { numRuns: 3000 },
    );
  });
});

describe('换算日期', function () {
  this.timeout(60_000);

  for (const [marked, ...wanted] of [
    ['2026年11|月22日召开。', '二〇二六年十一月二十二日召开。', '2026-11-22召开。', '2026.11.22召开。'],
    ['二〇二六年|十一月二十二日召开。', '2026年11月22日召开。', '2026-11-22召开。', '2026.11.22召开。'],
    ['2026.1.|5召开。', '2026年1月5日召开。', '二〇二六年一月五日召开。', '2026-01-05召开。'],
    ['2026年|11月召开。', '二〇二六年十一月召开。'],
    ['到二〇二六|年完成。', '到2026年完成。'],
    ['2026年2月30|日召开。'],
  ] as const)
    it(marked, () => assert.deepEqual(results(marked).slice(0, Math.max(1, wanted.length)), wanted));

  it('任何一天，各种写法都换得回来', () => {
    const day = fc.date({ min: new Date('1900-01-01'), max: new Date('2199-12-31'), noInvalidDate: true });
    fc.assert(
      fc.property(day, (date) => {
        const text = `${date.getUTCFullYear()}年${date.getUTCMonth() + 1}月${date.getUTCDate()}日`;
        for (const other of results(`|${text}`)) assert.ok(results(`|${other}`).includes(text), other);
      }),
      { numRuns: 300 },
    );
  });
});

describe('金额大写', function () {
  this.timeout(60_000);

  // The four examples are those of 《正确填写票据和结算凭证的基本规定》 itself.
  for (const [digits, capital] of [
    ['1409.50', '壹仟肆佰零玖元伍角'],
    ['6007.14', '陆仟零柒元壹角肆分'],
    ['16409.02', '壹万陆仟肆佰零玖元零贰分'],
    ['325.04', '叁佰贰拾伍元零肆分'],
    ['1680.32', '壹仟陆佰捌拾元叁角贰分'],
    ['107000.53', '壹拾万柒仟元伍角叁分'],
    ['1286.50', '壹仟贰佰捌拾陆元伍角'],
    ['10', '壹拾元整'],
    ['100000000', '壹亿元整'],
    ['1000000.00', '壹佰万元整'],
    ['0.05', '伍分'],
  ] as const)
    it(digits, () => assert.equal(toAmount(digits), capital));

  it('写不成大写的不写', () => {
    for (const digits of ['0', '0.00', '1.005', '1234567890123', 'x'])
      assert.equal(toAmount(digits), undefined, digits);
  });

  it('改写和加注', () => {
    assert.deepEqual(results('拨付1,286.50|元。'), [
      '拨付壹仟贰佰捌拾陆元伍角。',
      '拨付1,286.50元（大写：人民币壹仟贰佰捌拾陆元伍角）。',
    ]);
    assert.ok(results('拨付1.2|万元。').includes('拨付壹万贰仟元整。'));
    assert.deepEqual(results('合计壹仟贰佰|捌拾陆元伍角。'), ['合计1286.50元。']);
  });

  it('一千亿元以内，换过去换回来不变', () => {
    const cents = fc.tuple(fc.nat(99_999_999_999), fc.nat(99)).filter(([yuan, rest]) => yuan + rest > 0);
    fc.assert(
      fc.property(cents, ([yuan, rest]) => {
        const digits = rest === 0 ? `${yuan}` : `${yuan}.${String(rest).padStart(2, '0')}`;
        assert.equal(fromAmount(toAmount(digits) ?? ''), digits);
      }),
      { numRuns: 2000 },
    );
  });
});

describe('条目和段落', function () {
  this.timeout(60_000);

  const ITEMS = '|　　加强领导。\n　　落实责任。\n　　严格考核。|';

  it('选定各行编号', () => {
    assert.deepEqual(results(ITEMS).slice(0, 3), [
      '　　1.加强领导。\n　　2.落实责任。\n　　3.严格考核。',
      '　　（一）加强领导。\n　　（二）落实责任。\n　　（三）严格考核。',
      '　　（1）加强领导。\n　　（2）落实责任。\n　　（3）严格考核。',
    ]);
  });

  it('已有的序号换掉，空行不动', () => {
    assert.equal(
      results('|（一）加强领导。各单位要落实责任。\n\n（三）严格考核。按月通报。|')[0],
      '1.加强领导。各单位要落实责任。\n\n2.严格考核。按月通报。',
    );
  });

  it('并成一段：单句用分号，多句用句号', () => {
    assert.equal(results(ITEMS).at(-1), '　　一是加强领导；二是落实责任；三是严格考核。');
    assert.equal(
      results('|1.加强领导。各单位要落实责任。\n2.严格考核；|').at(-1),
      '一是加强领导。各单位要落实责任。二是严格考核。',
    );
  });

  it('段落拆成条目，引语在前', () => {
    const marked = '　　要抓好|三项工作：一是加强领导；二是落实责任。要签责任书；三是严格考核。';
    assert.equal(
      results(marked)[1],
      '　　要抓好三项工作：\n　　（一）加强领导；\n　　（二）落实责任。要签责任书。\n　　（三）严格考核。',
    );
    assert.equal(results('一要|坚定信念；二要真抓实干。')[0], '1.要坚定信念；\n2.要真抓实干。');
    assert.equal(results('第一，|认识到位。第二，措施到位。')[0], '1.认识到位。\n2.措施到位。');
  });

  it('表格、落款、日期不是条目，一行不成条目', () => {
    for (const marked of [
      '|姓名\t单位\t电话\n张三\t财政局\t×××|',
      '|请认真落实。\n\n××市财政局\n2026年11月22日|',
      '|只有一行。\n|',
      '今年|要一是一、二是二。',
    ])
      assert.deepEqual(results(marked), [], marked);
  });

  it('条目并成段落再拆开，还是原来的条目', () => {
    const word = fc.constantFrom('加强组织领导', '压实工作责任', '严格督导考核', '强化宣传引导', '完善体制机制');
    fc.assert(
      fc.property(fc.array(word, { minLength: 2, maxLength: 12 }), (words) => {
        const list = words
          .map((each, index) => `　　${index + 1}.${each}${index + 1 < words.length ? '；' : '。'}`)
          .join('\n');
        const { text, found } = at(`|${list}|`);
        const paragraph = applyEdits(text, found.find(({ kind }) => kind === 'paragraph')?.edits ?? []);
        assert.equal(paragraph.split('\n').length, 1);
        assert.equal(results(`|${paragraph}`)[0], list);
      }),
      { numRuns: 200 },
    );
  });
});

describe('补全标题', () => {
  it('知道文种、题目里没有的，补上“关于”和文种', () => {
    const body = '\n各区人民政府：\n近期降雨偏多，各地要加强值守。';
    assert.ok(results(`做好防汛|工作${body}`, 'notice').includes(`关于做好防汛工作的通知${body}`));
    assert.ok(results(`××市关于做好防汛|工作${body}`, 'report').includes(`××市关于做好防汛工作的报告${body}`));
    for (const title of ['关于做好防汛|工作的通知', '某某市财政局做好防汛|工作'])
      assert.deepEqual(results(title + body, 'notice'), [], title);
    assert.deepEqual(results(`做好防汛|工作${body}`, 'speech'), []);
  });
});
