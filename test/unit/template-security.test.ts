/** Hostile templates: each is refused with a sentence, or fills to its own harmless text; none escapes, hangs or throws. */
import assert from 'node:assert/strict';
import { fillTemplate, readTemplate, TemplateProblem, toText } from '../../server/src/templates';
import HOSTILE from '../data/hostile-templates.json';
import { faultsOf, template, templateFile } from './support/template';

const FIELDS = { 甲: ['text', '甲'], 列: ['list', ['一', '二']], 否: ['boolean', '是'] } as const;

describe('模板：不可信的模板', () => {
  for (const source of Object.values(HOSTILE.refused).flat()) {
    it(`不收：${source}`, () => {
      const faults = faultsOf(source, FIELDS);
      assert.equal(faults.length, 1, '收下了');
      assert.match(faults[0] ?? '', /^1 .*[^。]$/);
    });
  }

  for (const { text: source, result: text } of HOSTILE.harmless) {
    it(`只是文字：${source}`, () => {
      assert.equal(toText(fillTemplate(template(source, FIELDS), new Map([['甲', '甲']]))), text);
    });
  }

  it('Object.prototype上的东西也看不见', () => {
    const prototype = Object.prototype as Record<string, unknown>;
    prototype.混入 = '混入';
    try {
      assert.equal(faultsOf('{{混入}}').length, 1);
      assert.equal(toText(fillTemplate(template('{{甲}}', FIELDS), new Map())), '【填：甲】\n');
    } finally {
      delete prototype.混入;
    }
  });
});

describe('模板：有界', () => {
  const many = (count: number) => Array.from({ length: count }, (_, index) => `第${index}项`);
  const refusedWhenFilled = (source: string, values: Map<string, string | readonly string[]>, fields: object) => {
    const from = template(source, { ...FIELDS, ...fields });
    assert.throws(() => fillTemplate(from, values), TemplateProblem);
  };

  const refused: readonly (readonly [string, string])[] = [
    ['太长', '甲'.repeat(100_001)],
    ['花括号太多', '{{甲}}'.repeat(3_000)],
    ['块套得太深', `${'{{#if 甲}}'.repeat(20)}${'{{/if}}'.repeat(20)}`],
    ['块套得极深', `${'{{#if 甲}}'.repeat(5_000)}${'{{/if}}'.repeat(5_000)}`],
    ['否则套得极深', `{{#if 甲}}${'{{else if 甲}}'.repeat(5_000)}{{/if}}`],
    ['括号套得极深', `{{#if ${'(非 '.repeat(10_000)}甲${')'.repeat(10_000)}}}{{/if}}`],
    ['块没有结束', '{{#if 甲}}'.repeat(8_000)],
    ['只有花括号', '{'.repeat(90_000)],
    ['只有空行和块', `${'\n {{#if 甲}}\n{{/if}} \n'.repeat(2_500)}`],
    ['参数极多', `{{选 ${'"甲" '.repeat(9_000)}}}`],
    ['名字极长', `{{${'甲'.repeat(90_000)}}}`],
    ['反斜线极多', `${'\\'.repeat(90_000)}{{乙}}`],
    ['注释没有结束', `{{!-- ${'-'.repeat(90_000)}`],
  ];
  for (const [what, source] of refused) {
    it(what, () => {
      assert.ok(faultsOf(source, FIELDS).length > 0);
    });
  }

  it('列表套列表', () => {
    const each = '{{#each 一}}{{#each 二}}{{#each 三}}{{项}}{{/each}}{{/each}}{{/each}}';
    const values = new Map(['一', '二', '三'].map((name) => [name, many(100)]));
    refusedWhenFilled(each, values, { 一: ['list', '甲'], 二: ['list', '甲'], 三: ['list', '甲'] });
  });
  it('列表里放长文', () => {
    const source = `{{#each 列}}${'长'.repeat(50_000)}{{/each}}`;
    refusedWhenFilled(source, new Map([['列', many(100)]]), {});
  });
  it('长列表连上许多遍', () => {
    const source = '{{并列 列}}'.repeat(900);
    refusedWhenFilled(source, new Map([['列', many(100).map((item) => item.repeat(300))]]), {});
  });
  it('值很长，用许多遍', () => {
    refusedWhenFilled('{{甲}}'.repeat(1_000), new Map([['甲', '长'.repeat(2_000)]]), {});
  });

  const heads: readonly (readonly [string, string])[] = [
    ['元数据太长', `name: ${'甲'.repeat(30_000)}`],
    [
      '字段太多',
      `fields:\n${many(40)
        .map((name) => `  - name: ${name}`)
        .join('\n')}`,
    ],
    ['别名炸弹', `a: &a [甲, 甲]\nb: &b [*a, *a]\nc: &c [*b, *b]\nfields: *c`],
    ['方括号极深', `fields: ${'['.repeat(9_000)}`],
    ['花括号极深', `fields: ${'{a: '.repeat(4_000)}`],
    ['列表极深', `fields: ${'- '.repeat(6_000)}`],
    ['问号极多', `fields:\n${'? '.repeat(6_000)}`],
    ['引用本机对象', 'name: !!js/function "function () { return 1 }"'],
    ['__proto__', '__proto__: {kind: speech}'],
    ['重复的键', 'name: a\nname: b'],
    ['合并键', '<<: {name: a}'],
  ];
  for (const [what, yaml] of heads) {
    it(what, () => {
      const read = readTemplate(`---\n${yaml}\n---\n甲`);
      assert.ok('faults' in read && read.faults.length > 0);
    });
  }

  it('同一模板填两遍，互不相干', () => {
    const from = template('{{甲}}{{填 "乙"}}', FIELDS);
    const first = toText(fillTemplate(from, new Map([['甲', '一']])));
    assert.equal(toText(fillTemplate(from, new Map([['甲', '二']]))), first.replace('一', '二'));
    assert.equal(templateFile('甲').split('---').length, 3);
  });
});
