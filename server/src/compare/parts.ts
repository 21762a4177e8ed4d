/** Says which of what a draft and one source have alike is worth a word. */

import type { Span } from '../text/span';
import { groupsOf, isScattered, OWN, VERSION } from './groups';
import type { NormalText } from './normal';
import { distance, type EqualRun, type Pairing, pairingOf } from './pairing';
import { measured, type Part, withoutSetEnds } from './part';

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

/** A stretch that is too unlike is looked at part by part: so much in between, of either text, is not of it. */
const WIDE = 10;
/** Parts with no more between them are told as one passage. */
const TOUCHING = 12;

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
  const parts = pairings.flatMap((pairing) => {
    const part = measure(withoutSetEnds(pairing, marks));
    return isScattered(part) ? divided(part.pairing).map(measure) : part;
  });
  return groupsOf(parts, measure).flatMap((group) => {
    const own = group.reduce((sum, part) => sum + part.own, 0);
    return joinedOf(group)
      .map(measure)
      .map(({ pairing, equal, same, both, written }) => ({
        source,
        pairing,
        equal,
        similarity: (2 * same) / both,
        isFormula: own < OWN && written < VERSION,
      }));
  });
}

/** The parts of a stretch between which there is much of something else. */
function divided({ equal }: Pairing): Pairing[] {
  const pieces: EqualRun[][] = [];
  for (const run of equal) {
    const last = pieces.at(-1)?.at(-1);
    const isFar = !last || Math.max(run.draft - last.draft, run.source - last.source) - last.length > WIDE;
    if (isFar) pieces.push([run]);
    else pieces.at(-1)?.push(run);
  }
  return pieces.flatMap((piece) => pairingOf(piece));
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
