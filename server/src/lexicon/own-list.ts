/** Reads a word list as an office keeps it: tab-separated, its first line naming the columns; a broken row is named, the others hold. */
import { faultsOfRows, findWith, type PlacedRow } from './check-rows';
import type { Linear } from './linear';
import { OwnLexicon, type OwnRows, type PatternRow } from './own-lexicon';
import { BadRow, COLUMNS, parseRow, type Row } from './row';
import { type ListFault, TabSeparated } from './tab-separated';

export interface OwnList extends OwnRows {
  readonly faults: readonly ListFault[];
  /** The fields of each row, for columns that word lists do not have. */
  readonly fields: ReadonlyMap<Row, Fields>;
}

/** Gives the field of a column. */
type Fields = (column: string) => string;

/** Columns besides those of every word list, and what rows with them must be like. */
export interface More {
  readonly columns: readonly string[];
  /** @throws {BadRow} when the row is of no use */
  readonly check: (row: Row, fields: Fields) => void;
}

/** A list of more rows is no list of words. */
const MOST_ROWS = 20_000;

/** Each of these runs over the whole text, whereas words are all found in one pass. */
const MOST_PATTERNS = 100;

/** 前=台风, or /为了.+起见/ at the beginning of a field; it may find more, never less. */
const EXPRESSION = /[前后][=≠]|(?:^|\t)\s*\//m;

/** True for a list that needs `Linear` to be read. */
export function hasExpressions(text: string): boolean {
  return EXPRESSION.test(text);
}

/**
 * Never throws.
 * @param name how messages and rows call the list
 * @param linear may be left out for a list without expressions
 */
export function readOwnList(name: string, text: string, linear?: Linear, more?: More): OwnList {
  const columns = [...COLUMNS, ...(more?.columns ?? [])];
  const lines = new TabSeparated(text, columns, ['误']);
  const rows: Row[] = [];
  const patterns: PatternRow[] = [];
  const placed: (PlacedRow & { readonly line: number })[] = [];
  const faults: ListFault[] = [];
  const fieldsOf = new Map<Row, Fields>();
  for (const line of lines) {
    try {
      if (placed.length >= MOST_ROWS) throw new BadRow(`一个词表最多${MOST_ROWS}行，这一行以下没有读`);
      const fields = line.read();
      const row = parseRow(name, fields, linear?.conditions ?? refuse);
      const field: Fields = (column) => fields[columns.indexOf(column)]?.trim() ?? '';
      more?.check(row, field);
      const pattern = patternOf(row);
      if (pattern === undefined) rows.push(row);
      else {
        if (patterns.length >= MOST_PATTERNS) throw new BadRow(`一个词表最多${MOST_PATTERNS}个表达式`);
        if (linear) patterns.push({ row, search: linear.search(pattern) });
      }
      fieldsOf.set(row, field);
      placed.push({
        row,
        where: `第${line.index + 1}行`,
        key: `${row.wrong} ${fields[COLUMNS.indexOf('条件')] ?? ''}`,
        line: line.index,
      });
    } catch (error) {
      if (!(error instanceof BadRow)) throw error;
      faults.push({ line: line.index, message: error.message });
      if (placed.length >= MOST_ROWS) break;
    }
  }
  if (lines.fault) faults.push(lines.fault);
  const find = findWith(new OwnLexicon([{ rows, patterns, linear }]));
  const lineOf = new Map(placed.map(({ row, line }) => [row, line]));
  for (const { placed: at, message } of faultsOfRows(placed, find, false))
    faults.push({ line: lineOf.get(at.row) ?? 0, message });
  return { rows, patterns, faults: faults.sort((a, b) => a.line - b.line), linear, fields: fieldsOf };
}

/** What others wrote is never run by the engine of JavaScript. */
function refuse(): never {
  throw new BadRow('“条件”里的表达式不能用');
}

function patternOf({ wrong }: Row): string | undefined {
  return wrong.length > 2 && wrong.startsWith('/') && wrong.endsWith('/') ? wrong.slice(1, -1) : undefined;
}
