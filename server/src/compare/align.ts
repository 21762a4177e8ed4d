/** Finds the stretches that two texts share, though words were changed, put in or left out: their borders, and how much is equal. */
import { diffArrays } from 'diff';
import type { Span } from '../text/span';
import { RUN, runHashes } from './fingerprints';

/** A stretch of the draft and the one of a source that it was taken from; spans are in compared units. */
export interface Pairing {
  readonly draft: Span;
  readonly source: Span;
  /** What is the same, in order: `length` units from `draft` and from `source` on. */
  readonly equal: readonly EqualRun[];
  /** What is the same weighs for it, what lies between against it. */
  readonly score: number;
}

export interface EqualRun {
  readonly draft: number;
  readonly source: number;
  readonly length: number;
}

/** So much may stand between two equal runs of one passage, on either side. */
const WIDEST_GAP = 40;
/** So much is looked at beyond the first and the last long run. */
const MARGIN = 30;
/** A stretch that repeats itself is followed at so many places, no more. */
const MOST_PLACES = 16;
/** Within a run as long as this nothing else is looked for: both texts are versions of one. */
const LONG_RUN = 100;
/** Runs that one run is joined with are looked for among so many that are about as far off in the other text. */
const LOOK_BACK = 8;
/** Of a gap between long runs about so much is no change, but runs too short to be seeds. */
const EQUAL_IN_GAP = 0.5;
/** Chains that share less are not worth aligning. */
const FEWEST_IN_CHAIN = 14;

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
    return chainsOf(this.#equalRuns(source)).flatMap((chain) => this.#aligned(chain, source));
  }

  /** The longest runs of at least `RUN` equal units. */
  #equalRuns(source: Uint16Array): EqualRun[] {
    const { units } = this;
    const runs: EqualRun[] = [];
    /** For each distance between the two texts, up to where the source has been compared. */
    const seenUpTo = new Map<number, number>();
    let longUpTo = 0;
    const hashes = runHashes(source);
    for (let start = 0; start < hashes.length; start++) {
      if (start + RUN <= longUpTo) continue;
      let at = this.#first.get(hashes[start] ?? 0) ?? -1;
      for (let places = 0; at >= 0 && places < MOST_PLACES; places++) {
        if ((seenUpTo.get(start - at) ?? -1) <= start) {
          let length = 0;
          while (at + length < units.length && units[at + length] === source[start + length]) length++;
          seenUpTo.set(start - at, start + Math.max(length, 1));
          if (length >= RUN) runs.push({ draft: at, source: start, length });
          if (length >= LONG_RUN) longUpTo = Math.max(longUpTo, start + length);
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

interface Link {
  readonly run: EqualRun;
  readonly score: number;
  readonly before: Link | undefined;
}

/** Runs that follow one another in both texts, near enough to be one passage; each run is in one chain. */
function chainsOf(runs: readonly EqualRun[]): EqualRun[][] {
  const sorted = [...runs].sort((a, b) => a.draft - b.draft || a.source - b.source);
  const links: Link[] = [];
  /** By how far the source's place is from the draft's, in steps of the widest gap: what follows is in the same or the next. */
  const shelves = new Map<number, Link[]>();
  for (const run of sorted) {
    let best: Link = { run, score: run.length, before: undefined };
    const shelf = Math.floor((run.source - run.draft) / WIDEST_GAP);
    for (const before of [-1, 0, 1].flatMap((step) => shelves.get(shelf + step) ?? [])) {
      const rest = restBehind(before.run, run);
      if (!rest) continue;
      const end = endOf(before.run);
      const gap = costOf(rest.draft - end.draft, rest.source - end.source);
      const score = before.score + rest.length - EQUAL_IN_GAP * gap;
      if (score > best.score) best = { run: rest, score, before };
    }
    links.push(best);
    const kept = shelves.get(shelf);
    if (!kept) shelves.set(shelf, [best]);
    else if (kept.push(best) > LOOK_BACK) kept.shift();
  }
  const used = new Set<EqualRun>();
  const chains: EqualRun[][] = [];
  for (const link of [...links].sort((a, b) => b.score - a.score)) {
    const chain: EqualRun[] = [];
    for (let each: Link | undefined = link; each && !used.has(each.run); each = each.before) {
      used.add(each.run);
      chain.unshift(each.run);
    }
    if (chain.reduce((sum, { length }) => sum + length, 0) >= FEWEST_IN_CHAIN) chains.push(chain);
  }
  return chains;
}

function endOf({ draft, source, length }: EqualRun): { readonly draft: number; readonly source: number } {
  return { draft: draft + length, source: source + length };
}

/** What is left of a run behind another one; nothing where it does not follow, or follows too far off. */
function restBehind(before: EqualRun, run: EqualRun): EqualRun | undefined {
  const end = endOf(before);
  const overlap = Math.max(0, end.draft - run.draft, end.source - run.source);
  const rest = { draft: run.draft + overlap, source: run.source + overlap, length: run.length - overlap };
  const near = rest.draft - end.draft <= WIDEST_GAP && rest.source - end.source <= WIDEST_GAP;
  return near && rest.length >= RUN / 2 ? rest : undefined;
}

/** What a gap takes from the score: a word put in or left out less than one that was changed. */
function costOf(draft: number, source: number): number {
  const changed = Math.min(draft, source);
  return 0.6 * changed + 0.25 * (Math.max(draft, source) - changed);
}

/** Single characters are equal by chance, 的 above all. */
function worthOf({ length }: EqualRun): number {
  return length === 1 ? 0.3 : length === 2 ? 1.4 : length;
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

/** What equal runs weigh more than the gaps between them. */
export function scoreOf(runs: readonly EqualRun[]): number {
  return runs.reduce((score, run, index) => score + worthOf(run) - gapBefore(runs, index), 0);
}

function gapBefore(runs: readonly EqualRun[], index: number): number {
  const [before, run] = [runs[index - 1], runs[index]];
  if (!before || !run) return 0;
  const end = endOf(before);
  return costOf(run.draft - end.draft, run.source - end.source);
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
  const equal = runs.slice(best.start, best.end);
  const [first] = equal;
  const last = equal.at(-1);
  if (best.score < FEWEST_IN_CHAIN || !first || !last) return [];
  const end = endOf(last);
  const pairing: Pairing = {
    draft: { start: first.draft, end: end.draft },
    source: { start: first.source, end: end.source },
    equal,
    score: best.score,
  };
  return [...bestStretches(runs.slice(0, best.start)), pairing, ...bestStretches(runs.slice(best.end))];
}
