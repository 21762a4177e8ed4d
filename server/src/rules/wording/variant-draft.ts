/** 第一批异形词整理表以外的异形词，只作提示。 */
import { needsWords } from '../../lexicon';
import type { BlockRule } from '../types';
import { findingsOf } from './_match';

export const rule: BlockRule = {
  id: 'wording/variant-draft',
  scope: 'block',
  gate: 'language',
  severity: 'hint',
  source: '《现代汉语词典》第7版',
  authority: 'practice',
  title: '其他异形词宜用通行词形',
  why: '词典以其中一种写法为主条，公文宜前后一致，用主条写法。',
  examples: {
    bad: [
      { text: '不能固步自封。', found: '固步自封' },
      { text: '这件事莫明其妙。', found: '莫明其妙' },
    ],
    good: ['不能故步自封。', '上级交待过。'],
  },
  needsWords,
  check: (block, _, words) => findingsOf(block, 'variant-draft', words),
};
