/** The lines of a draft on their way to another order: what changes in them, and the least edits that bring it about. */
import type { Position, Range, Span } from '../../text/span';
import type { TextEdit } from '../diagnostics';

/** A replacement in one line. */
export interface LineEdit {
  readonly span: Span;
  readonly newText: string;
}

/** Lines are named by ids: those of the text by their index, new ones by numbers behind them. */
export class Lines {
  readonly #sources: string[];
  readonly #ends: string[];
  readonly #count: number;
  readonly #lineEnd: string;
  readonly #edits = new Map<number, LineEdit[]>();
  /** Ids in the order that they are to have. */
  order: readonly number[];
  /** Lines of the text that leave their place. */
  readonly moved = new Set<number>();

  constructor(text: string) {
    const ends = text.match(/\r\n|\n|\r/g) ?? [];
    this.#sources = text.split(/\r\n|\n|\r/);
    this.#count = this.#sources.length;
    this.#ends = [...ends, ''];
    this.#lineEnd = ends[0] ?? '\n';
    this.order = this.#sources.map((_, index) => index);
  }

  /** How many lines the text has. */
  get count(): number {
    return this.#count;
  }

  source(id: number): string {
    return this.#sources[id] ?? '';
  }

  /** A new line; it has to be put into the order. */
  add(source: string): number {
    this.#sources.push(source);
    this.#ends.push(this.#lineEnd);
    return this.#sources.length - 1;
  }

  replace(id: number, span: Span, newText: string): void {
    if (this.source(id).slice(span.start, span.end) === newText) return;
    const edits = this.#edits.get(id);
    const edit = { span, newText };
    if (edits) edits.push(edit);
    else this.#edits.set(id, [edit]);
  }

  /** Puts lines, old or new, behind the line with the id `behind`; -1 is the beginning of the text. */
  put(ids: readonly number[], behind: number): void {
    for (const id of ids) if (id < this.#count) this.moved.add(id);
    const taken = new Set(ids);
    const rest = this.order.filter((id) => !taken.has(id));
    const at = rest.indexOf(behind) + 1;
    this.order = [...rest.slice(0, at), ...ids, ...rest.slice(at)];
    if (this.order.length === this.#count && this.order.every((id, index) => id === index)) this.moved.clear();
  }

  remove(ids: readonly number[]): void {
    const taken = new Set(ids);
    this.order = this.order.filter((id) => !taken.has(id));
  }

  /** Where a place in a line comes to stand; the place is taken to lie behind what is replaced before it. */
  placeOf(id: number, character: number): Position {
    let shift = 0;
    for (const { span, newText } of this.#edits.get(id) ?? [])
      if (span.end <= character) shift += newText.length - (span.end - span.start);
    return { line: this.order.indexOf(id), character: Math.max(0, character + shift) };
  }

  rangeOf(id: number, { start, end }: Span): Range {
    return { start: this.placeOf(id, start), end: this.placeOf(id, end) };
  }

  /** Ids with the place they come to, for many questions at once. */
  places(): ReadonlyMap<number, number> {
    return new Map(this.order.map((id, index) => [id, index]));
  }

  /** The text of a line with its replacements. */
  text(id: number): string {
    return [...(this.#edits.get(id) ?? [])]
      .sort((a, b) => b.span.start - a.span.start)
      .reduce((now, { span, newText }) => now.slice(0, span.start) + newText + now.slice(span.end), this.source(id));
  }

  /** The edits to the text, in order and without overlaps. */
  edits(): TextEdit[] {
    const found: TextEdit[] = [];
    const add = (range: Range, newText: string) => {
      const last = found.at(-1);
      if (same(range.start, range.end) && newText === '') return;
      if (last && same(last.range.end, range.start))
        found[found.length - 1] = {
          range: { start: last.range.start, end: range.end },
          newText: last.newText + newText,
        };
      else found.push({ range, newText });
    };
    let next = 0;
    let inserted = '';
    /** Closes what stands before the line `until` of the text: what goes away there, and what comes in its stead. */
    const advance = (until: number) => {
      if (next < until || inserted !== '') add({ start: this.#start(next), end: this.#start(until) }, inserted);
      inserted = '';
      next = until;
    };
    const last = this.order.length - 1;
    this.order.forEach((id, index) => {
      const own = this.#ends[id] ?? '';
      const end = index === last ? '' : own === '' ? this.#lineEnd : own;
      if (id >= this.#count || this.moved.has(id)) {
        inserted += this.text(id) + end;
        return;
      }
      advance(id);
      for (const { span, newText } of [...(this.#edits.get(id) ?? [])].sort((a, b) => a.span.start - b.span.start))
        add({ start: { line: id, character: span.start }, end: { line: id, character: span.end } }, newText);
      if (end !== own) add({ start: { line: id, character: this.source(id).length }, end: this.#start(id + 1) }, end);
      next = id + 1;
    });
    advance(this.#count);
    return found;
  }

  /** Where a line of the text begins; behind the last one, the end of the text. */
  #start(line: number): Position {
    if (line < this.#count) return { line, character: 0 };
    const last = this.#count - 1;
    return { line: last, character: this.source(last).length };
  }
}

function same(a: Position, b: Position): boolean {
  return a.line === b.line && a.character === b.character;
}
