/** Finds every word of a list in a text in one pass. docs/dependencies.md says why this is not a library. */

interface Entry<T> {
  readonly word: string;
  readonly value: T;
}

/**
 * Words by their first two characters: two tables say in most places that no word begins there, and the few words that
 * share a beginning are compared one by one.
 */
export class WordIndex<T> {
  readonly #first = new Uint8Array(0x10000);
  readonly #second = new Uint8Array(0x10000);
  readonly #singles = new Map<number, Entry<T>[]>();
  readonly #longer = new Map<number, Entry<T>[]>();

  /** @param word at least one code unit */
  add(word: string, value: T): void {
    const first = word.charCodeAt(0);
    this.#first[first] = 1;
    if (word.length > 1) this.#second[word.charCodeAt(1)] = 1;
    const [map, key] = word.length > 1 ? [this.#longer, beginning(first, word.charCodeAt(1))] : [this.#singles, first];
    const entries = map.get(key);
    if (entries) entries.push({ word, value });
    else map.set(key, [{ word, value }]);
  }

  /** Calls `found` for every word at every place, also for words inside others. */
  scan(text: string, found: (start: number, value: T) => void): void {
    const offer = (entries: readonly Entry<T>[] | undefined, start: number) => {
      if (!entries) return;
      for (const { word, value } of entries) if (text.startsWith(word, start)) found(start, value);
    };
    for (let start = 0; start < text.length; start++) {
      const first = text.charCodeAt(start);
      if (!this.#first[first]) continue;
      offer(this.#singles.get(first), start);
      const second = text.charCodeAt(start + 1);
      if (this.#second[second]) offer(this.#longer.get(beginning(first, second)), start);
    }
  }
}

/** A small number for two code units; others may have the same one. */
function beginning(first: number, second: number): number {
  return (first << 14) ^ second;
}
