/** Finds every word of a list in a text in one pass. docs/dependencies.md says why this is not a library. */

/** Places of a table; a power of two, and one for every code unit. */
const PLACES = 1 << 16;

/** Words with the same place, in the order in which they were added: by place the numbers of the first and the last, 0 for none. */
interface Chains {
  readonly first: Int32Array;
  readonly last: Int32Array;
}

/**
 * Words by their first two characters, or by their only one: a table says in most places that no word begins there, and
 * the few words that share a place are compared one by one. It holds thousands of words before the first draft is
 * read, so it keeps them in a few arrays: an object for each would cost more than the check.
 */
export class WordIndex<T> {
  readonly #longer = newChains();
  #singles: Chains | undefined;
  /** Words are numbered from 1. */
  readonly #words: string[] = [''];
  readonly #values: (T | undefined)[] = [undefined];
  /** By word the next one with the same place. */
  readonly #next: number[] = [0];

  /** @param word at least one code unit */
  add(word: string, value: T): void {
    const number = this.#words.length;
    this.#words.push(word);
    this.#values.push(value);
    this.#next.push(0);
    if (word.length > 1) {
      this.#append(this.#longer, placeOf(word.charCodeAt(0), word.charCodeAt(1)), number);
    } else {
      this.#singles ??= newChains();
      this.#append(this.#singles, word.charCodeAt(0), number);
    }
  }

  /** Calls `found` for every word at every place, also for words inside others. */
  scan(text: string, found: (start: number, value: T) => void): void {
    const singles = this.#singles?.first;
    const longer = this.#longer.first;
    const last = text.length - 1;
    let next = text.charCodeAt(0);
    for (let start = 0; start <= last; start++) {
      const first = next;
      const single = singles?.[first] ?? 0;
      if (single > 0) this.#offer(single, text, start, found);
      if (start === last) return;
      next = text.charCodeAt(start + 1);
      const number = longer[placeOf(first, next)] ?? 0;
      if (number > 0) this.#offer(number, text, start, found);
    }
  }

  #append({ first, last }: Chains, place: number, number: number): void {
    const before = last[place] ?? 0;
    if (before === 0) first[place] = number;
    else this.#next[before] = number;
    last[place] = number;
  }

  /** Compares the words of a chain. */
  #offer(head: number, text: string, start: number, found: (start: number, value: T) => void): void {
    for (let number = head; number > 0; number = this.#next[number] ?? 0)
      if (text.startsWith(this.#words[number] ?? '', start)) found(start, this.#values[number] as T);
  }
}

function newChains(): Chains {
  return { first: new Int32Array(PLACES), last: new Int32Array(PLACES) };
}

/** The place of two code units; others may have the same one. */
function placeOf(first: number, second: number): number {
  return ((first * 31) ^ second) & (PLACES - 1);
}
