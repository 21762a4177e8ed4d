/** 口语和网络用语：公文用书面语，讲话稿里放宽。 */
import type { DocumentKind } from '../../document/types';
import { collect } from '../collect';
import { isProse } from '../report';
import type { DocumentRule } from '../types';
import { wordTable } from '../word-table';
import { adviceOf, ownWords } from './_words';

const find = wordTable('style/colloquial');
const matchesIn = collect((block) => ownWords(block, find(block)), isProse);
/** What is spoken may sound spoken. */
const SPOKEN: ReadonlySet<DocumentKind> = new Set<DocumentKind>(['speech', 'host-script']);

export const rule: DocumentRule = {
  id: 'style/colloquial',
  scope: 'document',
  gate: 'language',
  severity: 'hint',
  source: '编辑经验',
  authority: 'practice',
  title: '公文中的口语和网络用语',
  why: '公文语言要庄重、平实，口语和网络用语只宜加引号引述。',
  examples: {
    bad: [
      { text: '关键环节不能掉链子。', found: '掉链子', kind: 'notice' },
      { text: '个别企业忽悠投资者。', found: '忽悠', kind: 'report' },
      { text: '有的同志干脆摆烂。', found: '摆烂', kind: 'speech' },
    ],
    good: [
      { text: '关键环节不能掉链子。', kind: 'speech' },
      { text: '群众反映个别商家“忽悠”消费者。', kind: 'report' },
      { text: '倒塌房屋已经排查完毕。', kind: 'report' },
    ],
  },
  *check(draft) {
    for (const piece of draft.pieces)
      for (const { index, items } of matchesIn(draft, piece))
        for (const match of items)
          if (!SPOKEN.has(piece.kind) || match.fields('讲话稿') === '')
            yield { ...adviceOf(match, '是口语或网络用语'), block: index };
  },
};
