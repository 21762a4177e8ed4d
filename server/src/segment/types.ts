/** Words of a text with their places and parts of speech, whoever finds them. */
import type { Span } from '../text/span';

export interface Word {
  /** In the text that was segmented, in UTF-16 code units. Words do not overlap; together they cover the text. */
  readonly span: Span;
  /** Part of speech in the tag set of jieba (n noun, v verb, m numeral, x punctuation …); not known to every segmenter. */
  readonly tag?: string;
}

/** A word and its tag: `['某某新区', 'ns']`. */
export type LearntWord = readonly [word: string, tag: string];

export interface Segmenter {
  /**
   * The words of each text, in order. Never rejects: where a better segmenter fails, a simpler one answers.
   * @param learnt words to know from now on, each with its part of speech; the stand-in cannot learn
   */
  segment(texts: readonly string[], learnt?: readonly LearntWord[]): Promise<readonly (readonly Word[])[]>;
}

/** `loading` until it is known whether nodejieba runs here; `intl` when the stand-in does its work. */
export type SegmenterState = 'loading' | 'nodejieba' | 'intl';
