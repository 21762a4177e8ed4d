/** Finds again what stands near a place, however much stands elsewhere. */
import type { Span } from '../text/span';

/** In compared units. */
const SHELF = 128;

export class Shelves<T> {
  readonly #shelves = new Map<number, T[]>();

  add({ start, end }: Span, value: T): void {
    for (let shelf = Math.floor(start / SHELF); shelf * SHELF < end; shelf++) {
      const values = this.#shelves.get(shelf);
      if (values) values.push(value);
      else this.#shelves.set(shelf, [value]);
    }
  }

  /** What may have no more than `most` between itself and a span, in the order in which it came. */
  near({ start, end }: Span, most: number): Set<T> {
    const found = new Set<T>();
    for (let shelf = Math.floor((start - most) / SHELF); shelf * SHELF <= end + most; shelf++)
      for (const value of this.#shelves.get(shelf) ?? []) found.add(value);
    return found;
  }
}
