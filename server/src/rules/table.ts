/** Reads the tables that rules keep in `server/data/<family>/<name>.tsv`: the first line names the columns. */
import type * as Large from './large-tables';
import { TABLES } from './tables';

type Small = keyof typeof TABLES;
export type TableName = Small | keyof typeof Large.LARGE_TABLES;

/** A line of a table; gives the field of a column, `''` where the line is shorter. */
export type Fields = (column: string) => string;

/**
 * The lines of a table below its head.
 * @throws when a rule asks for a column that the table does not have
 */
export function readTable(name: TableName): Fields[] {
  const [head = '', ...lines] = textOf(name).split('\n');
  const columns = new Map(head.split('\t').map((column, index) => [column, index]));
  return lines.map((line) => {
    const fields = line.split('\t');
    return (column) => {
      const index = columns.get(column);
      if (index === undefined) throw new Error(`${name}.tsv has no column ${column}`);
      return fields[index]?.trim() ?? '';
    };
  });
}

export function columnsOf(name: TableName): string[] {
  const text = textOf(name);
  return text.slice(0, text.indexOf('\n')).split('\t');
}

function textOf(name: TableName): string {
  if (isSmall(name)) return TABLES[name].trimEnd();
  // a bundle of its own, larger than all the rules: loaded with the first of them that is asked for
  const { LARGE_TABLES } = require('./large-tables') as typeof Large;
  return LARGE_TABLES[name].trimEnd();
}

function isSmall(name: TableName): name is Small {
  return name in TABLES;
}

/** The words of a field, divided by `|`. */
export function wordsOf(field: string): string[] {
  return field === '' ? [] : field.split('|');
}

/** The members of a formulation, divided by `、`, or by `|` where one of them holds a `、` itself. */
export function membersOf(field: string): string[] {
  return field.split(field.includes('|') ? '|' : '、');
}
