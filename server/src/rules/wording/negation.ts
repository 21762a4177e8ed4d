/** 多重否定用反了意思。 */
import { needsWords } from '../../lexicon';
import type { BlockRule } from '../types';
import { findingsOf } from './_match';

export const rule: BlockRule = {
  id: 'wording/negation',
  scope: 'block',
  gate: 'language',
  severity: 'warning',
  source: '编校常识',
  authority: 'practice',
  title: '否定失当',
  why: '“防止”“避免”“切忌”本身含有否定，再加一个“不”，意思就反了。',
  examples: {
    bad: [
      { text: '采取措施，防止类似事故不再发生。', found: '不再' },
      { text: '切忌不要盲目攀比。', found: '不要' },
    ],
    good: [
      '采取措施，使类似事故不再发生。',
      '避免不必要的损失。',
      '防止反弹，确保不出现新的问题。',
      '切记不要盲目攀比。',
    ],
  },
  needsWords,
  check: (block, _, words) => findingsOf(block, 'negation', words),
};
