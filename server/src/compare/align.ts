/** Finds the stretches that two texts share, though words were changed, put in or left out: their borders, and how much is equal. */
import { diffArrays } from 'diff';
import { chainsOf, lengthOf } from './chains';
import { RUN, runHashes } from './fingerprints';
import { areNear, type EqualRun, endOf, gapBefore, NEAR, type Pairing, pairingOf, worthOf } from './pairing';
import { Shelves } from './shelves';

/** So much is looked at beyond the first and the last long run. */
const MARGIN = 30;
/** A stretch that repeats itself is followed at so many places, no more. */
const MOST_PLACES = 16;
/** Chains that share less are not worth aligning … */
export const FEWEST_IN_CHAIN = 14;
/** … but count near one that is. */
const FEWEST_BESIDE = 7;

/** The draft's side: where each run of `RUN` units stands. Made once for many sources. */
export class Seeds {
  readonly #first = new Map<number, number>();
  readonly #next: Int32Array;

  constructor(readonly units: Uint16Array) {
    const hashes = runHashes(units);
    this.#next = new Int32Array(hashes.length).fill(-1);
    for (let at = hashes.length - 1; at >= 0; at--) {
      const hash = hashes[at] ?? 0;
      this.#next[at] = this.#first.get(hash) ?? -1;
      this.#first.set(hash, at);
    }
  }

  /** Every stretch that is shared with a source, in the order of the draft; they may overlap. */
  pairingsWith(source: Uint16Array): Pairing[] {
    const chains = chainsOf(this.#equalRuns(source), FEWEST_BESIDE);
    const isLong = (chain: readonly EqualRun[]) => lengthOf(chain) >= FEWEST_IN_CHAIN;
    const long = chains.filter(isLong).flatMap((chain) => this.#aligned(chain, source));
    const shelves = new Shelves<Pairing>();
    for (const pairing of long) shelves.add(pairing.draft, pairing);
    const short = chains.filter((chain) => !isLong(chain)).flatMap((chain) => pairingOf(chain));
    const isNear = (pairing: Pairing) =>
      [...shelves.near(pairing.draft, NEAR)].some((other) => areNear(pairing, other));
    return [...long, ...short.filter(isNear)];
  }

  /** The longest runs of at least `RUN` equal units. */
  #equalRuns(source: Uint16Array): EqualRun[] {
    const { units } = this;
    const runs: EqualRun[] = [];
    /** For each distance between the two texts, up to where the source has been compared. */
    const seenUpTo = new Map<number, number>();
    const hashes = runHashes(source);
    for (let start = 0; start < hashes.length; start++) {
      let at = this.#first.get(hashes[start] ?? 0) ?? -1;
      for (let places = 0; at >= 0 && places < MOST_PLACES; places++) {
        if ((seenUpTo.get(start - at) ?? -1) <= start) {
          let length = 0;
          while (at + length < units.length && units[at + length] === source[start + length]) length++;
          seenUpTo.set(start - at, start + Math.max(length, 1));
          if (length >= RUN) runs.push({ draft: at, source: start, length });
        }
        at = this.#next[at] ?? -1;
      }
    }
    return runs;
  }

  /** Fills the gaps of a chain and looks beyond its ends; what has too little in common is cut away, in the middle too. */
  #aligned(chain: readonly EqualRun[], source: Uint16Array): Pairing[] {
    const [first] = chain;
    const last = chain.at(-1);
    if (!first || !last) return [];
    const runs: EqualRun[] = [];
    let draft = Math.max(0, first.draft - MARGIN);
    let from = Math.max(0, first.source - MARGIN);
    for (const run of chain) {
      runs.push(...this.#between(draft, run.draft, source, from, run.source), run);
      draft = run.draft + run.length;
      from = run.source + run.length;
    }
    const draftEnd = Math.min(this.units.length, draft + MARGIN);
    runs.push(...this.#between(draft, draftEnd, source, from, Math.min(source.length, from + MARGIN)));
    return bestStretches(joined(runs));
  }

  #between(draft: number, draftEnd: number, source: Uint16Array, from: number, sourceEnd: number): EqualRun[] {
    const runs: EqualRun[] = [];
    if (draft >= draftEnd || from >= sourceEnd) return runs;
    const changes = diffArrays(Array.from(source.subarray(from, sourceEnd)), [...this.units.subarray(draft, draftEnd)]);
    for (const { added, removed, count } of changes) {
      if (!added && !removed) runs.push({ draft, source: from, length: count });
      if (!removed) draft += count;
      if (!added) from += count;
    }
    return runs;
  }
}

function joined(runs: readonly EqualRun[]): EqualRun[] {
  const result: EqualRun[] = [];
  for (const run of runs) {
    const last = result.at(-1);
    const end = last && endOf(last);
    if (last && end && end.draft === run.draft && end.source === run.source)
      result[result.length - 1] = { ...last, length: last.length + run.length };
    else result.push(run);
  }
  return result;
}

/** The parts of an alignment whose equal runs outweigh the gaps between them. */
function bestStretches(runs: readonly EqualRun[]): Pairing[] {
  let best = { score: 0, start: 0, end: 0 };
  let score = 0;
  let start = 0;
  runs.forEach((run, index) => {
    score -= gapBefore(runs, index);
    if (score <= 0) {
      score = 0;
      start = index;
    }
    score += worthOf(run);
    if (score > best.score) best = { score, start, end: index + 1 };
  });
  if (best.score < FEWEST_IN_CHAIN) return [];
  return [
    ...bestStretches(runs.slice(0, best.start)),
    ...pairingOf(runs.slice(best.start, best.end)),
    ...bestStretches(runs.slice(best.end)),
  ];
}
