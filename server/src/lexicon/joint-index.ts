/** The words of all built-in lists and tables in one index, so that a block is looked through once however many there are. */
import type { Block } from '../document/types';
import { memo } from '../text/memo';
import { WordIndex } from './word-index';

/** A word of the list that asked, and where it begins in `block.text`. */
export interface Hit<T> {
  readonly start: number;
  readonly value: T;
}

type Words<T> = () => Iterable<readonly [word: string, value: T]>;

const lists: Words<unknown>[] = [];
const NONE: readonly never[] = [];
let index: JointIndex | undefined;

/**
 * Adds a list; asked of a block, the answer gives its words there in the order of the text, also words inside others.
 * Lists are added when modules are loaded; their words are read with the first block.
 */
export function jointIndex<T>(words: Words<T>): (block: Block) => readonly Hit<T>[] {
  if (index) throw new Error('a list was added after the first block was read');
  const list = lists.push(words) - 1;
  return (block) => (hitsIn(block)[list] ?? NONE) as readonly Hit<T>[];
}

/** As above, of words without values: true where a block has one of them. */
export function jointClues(words: () => Iterable<string>): (block: Block) => boolean {
  const hits = jointIndex(function* () {
    for (const word of words()) yield [word, true] as const;
  });
  return (block) => hits(block).length > 0;
}

const hitsIn = memo(({ text }: Block): readonly (readonly Hit<unknown>[] | undefined)[] => {
  index ??= new JointIndex();
  return index.scan(text);
});

/** The words of all lists, and by the number of a word its list and its value. */
class JointIndex {
  readonly #words = new WordIndex<number>();
  readonly #lists: number[] = [];
  readonly #values: unknown[] = [];

  constructor() {
    lists.forEach((words, list) => {
      for (const [word, value] of words()) {
        this.#words.add(word, this.#values.push(value) - 1);
        this.#lists.push(list);
      }
    });
  }

  /** The words of the text by list. */
  scan(text: string): readonly (readonly Hit<unknown>[] | undefined)[] {
    let byList: Hit<unknown>[][] | undefined;
    this.#words.scan(text, (start, number) => {
      byList ??= [];
      const list = this.#lists[number] ?? 0;
      const hit = { start, value: this.#values[number] };
      const hits = byList[list];
      if (hits) hits.push(hit);
      else byList[list] = [hit];
    });
    return byList ?? NONE;
  }
}
