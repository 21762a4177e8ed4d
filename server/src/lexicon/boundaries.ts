/** Tells whether a wrong form is cut out of the text at word boundaries, and is not part of a name. */
import names from '../../data/surnames.json';
import type { Word } from '../segment/types';
import type { Span } from '../text/span';

/** Tag of what is in no dictionary and was only guessed to be one word; jieba gives it to marks and letters as well. */
const UNKNOWN = 'x';
/** 人名、地名、机构名、其他专名 */
const NAME = /^n[rstz]/;
const SURNAMES: ReadonlySet<string> = new Set(names.surnames);

const LONGEST_NAME = 3;

export interface Boundaries {
  /** True where a word could stand there by itself. */
  standsAlone(at: Span): boolean;
}

export function boundariesOf(text: string, words: readonly Word[]): Boundaries {
  const boundaries = new Set<number>();
  const named = new Set<number>();
  for (const { span, tag = '' } of words) {
    const { start, end } = span;
    boundaries.add(start).add(end);
    const guessed = tag === UNKNOWN;
    const name = NAME.test(tag) || (guessed && end - start <= LONGEST_NAME && SURNAMES.has(text[start] ?? ''));
    for (let at = start; at < end; at++) {
      if (name) named.add(at);
      // A guess is no reason to be silent: with a wrong form in it, what stands there is most likely no word at all.
      else if (guessed) boundaries.add(at);
    }
  }
  const behindSurname = (start: number) => boundaries.has(start - 1) && SURNAMES.has(text[start - 1] ?? '');
  return {
    standsAlone: ({ start, end }) =>
      boundaries.has(start) && boundaries.has(end) && !named.has(start) && !named.has(end - 1) && !behindSurname(start),
  };
}
