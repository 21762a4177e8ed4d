/** Keeps the words of blocks, which the segmenter finds once a rule has asked for them. */
import type { Block } from '../document/types';
import type { Segmenter, Word } from '../segment/types';

/** So many texts are kept; then the memory begins anew. Only blocks that hold a candidate are among them. */
const MOST = 5000;

export class Words {
  readonly #segmenter: Segmenter;
  readonly #kept = new Map<string, readonly Word[]>();

  constructor(segmenter: Segmenter) {
    this.#segmenter = segmenter;
  }

  /** The words of a block where they are known. */
  readonly of = ({ text }: Block): readonly Word[] | undefined => this.#kept.get(text);

  /** Finds the words of these blocks; afterwards all of them are known. Never rejects. */
  async find(blocks: readonly Block[]): Promise<void> {
    const texts = [...new Set(blocks.map(({ text }) => text))].filter((text) => !this.#kept.has(text));
    const words = await this.#segmenter.segment(texts);
    if (this.#kept.size + texts.length > MOST) this.#kept.clear();
    texts.forEach((text, index) => {
      this.#kept.set(text, words[index] ?? []);
    });
  }
}
