/** 并列的引号、书名号之间的顿号：标准说通常不用，全文宜一致。 */
import type { Block } from '../../document/types';
import { span } from '../../text/span';
import { isProse, memoByBlock } from '../report';
import type { DocumentFinding, DocumentRule } from '../types';

/** `”、“`, `》、《`. */
const WITH_COMMA = /(?<=[”》])、(?=[“《])/g;

/** `”“`, `》《`. */
const WITHOUT = /”“|》《/g;

export const rule: DocumentRule = {
  id: 'punctuation/adjacent-quotes',
  scope: 'document',
  gate: 'language',
  severity: 'hint',
  source: 'GB/T 15834—2011 4.5.3.5',
  authority: 'usual',
  title: '并列的引号、书名号之间通常不用顿号',
  why: '标号本身已把并列成分隔开；用顿号不算差错，但全文要一致。',
  examples: {
    bad: [
      { text: '推进“一网通办”、“一网统管”。', found: '、' },
      { text: '落实《甲办法》、《乙办法》。\n推进“一网通办”“一网统管”。', found: '、' },
    ],
    good: ['推进“一网通办”“一网统管”，落实《甲办法》《乙办法》。', '推进“一网通办”（甲）、“一网统管”。'],
  },
  *check({ blocks }) {
    const places = blocks.flatMap((block, index) =>
      summaryOf(block).commas.map((at) => ({ block: index, span: span(at, at + 1) })),
    );
    const [first] = places;
    if (!first) return;
    const bare = blocks.reduce((sum, block) => sum + summaryOf(block).bare, 0);
    const edits = places.map((place) => ({ ...place, newText: '' }));
    const all = { title: `删去全文${places.length}处`, edits, preferred: false };
    if (bare < places.length) {
      const message = `并列的引号、书名号之间通常不用顿号，全文共${places.length}处`;
      yield { ...first, message, fixes: [...one(first), ...(places.length > 1 ? [all] : [])] };
      return;
    }
    for (const place of places) {
      const message = `并列的引号、书名号之间通常不用顿号，本文另有${bare}处没有用`;
      yield { ...place, message, fixes: one(place) };
    }
  },
};

function one(place: Pick<DocumentFinding, 'span'>) {
  return [{ title: '删去顿号', edits: [{ span: place.span, newText: '' }], preferred: false }];
}

const summaryOf = memoByBlock((block: Block) => {
  if (!isProse(block)) return { commas: [], bare: 0 };
  return {
    commas: [...block.text.matchAll(WITH_COMMA)].map(({ index }) => index),
    bare: [...block.text.matchAll(WITHOUT)].length,
  };
});
