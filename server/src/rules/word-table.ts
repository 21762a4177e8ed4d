/** Tables of words: the columns of the word lists and, where a rule needs them, more; and what they find in a block. */
import type { Block } from '../document/types';
import { jointIndex } from '../lexicon/joint-index';
import { LazyEntry, type Match, matchesAmong } from '../lexicon/lexicon';
import { COLUMNS, parseRow, type Row } from '../lexicon/row';
import type { Span } from '../text/span';
import { type Fields, readTable, type TableName } from './table';

export interface TableMatch extends Match {
  /** The line of the table, for columns that the word lists do not have. */
  readonly fields: Fields;
}

/** What is found is not kept. */
export type FindInBlock = (block: Block) => readonly TableMatch[];

const NONE: readonly never[] = [];

/** Finds the words of a table in a block. The table is read when first asked. */
export function wordTable(name: TableName): FindInBlock {
  const fieldsOf = new Map<Row, Fields>();
  const read = (fields: Fields) => {
    const row = parseRow(name, COLUMNS.map(fields));
    fieldsOf.set(row, fields);
    return row;
  };
  const hitsIn = jointIndex(function* () {
    for (const fields of readTable(name)) {
      const wrong = fields('误');
      yield [wrong, new LazyEntry(wrong, () => read(fields))] as const;
    }
  });
  return (block) => {
    const hits = hitsIn(block);
    if (hits.length === 0) return NONE;
    return matchesAmong(hits, block.text).matches.flatMap((match) => {
      const fields = fieldsOf.get(match.row);
      return fields ? [{ ...match, fields }] : [];
    });
  };
}

/** True inside “”, be it a term or somebody else's words. */
export function isQuoted(text: string, { start }: Span): boolean {
  return isInside(text, start, '“', '”');
}

function isInside(text: string, at: number, open: string, close: string): boolean {
  const opened = lastUpTo(placesOf(text, open), at);
  return opened >= 0 && lastUpTo(placesOf(text, close), at) < opened;
}

/** The marks of the text asked about last: one line is asked about for every word in it. */
const places = new Map<string, readonly number[]>();
let placesFor = '';

function placesOf(text: string, mark: string): readonly number[] {
  if (placesFor !== text) {
    places.clear();
    placesFor = text;
  }
  let found = places.get(mark);
  if (!found) {
    found = Array.from(text.matchAll(new RegExp(mark, 'g')), ({ index }) => index);
    places.set(mark, found);
  }
  return found;
}

/** The last of the ascending places at or before `at`, or -1. */
function lastUpTo(ascending: readonly number[], at: number): number {
  let low = 0;
  let high = ascending.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ascending[middle] ?? 0) <= at) low = middle + 1;
    else high = middle;
  }
  return ascending[low - 1] ?? -1;
}
