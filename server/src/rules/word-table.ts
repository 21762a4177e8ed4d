/** Tables of words: the columns of the word lists and, where a rule needs them, more; and what they find in a block. */
import type { Block } from '../document/types';
import { Lexicon, type Match } from '../lexicon/lexicon';
import { COLUMNS, parseRow, type Row } from '../lexicon/row';
import type { Span } from '../text/span';
import { type Fields, readTable, type TableName } from './table';

export interface TableMatch extends Match {
  /** The line of the table, for columns that the word lists do not have. */
  readonly fields: Fields;
}

/** Finds the words of a table in a block. The table is read when first asked; what is found is not kept. */
export function wordTable(name: TableName): (block: Block) => readonly TableMatch[] {
  let lexicon: Lexicon | undefined;
  const fieldsOf = new Map<Row, Fields>();
  return (block) => {
    if (!lexicon) {
      for (const fields of readTable(name)) fieldsOf.set(parseRow(name, COLUMNS.map(fields)), fields);
      lexicon = new Lexicon(Array.from(fieldsOf.keys(), (row) => ({ wrong: row.wrong, row })));
    }
    return lexicon.match(block.text).matches.flatMap((match) => {
      const fields = fieldsOf.get(match.row);
      return fields ? [{ ...match, fields }] : [];
    });
  };
}

/** Quotation marks are not looked for farther back, lest a line of a million characters be read for every word in it. */
const FARTHEST = 2000;

/** True inside “”, be it a term or somebody else's words. */
export function isQuoted(text: string, { start }: Span): boolean {
  return isInside(text, start, '“', '”');
}

/** True inside “” or 《》. */
export function isSetApart(text: string, span: Span): boolean {
  return isQuoted(text, span) || isInside(text, span.start, '《', '》');
}

function isInside(text: string, at: number, open: string, close: string): boolean {
  const before = text.slice(Math.max(0, at - FARTHEST), at + 1);
  const opened = before.lastIndexOf(open);
  return opened >= 0 && before.lastIndexOf(close) < opened;
}
