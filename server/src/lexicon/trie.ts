/** Finds every word of a list in a text in one pass. docs/dependencies.md says why this is not a library. */

interface Node<T> {
  /** By code unit. */
  readonly next: Map<number, Node<T>>;
  /** What belongs to the word that ends here. */
  readonly values: T[];
}

export class Trie<T> {
  /** Index in `#nodes` by the first code unit of a word; 0 for none, which is nearly always. */
  readonly #first = new Uint16Array(0x10000);
  readonly #nodes: Node<T>[] = [{ next: new Map(), values: [] }];

  /** @param word at least one code unit */
  add(word: string, value: T): void {
    const first = word.charCodeAt(0);
    let node = this.#nodes[this.#first[first] ?? 0];
    if (!this.#first[first] || !node) {
      node = { next: new Map(), values: [] };
      this.#first[first] = this.#nodes.length;
      this.#nodes.push(node);
    }
    for (let at = 1; at < word.length; at++) {
      const unit = word.charCodeAt(at);
      let next: Node<T> | undefined = node.next.get(unit);
      if (!next) {
        next = { next: new Map(), values: [] };
        node.next.set(unit, next);
      }
      node = next;
    }
    node.values.push(value);
  }

  /** Calls `found` for every word at every place, also for words inside others; linear in the text for short words. */
  scan(text: string, found: (start: number, values: readonly T[]) => void): void {
    for (let start = 0; start < text.length; start++) {
      const index = this.#first[text.charCodeAt(start)];
      if (!index) continue;
      let node = this.#nodes[index];
      for (let at = start + 1; node; at++) {
        if (node.values.length > 0) found(start, node.values);
        node = at < text.length ? node.next.get(text.charCodeAt(at)) : undefined;
      }
    }
  }
}
