/** Findings of the word tables on style: in prose, outside quotation marks, by the kind of the document. */
import type { Block } from '../../document/types';
import { explanationOf } from '../explanation';
import { choices } from '../report';
import type { Finding } from '../types';
import { isQuoted, type TableMatch } from '../word-table';

/** What the writer says in his own words, and not in quotation marks. */
export function ownWords({ text }: Block, matches: readonly TableMatch[]): readonly TableMatch[] {
  return matches.length === 0 ? matches : matches.filter(({ span }) => !isQuoted(text, span));
}

/** @param what what is said of the words: 是口语 */
export function adviceOf({ row, span }: TableMatch, what: string): Finding {
  const rights = row.rights.map((right) => `“${right}”`).join('或');
  const advice = row.note || (rights === '' ? '公文中不用' : `公文中宜用${rights}`);
  return {
    span,
    message: `“${row.wrong}”${what}，${advice}`,
    fixes: choices(span, ...row.rights),
    about: explanationOf(row),
  };
}
