/** Which characters a text has, roughly and quickly: enough to see that it has none of some. */

/** A power of two; characters share a place. */
const PLACES = 1 << 12;

/** One set serves many texts, one after the other. */
export class CharacterSet {
  readonly #places = new Uint8Array(PLACES);

  read(text: string): void {
    this.#places.fill(0);
    for (let at = 0; at < text.length; at++) this.#places[text.charCodeAt(at) & (PLACES - 1)] = 1;
  }

  /** False only where the text read last has none of the characters. */
  mayHaveOf(characters: string): boolean {
    for (let at = 0; at < characters.length; at++)
      if (this.#places[characters.charCodeAt(at) & (PLACES - 1)] === 1) return true;
    return false;
  }
}
