/** Templates as they are written in an editor: what is proposed, explained and marked, and that the schema says the same. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import Ajv from 'ajv';
import { parse } from 'yaml';
import { readTemplate } from '../../server/src/templates';
import { templateFaults, templateHover, templateProposals } from '../../server/src/templates/editing';
import type { Position } from '../../server/src/text/span';

const HEAD = `---
name: visit
title: 走访记录
group: 我的材料
kind: info
description: 走访一户记一页
fields:
  - name: 走访对象
    title: 走访了谁
    hint: 写户主姓名
  - name: 走访日期
    type: date
  - name: 事项
    type: list
  - name: 回访
    type: boolean
---
`;

/** The text without its mark `|`, and the place where that stood. */
function marked(text: string): [string, Position] {
  const before = text.slice(0, text.indexOf('|')).split('\n');
  return [text.replace('|', ''), { line: before.length - 1, character: before.at(-1)?.length ?? 0 }];
}

function proposals(text: string): string[] {
  return templateProposals(...marked(text)).map(({ label }) => label);
}

/** The text after the proposal was taken. */
function taken(text: string, label: string): string {
  const [source, place] = marked(text);
  const proposal = templateProposals(source, place).find((each) => each.label === label);
  assert.ok(proposal, `${label}不在其中`);
  const { start, end } = proposal.range;
  const lines = source.split('\n');
  const line = lines[start.line] ?? '';
  assert.equal(end.line, start.line);
  lines[start.line] = line.slice(0, start.character) + proposal.newText + line.slice(end.character);
  return lines.join('\n');
}

const told = (text: string) => templateHover(...marked(text))?.contents ?? '';

describe('模板：元数据的提示', () => {
  const inField = (line: string) => `---\nfields:\n  - name: 甲\n${line}\n---\n`;

  it('还没有写的项，说明取自JSON Schema', () => {
    assert.deepEqual(proposals('---\nname: a\nkind: info\n|\n---\n'), [
      'title',
      'group',
      'description',
      'fields',
      'sample',
    ]);
    const [title] = templateProposals(...marked('---\n|\n---\n')).slice(1);
    assert.equal(title?.detail, '列表里显示的标题');
  });
  it('写到一半的项，换成整个词', () => {
    assert.equal(taken('---\nname: a\ndes|\n---\n', 'description'), '---\nname: a\ndescription: \n---\n');
    assert.equal(taken('---\nna|: a\nkind: info\n---\n', 'title').split('\n')[1], 'title: : a');
  });
  it('没有写完元数据，也能提示', () => {
    assert.ok(proposals('---\nname: a\n|').includes('kind'));
    assert.ok(proposals('---\nname: "a\n|').includes('kind'));
  });
  it('文种、字段类别的各个值，用汉字也找得到', () => {
    const [notice] = templateProposals(...marked('---\nkind: |\n---\n')).filter(({ label }) => label === 'notice');
    assert.equal(notice?.detail, '通知');
    assert.equal(notice?.filterText, 'notice 通知');
    assert.equal(taken('---\nkind: inf|\n---\n', 'info'), '---\nkind: info\n---\n');
    assert.equal(taken('---\nkind: rep|ort\n---\n', 'reply'), '---\nkind: reply\n---\n');
    assert.deepEqual(proposals(inField('    type: |')), ['text', 'number', 'date', 'choice', 'list', 'boolean']);
    assert.deepEqual(proposals(inField('    optional: |')), ['true', 'false']);
    assert.ok(proposals('---\ngroup: |\n---\n').includes('法定公文'));
  });
  it('字段里的各项，缩进对齐', () => {
    assert.ok(!proposals(inField('    |')).includes('name'));
    assert.ok(proposals(inField('    |')).includes('choices'));
    assert.deepEqual(proposals('---\nsample:\n  |\n---\n').slice(0, 2), ['单位全称', '单位简称']);
    assert.equal(taken('---\n|\n---\n', 'fields'), '---\nfields:\n  - name: \n---\n');
    assert.equal(taken(inField('    |'), 'choices').split('\n').slice(3, 5).join('\n'), '    choices:\n      - ');
    assert.equal(taken('---\nfields:\n  |\n---\n', 'name'), '---\nfields:\n  - name: \n---\n');
    assert.equal(taken(inField('  - |'), 'name').split('\n')[3], '  - name: ');
    assert.ok(proposals('---\nfields:\n- name: 甲\n  |\n---\n').includes('type'));
  });
  it('日期字段的默认值提示写“今天”，别的不提', () => {
    assert.deepEqual(proposals(inField('    type: date\n    default: |')), ['今天', '今天+7']);
    assert.deepEqual(proposals(inField('    type: text\n    default: |')), []);
  });
  it('选项、说明里不提示', () => {
    assert.deepEqual(proposals(inField('    choices:\n      - |')), []);
    assert.deepEqual(proposals('---\ndescription: 何|\n---\n'), []);
    assert.deepEqual(proposals('---|\n---\n'), []);
  });
  it('空文件给出整个开头', () => {
    const [all] = templateProposals('', { line: 0, character: 0 });
    assert.ok(all?.newText.startsWith('---\nname: \ntitle: \n'));
  });
  it('指着一项，说明它是什么', () => {
    assert.equal(told(HEAD.replace('group', 'gr|oup')), '`group`　类别，与内置类别同名的排在一起');
    assert.equal(told(HEAD.replace('info', 'in|fo')), '`info`　信息');
    assert.match(told(HEAD.replace('type: list', 'ty|pe: list')), /- `list`　列表/);
    assert.equal(told(HEAD.replace('我的材料', '我的|材料')), '');
  });
});

