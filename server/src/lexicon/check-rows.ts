/** What is wrong with the rows of lists taken together: the same row twice, examples that do not hold, right words that are reported. */
import type { Word } from '../segment/types';
import type { Lexicon, Match } from './lexicon';
import type { Row } from './row';

/** Finds what the lists find in a text. */
export type Find = (text: string) => readonly Match[];

/** The search of a lexicon, as if there were a word boundary between any two characters: examples have no segmenter. */
export function findWith(lexicon: Pick<Lexicon, 'match'>): Find {
  return (text) => lexicon.match(text, everywhere(text)).matches;
}

/** A row with the place where it is written, as messages name it, and what makes it the same row as another. */
export interface PlacedRow {
  readonly row: Row;
  readonly where: string;
  readonly key: string;
}

/**
 * Sentences about single rows.
 * @param examplesNeeded true where a row whose conditions never hold for the bare form must give an example
 */
export function* faultsOfRows(
  rows: readonly PlacedRow[],
  find: Find,
  examplesNeeded: boolean,
): Iterable<{ readonly placed: PlacedRow; readonly message: string }> {
  const whereOf = new Map(rows.map(({ row, where }) => [row, where]));
  const seen = new Map<string, string>();
  for (const placed of rows) {
    const { row, where, key } = placed;
    const before = seen.get(key);
    if (before !== undefined) yield { placed, message: `“${row.wrong}”与${before}重复` };
    else seen.set(key, where);
    const bare = !examplesNeeded && row.bad === row.wrong;
    for (const message of faultsOfExamples(row, bare, find, whereOf))
      yield { placed, message: `“${row.wrong}”${message}` };
  }
}

function* faultsOfExamples(row: Row, bare: boolean, find: Find, whereOf: ReadonlyMap<Row, string>): Iterable<string> {
  const name = (match: Match) => whereOf.get(rowOf(match)) ?? `“${match.row.wrong}”`;
  const reported = (text: string, what: string) => find(text).map((match) => `${what}“${text}”又被${name(match)}报出`);
  const met = find(row.bad);
  const match = met.find((each) => rowOf(each) === row);
  if (!match && !bare) {
    const others = met.length > 0 ? `，报出的是${met.map(name).join('、')}` : '';
    yield `的误例“${row.bad}”没有报出${others}`;
  } else if (match && row.bad !== row.wrong && row.rights.length > 0 && row.severity !== 'hint') {
    const { start, end } = match.span;
    yield* reported(row.bad.slice(0, start) + row.rights[0] + row.bad.slice(end), '改后的误例');
  }
  if (row.good !== '') yield* reported(row.good, '的正例');
  for (const right of row.rights) yield* reported(right, '的正词');
  for (const { text } of row.exceptions)
    if (find(text).some((each) => rowOf(each) === row)) yield `的例外“${text}”没有放过`;
}

function rowOf({ row, pattern }: Match): Row {
  return pattern ?? row;
}

function everywhere(text: string): Word[] {
  return Array.from(text, (_, index) => ({ span: { start: index, end: index + 1 } }));
}
