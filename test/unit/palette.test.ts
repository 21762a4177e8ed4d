/** What the palette of templates does without an editor: search, steps, answers. */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { searchTemplates, sectionsOf, usedAgain } from '../../client/src/templates/entries';
import { type FieldMark, findFieldMarks } from '../../client/src/templates/field-marks';
import { makeTemplate, nameOf } from '../../client/src/templates/make-template';
import { echo, previewValues, questionsOf, understand, valuesFrom } from '../../client/src/templates/questions';
import { askInTurn, type Place, type Reply, type Turn } from '../../client/src/templates/steps';
import {
  CalendarDate,
  type Catalogue,
  fillTemplate,
  readCatalogue,
  readTemplate,
  sampleValues,
  type Template,
  toSnippet,
  toText,
} from '../../server/src/templates';
import { CATALOGUE, SAMPLE_PROFILE } from './support/catalogue';

const TODAY = CalendarDate.today(new Date(2026, 10, 22));

function template(fields: string, body: string): Template {
  const read = readTemplate(
    `---\nname: t\ntitle: 试\ngroup: 信息\nkind: info\ndescription: 试\nfields:\n${fields}\n---\n${body}\n`,
  );
  assert.ok('template' in read, JSON.stringify(read));
  return read.template;
}

describe('模板列表', () => {
  let catalogue: Catalogue;
  before(() => {
    const files = readdirSync('templates', { recursive: true, encoding: 'utf8' }).filter((file) => /\.hbs$/.test(file));
    const builtIn = files.map((file) => ({
      path: file,
      text: readFileSync(path.join('templates', file), 'utf8'),
      origin: 'built-in' as const,
    }));
    const text = (name: string) =>
      `---\nname: ${name}\ntitle: 我的周报\ngroup: 事务文书\nkind: summary\ndescription: 周报\n---\n周报\n`;
    catalogue = readCatalogue([
      ...builtIn,
      { path: 'a', text: text('weekly'), origin: 'workspace' },
      { path: 'b', text: text('weekly'), origin: 'user' },
    ]);
  });
  const first = (query: string) => searchTemplates(catalogue.templates, query)[0]?.template.title;

  it('可以按汉字、全拼、首字母找', () => {
    for (const query of ['动员部署', 'dongyuan', 'dybs', 'DYBS', 'dongyuan bs'])
      assert.equal(first(query), '动员部署会讲话', query);
    assert.equal(first('zdd'), undefined);
    assert.equal(first('chongyao'), '重要动态信息');
    assert.equal(first('zydt'), '重要动态信息');
  });

  it('多音字各种读音都找得到', () => {
    const found = (query: string) => searchTemplates(catalogue.templates, query).map(({ template }) => template.title);
    for (const [query, title] of [
      ['huiyi', '会议简报'],
      ['huiyijianbao', '会议简报'],
      ['hyjb', '会议简报'],
      ['zhongyao', '重要动态信息'],
      ['zydtxx', '重要动态信息'],
      ['diaoyan', '调研报告'],
      ['dybg', '调研报告'],
      ['diaocha', undefined],
      ['tiaoyan', '调研报告'],
      ['jiaoliu', '经验交流发言'],
      ['shuzhi', '述职报告'],
      ['zhaokai', '通知（召开会议）'],
      ['renmian', '通知（任免人员）'],
      ['tzrm', '通知（任免人员）'],
      ['任免通知', '通知（任免人员）'],
      ['bztb', '通报（表彰先进）'],
      ['hytz', '通知（召开会议）'],
      ['biaozhang tongbao', '通报（表彰先进）'],
      ['han', '函（复函）'],
      ['tongzhi zhuanfa', '通知（转发文件）'],
    ] as const)
      assert.equal(found(query).includes(title ?? ''), title !== undefined, `${query}：${found(query)}`);
  });

  it('平常怎么叫就怎么找', () => {
    for (const query of ['会议通知', 'hytz', 'huiyitongzhi', '召开会议通知', '通知 会议'])
      assert.equal(first(query), '通知（召开会议）', query);
    assert.equal(first('复函'), '函（复函）');
    assert.equal(first('请示'), '请示（请求批准）');
  });

  it('几个词逐步缩小范围', () => {
    const titles = searchTemplates(catalogue.templates, '讲话 tuijin').map((each) => each.template.title);
    assert.deepEqual(titles, ['推进会讲话']);
  });

  it('标题相符的在前，类别相符的在后', () => {
    const found = searchTemplates(catalogue.templates, '简报');
    assert.ok(found.length >= 5);
    assert.ok(found.every(({ template: { title, group } }) => title.includes('简报') || group === '简报'));
  });

  it('最近使用的在最前，自己的其次，每个只列一次', () => {
    const sections = sectionsOf(catalogue, ['built-in/reply', 'built-in/gone', 'workspace/weekly']);
    assert.deepEqual(
      sections.map(({ heading }) => heading),
      ['recent', 'user', '讲话稿', '简报', '信息', '法定公文', '事务文书'],
    );
    assert.deepEqual(
      sections[0]?.templates.map(({ template: { name } }) => name),
      ['reply', 'weekly'],
    );
    const all = sections.flatMap(({ templates }) => templates);
    assert.equal(new Set(all).size, catalogue.templates.length);
    assert.equal(all.length, catalogue.templates.length);
  });

  it('最近使用的只记五个，再用的提到最前', () => {
    assert.deepEqual(usedAgain(['b', 'a', 'c', 'd', 'e'], 'a'), ['a', 'b', 'c', 'd', 'e']);
    assert.deepEqual(usedAgain(['b', 'c', 'd', 'e', 'f'], 'a'), ['a', 'b', 'c', 'd', 'e']);
  });
});