describe('模板：花括号里的提示', () => {
  it('字段、单位资料、辅助函数、块', () => {
    const all = proposals(`${HEAD}{{|}}`);
    for (const name of ['走访对象', '走访日期', '单位全称', '汉字日期', '填', '#if', '#each'])
      assert.ok(all.includes(name), name);
    // a list or a yes is not printed by itself, a condition stands in parentheses
    for (const name of ['事项', '回访', '等于', '项']) assert.ok(!all.includes(name), name);
  });
  it('参数按类别', () => {
    assert.deepEqual(proposals(`${HEAD}{{汉字日期 |}}`), ['走访日期']);
    assert.deepEqual(proposals(`${HEAD}{{并列 |}}`), ['事项']);
    assert.deepEqual(proposals(`${HEAD}{{#each |}}`), ['事项']);
    assert.ok(proposals(`${HEAD}{{#if |}}`).includes('回访'));
    assert.ok(proposals(`${HEAD}{{#if (|)}}`).includes('等于'));
    assert.ok(proposals(`${HEAD}{{#if (等于 |)}}`).includes('走访对象'));
    assert.deepEqual(proposals(`${HEAD}{{年份 走访日期 |}}`), []);
  });
  it('写到一半换成整个词，写法在旁边', () => {
    assert.equal(taken(`${HEAD}{{汉|}}`, '汉字日期'), `${HEAD}{{汉字日期 }}`);
    assert.equal(taken(`${HEAD}一{{走访|对象}}二`, '走访日期'), `${HEAD}一{{走访日期}}二`);
    const found = templateProposals(...marked(`${HEAD}{{|}}`)).find(({ label }) => label === '年份');
    assert.equal(found?.detail, '{{年份 日期 [差几年]}}');
    assert.match(found?.about ?? '', /四位年份[\s\S]*→/);
  });
  it('列表里有项，结束处写没有结束的块', () => {
    assert.ok(proposals(`${HEAD}{{#each 事项}}{{|}}{{/each}}`).includes('项'));
    assert.deepEqual(proposals(`${HEAD}{{#each 事项}}{{#if 回访}}{{/|`), ['if']);
    assert.deepEqual(proposals(`${HEAD}{{#each 事项}}{{#if 回访}}{{/if}}{{/ea|}}`), ['each']);
  });
  it('正文、说明、引号里不提示', () => {
    for (const text of ['走访|', '{{走访对象}}|', '{{!-- {{| --}}', '{{! 走|', '{{填 "|"}}', '{{填 "记录|', '\\{{|'])
      assert.deepEqual(proposals(`${HEAD}${text}`), [], text);
  });
  it('元数据读不懂的时候，字段照样提示', () => {
    const broken = HEAD.replace('kind: info', 'kind: 不对');
    assert.deepEqual(proposals(`${broken}{{并列 |}}`), ['事项']);
  });
  it('指着一个名字，说明它是什么', () => {
    assert.match(told(`${HEAD}{{汉字|日期 走访日期}}`), /^`\{\{汉字日期 日期\}\}`\n\n用汉字写年月日/);
    assert.equal(told(`${HEAD}{{走访|对象}}`), '`走访对象`　文字字段：走访了谁：写户主姓名');
    assert.match(told(`${HEAD}{{单位|全称}}`), /单位资料：本单位的全称/);
    assert.match(told(`${HEAD}{{#ea|ch 事项}}{{/each}}`), /^列表有几项/);
    assert.equal(told(`${HEAD}走访|对象`), '');
  });
});

