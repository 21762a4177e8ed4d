/** Tables of an office in the stead of built-in ones: what they find, what is told of broken lines, and that the built-in ones give way as a whole. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { readDraft } from '../../server/src/document/read';
import { Linear } from '../../server/src/lexicon/linear';
import { hasExpressions } from '../../server/src/lexicon/own-list';
import {
  isReplaceable,
  OwnTables,
  REPLACEABLE,
  type Replaceable,
  readOwnTable,
} from '../../server/src/rules/own-tables';
import { formulationAt } from '../../server/src/rules/policy/_named';
import { columnsOf, readTable } from '../../server/src/rules/table';
import { Checkers } from '../../server/src/service/checkers';
import { completions } from '../../server/src/service/completion';
import type { PackFiles } from '../../server/src/service/packs/files';
import { readPack } from '../../server/src/service/packs/pack';
import { settingsWith } from '../../server/src/service/packs/settings';
import { DEFAULT_SETTINGS, type Settings } from '../../server/src/service/settings';

async function table(name: Replaceable, ...rows: readonly (readonly string[])[]) {
  const text = rows.map((row) => row.join('\t')).join('\n');
  return readOwnTable(name, text, hasExpressions(text) ? await Linear.load() : undefined);
}

async function tables(...all: Parameters<typeof table>[]): Promise<OwnTables> {
  return new OwnTables(await Promise.all(all.map((each) => table(...each))));
}

function messages(text: string, settings: Settings): string[] {
  const policy = (id: string) => id.startsWith('policy/');
  const { reports, failures } = new Checkers(settings).for('unknown').check(readDraft(text, 'gongwen', 'notice'));
  assert.deepEqual([...failures.values()], []);
  return reports.filter(({ rule }) => policy(rule.id)).map(({ rule, message }) => `${rule.id} ${message}`);
}

const own = async (text: string, ...all: Parameters<typeof table>[]) =>
  messages(text, { ...DEFAULT_SETTINGS, tables: await tables(...all) });

const WORDS = ['误', '正', '条件', '级别', '来源', '时间'];

describe('用自己的表代替内置的', () => {
  it('不宜使用的说法整个换掉', async () => {
    const text = '　　关爱聋子，不用老赖这种说法，老赖皮不算。';
    assert.deepEqual(messages(text, DEFAULT_SETTINGS), ['policy/avoid “聋子”应为“聋人”']);
    const row = ['老赖', '失信被执行人', '后≠皮', '警告', '本市用语规范', '2025'];
    assert.deepEqual(await own(text, ['policy/avoid', WORDS, row]), ['policy/avoid “老赖”应为“失信被执行人”']);
    assert.deepEqual(await own(text, ['policy/avoid', WORDS]), []);
  });

  it('没有换的表照旧', async () => {
    const text = '　　关爱聋子，增强“两个维护”。';
    const row = ['增强“两个维护”', '坚决做到“两个维护”', '', '警告', '', ''];
    assert.deepEqual(await own(text, ['policy/formulation', WORDS, row]), [
      'policy/avoid “聋子”应为“聋人”',
      'policy/formulation 增强“两个维护”应为“坚决做到‘两个维护’”'.replace(
        '“坚决做到‘两个维护’”',
        '“坚决做到“两个维护””',
      ),
    ]);
  });

  it('机构和法规的旧名按自己的时间报', async () => {
    const text = '　　请市招商局牵头，依照《某市招商办法》办理。';
    const all: Parameters<typeof table>[] = [
      ['policy/superseded-name', WORDS, ['招商局', '投资促进局', '', '警告', '三定规定', '2024']],
      ['policy/superseded-law', ['名', '今名', '时间'], ['某市招商办法', '某市投资促进条例', '2023']],
    ];
    assert.deepEqual(await own(text, ...all), [
      'policy/superseded-name “招商局”自2024年起改为“投资促进局”',
      'policy/superseded-name 《某市招商办法》自2023年起不再施行，现行的是《某市投资促进条例》',
    ]);
    assert.deepEqual(await own(`　　2023年，市招商局成立。\n${text}`, all[1] ?? ['policy/avoid']), [
      'policy/superseded-name 《某市招商办法》自2023年起不再施行，现行的是《某市投资促进条例》',
    ]);
  });

  it('提法的成员用于检查、悬停和补全', async () => {
    const members = await tables([
      'policy/members',
      ['提法', '名', '成员', '来源', '时间'],
      ['五干作风', '五干', '真干、实干、苦干、巧干、快干', '市第八次党代会报告', '2024'],
    ]);
    const settings = { ...DEFAULT_SETTINGS, tables: members };
    assert.deepEqual(messages('　　发扬真干、苦干、实干、巧干、快干的五干作风。', settings), [
      'policy/formulation “五干作风”的次序不对，通行写法是“真干、实干、苦干、巧干、快干”',
    ]);
    assert.deepEqual(messages('　　贯彻创新、绿色、协调、开放、共享的新发展理念。', settings), []);
    assert.equal(formulationAt('发扬五干作风', 4, members)?.formulation.source, '市第八次党代会报告');
    const line = '　　发扬真干、实干、';
    const [completion] = completions(readDraft(line), { line: 0, character: line.length }, false, members);
    assert.deepEqual(
      [completion?.newText, completion?.detail],
      ['苦干、巧干、快干', '“五干作风”的其余内容（市第八次党代会报告，2024年）'],
    );
  });

  it('坏的行说明在第几行、为什么，其余照用', async () => {
    const told = async (...each: Parameters<typeof table>) =>
      (await table(...each)).faults.map(({ line, message }) => `${line + 1} ${message}`);
    assert.deepEqual(
      await told(
        'policy/superseded-name',
        WORDS,
        ['甲局', '乙局', '', '', '', '去年'],
        ['丙局', '丁局', '词界', '', '', '2020'],
      ),
      ['2 “时间”应为四位数的年份', '3 这个表里不能用“词界”'],
    );
    assert.deepEqual(await told('policy/members', ['提法', '成员'], ['甲', '乙'], ['甲', '乙、乙'], ['', '乙、丙']), [
      '2 “成员”至少两个，用、隔开；成员里有顿号的，用|隔开',
      '3 “成员”有重复的',
      '4 “提法”不能为空',
    ]);
    assert.match((await told('policy/superseded-law', ['名', '今名'], ['甲', '乙']))[0] ?? '', /至少要有“名”、“时间”$/);
  });

  it('内置的表各列都认得', () => {
    for (const name of Object.keys(REPLACEABLE)) {
      assert.ok(isReplaceable(name));
      for (const column of [...REPLACEABLE[name], '时间', '来源']) assert.ok(columnsOf(name).includes(column), name);
      for (const fields of readTable(name))
        assert.match(fields('时间'), /^(?:19|20)\d\d$/, `${name} ${fields(REPLACEABLE[name][0])}`);
    }
  });
});

describe('规则包里的replaces', () => {
  const folder = path.resolve('/office/pack');
  const filesOf = (files: Readonly<Record<string, string>>): PackFiles => ({
    read: async (file) => {
      const content = files[path.basename(file)];
      return content === undefined ? undefined : Buffer.from(content);
    },
    list: async () => Object.keys(files),
  });
  const read = (manifest: object, files: Readonly<Record<string, string>>) =>
    readPack(
      folder,
      true,
      filesOf({ 'pack.json': JSON.stringify({ format: 1, name: 'x', version: '1', ...manifest }), ...files }),
    );

  it('代替的表不再当作词表，其余的文件仍是词表', async () => {
    const pack = await read(
      { replaces: { 'policy/avoid': 'avoid.tsv' } },
      { 'avoid.tsv': '误\t正\n老赖\t失信被执行人', 'words.tsv': '误\t正\n区府办\t区政府办公室' },
    );
    assert.deepEqual([pack?.lists.length, pack?.tables.length, pack?.faults], [1, 1, []]);
    const settings = settingsWith({}, pack ? [pack] : []);
    assert.deepEqual(messages('　　聋子、老赖。', settings), ['policy/avoid “老赖”应为“失信被执行人”']);
  });

  it('写错的说出来，内置的表照用', async () => {
    const pack = await read(
      {
        replaces: {
          'wording/variant': 'a.tsv',
          'policy/members': '../m.tsv',
          'policy/avoid': 'avoid.tsv',
          'policy/formulation': 'none.tsv',
        },
      },
      { 'avoid.tsv': '词\n老赖' },
    );
    assert.deepEqual(
      pack?.faults.map(({ file, line, message }) => `${path.basename(file)}:${line + 1} ${message.slice(0, 18)}`),
      [
        'pack.json:1 “replaces”里的“wordi',
        'pack.json:1 “replaces”里“policy',
        'avoid.tsv:1 第一行应是表头，各列是误、正、条件、',
        'none.tsv:1 找不到这个文件，或者没有权限读',
      ],
    );
    const settings = settingsWith({}, pack ? [pack] : []);
    assert.deepEqual(messages('　　聋子、老赖。', settings), ['policy/avoid “聋子”应为“聋人”']);
    assert.match((await read({ replaces: ['policy/avoid'] }, {}))?.faults[0]?.message ?? '', /^“replaces”应写明/);
  });

  it('说明文档里的表和列同程序一致', () => {
    const page = readFileSync('docs/words.md', 'utf8');
    for (const name of Object.keys(REPLACEABLE)) assert.ok(page.includes(`| \`${name}\` `), name);
  });
});