describe('逐项填写', () => {
  const questions = ['甲', '乙', '丙'].map((name) => ({ name }));
  /** Plays a writer, and keeps what was shown. */
  const writer = (...replies: (string | Turn)[]) => {
    const shown: string[] = [];
    const ask = async ({ name }: { name: string }, { step, of, previous }: Place): Promise<Reply | Turn> => {
      shown.push(`${name} ${step}/${of} ${previous ?? '-'}`);
      const reply = replies.shift() ?? 'cancel';
      return reply === 'back' || reply === 'cancel' ? reply : { typed: reply };
    };
    return { shown, ask };
  };

  it('一步一项，退一步还在原处', async () => {
    const { shown, ask } = writer('1', '2', 'back', '22', '3');
    const answers = await askInTurn(questions, ask);
    assert.ok(typeof answers !== 'string');
    assert.deepEqual(
      [...answers],
      [
        ['甲', '1'],
        ['乙', '22'],
        ['丙', '3'],
      ],
    );
    assert.deepEqual(shown, ['甲 1/3 -', '乙 2/3 -', '丙 3/3 -', '乙 2/3 2', '丙 3/3 -']);
  });

  it('中途离开什么也没有；从第一项退回列表', async () => {
    assert.equal(await askInTurn(questions, writer('1', 'cancel').ask), 'cancel');
    assert.equal(await askInTurn(questions, writer('1', 'back', 'back').ask), 'back');
    assert.deepEqual(await askInTurn([], writer().ask), new Map());
  });

  it('单位资料先问，有了不再问', () => {
    const one = template('  - name: 事由', '{{单位全称}}关于{{事由}}的函，{{单位简称}}');
    const names = (profile: ReadonlyMap<string, string>) => questionsOf(one, profile).map(({ name }) => name);
    assert.deepEqual(names(new Map()), ['单位全称', '单位简称', '事由']);
    assert.deepEqual(names(new Map([['单位全称', '某局']])), ['单位简称', '事由']);
  });

  it('日期、列表当场说明读成什么，不对的当场说出', () => {
    const [date, list] = questionsOf(
      template('  - name: 日\n    type: date\n  - name: 议题\n    type: list', '{{日}}{{并列 议题}}'),
      new Map(),
    );
    assert.ok(date && list);
    const shown = (question: typeof date, typed: string) => {
      const answer = understand(question, typed, TODAY);
      return 'value' in answer ? echo(answer.value) : answer;
    };
    for (const typed of ['2026.11.30', '11-30', '11月30日', '二〇二六年十一月三十日', '今天+8'])
      assert.equal(shown(date, typed), '2026年11月30日（星期一）', typed);
    assert.match(JSON.stringify(shown(date, '2月30日')), /problem.*不是日期/);
    assert.equal(shown(list, '甲；乙;丙'), '1. 甲　2. 乙　3. 丙');
    assert.deepEqual(shown(date, ' '), { empty: true });
  });

  it('填的原样进文稿，没填的成空', () => {
    const one = template('  - name: 甲\n  - name: 乙\n  - name: 丙\n    optional: true', '{{甲}}。{{乙}}。{{丙}}');
    const hostile = `a{{b}}$1\${2:c}}\\{{/if}}`;
    const asked = questionsOf(one, new Map());
    const values = valuesFrom(
      asked,
      new Map([
        ['甲', hostile],
        ['乙', ''],
      ]),
      new Map(),
      TODAY,
    );
    const filled = fillTemplate(one, values);
    assert.equal(toText(filled), `${hostile}。【填：乙】。\n`);
    assert.equal(toSnippet(filled), `a{{b\\}\\}\\$1\\\${2:c\\}\\}\\\\{{/if\\}\\}。\${1:【填：乙】}。\n$0`);
  });

  it('预览用默认值和单位资料，其余标出待填', () => {
    const one = template('  - name: 日\n    type: date\n    default: 今天\n  - name: 甲', '{{单位全称}}{{日}}{{甲}}');
    const text = toText(fillTemplate(one, previewValues(one, new Map([['单位全称', '某局']]), TODAY)));
    assert.equal(text, '某局2026年11月22日【填：甲】\n');
  });
});

