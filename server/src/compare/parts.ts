/** Measures what a draft and one source have alike, and says which of it is worth a word. */
import type { Span } from '../text/span';
import { type EqualRun, type Pairing, scoreOf } from './align';
import type { NormalText } from './normal';

/** A stretch and the source it is shared with. */
export interface Shared<T> {
  readonly source: T;
  readonly pairing: Pairing;
  /** Equal units. */
  readonly equal: number;
  /** How like the two stretches are, from 0 to 1: the share of both that is equal. */
  readonly similarity: number;
  /** True of words that many documents have, though not in this order. */
  readonly isFormula: boolean;
}

/** What the units of a draft are, where they are not its own words: words that many documents of the archive have … */
export const COMMON = 1;
/** … and set words: formulations, titles, 主送机关, 署名. */
export const SET = 2;

/** In characters: what is shorter, or has less that is the draft's own, is told of no document. */
const SHORTEST = 26;
const OWN = 12;
/** Words that many documents have are told where so much of them is the very same, and few have it so. */
const VERBATIM = { same: 34, share: 0.95 };
/** What equal runs weigh more than the gaps between them; official texts that have nothing to do with one another reach 17. */
const ENOUGH = 20.5;
const FEWEST_SIMILAR = 0.6;
/** Sentences that were put in another order, or taken apart by others, count together: each weighs so much … */
const PART = { score: 10, similar: 0.75, own: 8 };
/** … and they weigh more than one that stands alone, with no more than this between them in either text. */
const TOGETHER = 24;
const NEAR = 60;
/** Parts with no more between them are told as one passage. */
const TOUCHING = 12;
/** A number that is another one is not told from one that is equal by chance. */
const OTHER_NUMBER = 0.5;
/** A set word weighs so much less than another. */
const SET_WORD = 0.5;
/** So much is another version of the same speech, however many documents have it. */
const VERSION = 80;
/** What was found of one source, and how much it says. */
interface Part {
  readonly pairing: Pairing;
  /** Characters of the draft's stretch, and of both. */
  readonly length: number;
  readonly both: number;
  /** From 0 to 1, numbers and synonyms taken as equal. */
  readonly likeness: number;
  /** Characters that are equal, and those of them that are the very same number or word. */
  readonly equal: number;
  readonly same: number;
  /** Units that are the draft's own, and those that are no set words. */
  readonly own: number;
  readonly written: number;
  readonly score: number;
}

/**
 * The stretches of one source that are worth a word: neither too short, nor too unlike, nor nothing but set words.
 * @param marks `COMMON`, `SET` or 0 for each unit of the draft
 */
export function sharedOf<T extends { readonly normal: NormalText }>(
  source: T,
  pairings: readonly Pairing[],
  draft: NormalText,
  marks: Uint8Array,
): Shared<T>[] {
  const measure = (pairing: Pairing) => measured(pairing, draft, source.normal, marks);
  const parts = pairings.map((pairing) => measure(withoutSetEnds(pairing, marks)));
  return groupsOf(parts).flatMap((group) =>
    joinedOf(group)
      .map(measure)
      .map(({ pairing, equal, same, both, own, written }) => ({
        source,
        pairing,
        equal,
        similarity: (2 * same) / both,
        isFormula: own < OWN && written < VERSION && group.length === 1,
      })),
  );
}

/** Parts that are told: one that says enough alone, and those that do so together. */
function groupsOf(parts: readonly Part[]): Part[][] {
  const groups: Part[][] = [];
  for (const part of [...parts].sort((a, b) => b.score - a.score)) {
    if (!saysEnough(part) && !saysSomething(part)) continue;
    const group = groups.find(
      (others) => others.some((other) => areApart(part, other, NEAR)) && others.every((other) => areApart(part, other)),
    );
    if (group) group.push(part);
    else groups.push([part]);
  }
  return groups.filter((group) => group.some(saysEnough) || saysEnoughTogether(group));
}

