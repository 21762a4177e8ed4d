/** 语义重复和叠床架屋的说法。 */
import { needsWords } from '../../lexicon';
import type { BlockRule } from '../types';
import { findingsOf } from './_match';

export const rule: BlockRule = {
  id: 'wording/redundant',
  scope: 'block',
  gate: 'language',
  severity: 'warning',
  source: '编校常识',
  authority: 'practice',
  title: '语义重复',
  why: '前一个词已经含有后一个词的意思，删去一个更简洁。',
  examples: {
    bad: [
      { text: '这样做的目的是为了方便群众。', found: '目的是为了', fixed: '这样做的目的是方便群众。' },
      { text: '投资约30亿元左右。', found: '左右' },
      { text: '分析目前的现状。', found: '目前的现状', fixed: '分析现状。' },
    ],
    good: ['目的是方便群众。', '投资约30亿元。', '以经济建设为中心。', '左右两侧均已完工。'],
  },
  needsWords,
  check: (block, _, words) => findingsOf(block, 'redundant', words),
};
