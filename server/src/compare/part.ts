/** What a draft and a source share, measured: how much of it is the very same, how much of that is the draft's own. */
import type { Span } from '../text/span';
import type { NormalText } from './normal';
import { type EqualRun, type Pairing, pairingOf } from './pairing';

/** What the units of a draft are, where they are not its own words: words that many documents of the archive have … */
export const COMMON = 1;
/** … and set words: formulations, titles, 主送机关, 署名. */
export const SET = 2;

/** A number that is another one is not told from one that is equal by chance. */
const OTHER_NUMBER = 0.5;
/** A set word weighs so much less than another. */
const SET_WORD = 0.5;

/** What was found of one source, and how much it says. */
export interface Part {
  readonly pairing: Pairing;
  /** Characters of the draft's stretch, without marks and with them, and of both. */
  readonly length: number;
  readonly withMarks: number;
  /** Nothing differs but blanks, not even a mark. */
  readonly isVerbatim: boolean;
  readonly both: number;
  /** From 0 to 1, numbers and synonyms taken as equal. */
  readonly likeness: number;
  /** Characters that are equal, and those of them that are the very same number or word. */
  readonly equal: number;
  readonly same: number;
  /** Units that are the draft's own. */
  readonly own: number;
  /** Characters that are equal and no set words. */
  readonly written: number;
  readonly score: number;
}

/** @param marks `COMMON`, `SET` or 0 for each unit of the draft */
export function measured(pairing: Pairing, draft: NormalText, source: NormalText, marks: Uint8Array): Part {
  const weightOf = ({ weights }: NormalText, { start, end }: Span) =>
    weights.subarray(start, end).reduce((sum, weight) => sum + weight, 0);
  let equal = 0;
  let same = 0;
  let own = 0;
  let written = 0;
  let setWords = 0;
  let others = 0;
  /** Digits that one number has more than the other: a number is changed as a whole. */
  let digits = 0;
  for (const { draft: from, source: there, length } of pairing.equal) {
    for (let at = 0; at < length; at++) {
      const weight = draft.weights[from + at] ?? 0;
      const isSame = draft.variants[from + at] === source.variants[there + at];
      equal += isSame ? weight : 1;
      if (isSame) same += weight;
      else {
        others++;
        digits += weight + (source.weights[there + at] ?? 0) - 2;
      }
      const mark = marks[from + at];
      if (mark === SET) setWords++;
      else written += isSame ? weight : 1;
      if (mark === 0 && length > 2) own++;
    }
  }
  const length = weightOf(draft, pairing.draft);
  const words = textOf(draft, pairing.draft);
  const score = pairing.score - OTHER_NUMBER * others - SET_WORD * setWords;
  const both = length + weightOf(source, pairing.source);
  return {
    pairing,
    length,
    withMarks: words.length,
    isVerbatim: words === textOf(source, pairing.source),
    both,
    likeness: (2 * equal) / (both - digits),
    equal,
    same,
    own,
    written,
    score,
  };
}

function textOf({ text, offsets, ends }: NormalText, { start, end }: Span): string {
  return text.slice(offsets[start], ends[end - 1]).replace(/\s/g, '');
}

/** A title before the first words that are the draft's own, and a closing phrase behind the last, are no part of a passage. */
export function withoutSetEnds(pairing: Pairing, marks: Uint8Array): Pairing {
  const isOwn = ({ draft, length }: EqualRun) => marks.subarray(draft, draft + length).some((mark) => mark !== SET);
  const equal = pairing.equal.slice(pairing.equal.findIndex(isOwn), pairing.equal.findLastIndex(isOwn) + 1);
  return equal.length === pairing.equal.length ? pairing : (pairingOf(equal)[0] ?? pairing);
}
