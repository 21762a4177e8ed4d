/** What the lines of a draft hold, looked for again only in the lines that an edit changed: document rules ask for it with every key. */
import type { Block, Draft, Piece } from '../document/types';
import { type Change, changeBetween } from '../text/change';
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
 * @param of which lines are asked at all: a quick look, for the answer is not kept
 */
export function collect<T>(
  itemsIn: (block: Block) => readonly T[],
  of?: (block: Block) => boolean,
): LinesIn<Holding<T>> {
  const kept = itemsKept(itemsIn, of);
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
  const kept = itemsKept(itemsIn, of);
  const collector = new Collector((block, index): Holding<T & Line> | undefined => {
    const items = kept(block);
    return items.length > 0 ? { index, block, items: items.map((item) => ({ ...item, index, block })) } : undefined;
  });
  return (draft, piece) => within(collector.linesIn(draft), piece).flatMap(({ items }) => items);
}

/** Most lines hold nothing, and share one list of nothing. */
const NOTHING: readonly never[] = [];

function itemsKept<T>(
  itemsIn: (block: Block) => readonly T[],
  of?: (block: Block) => boolean,
): (block: Block) => readonly T[] {
  const kept = memoByBlock((block) => {
    const items = itemsIn(block);
    return items.length > 0 ? items : NOTHING;
  });
  return of ? (block) => (of(block) ? kept(block) : NOTHING) : kept;
}

/** Of all lines those that pass a test, which sees a block and nothing else. */
export function linesWhere(passes: (block: Block) => boolean): LinesIn<Line> {
  const kept = memoByBlock(passes);
  const collector = new Collector((block, index) => (kept(block) ? { index, block } : undefined));
  return (draft, piece) => within(collector.linesIn(draft), piece);
}

/** Of lines in order those of a piece, or of another stretch `[start, end)` of the draft. */
export function within<L extends Line>(
  lines: readonly L[],
  stretch: Pick<Piece, 'start' | 'end'> | undefined,
): readonly L[] {
  if (!stretch) return lines;
  const [start, end] = [firstFrom(lines, stretch.start), firstFrom(lines, stretch.end)];
  return start === 0 && end === lines.length ? lines : lines.slice(start, end);
}

/** Makes a list of lines for a draft from that for the draft before. */
export class Collector<L extends Line> {
  readonly #lineOf: (block: Block, index: number) => L | undefined;

  /** @param lineOf what is kept of a block at its place, `undefined` for nothing */
  constructor(lineOf: (block: Block, index: number) => L | undefined) {
    this.#lineOf = lineOf;
  }

  linesIn(draft: Draft): readonly L[] {
    return keptFor(draft, this, (last: readonly L[] | undefined, { blocks }, change) =>
      last ? this.#changed(last, blocks, change) : this.#linesOf(blocks, 0, blocks.length),
    );
  }

  #changed(last: readonly L[], blocks: readonly Block[], { start, end, oldEnd }: Change): readonly L[] {
    const [from, to] = [firstFrom(last, start), firstFrom(last, oldEnd)];
    const fresh = this.#linesOf(blocks, start, end);
    const moved = end - oldEnd;
    if (from === to && fresh.length === 0 && (moved === 0 || to === last.length)) return last;
    const lines = [...last.slice(0, from), ...fresh];
    for (let at = to; at < last.length; at++) {
      const line = last[at];
      const placed = line && moved !== 0 ? this.#lineOf(line.block, line.index + moved) : line;
      if (placed) lines.push(placed);
    }
    return lines;
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

/** Of the lines of a draft those with an item that stands in it more than once. */
export function collectRepeated<T>(
  linesIn: LinesIn<Holding<T>>,
  keyOf: (item: T) => string | number,
): LinesIn<Holding<T>> {
  const maker = {};
  return (draft, piece) => {
    const repeated = keptFor(draft, maker, (last: Repeated<T> | undefined) => {
      const counted = last ?? new Repeated(keyOf);
      counted.read(linesIn(draft).map(({ items }) => items));
      return counted;
    });
    const lists = repeated.lists();
    return lists.size === 0 ? [] : linesIn(draft, piece).filter(({ items }) => lists.has(items));
  };
}

/** Which items stand more than once, counted on from one draft to the next. */
class Repeated<T> {
  readonly #keyOf: (item: T) => string | number;
  readonly #holders = new Map<string | number, (readonly T[])[]>();
  readonly #keys = new Set<string | number>();
  #lists: readonly (readonly T[])[] = [];

  constructor(keyOf: (item: T) => string | number) {
    this.#keyOf = keyOf;
  }

  read(lists: readonly (readonly T[])[]): void {
    const old = this.#lists;
    const { start, end, oldEnd } = changeBetween(old.length, lists.length, (was, is) => old[was] === lists[is]);
    for (const list of old.slice(start, oldEnd)) for (const item of list) this.#take(this.#keyOf(item), list);
    for (const list of lists.slice(start, end)) for (const item of list) this.#put(this.#keyOf(item), list);
    this.#lists = lists;
  }

  /** The lists that hold one of those items. */
  lists(): ReadonlySet<readonly T[]> {
    return new Set([...this.#keys].flatMap((key) => this.#holders.get(key) ?? []));
  }

  #put(key: string | number, list: readonly T[]): void {
    const holders = this.#holders.get(key);
    if (!holders) this.#holders.set(key, [list]);
    else if (holders.push(list) > 1) this.#keys.add(key);
  }

  #take(key: string | number, list: readonly T[]): void {
    const holders = this.#holders.get(key) ?? [];
    holders.splice(holders.indexOf(list), 1);
    if (holders.length < 2) this.#keys.delete(key);
    if (holders.length === 0) this.#holders.delete(key);
  }
}

/** What is kept of the last two drafts of a document, by what made it: of an older text nothing is. */
interface History {
  blocks: readonly Block[];
  /** How the blocks differ from those before. */
  change: Change;
  now: Map<object, unknown>;
  before: Map<object, unknown>;
}

const historyOf = memo(
  (_lineage: object): History => ({
    blocks: [],
    change: { start: 0, end: 0, oldEnd: 0 },
    now: new Map(),
    before: new Map(),
  }),
);

/** What `maker` keeps for a draft, made once from what it kept for the draft before; that is given up. */
function keptFor<V>(draft: Draft, maker: object, make: (last: V | undefined, draft: Draft, change: Change) => V): V {
  const history = historyOf(draft.lineage);
  if (history.blocks !== draft.blocks) {
    const { blocks: old } = history;
    const { blocks } = draft;
    history.change = changeBetween(old.length, blocks.length, (was, is) => old[was] === blocks[is]);
    history.blocks = draft.blocks;
    history.before = history.now;
    history.now = new Map();
  }
  const { now, before, change } = history;
  const kept = now.get(maker);
  if (kept !== undefined) return kept as V;
  const made = make(before.get(maker) as V | undefined, draft, change);
  before.delete(maker);
  now.set(maker, made);
  return made;
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
