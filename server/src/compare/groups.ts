/** Parts of one passage that were taken apart or put in another order: they belong together, and are told where they say enough. */
import type { Span } from '../text/span';
import { FEWEST_IN_CHAIN } from './align';
import { areNear, distance, type EqualRun, NEAR, type Pairing, pairingOf } from './pairing';
import type { Part } from './part';
import { Shelves } from './shelves';

/** In characters, without marks and with them: what is shorter, or has less that is the draft's own, is told of no document. */
const SHORTEST = 26;
const SHORTEST_WITH_MARKS = 36;
export const OWN = 12;
/** Words that many documents have are told where so many characters are the very same, not all of them set words, and few have it so. */
const WHOLE = { same: 34, written: 22, share: 0.95 };
/** What equal runs weigh more than the gaps between them; statutes that have nothing to do with one another reach 20. */
const ENOUGH = 20.5;
/** A passage that is long with its marks, and the same to the last of them, need not weigh so much. */
const ENOUGH_VERBATIM = 14;
const FEWEST_SIMILAR = 0.64;
/** Sentences that were put in another order, or taken apart by others, count together: each weighs so much … */
const PART = { score: 10, similar: 0.75, own: 8, length: 10 };
/** … and they weigh more than one that stands alone. */
const TOGETHER = 24;
/** A part that says less counts beside one that says more, where nothing stands between them in one of the texts, or in both. */
const BESIDE = { ...PART, score: 8, similar: 0.9 };
const BESIDE_IN_BOTH = { ...BESIDE, score: 7, own: 6, length: 7 };
/** A word that begins or ends such a part was changed. */
const CLOSE = 2;
/** So much is another version of the same speech, however many documents have it. */
export const VERSION = 80;

/** Parts that are told: one that says enough alone, and those that do so together. */
export function groupsOf(parts: readonly Part[], measure: (pairing: Pairing) => Part): Part[][] {
  const groups = new Groups(measure);
  const beside: Part[] = [];
  // of two that overlap the one without much in between comes first
  const weight = ({ score, likeness }: Part) => score * likeness ** 2;
  for (const part of [...parts].sort((a, b) => weight(b) - weight(a))) {
    if (!saysEnough(part) && !saysSomething(part)) beside.push(part);
    else if (!groups.join(part)) groups.begin(part);
  }
  for (const part of beside) groups.join(part);
  return groups.all.filter((group) => group.some(saysEnough) || saysEnoughTogether(group));
}

class Groups {
  readonly all: Part[][] = [];
  readonly #members = new Shelves<{ readonly part: Part; readonly group: Part[] }>();

  constructor(readonly measure: (pairing: Pairing) => Part) {}

  begin(part: Part): void {
    const group: Part[] = [];
    this.all.push(group);
    this.#add(part, group);
  }

  /** Puts a part, or what of it no other part has, to those that it belongs to; false where there are none. */
  join(part: Part): boolean {
    const near = new Map<Part[], Part[]>();
    for (const { part: other, group } of this.#members.near(part.pairing.draft, NEAR)) {
      const others = near.get(group);
      if (others) others.push(other);
      else near.set(group, [other]);
    }
    for (const [group, others] of near) {
      if (!others.some((other) => areNear(part.pairing, other.pairing))) continue;
      const overlapping = others.filter((other) => overlap(part, other));
      const rest = overlapping.length > 0 ? restOf(part, overlapping).map(this.measure) : [part];
      const joining = rest.filter((each) => others.some((other) => belongsTo(each, other)));
      for (const each of joining) this.#add(each, group);
      if (joining.length > 0) return true;
    }
    return false;
  }

  #add(part: Part, group: Part[]): void {
    group.push(part);
    this.#members.add(part.pairing.draft, { part, group });
  }
}

function belongsTo(part: Part, other: Part): boolean {
  const apart = distances(part, other);
  if (apart.some((units) => units < 0 || units > NEAR)) return false;
  if (saysEnough(part) || saysSomething(part)) return true;
  return Math.min(...apart) <= CLOSE && says(part, Math.max(...apart) <= CLOSE ? BESIDE_IN_BOTH : BESIDE);
}

function overlap(part: Part, other: Part): boolean {
  return distances(part, other).some((units) => units < 0);
}

function distances({ pairing: a }: Part, { pairing: b }: Part): number[] {
  return [distance(a.draft, b.draft), distance(a.source, b.source)];
}

/** What of a part lies outside the others, in both texts. */
function restOf({ pairing }: Part, others: readonly Part[]): Pairing[] {
  // lists whose lines are alike have as many parts as lines, each within another
  if (others.some((other) => hasWithin(other.pairing, pairing))) return [];
  const inDraft = covered(
    pairing.draft,
    others.map((other) => other.pairing.draft),
  );
  const inSource = covered(
    pairing.source,
    others.map((other) => other.pairing.source),
  );
  const pieces: EqualRun[][] = [[]];
  for (const { draft, source, length } of pairing.equal) {
    let free = 0;
    for (let at = 0; at <= length; at++) {
      const isTaken = inDraft[draft + at - pairing.draft.start] || inSource[source + at - pairing.source.start];
      if (at < length && !isTaken) continue;
      if (at > free) pieces.at(-1)?.push({ draft: draft + free, source: source + free, length: at - free });
      if (at < length && pieces.at(-1)?.length) pieces.push([]);
      free = at + 1;
    }
  }
  return pieces.flatMap((piece) => pairingOf(piece));
}

/** True where one of the texts has nothing of `inner` outside of `outer`. */
function hasWithin(outer: Pairing, inner: Pairing): boolean {
  const has = (out: Span, within: Span) => out.start <= within.start && within.end <= out.end;
  return has(outer.draft, inner.draft) || has(outer.source, inner.source);
}

/** For each place of a stretch, whether one of the spans has it. */
function covered({ start, end }: Span, spans: readonly Span[]): Uint8Array {
  const places = new Uint8Array(end - start);
  for (const span of spans) places.fill(1, Math.max(0, span.start - start), Math.max(0, span.end - start));
  return places;
}

/** True of what is told of nobody as it is: too much else stands between its words. */
export function isScattered(part: Part): boolean {
  return part.likeness < FEWEST_SIMILAR || (part.likeness < PART.similar && !saysEnough(part));
}

function saysEnough(part: Part): boolean {
  return (
    (part.length >= SHORTEST || part.withMarks >= SHORTEST_WITH_MARKS) &&
    part.score >= (part.isVerbatim && part.withMarks >= SHORTEST_WITH_MARKS ? ENOUGH_VERBATIM : ENOUGH) &&
    part.likeness >= FEWEST_SIMILAR &&
    (part.own >= OWN || part.written >= VERSION || isWhole(part))
  );
}

/** Words that many documents have, but in this order and with these numbers. */
function isWhole({ same, written, both }: Part): boolean {
  return same >= WHOLE.same && written >= WHOLE.written && 2 * same >= WHOLE.share * both;
}

function saysSomething(part: Part): boolean {
  return part.pairing.score >= FEWEST_IN_CHAIN && says(part, PART);
}

function says({ score, likeness, own, length }: Part, least: typeof PART): boolean {
  return score >= least.score && likeness >= least.similar && own >= least.own && length >= least.length;
}

function saysEnoughTogether(group: readonly Part[]): boolean {
  const sum = (value: (part: Part) => number) => group.reduce((all, part) => all + value(part), 0);
  return group.length > 1 && sum(({ score }) => score) >= TOGETHER && sum(({ own }) => own) >= OWN;
}
