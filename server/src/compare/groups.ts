/** Parts of one passage that were taken apart or put in another order: they belong together, and are told where they say enough. */
import type { Span } from '../text/span';
import { FEWEST_IN_CHAIN, NEAR } from './align';
import { distance, type EqualRun, type Pairing, pairingOf } from './pairing';
import type { Part } from './part';

/** In characters: what is shorter, or has less that is the draft's own, is told of no document. */
const SHORTEST = 26;
export const OWN = 12;
/** Words that many documents have are told where so much of them is the very same, and few have it so. */
const VERBATIM = { same: 34, share: 0.95 };
/** What equal runs weigh more than the gaps between them; official texts that have nothing to do with one another reach 17. */
const ENOUGH = 20.5;
export const FEWEST_SIMILAR = 0.6;
/** Sentences that were put in another order, or taken apart by others, count together: each weighs so much … */
const PART = { score: 10, similar: 0.75, own: 8 };
/** … and they weigh more than one that stands alone. */
const TOGETHER = 24;
/** A part that says less counts beside one that says more, where nothing stands between them in one of the texts, or in both. */
const BESIDE = { score: 10, similar: 0.9, own: 8 };
const BESIDE_IN_BOTH = { ...BESIDE, score: 7, own: 6 };
/** A word that begins or ends such a part was changed. */
const CLOSE = 2;
/** So much is another version of the same speech, however many documents have it. */
export const VERSION = 80;

/** Parts that are told: one that says enough alone, and those that do so together. */
export function groupsOf(parts: readonly Part[], measure: (pairing: Pairing) => Part): Part[][] {
  const groups: Part[][] = [];
  const join = (part: Part) =>
    groups.some((group) => {
      const rest = group.some((other) => overlap(part, other)) ? restOf(part, group).map(measure) : [part];
      const joining = rest.filter((each) => group.some((other) => belongsTo(each, other)));
      group.push(...joining);
      return joining.length > 0;
    });
  const sorted = [...parts].sort((a, b) => b.score - a.score);
  const beside: Part[] = [];
  for (const part of sorted) {
    if (!saysEnough(part) && !saysSomething(part)) beside.push(part);
    else if (!join(part)) groups.push([part]);
  }
  for (const part of beside) join(part);
  return groups.filter((group) => group.some(saysEnough) || saysEnoughTogether(group));
}

function belongsTo(part: Part, other: Part): boolean {
  const apart = [
    distance(part.pairing.draft, other.pairing.draft),
    distance(part.pairing.source, other.pairing.source),
  ];
  if (apart.some((units) => units < 0 || units > NEAR)) return false;
  if (saysEnough(part) || saysSomething(part)) return true;
  return Math.min(...apart) <= CLOSE && says(part, Math.max(...apart) <= CLOSE ? BESIDE_IN_BOTH : BESIDE);
}

function overlap({ pairing: a }: Part, { pairing: b }: Part): boolean {
  return distance(a.draft, b.draft) < 0 || distance(a.source, b.source) < 0;
}

/** What of a part lies outside the others, in both texts. */
function restOf({ pairing }: Part, others: readonly Part[]): Pairing[] {
  const pieces: EqualRun[][] = [[]];
  for (const { draft, source, length } of pairing.equal) {
    for (let at = 0; at < length; at++) {
      const isFree = others.every(
        ({ pairing: other }) => !isWithin(draft + at, other.draft) && !isWithin(source + at, other.source),
      );
      const piece = pieces.at(-1) ?? [];
      const last = piece.at(-1);
      if (!isFree) {
        if (piece.length > 0) pieces.push([]);
      } else if (at > 0 && last && last.draft + last.length === draft + at)
        piece[piece.length - 1] = { ...last, length: last.length + 1 };
      else piece.push({ draft: draft + at, source: source + at, length: 1 });
    }
  }
  return pieces.flatMap((piece) => pairingOf(piece));
}

function isWithin(at: number, { start, end }: Span): boolean {
  return at >= start && at < end;
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

function saysSomething(part: Part): boolean {
  return part.pairing.score >= FEWEST_IN_CHAIN && says(part, PART);
}

function says({ score, likeness, own }: Part, least: typeof PART): boolean {
  return score >= least.score && likeness >= least.similar && own >= least.own;
}

function saysEnoughTogether(group: readonly Part[]): boolean {
  const sum = (value: (part: Part) => number) => group.reduce((all, part) => all + value(part), 0);
  return group.length > 1 && sum(({ score }) => score) >= TOGETHER && sum(({ own }) => own) >= OWN;
}
