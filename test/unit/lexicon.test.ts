/** The matcher of word lists, and the lists themselves: what the examples of every row say holds. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { builtInEntries } from '../../server/src/lexicon';
import { Lexicon } from '../../server/src/lexicon/lexicon';
import { BadRow, parseRow } from '../../server/src/lexicon/row';
import { WordIndex } from '../../server/src/lexicon/word-index';
import type { Word } from '../../server/src/segment/types';

function row(...fields: string[]) {
  return parseRow('测试', fields);
}

function lexiconOf(...rows: ReturnType<typeof row>[]): Lexicon {
  return new Lexicon(rows.map((each) => ({ wrong: each.wrong, row: each })));
}

function found(lexicon: Lexicon, text: string, words?: readonly Word[]): string[] {
  return lexicon.match(text, words).matches.map(({ span }) => `${span.start}:${text.slice(span.start, span.end)}`);
}

/** Words of the given lengths, one behind the other. */
function words(...lengths: number[]): Word[] {
  let end = 0;
  return lengths.map((length) => {
    const start = end;
    end += length;
    return { span: { start, end } };
  });
}

describe('词表', () => {
  it('同逐个查找的结果一样', () => {
    const word = fc.string({ unit: fc.constantFrom('部', '署', '布', '落', '实'), minLength: 1, maxLength: 4 });
    const text = fc.string({ unit: fc.constantFrom('部', '署', '布', '落', '实', '。'), maxLength: 40 });
    fc.assert(
      fc.property(fc.uniqueArray(word, { maxLength: 12 }), text, (list, within) => {
        const index = new WordIndex<string>();
        for (const each of list) index.add(each, each);
        const met: string[] = [];
        index.scan(within, (start, value) => met.push(`${start}${value}`));
        const wanted = list.flatMap((each) =>
          Array.from(within, (_, start) => (within.startsWith(each, start) ? [`${start}${each}`] : [])).flat(),
        );
        assert.deepEqual(met.sort(), wanted.sort());
      }),
    );
  });

  it('长的胜过短的，重的胜过轻的，一处只报一次', () => {
    const lexicon = lexiconOf(row('其它', '其他', '', '', '建议'), row('其它人', '其他人', '', '', '提示'));
    assert.deepEqual(found(lexicon, '其它人和其它事'), ['0:其它人', '4:其它']);
    const same = lexiconOf(row('交待', '交代', '', '', '提示'), row('交待', '交代', '后=任务', '', '警告'));
    assert.equal(same.match('交待任务').matches[0]?.row.severity, 'warning');
  });

  it('例外放过含误形的正词', () => {
    const lexicon = lexiconOf(row('复盖', '覆盖', '', '批复盖、复盖章'));
    assert.deepEqual(found(lexicon, '批复盖印，答复盖章，全面复盖'), ['12:复盖']);
  });

  it('前后条件', () => {
    const lexicon = lexiconOf(row('登陆', '登录', '后=(?:平台|系统) 前≠台风'));
    assert.deepEqual(found(lexicon, '登陆平台，台风登陆系统性变化，登陆作战'), ['0:登陆']);
  });

  it('书名号内不报，引文内只报错误', () => {
    const lexicon = lexiconOf(row('布署', '部署', '', '', '错误'), row('其它', '其他'));
    assert.deepEqual(found(lexicon, '《布署要点》'), []);
    assert.deepEqual(found(lexicon, '他说：“布署其它工作。”'), ['4:布署']);
    assert.deepEqual(found(lexicon, '抓好“其它”事项'), ['3:其它']);
  });

  it('要看词界的，分词以前不报，分词以后只报两端都是词界的', () => {
    const lexicon = lexiconOf(row('复盖', '覆盖', '词界'));
    const text = '批复盖章，全面复盖';
    const before = lexicon.match(text);
    assert.deepEqual(before, { matches: [], needsWords: true });
    assert.deepEqual(found(lexicon, text, words(2, 2, 1, 2, 2)), ['7:复盖']);
  });

  it('看不懂的行说出哪一列为什么', () => {
    assert.throws(() => row('', '部署'), BadRow);
    assert.throws(() => row('布署', '部署', '左=会议'), /条件/);
    assert.throws(() => row('布署', '部署', '前=(会议'), /表达式/);
    assert.throws(() => row('布署', '部署', '', '发布'), /例外/);
    assert.throws(() => row('布署', '部署', '', '', '严重'), /级别/);
  });
});

describe('内置词表', () => {
  const lexicon = new Lexicon(builtInEntries());

  it('十万字里到处是误形也不拖垮', function () {
    this.timeout(5000);
    for (const unit of ['布署', '其它，', '“的的”', '《帐目', '請檢', '约30亿元左右']) {
      lexicon.match(unit.repeat(Math.ceil(100_000 / unit.length)));
    }
  });

  it('换了正形就不再报', () => {
    for (const { row: each } of builtInEntries()) {
      for (const right of each.rights) assert.deepEqual(found(lexicon, right), [], `${each.wrong} ${right}`);
    }
  });
});