function saysEnough(part: Part): boolean {
  return (
    part.length >= SHORTEST &&
    part.score >= ENOUGH &&
    part.likeness >= FEWEST_SIMILAR &&
    (part.own >= OWN || part.written >= VERSION || isVerbatim(part))
  );
}

/** Words that many documents have, but in this order and with these numbers. */
function isVerbatim({ same, written, both }: Part): boolean {
  return Math.min(same, written) >= VERBATIM.same && 2 * same >= VERBATIM.share * both;
}

function saysSomething({ score, likeness, own }: Part): boolean {
  return score >= PART.score && likeness >= PART.similar && own >= PART.own;
}

function saysEnoughTogether(group: readonly Part[]): boolean {
  const sum = (value: (part: Part) => number) => group.reduce((all, part) => all + value(part), 0);
  return group.length > 1 && sum(({ score }) => score) >= TOGETHER && sum(({ own }) => own) >= OWN;
}

/** True where neither overlaps the other in either text, and no more than `most` is between them. */
function areApart({ pairing: a }: Part, { pairing: b }: Part, most = Number.POSITIVE_INFINITY): boolean {
  return [distance(a.draft, b.draft), distance(a.source, b.source)].every((apart) => apart >= 0 && apart <= most);
}

/** Units between two spans; below 0 where they overlap. */
export function distance(a: Span, b: Span): number {
  return Math.max(a.start, b.start) - Math.min(a.end, b.end);
}

/** Parts that touch one another in both texts, in whatever order, are one pairing. */
function joinedOf(parts: readonly Part[]): Pairing[] {
  const pairings: Pairing[] = [];
  for (const { pairing } of [...parts].sort((a, b) => a.pairing.draft.start - b.pairing.draft.start)) {
    const last = pairings.at(-1);
    const touches =
      last && distance(last.draft, pairing.draft) <= TOUCHING && distance(last.source, pairing.source) <= TOUCHING;
    if (touches) pairings[pairings.length - 1] = together(last, pairing);
    else pairings.push(pairing);
  }
  return pairings;
}

function together(a: Pairing, b: Pairing): Pairing {
  const around = (one: Span, other: Span) => ({
    start: Math.min(one.start, other.start),
    end: Math.max(one.end, other.end),
  });
  return {
    draft: around(a.draft, b.draft),
    source: around(a.source, b.source),
    equal: [...a.equal, ...b.equal],
    score: a.score + b.score,
  };
}

function measured(pairing: Pairing, draft: NormalText, source: NormalText, marks: Uint8Array): Part {
  const weightOf = ({ weights }: NormalText, { start, end }: Span) =>
    weights.subarray(start, end).reduce((sum, weight) => sum + weight, 0);
  let equal = 0;
  let same = 0;
  let own = 0;
  let written = 0;
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
      if (mark !== SET) written++;
      if (mark === 0 && length > 2) own++;
    }
  }
  const length = weightOf(draft, pairing.draft);
  const units = pairing.equal.reduce((sum, run) => sum + run.length, 0);
  const score = pairing.score - OTHER_NUMBER * others - SET_WORD * (units - written);
  const both = length + weightOf(source, pairing.source);
  return { pairing, length, both, likeness: (2 * equal) / (both - digits), equal, same, own, written, score };
}

/** A title before the first words that are the draft's own, and a closing phrase behind the last, are no part of a passage. */
function withoutSetEnds(pairing: Pairing, marks: Uint8Array): Pairing {
  const isOwn = ({ draft, length }: EqualRun) => marks.subarray(draft, draft + length).some((mark) => mark !== SET);
  const equal = pairing.equal.slice(pairing.equal.findIndex(isOwn), pairing.equal.findLastIndex(isOwn) + 1);
  const [first] = equal;
  const last = equal.at(-1);
  if (!first || !last || equal.length === pairing.equal.length) return pairing;
  return {
    draft: { start: first.draft, end: last.draft + last.length },
    source: { start: first.source, end: last.source + last.length },
    equal,
    score: scoreOf(equal),
  };
}
