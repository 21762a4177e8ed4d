/** Where the words of a block begin and end, and which of its characters stand in a word with others. */
import type { Word } from '../../segment/types';

/** Of what is in no dictionary. */
const UNKNOWN = 'x';

export interface Places {
  readonly boundaries: ReadonlySet<number>;
  /** Characters that belong to a word of two or more. */
  readonly inWord: ReadonlySet<number>;
}

export function placesOf(words: readonly Word[]): Places {
  const boundaries = new Set<number>();
  const inWord = new Set<number>();
  for (const { span, tag } of words) {
    boundaries.add(span.start).add(span.end);
    for (let at = span.start; at < span.end; at++) {
      if (tag === UNKNOWN) boundaries.add(at);
      else if (span.end - span.start > 1) inWord.add(at);
    }
  }
  return { boundaries, inWord };
}
