/** What the lines of a draft hold, looked for again only in the lines that an edit changed: document rules ask for it with every key. */
import type { Block, Draft, Piece } from '../document/types';
import { memo, memoByBlock } from './report';

/** A block with its index in the draft. */
export interface Line {
  readonly index: number;
  readonly block: Block;
}

/** A line with what was found in it, in order. */
export interface Holding<T> extends Line {
  readonly items: readonly T[];
}

/** The lines of a draft, or of one piece of it, that hold what was looked for, in order. The same list where nothing changed. */
export type LinesIn<L extends Line> = (draft: Draft, piece?: Piece) => readonly L[];

/**
 * Of all lines those in which `itemsIn` finds something. It sees a block and nothing else, and is asked once for each.
 *
 * @param of which lines are asked at all
 */
export function collect<T>(
  itemsIn: (block: Block) => readonly T[],
  of?: (block: Block) => boolean,
): LinesIn<Holding<T>> {
  const kept = memoByBlock((block) => (!of || of(block) ? itemsIn(block) : []));
  const collector = new Collector((block, index): Holding<T> | undefined => {
    const items = kept(block);
    return items.length > 0 ? { index, block, items } : undefined;
  });
  return (draft, piece) => within(collector.linesIn(draft), piece);
}

/** What `itemsIn` finds in the lines of a draft or of a piece, each with its line. */
export function collectPlaced<T>(
  itemsIn: (block: Block) => readonly T[],
  of?: (block: Block) => boolean,
): (draft: Draft, piece?: Piece) => readonly (T & Line)[] {
  const linesIn = collect(itemsIn, of);
  const placed = memo(({ index, block, items }: Holding<T>): readonly (T & Line)[] =>
    items.map((item) => ({ ...item, index, block })),
  );
  return (draft, piece) => linesIn(draft, piece).flatMap(placed);
}

/** Of all lines those that pass a test, which sees a block and nothing else. */
export function linesWhere(passes: (block: Block) => boolean): LinesIn<Line> {
  const kept = memoByBlock(passes);
  const collector = new Collector((block, index) => (kept(block) ? { index, block } : undefined));
  return (draft, piece) => within(collector.linesIn(draft), piece);
}

/** Of lines in order those of a piece. */
export function within<L extends Line>(lines: readonly L[], piece: Piece | undefined): readonly L[] {
  if (!piece) return lines;
  const [start, end] = [firstFrom(lines, piece.start), firstFrom(lines, piece.end)];
  return start === 0 && end === lines.length ? lines : lines.slice(start, end);
}

/** Makes a list of lines for a draft from that for the draft before. */
export class Collector<L extends Line> {
  readonly #lineOf: (block: Block, index: number) => L | undefined;

  /** @param lineOf what is kept of a block, `undefined` for nothing; but for `index` it follows from the block */
  constructor(lineOf: (block: Block, index: number) => L | undefined) {
    this.#lineOf = lineOf;
  }

  linesIn({ lineage, blocks }: Draft): readonly L[] {
    const { now, before, change } = historyOf(lineage).at(blocks);
    let lines = now.get(this) as readonly L[] | undefined;
    if (lines) return lines;
    const last = before.get(this) as readonly L[] | undefined;
    lines = last ? this.#changed(last, blocks, change) : this.#linesOf(blocks, 0, blocks.length);
    now.set(this, lines);
    return lines;
  }

  #changed(last: readonly L[], blocks: readonly Block[], { start, end, oldEnd }: Change): readonly L[] {
    const [from, to] = [firstFrom(last, start), firstFrom(last, oldEnd)];
    const fresh = this.#linesOf(blocks, start, end);
    const moved = end - oldEnd;
    if (from === to && fresh.length === 0 && (moved === 0 || to === last.length)) return last;
    const behind = last.slice(to);
    return [
      ...last.slice(0, from),
      ...fresh,
      ...(moved === 0 ? behind : behind.map((line) => ({ ...line, index: line.index + moved }))),
    ];
  }

  #linesOf(blocks: readonly Block[], start: number, end: number): L[] {
    const lines: L[] = [];
    for (let index = start; index < end; index++) {
      const block = blocks[index];
      const line = block && this.#lineOf(block, index);
      if (line) lines.push(line);
    }
    return lines;
  }
}

/** The blocks `[start, end)` stand where `[start, oldEnd)` stood in the draft before; those above and below are the same. */
interface Change {
  readonly start: number;
  readonly end: number;
  readonly oldEnd: number;
}

/** The lists of one draft, by what made them. */
type Lists = Map<object, readonly Line[]>;

/** The lists of the last two drafts of a document: an older text is not kept. */
class History {
  #blocks: readonly Block[] = [];
  #now: Lists = new Map();
  #before: Lists = new Map();
  #change: Change = { start: 0, end: 0, oldEnd: 0 };

  at(blocks: readonly Block[]) {
    if (blocks !== this.#blocks) {
      this.#change = changeBetween(this.#blocks, blocks);
      this.#blocks = blocks;
      this.#before = this.#now;
      this.#now = new Map();
    }
    return { now: this.#now, before: this.#before, change: this.#change };
  }
}

const historyOf = memo((_lineage: object) => new History());

function changeBetween(old: readonly Block[], blocks: readonly Block[]): Change {
  const least = Math.min(old.length, blocks.length);
  let start = 0;
  while (start < least && old[start] === blocks[start]) start++;
  let same = 0;
  while (same < least - start && old[old.length - 1 - same] === blocks[blocks.length - 1 - same]) same++;
  return { start, end: blocks.length - same, oldEnd: old.length - same };
}

/** Place in the list of the first line at `index` or below. */
function firstFrom(lines: readonly Line[], index: number): number {
  let [low, high] = [0, lines.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((lines[middle]?.index ?? 0) < index) low = middle + 1;
    else high = middle;
  }
  return low;
}
