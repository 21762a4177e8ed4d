/** 套话、空话用得过多：看频度，不看一处。 */

import { collect } from '../collect';
import { linesOf } from '../pieces';
import type { DocumentFinding, DocumentRule } from '../types';
import { type TableMatch, wordTable } from '../word-table';
import { ownWords } from './_words';

const find = wordTable('style/cliche');
const matchesIn = collect((block) => ownWords(block, find(block)));
/** Fewer are no habit. */
const FEWEST = 4;
const SHOWN = 5;

interface Place {
  readonly block: number;
  readonly match: TableMatch;
}

export const rule: DocumentRule = {
  id: 'style/cliche',
  scope: 'document',
  gate: 'language',
  severity: 'hint',
  source: '编辑经验',
  authority: 'practice',
  title: '套话、空话用得过多',
  why: '“进一步”“切实”“高度重视”一类的话偶尔一用无妨，处处都用就等于没有说。',
  examples: {
    bad: [
      {
        text: '各单位要高度重视防汛工作。\n各乡镇要高度重视值班。\n各村要高度重视巡查。\n各学校要高度重视宣传。',
        found: '高度重视',
      },
    ],
    good: ['各单位要高度重视防汛工作。\n各乡镇要安排专人值班。\n各村每天巡查两次。'],
  },
  options: {
    perThousand: { type: 'number', default: 1, minimum: 0.1, maximum: 20, description: '每千字用多少次算过多' },
  },
  *check(draft, { perThousand }) {
    for (const piece of draft.pieces) {
      const places = new Map<string, Place[]>();
      for (const { index, block, items } of matchesIn(draft, piece)) {
        if (block.role !== 'body' && block.role !== 'heading') continue;
        for (const match of items) {
          const list = places.get(match.row.wrong);
          if (list) list.push({ block: index, match });
          else places.set(match.row.wrong, [{ block: index, match }]);
        }
      }
      if (![...places.values()].some(({ length }) => length >= FEWEST)) continue;
      let characters = 0;
      for (const { block } of linesOf(draft, piece, 'body', 'heading'))
        characters += block.content.end - block.content.start;
      for (const [first, ...others] of places.values()) {
        const count = others.length + 1;
        if (first && count >= FEWEST && (count * 1000) / characters >= Number(perThousand))
          yield findingOf(first, others);
      }
    }
  },
};

function findingOf(first: Place, others: readonly Place[]): DocumentFinding {
  const { row, span } = first.match;
  const advice = row.note === '' ? '宜写具体做法' : row.note;
  return {
    block: first.block,
    span,
    message: `“${row.wrong}”全文用了${others.length + 1}次，${advice}`,
    related: others
      .slice(0, SHOWN)
      .map(({ block, match }) => ({ block, span: match.span, message: `又用了“${row.wrong}”` })),
  };
}
