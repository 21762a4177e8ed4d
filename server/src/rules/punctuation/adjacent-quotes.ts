/** 并列的引号、书名号之间的顿号：标准说通常不用，全文宜一致。 */
import { span } from '../../text/span';
import { collect } from '../collect';
import { isProse } from '../report';
import type { DocumentFinding, DocumentRule } from '../types';

/** `”、“`, `》、《`. */
const WITH_COMMA = /、(?<=[”》].)(?=[“《])/g;

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
  *check(draft) {
    const places = commasIn(draft).flatMap(({ index, items }) =>
      items.map((at) => ({ block: index, span: span(at, at + 1) })),
    );
    const [first] = places;
    if (!first) return;
    const bare = bareIn(draft).reduce((sum, { items }) => sum + items.length, 0);
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

const places = (pattern: RegExp) =>
  collect(({ text }) => (/[”》]/.test(text) ? Array.from(text.matchAll(pattern), ({ index }) => index) : []), isProse);
const commasIn = places(WITH_COMMA);
const bareIn = places(WITHOUT);
