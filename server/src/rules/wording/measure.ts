/** 量词与名词不搭配。 */
import { needsWords } from '../../lexicon';
import type { BlockRule } from '../types';
import { findingsOf } from './_match';

export const rule: BlockRule = {
  id: 'wording/measure',
  scope: 'block',
  gate: 'language',
  severity: 'warning',
  source: '《现代汉语词典》第7版附录“名词量词配合表”',
  authority: 'practice',
  title: '量词搭配',
  why: '名词有习用的量词，队伍用“支”，树木用“棵”，画卷用“幅”。',
  examples: {
    bad: [
      { text: '打造一只队伍。', found: '只队伍' },
      { text: '栽下一颗树。', found: '颗树' },
    ],
    good: ['打造一支队伍。', '栽下一棵树。', '不仅队伍过硬。', '他一只手提着包。'],
  },
  needsWords,
  check: (block, _, words) => findingsOf(block, 'measure', words),
};
