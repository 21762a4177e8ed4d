/** The writer's own dictionary: words that are right as they stand, so that nothing within them is reported. */
import type { Block } from '../document/types';
import type { Span } from '../text/span';
import { contains } from '../text/span';
import { WordIndex } from './word-index';

/** What a word of the dictionary names, with its tag in the tag set of jieba. */
export const WORD_KINDS = { word: 'n', person: 'nr', place: 'ns', organ: 'nt' } as const;
export type WordKind = keyof typeof WORD_KINDS;

/** Words with what they name. */
export type Dictionary = Readonly<Record<string, WordKind>>;

export class RightWords {
  readonly #index = new WordIndex<number>();
  readonly #kept = new WeakMap<Block, readonly Span[]>();

  constructor(words: Iterable<string>) {
    for (const word of words) if (word !== '') this.#index.add(word, word.length);
  }

  /** True when the span lies within a word of the dictionary. */
  readonly covers = (block: Block, span: Span): boolean => this.#spansIn(block).some((word) => contains(word, span));

  #spansIn(block: Block): readonly Span[] {
    let spans = this.#kept.get(block);
    if (!spans) {
      const found: Span[] = [];
      this.#index.scan(block.text, (start, length) => found.push({ start, end: start + length }));
      spans = found;
      this.#kept.set(block, spans);
    }
    return spans;
  }
}
