/** Tables of an office in the stead of built-in ones: read and checked line by line, and what they find. */
import type { Linear } from '../lexicon/linear';
import { OwnLexicon } from '../lexicon/own-lexicon';
import { type OwnList, readOwnList } from '../lexicon/own-list';
import { BadRow, COLUMNS } from '../lexicon/row';
import { type ListFault, TabSeparated } from '../lexicon/tab-separated';
import { columnsOf, type Fields, membersOf } from './table';
import type { FindInBlock } from './word-table';

/** The built-in tables that can be replaced, with the columns that each must have. */
export const REPLACEABLE = {
  'policy/avoid': ['误'],
  'policy/formulation': ['误'],
  'policy/members': ['提法', '成员'],
  'policy/superseded-name': ['误', '时间'],
  'policy/superseded-law': ['名', '时间'],
} as const;
export type Replaceable = keyof typeof REPLACEABLE;

export function isReplaceable(name: string): name is Replaceable {
  return Object.hasOwn(REPLACEABLE, name);
}

export interface OwnTable {
  readonly name: Replaceable;
  readonly lines: readonly Fields[];
  /** For a table of words. */
  readonly words: OwnList | undefined;
  readonly faults: readonly ListFault[];
}

/** A broken line is named and the others hold. Never throws. */
export function readOwnTable(name: Replaceable, text: string, linear?: Linear): OwnTable {
  const columns = columnsOf(name);
  const needed: readonly string[] = REPLACEABLE[name];
  if (needed.includes('误')) {
    const words = readOwnList(name, text, linear, {
      columns: columns.filter((column) => !COLUMNS.some((each) => each === column)),
      check: ({ needsWords }, fields) => {
        if (needsWords) throw new BadRow('这个表里不能用“词界”');
        check(fields, needed);
      },
    });
    return { name, lines: [...words.fields.values()], words, faults: words.faults };
  }
  const lines: Fields[] = [];
  const faults: ListFault[] = [];
  const table = new TabSeparated(text, columns, needed);
  for (const line of table) {
    try {
      const all = line.read();
      const fields: Fields = (column) => all[columns.indexOf(column)]?.trim() ?? '';
      check(fields, needed);
      lines.push(fields);
    } catch (error) {
      if (!(error instanceof BadRow)) throw error;
      faults.push({ line: line.index, message: error.message });
    }
  }
  if (table.fault) faults.push(table.fault);
  return { name, lines, words: undefined, faults };
}

/** @throws {BadRow} */
function check(fields: Fields, needed: readonly string[]): void {
  for (const column of needed) if (fields(column) === '') throw new BadRow(`“${column}”不能为空`);
  if (needed.includes('时间') && !/^\d{4}$/.test(fields('时间'))) throw new BadRow('“时间”应为四位数的年份');
  if (!needed.includes('成员')) return;
  const members = membersOf(fields('成员'));
  if (members.length < 2 || members.includes('')) throw new BadRow('“成员”至少两个，用、隔开；成员里有顿号的，用|隔开');
  if (new Set(members).size < members.length) throw new BadRow('“成员”有重复的');
}

/** The tables that stand in the stead of built-in ones, by name. */
export class OwnTables {
  readonly #tables: ReadonlyMap<Replaceable, OwnTable>;

  /** @param tables of two with the same name the later holds */
  constructor(tables: Iterable<OwnTable>) {
    this.#tables = new Map(Array.from(tables, (table) => [table.name, table]));
  }

  /** `undefined` where the built-in table holds. */
  lines(name: Replaceable): readonly Fields[] | undefined {
    return this.#tables.get(name)?.lines;
  }

  /** Finds the words of a table, or `undefined` where the built-in one holds. */
  finder(name: Replaceable): FindInBlock | undefined {
    const words = this.#tables.get(name)?.words;
    if (!words) return undefined;
    const lexicon = new OwnLexicon([words]);
    return ({ text }) =>
      lexicon.match(text).matches.flatMap((match) => {
        const fields = words.fields.get(match.pattern ?? match.row);
        return fields ? [{ ...match, fields }] : [];
      });
  }
}
