/** 该写明而没有写明的话：信息和报告里的“有关部门”“日前”“在一定程度上”。 */
import type { DocumentKind } from '../../document/types';
import { collect } from '../collect';
import { isSpoken } from '../pieces';
import { isProse } from '../report';
import type { DocumentRule } from '../types';
import { wordTable } from '../word-table';
import { adviceOf, ownWords } from './_words';

const find = wordTable('style/vague');
const matchesIn = collect((block) => ownWords(block, find(block)), isProse);
/** They owe their reader facts. */
const FACTUAL: ReadonlySet<DocumentKind> = new Set<DocumentKind>(['info', 'report', 'brief']);

export const rule: DocumentRule = {
  id: 'style/vague',
  scope: 'document',
  gate: 'language',
  severity: 'hint',
  source: '编辑经验',
  authority: 'practice',
  title: '信息、报告中含糊的说法',
  why: '信息和报告要把时间、单位、数量和程度写明，含糊其词就没有价值。',
  examples: {
    bad: [
      { text: '经有关部门核实，情况属实。', found: '有关部门', kind: 'info' },
      { text: '日前，该县启动试点。', found: '日前', kind: 'info' },
    ],
    good: [
      { text: '经市应急局核实，情况属实。', kind: 'info' },
      { text: '请于5月20日前报送。', kind: 'info' },
      { text: '各级各有关部门要抓好落实。', kind: 'notice' },
    ],
  },
  *check(draft) {
    for (const piece of draft.pieces) {
      if (!FACTUAL.has(piece.kind) || isSpoken(draft, piece)) continue;
      for (const { index, items } of matchesIn(draft, piece))
        for (const match of items) yield { ...adviceOf(match, '说得含糊'), block: index };
    }
  },
};