describe('模板：随写随查', () => {
  it('错在哪一行就标在哪一行', () => {
    assert.deepEqual(templateFaults(HEAD), []);
    const [fault] = templateFaults(`${HEAD.replace('type: list', 'type: 列表')}{{走访对象}}\r\n`);
    assert.deepEqual(fault?.range, { start: { line: 13, character: 4 }, end: { line: 13, character: 12 } });
    assert.match(fault?.message ?? '', /^type不对/);
  });

  /** A value of the front matter in the place of another; the schema and the reader say the same of each. */
  const changes: readonly (readonly [right: boolean, from: string, to: string])[] = [
    [true, 'name: visit', 'name: 走访-1'],
    [false, 'name: visit', 'name: a b'],
    [false, 'name: visit\n', ''],
    [false, 'title: 走访记录', 'title: ""'],
    [false, 'kind: info', 'kind: 信息'],
    [false, 'group: 我的材料', 'groups: 我的材料'],
    [false, '  - name: 事项', '  - title: 事项'],
    [false, '- name: 走访对象', '- name: 走访 对象'],
    [false, '- name: 走访对象', `- name: ${'长'.repeat(21)}`],
    [false, 'type: date', 'type: day'],
    [false, 'type: date', 'type: choice'],
    [true, 'type: date', 'type: choice\n    choices: [入户, 电话]'],
    [false, 'type: date', 'type: choice\n    choices: []'],
    [true, 'type: date', 'type: text\n    maximum: 20'],
    [false, 'type: date', 'type: text\n    maximum: 二十'],
    [true, 'type: date', 'type: text\n    optional: true'],
    [false, 'type: date', 'type: text\n    optional: 是'],
    [false, 'type: date', 'type: text\n    colour: 红'],
    [true, '---\n', '---\nsample:\n  单位全称: ××市林业局\n'],
    [false, '---\n', '---\nsample:\n  单位地址: ××市\n'],
    [false, 'fields:', 'fields: 走访对象\nother:'],
  ];
  const validate = new Ajv({ strict: false }).compile(
    JSON.parse(readFileSync('templates/front-matter.schema.json', 'utf8')),
  );
  for (const [right, from, to] of changes) {
    it(`JSON Schema与读法一致：${from.trim()} → ${to.trim().slice(0, 30)}`, () => {
      const text = HEAD.replace(from, to);
      assert.notEqual(text, HEAD);
      assert.equal('template' in readTemplate(text), right);
      assert.equal(validate(parse(text.split('---\n')[1] ?? '')), right, JSON.stringify(validate.errors));
    });
  }
});
