/** Chooses among the stretches that a draft shares with many sources those that are worth a word. */
import type { EqualRun, Pairing } from './align';

/** A stretch and the source it is shared with. */
export interface Shared<T> {
  readonly source: T;
  readonly pairing: Pairing;
  /** Equal units. */
  readonly equal: number;
  /** How like the two stretches are, from 0 to 1: the share of both that is equal. */
  readonly similarity: number;
}

/** What the units of a draft are, where they are not its own words: words that many documents of the archive have … */
export const COMMON = 1;
/** … and set words: formulations, titles, 主送机关, 署名. */
export const SET = 2;

/** In compared units: what is shorter, or has less that is the draft's own, is told of no document. */
const SHORTEST = 26;
const OWN = 12;
/** A short stretch must be more like its source than a long one, which cannot be alike by chance. */
const SHORT = { equal: 30, similar: 0.74 };
const LONG = { equal: 60, similar: 0.7 };
/** So much is another version of the same speech, however many documents have it. */
const VERSION = 80;
/** A stretch of which so much is told already, with another source, is not told again … */
const TOLD = 0.8;
/** … unless that source is as near, and there are not too many of them. */
const AS_NEAR = 0.95;
const MOST_SOURCES = 3;

/** Undefined for what is too short, too unlike or nothing but set words. @param marks `COMMON`, `SET` or 0 for each unit */
export function sharedOf<T>(source: T, found: Pairing, marks: Uint8Array): Shared<T> | undefined {
  const pairing = withoutSetEnds(found, marks);
  const { draft, source: from, equal: runs } = pairing;
  const equal = runs.reduce((sum, { length }) => sum + length, 0);
  const similarity = (2 * equal) / (draft.end - draft.start + from.end - from.start);
  if (draft.end - draft.start < SHORTEST || similarity < leastSimilar(equal)) return undefined;
  const { own, set } = countMarks(pairing, marks);
  return own >= OWN || equal - set >= VERSION ? { source, pairing, equal, similarity } : undefined;
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
  };
}

function leastSimilar(equal: number): number {
  const way = Math.min(1, Math.max(0, (equal - SHORT.equal) / (LONG.equal - SHORT.equal)));
  return SHORT.similar + way * (LONG.similar - SHORT.similar);
}

function countMarks({ equal }: Pairing, marks: Uint8Array): { readonly own: number; readonly set: number } {
  let own = 0;
  let set = 0;
  for (const { draft, length } of equal) {
    for (let at = draft; at < draft + length; at++) {
      if (marks[at] === SET) set++;
      else if (marks[at] !== COMMON && length > 2) own++;
    }
  }
  return { own, set };
}

/** The longest first wins its place; the answer is in the order of the draft. */
export function chosenPassages<T>(shared: readonly Shared<T>[]): Shared<T>[] {
  const ranked = [...shared].sort((a, b) => b.equal - a.equal || b.similarity - a.similarity);
  const chosen: Shared<T>[] = [];
  for (const each of ranked) {
    const { start, end } = each.pairing.draft;
    const around = chosen.filter(({ pairing: { draft } }) => draft.start < end && start < draft.end);
    if (coveredBy(around, start, end) < TOLD * (end - start)) chosen.push(each);
    else if (isAsNear(each, around)) chosen.push(each);
  }
  return chosen.sort((a, b) => a.pairing.draft.start - b.pairing.draft.start || b.similarity - a.similarity);
}

/** Units of a stretch that these passages cover together. */
function coveredBy(passages: readonly Shared<unknown>[], start: number, end: number): number {
  const spans = passages.map(({ pairing }) => pairing.draft).sort((a, b) => a.start - b.start);
  let covered = 0;
  let upTo = start;
  for (const span of spans) {
    covered += Math.max(0, Math.min(end, span.end) - Math.max(upTo, span.start));
    upTo = Math.max(upTo, span.end);
  }
  return covered;
}

/** Another source of the very same stretch. */
function isAsNear<T>({ source, equal }: Shared<T>, around: readonly Shared<T>[]): boolean {
  const same = around.filter((other) => equal >= AS_NEAR * other.equal);
  return (
    same.length > 0 &&
    same.length < MOST_SOURCES &&
    around.length === same.length &&
    same.every((other) => other.source !== source)
  );
}
