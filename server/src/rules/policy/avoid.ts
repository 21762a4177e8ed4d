/** 公开发布的文字里不宜使用的说法，依据新华社禁用词、涉台宣传用语意见等。 */
import type { Block } from '../../document/types';
import { isProse } from '../report';
import type { BlockRule, Finding } from '../types';
import { type FindInBlock, isQuoted, wordTable } from '../word-table';
import { adviceOf } from './_advice';

const builtIn = wordTable('policy/avoid');

export const rule: BlockRule = {
  id: 'policy/avoid',
  scope: 'block',
  gate: 'policy-wording',
  severity: 'warning',
  source: '新华社《新闻信息报道中的禁用词和慎用词》、《关于正确使用涉台宣传用语的意见》等',
  authority: 'practice',
  title: '不宜使用的说法',
  why: '涉及主权、民族宗教、法律地位、残障人士等的说法有公开的规范，用错会造成政治差错或者伤害感情。',
  examples: {
    bad: [
      { text: '加强两岸三地的交流。', found: '两岸三地' },
      { text: '关爱聋子和盲人。', found: '聋子' },
      { text: '市人大副主任出席会议。', found: '人大副主任' },
      { text: '世贸组织成员国达成一致。', found: '世贸组织成员国' },
    ],
    good: [
      '加强海峡两岸暨香港的交流。',
      '关爱听力残疾人。',
      '市人大常委会副主任出席会议。',
      '市人大主任会议研究了议题。',
      '所谓“台湾总统”的说法是错误的。',
      '庆祝新中国成立75周年。',
      '市审计局局长 贾文革',
    ],
  },
  check: (block) => findingsIn(block, builtIn),
  withTables: (tables) => {
    const own = tables.finder('policy/avoid');
    return own ? { ...rule, check: (block) => findingsIn(block, own) } : rule;
  },
};

function* findingsIn(block: Block, matchesOf: FindInBlock): Iterable<Finding> {
  if (!isProse(block)) return;
  for (const match of matchesOf(block)) if (!isQuoted(block.text, match.span)) yield adviceOf(match);
}
