/** Keeps the words of blocks, which the segmenter finds once a rule has asked for them. */
import type { Block } from '../document/types';
import { type Dictionary, WORD_KINDS } from '../lexicon/right-words';
import type { LearntWord, Segmenter, Word } from '../segment/types';

/** An editor runs for days: so many texts are kept; then the memory begins anew. Only blocks with a candidate are among them. */
const MOST = 5000;

export class Words {
  readonly #segmenter: Segmenter;
  readonly #kept = new Map<string, readonly Word[]>();
  readonly #coming = new Map<string, Promise<void>>();
  readonly #later: boolean;
  #answered = false;
  #ready: Promise<void> | undefined;
  readonly #known = new Set<string>();
  #learnt: LearntWord[] = [];

  readonly #most: number;

  /**
   * @param later rules say whether they need words only when there are some to be had: to find that out some read tables
   * that take longer than the first check
   */
  constructor(segmenter: Segmenter, most = MOST, later = false) {
    this.#segmenter = segmenter;
    this.#most = most;
    this.#later = later;
  }

  /** False as long as rules need not be asked. */
  readonly mayBeNeeded = (): boolean => !this.#later || this.#answered;

  /** Resolves when the segmenter answers. Never rejects. */
  ready(): Promise<void> {
    this.#ready ??= this.#segmenter.segment([]).then(() => {
      this.#answered = true;
    });
    return this.#ready;
  }

  /** True once the segmenter is known to answer, which it then does within milliseconds. */
  get answered(): boolean {
    return this.#answered;
  }

  /** The segmenter is to know these words too. What was found without them is forgotten. */
  learn(dictionary: Dictionary): void {
    const fresh = Object.entries(dictionary).filter(([word]) => !this.#known.has(word));
    if (fresh.length === 0) return;
    for (const [word, kind] of fresh) {
      this.#known.add(word);
      this.#learnt.push([word, WORD_KINDS[kind]]);
    }
    this.#kept.clear();
  }

  /** The words of a block where they are known. */
  readonly of = ({ text }: Block): readonly Word[] | undefined => this.#kept.get(text);

  /** Finds the words of these blocks; afterwards all of them are known. Never rejects. */
  async find(blocks: readonly Block[]): Promise<void> {
    const texts = new Set(blocks.map(({ text }) => text).filter((text) => !this.#kept.has(text)));
    const missing = [...texts].filter((text) => !this.#coming.has(text));
    if (missing.length > 0) {
      const asked = this.#ask(missing);
      for (const text of missing) this.#coming.set(text, asked);
    }
    await Promise.all([...texts].map((text) => this.#coming.get(text)));
  }

  async #ask(texts: readonly string[]): Promise<void> {
    const learnt = this.#learnt;
    this.#learnt = [];
    const words = await this.#segmenter.segment(texts, learnt);
    if (this.#kept.size + texts.length > this.#most) this.#kept.clear();
    texts.forEach((text, index) => {
      this.#kept.set(text, words[index] ?? []);
      this.#coming.delete(text);
    });
    this.#answered = true;
  }
}
