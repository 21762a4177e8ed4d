/** Finds every word of a list in a text in one pass. docs/dependencies.md says why this is not a library. */

interface Entry<T> {
  readonly word: string;
  readonly value: T;
}

/** Places of the table that says whether a word may begin with two characters; a power of two. */
const PLACES = 1 << 16;

/**
 * Words by their first two characters: a table says in most places that no word begins there, and the few words that
 * share a beginning are compared one by one.
 */
export class WordIndex<T> {
  readonly #mayBegin = new Uint8Array(PLACES);
  #isWord: Uint8Array | undefined;
  readonly #singles = new Map<number, Entry<T>[]>();
  readonly #longer = new Map<number, Entry<T>[]>();

  /** @param word at least one code unit */
  add(word: string, value: T): void {
    const first = word.charCodeAt(0);
    const second = word.charCodeAt(1);
    if (word.length > 1) {
      this.#mayBegin[placeOf(first, second)] = 1;
    } else {
      this.#isWord ??= new Uint8Array(0x10000);
      this.#isWord[first] = 1;
    }
    const [map, key] = word.length > 1 ? [this.#longer, beginning(first, second)] : [this.#singles, first];
    const entries = map.get(key);
    if (entries) entries.push({ word, value });
    else map.set(key, [{ word, value }]);
  }

  /** Calls `found` for every word at every place, also for words inside others. */
  scan(text: string, found: (start: number, value: T) => void): void {
    const mayBegin = this.#mayBegin;
    const isWord = this.#isWord;
    const last = text.length - 1;
    let next = text.charCodeAt(0);
    for (let start = 0; start <= last; start++) {
      const first = next;
      if (isWord?.[first] === 1) offer(text, start, this.#singles.get(first), found);
      if (start === last) return;
      next = text.charCodeAt(start + 1);
      if (mayBegin[placeOf(first, next)] === 1) offer(text, start, this.#longer.get(beginning(first, next)), found);
    }
  }
}

function offer<T>(
  text: string,
  start: number,
  entries: readonly Entry<T>[] | undefined,
  found: (start: number, value: T) => void,
): void {
  if (!entries) return;
  for (const { word, value } of entries) if (text.startsWith(word, start)) found(start, value);
}

/** A small number for two code units; others may have the same one. */
function beginning(first: number, second: number): number {
  return (first << 14) ^ second;
}

/** Their place in the table; others may have the same one. */
function placeOf(first: number, second: number): number {
  return ((first * 31) ^ second) & (PLACES - 1);
}
