/** 第一批异形词整理表的推荐词形。 */
import { needsWords } from '../../lexicon';
import type { BlockRule } from '../types';
import { findingsOf } from './_match';

export const rule: BlockRule = {
  id: 'wording/variant',
  scope: 'block',
  gate: 'language',
  severity: 'warning',
  source: 'GF 1001—2001《第一批异形词整理表》',
  authority: 'recommended',
  title: '异形词用推荐词形',
  why: '同音同义而写法不同的词，标准推荐其中一种写法，公文用推荐词形。',
  examples: {
    bad: [
      { text: '及时核对帐目。', found: '帐目', fixed: '及时核对账目。' },
      { text: '应收帐款逐年下降。', found: '帐款', fixed: '应收账款逐年下降。' },
    ],
    good: ['账目清楚，账实相符。', '送去救灾帐篷。', '原件见《关于核对帐目的函》。'],
  },
  needsWords,
  check: (block, _, words) => findingsOf(block, 'variant', words),
};
