/** Word lists and rule packs of an office: what is read, what is told of broken rows, and that no expression hangs. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { readDraft } from '../../server/src/document/read';
import { Linear } from '../../server/src/lexicon/linear';
import { OwnLexicon } from '../../server/src/lexicon/own-lexicon';
import { hasExpressions, readOwnList } from '../../server/src/lexicon/own-list';
import { Checkers } from '../../server/src/service/checkers';
import { type PackFiles, textOf } from '../../server/src/service/packs/files';
import { findOwnFolder, findPack } from '../../server/src/service/packs/find';
import { readPack } from '../../server/src/service/packs/pack';
import { settingsWith } from '../../server/src/service/packs/settings';

const HEAD = ['误', '正', '条件', '例外', '级别', '误例', '正例', '来源', '说明'];

function list(...rows: readonly (readonly string[])[]): string {
  return [HEAD, ...rows].map((row) => row.join('\t')).join('\n');
}

async function read(text: string) {
  return readOwnList('words.tsv', text, hasExpressions(text) ? await Linear.load() : undefined);
}

const faults = async (text: string) => (await read(text)).faults.map(({ line, message }) => `${line + 1} ${message}`);

async function found(text: string, ...lists: readonly string[]): Promise<string[]> {
  const { matches } = new OwnLexicon(await Promise.all(lists.map(read))).match(text);
  return matches.map(({ row, span }) => `${text.slice(span.start, span.end)}→${row.rights.join('|')}`);
}

describe('自己的词表', () => {
  it('各列同内置的词表一样，可以换次序，可以只有一列', async () => {
    assert.deepEqual(await found('区府办抓工作', list(['区府办', '区政府办公室'])), ['区府办→区政府办公室']);
    assert.deepEqual(await found('区府办抓工作', '正\t误\n区政府办公室\t区府办'), ['区府办→区政府办公室']);
    assert.deepEqual(await found('区府办抓工作', '# 不用的词\n\n误\n区府办\n'), ['区府办→']);
  });

  it('条件、例外、书名号同内置的词表一样', async () => {
    const text = '原有贫困户，现有贫困户，贫困户口，《贫困户名册》，原有贫困户头';
    const rows = list(['贫困户', '脱贫户', '前=(?:原有|现有) 后≠头', '现有贫困户']);
    assert.deepEqual(await found(text, rows), ['贫困户→脱贫户']);
  });

  it('误可以是表达式，正可以用其中的一组', async () => {
    const rows = list(['/为了(.{2,8})起见/', '为$1起见|为了$1']);
    assert.deepEqual(await found('为了安全起见，停工。', rows), ['为了安全起见→为安全起见|为了安全']);
    assert.deepEqual(await found('《为了安全起见》', rows), []);
  });

  it('坏的行说明在第几行、为什么，其余照用', async () => {
    const text = list(
      ['甲乙', '丙丁', '', '', '大错'],
      ['', '丙丁'],
      ['戊己', '庚辛', '前边'],
      ['戊己', '庚辛', '前=(?=甲)'],
      ['/(甲/', '乙'],
      ['/甲*/', '乙'],
      ['甲 乙', '丙'],
      ['子丑', '寅卯', '', '辰巳'],
      ['子丑', '寅卯', '', '', '', '', '', '', '', '多'],
      ['午未', '申酉'],
    );
    assert.deepEqual(await faults(text), [
      '2 “级别”应为错误、警告、建议、提示之一',
      '3 “误”不能为空',
      '4 “条件”里的“前边”看不懂',
      '5 “条件”里的表达式有误，或者用了前后断言、反向引用这些不支持的写法',
      '6 “误”里的表达式有误，或者用了前后断言、反向引用这些不支持的写法',
      '7 “误”里的表达式不能什么都不写也相合',
      '8 “误”里有空格；各列之间要用制表符（Tab）隔开',
      '9 “例外”里的“辰巳”不含“子丑”',
      '10 这一行有10列，表头只有9列',
    ]);
    assert.deepEqual(await found('午未时开工', text), ['午未→申酉']);
  });

  it('说明文档里的例子成立', async () => {
    const example = /```text\n(误\t[^`]*)```/.exec(readFileSync('docs/words.md', 'utf8'))?.[1] ?? '';
    const { rows, patterns } = await read(example);
    assert.deepEqual([rows.length, patterns.length], [3, 1]);
    assert.deepEqual(await faults(example), []);
  });

  it('没有表头的词表不用，说明表头怎样写', async () => {
    for (const text of ['甲乙\t丙丁', '词\t正\n甲\t乙', '正\n甲'])
      assert.match((await faults(text))[0] ?? '', /^1 第一行应是表头，各列是误、正、/);
    assert.deepEqual(await faults(''), []);
  });

  it('重复的行、不成立的例子、又被报出的正词说出来', async () => {
    const text = list(
      ['甲乙', '丙丁', '', '', '', '不含误形'],
      ['甲乙', '丙丁'],
      ['丙丁', '戊'],
      ['子丑', '寅', '', '', '', '', '子丑时'],
    );
    assert.deepEqual(await faults(text), [
      '2 “甲乙”的误例“不含误形”没有报出',
      '2 “甲乙”的正词“丙丁”又被第4行报出',
      '3 “甲乙”与第2行重复',
      '3 “甲乙”的正词“丙丁”又被第4行报出',
      '5 “子丑”的正例“子丑时”又被第5行报出',
    ]);
  });

  it('有条件而没有例子的行不算错', async () => {
    assert.deepEqual(await faults(list(['甲乙', '丙丁', '前=子'])), []);
  });

  it('不经专门的引擎，别人写的表达式不运行', () => {
    const { rows, faults: told } = readOwnList('x', list(['甲', '乙', '\u3000前=(a+)+$']));
    assert.equal(rows.length, 0);
    assert.equal(told.length, 1);
    assert.ok(hasExpressions('误\n \u3000/甲/'));
    assert.ok(hasExpressions('误\t条件\n甲\t\u3000前=乙'));
  });

  it('恶意的表达式不能卡住：时间有限，结果不变', async function () {
    this.timeout(20_000);
    const hostile = [
      ['/(?:(?:(?:甲+)+)+)+乙$/', '丙'],
      ['/(?:甲|甲甲|甲甲甲)+丙/', '丙'],
      ['/甲.{0,90}甲.{0,90}[乙丙]/', '丙'],
      ['甲', '乙', '前=(?:(?:甲+)+)+丙 后=(?:甲*)*丁'],
    ];
    const lexicon = new OwnLexicon([await read(list(...hostile))]);
    for (const text of ['甲'.repeat(100_000), '甲乙'.repeat(50_000), `${'甲'.repeat(4000)}乙`]) {
      const first = lexicon.match(text);
      assert.equal(lexicon.match(text).matches.length, first.matches.length);
    }
    const tooLarge = await faults(list(['/(?:[甲乙]{1,90}丙){1,90}/', '丁'], [`/${'甲'.repeat(600)}/`, '丁']));
    assert.equal(tooLarge.length, 2);
  });
});

/** Files in memory: path to text or bytes. */
function filesOf(files: Readonly<Record<string, string | Uint8Array>>): PackFiles {
  return {
    read: async (file) => {
      const content = files[file];
      return typeof content === 'string' ? Buffer.from(content) : content;
    },
    list: async (folder) => {
      const below = Object.keys(files).filter((file) => file.startsWith(folder + path.sep));
      return below.length > 0 ? below.map((file) => path.relative(folder, file).split(path.sep)[0] ?? '') : undefined;
    },
  };
}

const ROOT = path.resolve('/office');
const at = (...parts: string[]) => path.join(ROOT, ...parts);

describe('规则包', () => {
  it('清单写明名称和版本，词表和设置都起作用', async () => {
    const files = filesOf({
      [at('pack', 'pack.json')]:
        '{ "format": 1, "name": "某办用词", "version": "2026.1", // 年度\n "settings": { "preset": "strict", "words": { "布署村": "place" } } }',
      [at('pack', 'words.tsv')]: list(['区府办', '区政府办公室']),
      [at('pack', 'readme.md')]: '# 说明',
    });
    const pack = await readPack(at('pack'), true, files);
    assert.deepEqual([pack?.name, pack?.version, pack?.faults], ['某办用词', '2026.1', []]);
    assert.equal(pack?.lists.length, 1);
    const settings = settingsWith({ preset: 'standard', words: { 甲乙: 'person' } }, pack ? [pack] : []);
    assert.equal(settings.preset, 'strict');
    assert.deepEqual(settings.words, { 布署村: 'place', 甲乙: 'person' });
    const { reports } = new Checkers(settings).for('unknown').check(readDraft('　　布署村区府办参加会议。'));
    assert.deepEqual(
      reports.map(({ rule, message }) => `${rule.id} ${message}`),
      ['wording/own “区府办”应为“区政府办公室”'],
    );
  });

  it('写稿人的设置优先于包，后面的包优先于前面的', async () => {
    const pack = async (name: string, level: string, right: string) =>
      readPack(
        at(name),
        true,
        filesOf({
          [at(name, 'pack.json')]: JSON.stringify({
            format: 1,
            name,
            version: '1',
            settings: {
              severity: { 'number/zero': level, 'form/date': level, '[speech]': { [`style/${name}`]: level } },
            },
          }),
          [at(name, 'a.tsv')]: list(['甲乙', right, '', '', '建议']),
        }),
      );
    const packs = [await pack('one', 'hint', '丙'), await pack('two', 'info', '丁')].filter(
      (each) => each !== undefined,
    );
    const settings = settingsWith({ severity: { 'form/date': 'off' } }, packs);
    assert.deepEqual(settings.severity, { 'number/zero': 'info', 'form/date': 'off' });
    assert.deepEqual(settings.severityByKind.speech, { 'style/one': 'hint', 'style/two': 'info' });
    assert.deepEqual(
      settings.own?.match('甲乙').matches.map(({ row }) => row.rights),
      [['丁']],
    );
  });

  it('坏的清单、坏的行、读不了的文件都说出文件和行，其余照用', async () => {
    const files = filesOf({
      [at('pack', 'pack.json')]: JSON.stringify({
        format: 1,
        author: 'x',
        lists: ['words.tsv', 'missing.tsv', 'binary.tsv'],
        settings: { ignored: [], severity: { 'no/such': 'off' } },
      }),
      [at('pack', 'words.tsv')]: list(['甲乙', '丙', '', '', '大错'], ['丁戊', '己']),
      [at('pack', 'binary.tsv')]: Uint8Array.of(0xff, 0x00, 0x81, 0xff),
    });
    const pack = await readPack(at('pack'), true, files);
    assert.deepEqual(
      pack?.faults.map(({ file, line, message }) => `${path.basename(file)}:${line + 1} ${message}`),
      [
        'pack.json:1 缺“name”，写包的名称',
        'pack.json:1 缺“version”，写包的版本，如“2026.1”',
        'pack.json:1 没有“author”这一项，没有起作用',
        'pack.json:1 “settings”里不能设“ignored”，没有起作用',
        'pack.json:1 没有名为“no/such”的规则，这一项没有起作用',
        'words.tsv:2 “级别”应为错误、警告、建议、提示之一',
        'missing.tsv:1 找不到这个文件，或者没有权限读',
        'binary.tsv:1 不是文本，或者编码无法识别；请存为UTF-8',
      ],
    );
    assert.equal(pack?.lists[0]?.rows.length, 1);
  });

  it('不合格式的包整个不用', async () => {
    for (const [text, told] of [
      ['{ "format": 2 }', 'pack.json:1 “format”应为1，这个包没有使用'],
      ['{\n "format": 1,\n "name" }', 'pack.json:3 不合JSON的写法，这个包没有使用'],
      ['[]', 'pack.json:1 应是一个JSON对象（{ … }），这个包没有使用'],
    ] as const) {
      const files = filesOf({ [at('p', 'pack.json')]: text, [at('p', 'a.tsv')]: list(['甲', '乙']) });
      const pack = await readPack(at('p'), true, files);
      assert.deepEqual(pack?.lists, []);
      assert.deepEqual(
        pack?.faults.map(({ file, line, message }) => `${path.basename(file)}:${line + 1} ${message}`),
        [told],
      );
    }
    const without = await readPack(at('p'), true, filesOf({ [at('p', 'a.tsv')]: list(['甲', '乙']) }));
    assert.match(without?.faults[0]?.message ?? '', /没有pack\.json/);
    assert.deepEqual(without?.lists, []);
  });

  it('词表名出不了包的文件夹', async () => {
    const files = filesOf({
      [at('p', 'pack.json')]: '{ "format": 1, "name": "x", "version": "1", "lists": ["../secret.tsv"] }',
      [at('secret.tsv')]: list(['甲', '乙']),
    });
    const pack = await readPack(at('p'), true, files);
    assert.deepEqual(pack?.lists, []);
    assert.equal(pack?.faults.length, 1);
  });

  it('.biganzi可以没有清单，从文稿所在的文件夹往上找', async () => {
    const files = filesOf({ [at('.biganzi', 'words.tsv')]: list(['甲', '乙']), [at('2026', '通知.txt')]: '' });
    const own = await findOwnFolder(at('2026'), files);
    assert.equal(own, at('.biganzi'));
    assert.equal(await findOwnFolder(at('2026'), files, at('2026')), undefined);
    const pack = await readPack(own ?? '', false, files);
    assert.deepEqual([pack?.faults, pack?.lists.length], [[], 1]);
  });

  it('包按路径找，按npm包的名称找', async () => {
    const files = filesOf({
      [at('packs', 'a', 'pack.json')]: '',
      [at('node_modules', '@office', 'b', 'pack.json')]: '',
    });
    assert.equal(await findPack('packs/a', ROOT, files), at('packs', 'a'));
    assert.equal(await findPack('../packs/a', at('2026'), files), at('packs', 'a'));
    assert.equal(await findPack('@office/b', at('2026'), files), at('node_modules', '@office', 'b'));
    assert.equal(await findPack('./b', ROOT, files), undefined);
  });

  it('办公软件存的编码都认得', () => {
    const gb = Uint8Array.of(0xce, 0xf3); // 误
    const utf16 = Uint8Array.of(0xff, 0xfe, 0xef, 0x8b);
    assert.deepEqual([gb, utf16, Buffer.from('\ufeff误')].map(textOf), ['误', '误', '误']);
  });
});
