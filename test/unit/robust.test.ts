/** Whatever the text is: never a crash, never a hang, and a fix changes what it names and nothing else. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { readDraft } from '../../server/src/document/read';
import type { Language } from '../../server/src/document/types';
import { Checker } from '../../server/src/rules/engine';
import { RULES } from '../../server/src/rules/registry';
import { toDiagnostic } from '../../server/src/service/diagnostics';
import { fixText, mendAll } from '../../server/src/service/fix-all';
import { activeRules, DEFAULT_SETTINGS } from '../../server/src/service/settings';
import { lineOffsets, splitLines } from '../../server/src/text/lines';

const RULES_ON = activeRules(DEFAULT_SETTINGS);

/** Checks a text and answers what was found; fails when a rule threw or a place lies outside the text. */
function check(text: string, language: Language = 'gongwen') {
  const draft = readDraft(text, language);
  const lines = splitLines(text);
  assert.deepEqual(
    draft.blocks.map(({ source }) => source),
    lines,
  );
  const { reports, failures } = new Checker(RULES_ON).check(draft);
  assert.deepEqual([...failures], []);
  for (const report of reports) {
    const { range, text: words, fixes } = toDiagnostic(draft, report);
    assert.equal(lines[range.start.line]?.slice(range.start.character, range.end.character), words);
    for (const { range: at } of fixes.flatMap(({ edits }) => edits)) {
      for (const { line, character } of [at.start, at.end])
        assert.ok(character >= 0 && character <= (lines[line]?.length ?? -1), `${report.rule.id} 改到行外`);
    }
  }
  return { draft, reports };
}

/** The edits applied from the last to the first: another way to the same answer. */
function applyBackwards(text: string, edits: ReturnType<typeof mendAll>['edits']): string {
  const offsets = lineOffsets(text);
  const offset = ({ line, character }: { line: number; character: number }) => (offsets[line] ?? 0) + character;
  return [...edits]
    .sort((a, b) => offset(b.range.start) - offset(a.range.start) || offset(b.range.end) - offset(a.range.end))
    .reduce(
      (now, { range, newText }) => now.slice(0, offset(range.start)) + newText + now.slice(offset(range.end)),
      text,
    );
}

const LINES = RULES.flatMap(({ examples }) => [
  ...examples.bad.flatMap(({ text }) => splitLines(text)),
  ...examples.good.flatMap((example) => splitLines(typeof example === 'string' ? example : example.text)),
]);

/** Scraps of drafts: lines and halves of lines of the examples, marks, and line ends of all three kinds. */
const scrap = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...LINES) },
  {
    weight: 3,
    arbitrary: fc
      .tuple(fc.constantFrom(...LINES), fc.nat(40), fc.nat(40))
      .map(([line, from, length]) => line.slice(from, from + length)),
  },
  {
    weight: 2,
    arbitrary: fc.constantFrom(...'，。、；：？！“”‘’《》（）【】〔〕—…·,.:;?!"\'()[]<>-_~% 　\t０Ａａ0123〇零一二三'),
  },
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      '——',
      '……',
      '一、',
      '（一）',
      '1.',
      '（1）',
      '①',
      '第一，',
      '二O二四年',
      '20XX年',
      '\u200b',
      '\uFFFD',
    ),
  },
);
const lineEnd = fc.constantFrom('\n', '\n', '\r\n', '\r');
const draftText = fc
  .array(fc.tuple(fc.array(scrap, { maxLength: 4 }), lineEnd), { maxLength: 12 })
  .map((parts) => parts.map(([scraps, end]) => scraps.join('') + end).join(''));

describe('任何输入', function () {
  this.timeout(60_000);

  it('随便什么字符都不出错', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit: 'grapheme' }), draftText),
        fc.constantFrom<Language>('gongwen', 'plaintext', 'markdown'),
        (text, language) => void check(text, language),
      ),
      { numRuns: 400 },
    );
  });

  it('空文本、空字符、半个代理对', () => {
    for (const text of [
      '',
      '\n',
      '\r',
      '\0',
      '\0'.repeat(1000),
      '\uD800',
      '关于\uDC00召开\uD83D会议的通知\n\uDBFF',
      '\uFEFF',
    ])
      check(text);
  });

  it('半个代理对和空字符不因改正而变', () => {
    const text = '关于\uD800工作的通知\n\uDC00二O二四年，\0全市经济稳中有进。';
    const { text: fixed } = fixText(text, activeRules(DEFAULT_SETTINGS, new Set(['number/zero'])));
    assert.equal(fixed, text.replace('二O二四', '二〇二四'));
  });

  for (const [name, unit] of [
    ['句子', '要加强领导，落实“责任”，贯彻《意见》（试行）；'],
    ['没有标点的字', '工作'],
    ['错字', '二O二四年'],
    ['标点', '，。'],
    ['空格', ' '],
    ['全角空格', '　'],
    ['左引号', '“'],
    ['序号', '（一）'],
    ['字母', 'abc '],
    ['零宽字符', '\u200b'],
    ['半个代理对', '\uD800'],
  ] as const) {
    it(`一行一百万个字符：${name}`, () => {
      check(unit.repeat(Math.ceil(1_000_000 / unit.length)));
    });
  }

  it('十万行', () => {
    check('一、加强领导\n　　要落实责任。\n'.repeat(50_000));
  });
});

describe('改正', function () {
  this.timeout(120_000);

  it('改过的文稿再改一遍，没有可改的', () => {
    fc.assert(
      fc.property(draftText, (text) => {
        const { text: once } = fixText(text, RULES_ON);
        const { text: twice, count } = fixText(once, RULES_ON);
        assert.equal(twice, once);
        assert.equal(count, 0);
      }),
      { numRuns: 500 },
    );
  });

  it('只动写明的字', () => {
    fc.assert(
      fc.property(draftText, (text) => {
        const { edits } = mendAll(text, (current) => check(current));
        assert.equal(applyBackwards(text, edits), fixText(text, RULES_ON).text);
      }),
      { numRuns: 300 },
    );
  });

  it('换行原来是什么，改后还是什么', () => {
    fc.assert(
      fc.property(draftText, lineEnd, (text, end) => {
        const { text: fixed } = fixText(`通知${end}${splitLines(text).join(end)}`, RULES_ON);
        assert.deepEqual([...new Set(fixed.match(/\r\n|\n|\r/g))], [end]);
      }),
      { numRuns: 200 },
    );
  });
});
