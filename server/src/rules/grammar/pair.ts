/** 关联词语配错或者缺了一半：只要……才、不仅……而没有下文。 */
import type { Block } from '../../document/types';
import { jointIndex } from '../../lexicon/joint-index';
import { isProse } from '../report';
import { type Fields, readTable } from '../table';
import type { BlockRule, Finding } from '../types';
import { widened } from '../widened';
import { mixtures } from './_mixture';

/** A conjunction that asks for a second one behind it. */
interface Half {
  readonly word: string;
  readonly pattern: RegExp;
  /** One of these in the rest of the sentence will do. */
  readonly partner: RegExp;
  readonly wanted: string;
}

/** A sentence that goes on for longer is not looked at. */
const LONGEST = 200;

const mismatched = mixtures('grammar/pair', '关联词语配错');
const halvesIn = jointIndex(function* () {
  for (const half of readTable('grammar/pair-missing').map(readHalf)) yield [half.word, half] as const;
});

export const rule: BlockRule = {
  id: 'grammar/pair',
  scope: 'block',
  gate: 'language',
  severity: 'warning',
  source: '《现代汉语词典》',
  authority: 'practice',
  title: '关联词语搭配不当',
  why: '成对的关联词语要前后呼应，配错了或者缺了一半，意思就不清楚。',
  examples: {
    bad: [
      { text: '只要抓好落实，才能见到成效。', found: '只要抓好落实，才' },
      { text: '尽管任务多么繁重，都要按期完成。', found: '尽管任务多么' },
      { text: '这项工作不仅关乎民生，是检验作风的考场。', found: '不仅' },
    ],
    good: [
      '只有抓好落实，才能见到成效。',
      '只有三家企业报名，就能开标。',
      '这项工作不仅关乎民生，更是检验作风的考场。',
      '既要算经济账，又要算民生账。',
      '这决不仅仅是一个数量问题。',
    ],
  },
  *check(block) {
    if (!isProse(block)) return;
    yield* mismatched(block);
    yield* missing(block);
  },
};

function readHalf(fields: Fields): Half {
  return {
    word: fields('词'),
    pattern: new RegExp(fields('式'), 'g'),
    partner: new RegExp(fields('应有')),
    wanted: fields('正'),
  };
}

function* missing(block: Block): Iterable<Finding> {
  const hits = halvesIn(block);
  if (hits.length === 0) return;
  const text = widened(block);
  for (const { word, pattern, partner, wanted } of new Set(hits.map(({ value }) => value))) {
    for (const { index } of text.matchAll(pattern)) {
      const rest = text.slice(index + word.length, index + LONGEST);
      const end = rest.indexOf('。');
      // a heading, or a line cut off, may go on below
      if (end < 0 || partner.test(rest.slice(0, end))) continue;
      yield {
        span: { start: index, end: index + word.length },
        message: `“${word}”没有“${wanted}”等词与它呼应`,
        severity: 'info',
      };
    }
  }
}
