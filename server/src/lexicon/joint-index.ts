/** The words of all built-in lists and tables in one index, so that a block is looked through once however many there are. */
import type { Block } from '../document/types';
import { WordIndex } from './word-index';

/** A word of the list that asked, and where it begins in `block.text`. */
export interface Hit<T> {
  readonly start: number;
  readonly value: T;
}

type Words<T> = () => Iterable<readonly [word: string, value: T]>;

const lists: Words<unknown>[] = [];
const kept = new WeakMap<Block, readonly (readonly Hit<unknown>[] | undefined)[]>();
const NONE: readonly never[] = [];
let index: WordIndex<{ readonly list: number; readonly value: unknown }> | undefined;

/**
 * Adds a list; asked of a block, the answer gives its words there in the order of the text, also words inside others.
 * Lists are added when modules are loaded; their words are read with the first block.
 */
export function jointIndex<T>(words: Words<T>): (block: Block) => readonly Hit<T>[] {
  if (index) throw new Error('a list was added after the first block was read');
  const list = lists.push(words) - 1;
  return (block) => (hitsIn(block)[list] ?? NONE) as readonly Hit<T>[];
}

function hitsIn(block: Block): readonly (readonly Hit<unknown>[] | undefined)[] {
  const before = kept.get(block);
  if (before) return before;
  index ??= readAll();
  let byList: Hit<unknown>[][] | undefined;
  index.scan(block.text, (start, { list, value }) => {
    byList ??= [];
    const hits = byList[list];
    if (hits) hits.push({ start, value });
    else byList[list] = [{ start, value }];
  });
  const hits = byList ?? NONE;
  kept.set(block, hits);
  return hits;
}

function readAll(): WordIndex<{ readonly list: number; readonly value: unknown }> {
  const all = new WordIndex<{ readonly list: number; readonly value: unknown }>();
  lists.forEach((words, list) => {
    for (const [word, value] of words()) all.add(word, { list, value });
  });
  return all;
}