describe('另存为模板', () => {
  const DRAFT = [
    '××市林业局关于召开造林绿化工作会议的通知',
    '',
    '各县林业局：',
    '',
    '　　定于2026年11月30日召开会议。请于2026年11月28日前报名，2026年11月30日8时报到。',
    '',
    '　　联系人：张××，电话：×××。',
    '',
    '××市林业局',
    '',
    '二〇二六年十一月二十二日',
    '',
  ].join('\n');
  const PROFILE = new Map([
    ['单位全称', '××市林业局'],
    ['本地区名', '××市'],
  ]);
  const head = { title: '会议通知', group: '我的模板', kind: 'notice', description: '通知' } as const;

  it('日期、单位资料、单位和人名可以改成字段', () => {
    const marks = findFieldMarks(DRAFT, PROFILE, TODAY).map(({ text, name, count }) => [text, name, count]);
    assert.deepEqual(marks, [
      ['××市林业局', '单位全称', 2],
      ['××市', '本地区名', 2],
      ['造林绿化工作会议', '会议名称', 1],
      ['各县林业局', '主送机关', 1],
      ['2026年11月30日', '日期', 2],
      ['2026年11月28日', '日期2', 1],
      ['二〇二六年十一月二十二日', '成文日期', 1],
      ['张××', '人员', 1],
    ]);
  });

  it('存出的模板填回原值就是原文', () => {
    const marks = findFieldMarks(DRAFT, PROFILE, TODAY);
    const file = makeTemplate({ ...head, text: DRAFT, marks });
    assert.ok(file);
    assert.match(file, /^\{\{单位全称\}\}关于召开/m);
    assert.match(file, /^\{\{汉字日期 成文日期\}\}$/m);
    const read = readTemplate(file);
    assert.ok('template' in read);
    const values = new Map([
      ...PROFILE,
      ...marks.flatMap(({ name, text, type }) => (type === 'text' ? [[name, text] as const] : [])),
    ]);
    assert.match(toText(fillTemplate(read.template, values)), /请于【填：日期2】前报名/);
  });

  it('讲话稿里找出会议、讲话人和讲话日期，称谓不算', () => {
    const speech =
      '在全市冬修水利现场会上的讲话\n\n（二〇二六年十二月三日）\n\n张　×\n\n同志们：\n\n　　今天部署冬修水利。\n';
    assert.deepEqual(
      findFieldMarks(speech, new Map(), TODAY).map(({ text, name, expression }) => [text, name, expression]),
      [
        ['全市冬修水利现场会', '会议名称', '会议名称'],
        ['张　×', '讲话人', '讲话人'],
        ['二〇二六年十二月三日', '讲话日期', '汉字日期 讲话日期'],
      ],
    );
  });

  it('每个内置模板的成品都能再存成模板', () => {
    for (const { template: each } of CATALOGUE.templates) {
      const text = toText(fillTemplate(each, sampleValues(each, SAMPLE_PROFILE, TODAY)));
      const marks = findFieldMarks(text, SAMPLE_PROFILE, TODAY);
      assert.ok(makeTemplate({ ...head, title: each.title, text, marks }), each.title);
    }
  });

  it('任意文字存成模板，填回来还是原文', () => {
    const words = fc.array(
      fc.constantFrom('{{', '}}', '\\', '甲', '\n', '　　', '#if', '$1', '---', '!--', '2026年1月1日'),
    );
    fc.assert(
      fc.property(words, (parts) => {
        const text = `始${parts.join('')}终`;
        const marks = findFieldMarks(text, new Map(), TODAY);
        const file = makeTemplate({ ...head, text, marks });
        // makeTemplate itself compares; what it refuses are odd braces only
        if (!file) assert.match(text, /\{\{|\}\}/);
      }),
      { numRuns: 200 },
    );
  });

  it('文中的花括号、反斜杠照原样，写不成的不存', () => {
    const mark = (text: string): FieldMark => ({
      text,
      name: text,
      type: 'text',
      expression: text,
      count: 1,
      sure: false,
    });
    const odd = [
      '{{a}}',
      '{{{{b}}}}',
      '{{!-- c --}}{{#if}}',
      '\\甲乙',
      `$1\${2} }} \\n`,
      'name: x\n---\n- y',
      '甲{{甲',
    ];
    for (const text of odd)
      assert.ok(makeTemplate({ ...head, text: `文${text}`, marks: [mark('甲乙'), mark('甲')] }), text);
    assert.equal(makeTemplate({ ...head, text: '\\{{a}}', marks: [] }), undefined);
  });

  it('标题里文件名不能用的字符换掉', () => {
    assert.equal(nameOf('关于“一网通办”的通知（样稿）/a'), '关于-一网通办-的通知-样稿-a');
    assert.equal(nameOf('《》'), 'template');
  });

  it('十万字的一行也找得完', () => {
    for (const text of [
      '市林业局'.repeat(25_000),
      '×'.repeat(100_000),
      '联系人：'.repeat(25_000),
      '二〇二六年'.repeat(20_000),
    ]) {
      for (const mark of findFieldMarks(text, PROFILE, TODAY)) assert.ok(text.includes(mark.text), mark.text);
    }
  });
});
