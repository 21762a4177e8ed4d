/** Reads a word list as an office keeps it: tab-separated, its first line naming the columns; a broken row is named, the others hold. */
import { faultsOfRows, findWith, type PlacedRow } from './check-rows';
import type { Linear, Search } from './linear';
import { OwnLexicon } from './own-lexicon';
import { BadRow, COLUMNS, type Column, parseRow, type Row } from './row';

/** A row whose wrong form is an expression: `/为(.{2,8})而/`. */
export interface PatternRow {
  readonly row: Row;
  readonly search: Search;
}

export interface ListFault {
  /** Zero-based. */
  readonly line: number;
  /** One sentence. */
  readonly message: string;
}

export interface OwnList {
  readonly rows: readonly Row[];
  readonly patterns: readonly PatternRow[];
  readonly faults: readonly ListFault[];
  /** What its expressions were compiled with. */
  readonly linear?: Linear | undefined;
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
export function readOwnList(name: string, text: string, linear?: Linear): OwnList {
  const rows: Row[] = [];
  const patterns: PatternRow[] = [];
  const placed: (PlacedRow & { readonly line: number })[] = [];
  const faults: ListFault[] = [];
  let columns: readonly string[] | undefined;
  for (const [line, content] of text.split(/\r\n|\n|\r/).entries()) {
    if (content.trim() === '' || content.startsWith('#')) continue;
    try {
      if (!columns) {
        columns = readHead(content);
        continue;
      }
      if (placed.length >= MOST_ROWS) throw new BadRow(`一个词表最多${MOST_ROWS}行，这一行以下没有读`);
      const fields = fieldsOf(content, columns);
      const row = parseRow(name, fields, linear?.conditions ?? refuse);
      const pattern = patternOf(row);
      if (pattern === undefined) rows.push(row);
      else {
        if (patterns.length >= MOST_PATTERNS) throw new BadRow(`一个词表最多${MOST_PATTERNS}个表达式`);
        if (linear) patterns.push({ row, search: linear.search(pattern) });
      }
      placed.push({
        row,
        where: `第${line + 1}行`,
        key: `${row.wrong} ${fields[COLUMNS.indexOf('条件')] ?? ''}`,
        line,
      });
    } catch (error) {
      if (!(error instanceof BadRow)) throw error;
      faults.push({ line, message: error.message });
      if (!columns || placed.length >= MOST_ROWS) break;
    }
  }
  const find = findWith(new OwnLexicon([{ rows, patterns, faults, linear }]));
  const lineOf = new Map(placed.map(({ row, line }) => [row, line]));
  for (const { placed: at, message } of faultsOfRows(placed, find, false))
    faults.push({ line: lineOf.get(at.row) ?? 0, message });
  return { rows, patterns, faults: faults.sort((a, b) => a.line - b.line), linear };
}

/** What others wrote is never run by the engine of JavaScript. */
function refuse(): never {
  throw new BadRow('“条件”里的表达式不能用');
}

/** The columns in the order of the list; they may stand in any order, and only 误 is needed. */
function readHead(line: string): string[] {
  const names = line.split('\t').map((each) => each.trim());
  const unknown = names.find((name) => !COLUMNS.some((column) => column === name));
  if (unknown !== undefined || !names.includes('误'))
    throw new BadRow(`第一行应是表头，各列是${COLUMNS.join('、')}，用制表符（Tab）隔开，至少要有“误”`);
  return names;
}

/** The fields of a row in the order of `COLUMNS`. */
function fieldsOf(line: string, columns: readonly string[]): string[] {
  const fields = line.split('\t');
  if (fields.length > columns.length && fields.slice(columns.length).some((field) => field.trim() !== ''))
    throw new BadRow(`这一行有${fields.length}列，表头只有${columns.length}列`);
  if (columns.length > 1 && /\S\s+\S/.test(fields[columns.indexOf('误')] ?? ''))
    throw new BadRow('“误”里有空格；各列之间要用制表符（Tab）隔开');
  return COLUMNS.map((column: Column) => fields[columns.indexOf(column)] ?? '');
}

function patternOf({ wrong }: Row): string | undefined {
  return wrong.length > 2 && wrong.startsWith('/') && wrong.endsWith('/') ? wrong.slice(1, -1) : undefined;
}
