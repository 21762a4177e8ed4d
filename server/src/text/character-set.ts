/** Which characters a text has, found once for all who ask. */

/** One set serves many texts, one after the other. */
export class CharacterSet {
  /** For each code unit the number of the text that had it last: nothing needs to be cleared between two texts. */
  readonly #lastIn = new Uint32Array(1 << 16);
  #text = 0;

  read(text: string): void {
    this.#text++;
    for (let at = 0; at < text.length; at++) this.#lastIn[text.charCodeAt(at)] = this.#text;
  }

  /** True where the text read last has one of the characters. */
  hasOf(characters: string): boolean {
    for (let at = 0; at < characters.length; at++)
      if (this.#lastIn[characters.charCodeAt(at)] === this.#text) return true;
    return false;
  }
}
