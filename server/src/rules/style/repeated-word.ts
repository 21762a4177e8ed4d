/** 一句话里同一个词用了三次以上：进一步……进一步……进一步。 */
import { jointIndex } from '../../lexicon/joint-index';
import { isProse } from '../report';
import { readTable } from '../table';
import type { BlockRule } from '../types';
import { sentencesOf } from './_sentences';

const TOO_OFTEN = 3;
/** In a sentence of this length or more a word may come again. */
const LONG = 120;

const wordsIn = jointIndex(function* () {
  for (const fields of readTable('style/repeated')) yield [fields('词'), fields('词')] as const;
});

export const rule: BlockRule = {
  id: 'style/repeated-word',
  scope: 'block',
  gate: 'language',
  severity: 'hint',
  source: '编辑经验',
  authority: 'practice',
  title: '一句话里反复用同一个词',
  why: '一句话里三次用同一个虚词或者修饰语，多半可以删去一两个。',
  examples: {
    bad: [{ text: '要进一步提高认识，进一步落实责任，进一步改进作风。', found: '进一步' }],
    good: ['要进一步提高认识，落实责任，改进作风。', '一是进一步提高认识；二是进一步落实责任；三是进一步改进作风。'],
  },
  of: (block) => wordsIn(block).length >= TOO_OFTEN && isProse(block),
  *check(block) {
    const { text } = block;
    const used = new Set(wordsIn(block).map(({ value }) => value));
    for (const { start, end } of sentencesOf(block)) {
      const sentence = text.slice(start, end);
      if (sentence.length >= LONG || sentence.includes('；')) continue;
      for (const word of used) {
        const parts = sentence.split(word);
        if (parts.length <= TOO_OFTEN) continue;
        const at = start + (parts[0]?.length ?? 0);
        yield {
          span: { start: at, end: at + word.length },
          message: `这句话里“${word}”用了${parts.length - 1}次，宜删减`,
        };
      }
    }
  },
};
