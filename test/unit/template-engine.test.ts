/** The template engine: front matter, fields, dates, gaps, text and snippets, faults with their lines. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { DOCUMENT_KINDS } from '../../server/src/document/types';
import {
  CalendarDate,
  FIELD_TYPES,
  type Field,
  fillTemplate,
  LIMITS,
  PROFILE,
  parseDate,
  readCatalogue,
  readProfile,
  readTemplate,
  readValue,
  showValue,
  toText,
} from '../../server/src/templates';
import { readSnippet } from './support/snippet';
import { faultsOf, snippetOf, TODAY, template, templateFile, textOf } from './support/template';

describe('模板：日期', () => {
  const forms = [
    '2026-11-22',
    '2026/11/22',
    '2026.11.22',
    '２０２６．１１．２２',
    '20261122',
    '2026年11月22日',
    '2026年11月22号',
    ' 2026 年 11 月 22 日 ',
    '26-11-22',
    '11-22',
    '11.22',
    '11月22日',
    '二〇二六年十一月二十二日',
    '二○二六年十一月二十二日',
    '十一月二十二日',
    '今天',
    '明天-1',
    '今天+0天',
  ];
  for (const form of forms) {
    it(form, () => {
      assert.equal(String(parseDate(form, TODAY)), '2026年11月22日');
    });
  }
  for (const wrong of ['', '下周三', '2026-02-30', '13月1日', '2026-11', '0-0-0', '1'.repeat(200), '二〇二六年']) {
    it(`不是日期：${wrong.slice(0, 20)}`, () => {
      assert.equal(parseDate(wrong, TODAY), undefined);
    });
  }
  it('数字里的年份从今天算起；一季度里本年度是去年', () => {
    const [field] = template('{{甲}}', { 甲: ['number', ''] }).fields;
    assert.ok(field);
    const year = (typed: string, today: CalendarDate) => {
      const answer = readValue(field, typed, today);
      return 'value' in answer ? answer.value : answer.problem;
    };
    const [november, january] = [CalendarDate.of(2026, 11, 22), CalendarDate.of(2027, 1, 5)];
    assert.ok(november && january);
    assert.deepEqual(
      ['今年', '去年', '明年', '今年+4', '本年度', '本年度+1', '2030'].map((typed) => year(typed, november)),
      [2026, 2025, 2027, 2030, 2026, 2027, 2030],
    );
    assert.deepEqual(
      ['今年', '本年度', '本年度+1'].map((typed) => year(typed, january)),
      [2027, 2026, 2027],
    );
    assert.match(String(year('后年', november)), /不是数字/);
  });
  it('跨月跨年推算', () => {
    assert.equal(String(TODAY.plus(40)), '2027年1月1日');
    assert.equal(String(CalendarDate.of(2028, 3, 1)?.plus(-1)), '2028年2月29日');
  });
});

describe('模板：字段', () => {
  const field = (more: Partial<Field>): Field => ({ name: '项', title: '项', type: 'text', optional: false, ...more });
  const cases: [Partial<Field>, string, string][] = [
    [{}, '  全市大会 ', '全市大会'],
    [{ type: 'number' }, '１２', '12'],
    [{ type: 'number' }, '1,200.5', '1200.5'],
    [{ type: 'date' }, '12-1', '2026年12月1日'],
    [{ type: 'choice', choices: ['现场', '视频'] }, '视频', '视频'],
    [{ type: 'list' }, '甲；乙;丙；', '甲；乙；丙'],
    [{ type: 'list' }, '甲\r\n乙', '甲；乙'],
    [{ type: 'boolean' }, '有', '是'],
    [{ type: 'boolean' }, '', '否'],
  ];
  for (const [more, typed, shown] of cases) {
    it(`${more.type ?? 'text'} ${JSON.stringify(typed)}`, () => {
      const answer = readValue(field(more), typed, TODAY);
      assert.ok('value' in answer && answer.value !== undefined);
      assert.equal(showValue(answer.value), shown);
    });
  }
  const wrong: [Partial<Field>, string | string[], RegExp][] = [
    [{}, '', /还没有填写/],
    [{}, ['甲'], /不是列表/],
    [{ maximum: 3 }, '全市大会', /最多3个字/],
    [{ minimum: 5 }, '全市大会', /至少5个字/],
    [{}, '长'.repeat(3000), /太长/],
    [{ type: 'number' }, '三', /不是数字/],
    [{ type: 'number', minimum: 1 }, '0', /不能小于1/],
    [{ type: 'number', maximum: 9 }, '10', /不能大于9/],
    [{ type: 'date' }, '2026年2月30日', /不是日期/],
    [{ type: 'choice', choices: ['现场', '视频'] }, '电话', /现场、视频/],
    [{ type: 'list' }, '；；', /还没有填写/],
    [{ type: 'list', minimum: 2 }, '甲', /至少要有2项/],
    [{ type: 'list', maximum: 1 }, '甲；乙', /最多1项/],
    [{ type: 'boolean' }, '也许', /“是”或“否”/],
  ];
  for (const [more, typed, problem] of wrong) {
    it(`${more.type ?? 'text'} ${JSON.stringify(typed).slice(0, 20)} 不对`, () => {
      const answer = readValue(field(more), typed, TODAY);
      assert.ok('problem' in answer);
      assert.match(answer.problem, problem);
    });
  }
  it('可不填的留空', () => {
    assert.deepEqual(readValue(field({ optional: true }), ' ', TODAY), { value: undefined });
  });
  it('单位资料只取认得的、非空的文字', () => {
    const profile = readProfile({ 单位全称: ' ××局 ', 单位简称: '', 领导称谓: 3, __proto__: '甲', 别的: '乙' });
    assert.deepEqual([...profile], [['单位全称', '××局']]);
    assert.equal(readProfile(undefined).size, 0);
  });
});

describe('模板：成文', () => {
  it('说明不进正文，独占一行的块不留空行', () => {
    const text = textOf('{{!-- 写标题 --}}\n标题\n{{!-- 一行\n又一行 --}}\n{{#if 甲}}\n正文\n{{/if}}\n结尾', {
      甲: ['boolean', '是'],
    });
    assert.equal(text, '标题\n正文\n结尾\n');
  });
  it('两个全角空格的缩进不动', () => {
    assert.equal(textOf('{{#each 甲}}\n　　{{项}}\n{{/each}}', { 甲: ['list', ['一', '二']] }), '　　一\n　　二\n');
  });
  it('列表里也能用外面的字段，{{this}}同{{项}}', () => {
    const text = textOf('{{#each 甲}}{{this}}（{{会}}）{{/each}}', { 甲: ['list', ['一', '二']], 会: ['text', '会'] });
    assert.equal(text, '一（会）二（会）\n');
  });
  it('没填的必填字段成为空位，可不填的什么也不留', () => {
    const from = template(
      '{{会}}{{汉字日期 日}}{{#if 会}}有{{/if}}{{并列 人}}{{备注}}{{#each 人}}{{序号 "1."}}{{项}}{{/each}}',
      {
        会: ['text', '会'],
        日: ['date', '今天'],
        人: ['list', '甲'],
        备注: ['text', ''],
      },
    );
    assert.equal(toText(fillTemplate(from, new Map())), '【填：会】【填：日】【填：人】1.【填：人】\n');
  });
  it('可不填的日期、列表留空时，辅助函数什么也不写', () => {
    const fields = { 日: ['date', ''], 人: ['list', ''] } as const;
    assert.equal(textOf('（{{汉字日期 日}}{{并列 人}}{{计数 人 "人"}}）', fields), '（）\n');
  });
  it('单位资料可以直接用', () => {
    const from = template('{{单位全称}}、{{本地区名}}');
    assert.deepEqual([...from.profile], ['单位全称', '本地区名']);
    assert.equal(toText(fillTemplate(from, new Map([['单位全称', '市财政局']]))), '市财政局、【填：本地区名】\n');
  });
  it('CRLF和BOM的模板文件照样读', () => {
    const read = readTemplate(`\uFEFF${templateFile('甲\n乙').replace(/\n/g, '\r\n')}`);
    assert.ok('template' in read);
    assert.equal(toText(fillTemplate(read.template, new Map())), '甲\n乙\n');
  });
});

describe('模板：代码片段', () => {
  it('同名的空位是同一个制表位，选项照列', () => {
    const snippet = snippetOf('{{填 "会名"}}由{{填 "人"}}主持，{{选 "现场" "视频"}}召开，{{填 "会名"}}结束');
    assert.equal(snippet, `\${1:【填：会名】}由\${2:【填：人】}主持，\${3|现场,视频|}召开，\${1}结束\n$0`);
    const { stops, choices } = readSnippet(snippet);
    assert.deepEqual(stops, [1, 2, 3, 1, 0]);
    assert.deepEqual(choices, [['现场', '视频']]);
  });
  const odd = [
    '{{会}}',
    '{{{会}}}',
    '$1',
    `\${1:a}`,
    '$TM_FILENAME',
    'a}b',
    'C:\\桌面\\',
    '\\$',
    '\\\\',
    '$',
    '&<>"\'',
    '\uE000',
  ];
  for (const value of odd) {
    it(`照原样写出：${value}`, () => {
      const fields = { 会: ['text', value], 人: ['list', [value, value]] } as const;
      const text = `在${value}上${value}、${value}。\n`;
      const source = '在{{会}}上{{并列 人}}。';
      assert.equal(textOf(source, fields), text);
      assert.equal(readSnippet(snippetOf(source, fields)).text, text);
    });
  }
  it('模板里的$、}、\\也照原样写出', () => {
    const source = `$1 } \\ \${x} {{填 "a}b\\c$d"}}{{选 "a,b" "c|d" "e\\f" "$g}"}}`;
    const snippet = readSnippet(snippetOf(source));
    assert.equal(snippet.text, `$1 } \\ \${x} 【填：a}b\\c$d】a,b\n`);
    assert.deepEqual(snippet.choices, [['a,b', 'c|d', 'e\\f', '$g}']]);
  });
  it('任何值在正文和片段里都照原样', function () {
    this.timeout(10_000);
    const value = fc.string({ unit: fc.constantFrom(...'{}$\\|,:1a甲#/!&"\'`~^*@.[]\uE000\uE001') });
    fc.assert(
      fc.property(value, (typed) => {
        const text = typed.trim();
        fc.pre(text !== '');
        const fields = { 会: ['text', typed] } as const;
        assert.equal(textOf('甲{{会}}{{填 "乙"}}丙{{会}}', fields), `甲${text}【填：乙】丙${text}\n`);
        assert.equal(readSnippet(snippetOf('甲{{会}}{{填 "乙"}}丙', fields)).text, `甲${text}【填：乙】丙\n`);
      }),
      { numRuns: 200 },
    );
  });
});

describe('模板：差错说得出行', () => {
  const cases: [string, RegExp][] = [
    ['甲\n{{会议}}', /^2 没有“会议”这个字段$/],
    ['甲\n乙\n{{大写 3}}', /^3 没有“大写”这个辅助函数$/],
    ['{{#if 甲}}\n乙', /^\d 花括号里的写法不对/],
    ['{{#if 甲}}\n{{/each}}', /不配对$/],
    ['甲\n{{甲', /^2 花括号里的写法不对/],
    ['{{列}}', /^1 “列”是列表/],
    ['{{否}}', /^1 “否”是是否/],
    ['{{汉字日期 甲}}', /^1 “汉字日期”的第1个值应是日期字段$/],
    ['{{汉字日期}}', /^1 “汉字日期”的写法是\{\{汉字日期 日期\}\}$/],
    ['{{序号 "一、"}}', /^1 “序号”要放在\{\{#each\}\}里$/],
    ['{{#each 甲}}{{/each}}', /^1 \{\{#each\}\}后面要写列表字段$/],
    ['{{#with 甲}}{{/with}}', /^1 没有“\{\{#with\}\}”这样的块/],
    ['{{等于 甲 "乙"}}', /^1 “等于”是条件/],
    ['{{项}}', /^1 没有“项”这个字段$/],
  ];
  const fields = { 甲: ['text', '甲'], 列: ['list', '甲'], 否: ['boolean', '否'] } as const;
  for (const [source, message] of cases) {
    it(source.replace(/\n/g, '⏎'), () => {
      const [first, ...more] = faultsOf(source, fields);
      assert.deepEqual(more, []);
      assert.match(first ?? '', message);
    });
  }

  const heads: [string, number, RegExp][] = [
    ['没有元数据', 0, /元数据/],
    ['---\nname: 甲\n没有结束', 0, /元数据/],
    ['---\n- 甲\n---\n', 1, /名称: 内容/],
    ['---\nname: "甲\n---\n', 1, /写法不对/],
    ['---\nname: a\ntitle: 甲\ngroup: 甲\nkind: speach\ndescription: 甲\n---\n', 4, /kind不对/],
    ['---\nname: a\ntitle: 甲\ngroup: 甲\nkind: speech\ndescription: 甲\ncolour: 红\n---\n', 6, /没有“colour”这一项/],
    ['---\nname: a b\ntitle: 甲\ngroup: 甲\nkind: speech\ndescription: 甲\n---\n', 1, /name只能用/],
    ['---\nname: a\ngroup: 甲\nkind: speech\ndescription: 甲\n---\n', 1, /缺少“title”/],
  ];
  for (const [source, line, message] of heads) {
    it(source.replace(/\n/g, '⏎').slice(0, 60), () => {
      const read = readTemplate(source);
      assert.ok('faults' in read);
      assert.equal(read.faults[0]?.line, line);
      assert.match(read.faults[0]?.message ?? '', message);
    });
  }

  const fieldFaults: [string, RegExp][] = [
    ['- name: 甲\n    type: word', /type不对/],
    ['- name: 甲\n    type: choice', /choices/],
    ['- name: 甲\n  - name: 甲', /写了两次/],
    ['- title: 甲', /缺少“name”/],
    ['- name: 甲 乙', /不能用/],
    ['- name: constructor', /不能用/],
    ['- name: 单位全称', /单位资料/],
    ['- name: 年份', /辅助函数/],
    ['- name: 甲\n    type: date\n    default: 下周', /default不对/],
    ['- name: 甲\n    type: number\n    sample: 三', /sample不对/],
    ['- name: 甲\n    maximum: 三', /maximum应是数字/],
    ['- name: 甲\n    optional: 可以', /true或false/],
    ['- 甲', /名称: 内容/],
  ];
  for (const [yaml, message] of fieldFaults) {
    it(yaml.replace(/\n */g, '，'), () => {
      const head = 'name: a\ntitle: 甲\ngroup: 甲\nkind: speech\ndescription: 甲';
      const read = readTemplate(`---\n${head}\nfields:\n  ${yaml}\n---\n`);
      assert.ok('faults' in read);
      assert.match(read.faults.map(({ line, message: each }) => `${line} ${each}`).join('\n'), message);
      assert.ok(read.faults.every(({ line }) => line >= 7 && line <= 9));
    });
  }

  it('元数据的JSON Schema与读法一致', () => {
    const schema = JSON.parse(readFileSync('templates/front-matter.schema.json', 'utf8'));
    const { properties, definitions } = schema;
    assert.deepEqual(definitions.field.properties.type.enum, Object.keys(FIELD_TYPES));
    assert.deepEqual(properties.kind.enum, Object.keys(DOCUMENT_KINDS));
    assert.deepEqual(properties.kind.enumDescriptions, Object.values(DOCUMENT_KINDS));
    assert.deepEqual(Object.keys(properties.sample.properties), Object.keys(PROFILE));
    assert.equal(properties.fields.maxItems, LIMITS.fields);
  });

  it('坏模板列出来，别的照用；同名的后一个算坏', () => {
    const good = templateFile('甲');
    const catalogue = readCatalogue([
      { path: 'a.hbs', text: good, origin: 'workspace' },
      { path: 'b.hbs', text: '坏的', origin: 'workspace' },
      { path: 'c.hbs', text: good, origin: 'workspace' },
      { path: 'd.hbs', text: good, origin: 'built-in' },
    ]);
    assert.deepEqual(
      catalogue.templates.map(({ path }) => path),
      ['a.hbs', 'd.hbs'],
    );
    assert.deepEqual(
      catalogue.faulty.map(({ path }) => path),
      ['b.hbs', 'c.hbs'],
    );
  });
});
