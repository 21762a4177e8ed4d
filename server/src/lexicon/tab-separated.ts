/** Reads a table as an office keeps it: tab-separated, its first line naming the columns in any order; empty lines and those with # are passed over. */
import { BadRow } from './row';

export interface ListFault {
  /** Zero-based. */
  readonly line: number;
  /** One sentence. */
  readonly message: string;
}

export interface TableLine {
  /** Zero-based line of the file. */
  readonly index: number;
  /**
   * The fields in the order of the columns that the table may have, `''` for one that it does not have.
   * @throws {BadRow} when the line has more fields than the head
   */
  read(): readonly string[];
}

/** The lines below the head; none where the head cannot be used, and then `fault` says why. */
export class TabSeparated implements Iterable<TableLine> {
  readonly fault: ListFault | undefined;
  readonly #columns: readonly string[];
  readonly #head: readonly string[];
  readonly #first: string;
  readonly #lines: readonly (readonly [index: number, content: string])[];

  /**
   * @param columns all that the table may have
   * @param needed those that it must have; the first of them holds a word without spaces
   */
  constructor(text: string, columns: readonly string[], needed: readonly string[]) {
    const lines = text
      .split(/\r\n|\n|\r/)
      .map((content, index) => [index, content] as const)
      .filter(([, content]) => content.trim() !== '' && !content.startsWith('#'));
    const [head] = lines;
    this.#columns = columns;
    this.#first = needed[0] ?? '';
    this.#head = head ? head[1].split('\t').map((each) => each.trim()) : [];
    const usable =
      this.#head.every((name) => columns.includes(name)) && needed.every((name) => this.#head.includes(name));
    this.#lines = usable ? lines.slice(1) : [];
    if (head && !usable)
      this.fault = {
        line: head[0],
        message: `第一行应是表头，各列是${columns.join('、')}，用制表符（Tab）隔开，至少要有${needed.map((name) => `“${name}”`).join('、')}`,
      };
  }

  *[Symbol.iterator](): Iterator<TableLine> {
    for (const [index, content] of this.#lines) yield { index, read: () => this.#fieldsOf(content) };
  }

  #fieldsOf(line: string): readonly string[] {
    const fields = line.split('\t');
    const head = this.#head;
    if (fields.length > head.length && fields.slice(head.length).some((field) => field.trim() !== ''))
      throw new BadRow(`这一行有${fields.length}列，表头只有${head.length}列`);
    if (head.length > 1 && /\S\s+\S/.test(fields[head.indexOf(this.#first)] ?? ''))
      throw new BadRow(`“${this.#first}”里有空格；各列之间要用制表符（Tab）隔开`);
    return this.#columns.map((column) => fields[head.indexOf(column)] ?? '');
  }
}
