/** The built-in word lists, read when first asked for, and what they find in a block. */
import type { Block } from '../document/types';
import type { Word } from '../segment/types';
import { jointIndex } from './joint-index';
import { type Entry, type Match, type Matches, matchesAmong } from './lexicon';
import { LISTS, TRADITIONAL } from './lists';
import { parseRow, type Row } from './row';

const hitsIn = jointIndex(function* () {
  for (const entry of builtInEntries()) yield [entry.wrong, entry] as const;
});
const kept = new WeakMap<Block, Matches>();

class LazyEntry implements Entry {
  readonly wrong: string;
  readonly #list: string;
  readonly #line: string;
  #row: Row | undefined;

  constructor(list: string, line: string) {
    this.wrong = line.slice(0, line.indexOf('\t'));
    this.#list = list;
    this.#line = line;
  }

  get row(): Row {
    this.#row ??= parseRow(this.#list, this.#line.split('\t'));
    return this.#row;
  }
}

/** The rows of the built-in lists; a line that begins with `#` names the list of the rows behind it. */
export function* builtInEntries(): Iterable<Entry> {
  let list = '';
  for (const line of LISTS.trim().split('\n')) {
    if (line.startsWith('#')) list = line.slice(1);
    else yield new LazyEntry(list, line);
  }
  for (let at = 0; at < TRADITIONAL.length; at += 2)
    yield new LazyEntry('traditional', `${TRADITIONAL[at]}\t${TRADITIONAL[at + 1]}`);
}

/** What one list finds in a block; its forms are judged again once the words of the block are known. */
export function matchesOf(block: Block, list: string, words?: readonly Word[]): readonly Match[] {
  const { matches } = allMatches(block, words);
  return matches.length === 0 ? matches : matches.filter(({ row }) => row.list === list);
}

/** True when a list has met forms in the block that need its words. */
export function needsWords(block: Block): boolean {
  return allMatches(block).needsWords;
}

function allMatches(block: Block, words?: readonly Word[]): Matches {
  const before = kept.get(block);
  if (before && (!before.needsWords || !words)) return before;
  const matches = matchesAmong(hitsIn(block), block.text, words);
  kept.set(block, matches);
  return matches;
}
