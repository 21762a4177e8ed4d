/** Reads the tables that rules keep in `server/data/<family>/<name>.tsv`: the first line names the columns. */
import { TABLES } from './tables';

export type TableName = keyof typeof TABLES;

/** A line of a table; gives the field of a column, `''` where the line is shorter. */
export type Fields = (column: string) => string;

/**
 * The lines of a table below its head.
 * @throws when a rule asks for a column that the table does not have
 */
export function readTable(name: TableName): Fields[] {
  const [head = '', ...lines] = TABLES[name].split('\n');
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
  return TABLES[name].slice(0, TABLES[name].indexOf('\n')).split('\t');
}

/** The words of a field, divided by `|`. */
export function wordsOf(field: string): string[] {
  return field === '' ? [] : field.split('|');
}

/** The members of a formulation, divided by `、`, or by `|` where one of them holds a `、` itself. */
export function membersOf(field: string): string[] {
  return field.split(field.includes('|') ? '|' : '、');
}
