/** The fingerprints of a draft, and which documents of the archive have enough of them in the same order. */
import type { Span } from '../text/span';
import { chosenRuns, RUN, runHashes } from './fingerprints';

/** A document that shares fingerprints with the draft. */
export interface Suspect<T> {
  readonly document: T;
  /** Pairs of numbers: which fingerprint of the document, and which of the draft. */
  readonly hits: Uint32Array;
}

/** A fingerprint that stands in the draft more often is followed at so many places. */
const MOST_PLACES = 8;
/** A fingerprint that more documents have is a formula in any archive; no more of them are kept. */
const MOST_DOCUMENTS = 2000;
/** Fingerprints farther apart, in one of the two texts, belong to different passages. A fingerprint is about three units. */
const FARTHEST = 16;
/** Units covered by fingerprints in the same order that make a suspect: those that are no formulas, or all … */
const OWN_UNITS = 9;
const ALL_UNITS = 80;
/** … or so many that are all formulas, where few documents have them in this order. */
const FORMULA_UNITS = 20;
/** A small table that says of most hashes that the draft has none such. */
const FILTER = (1 << 20) - 1;

/** A run is common when this share of the documents has it, within these bounds. */
const COMMON_SHARE = 0.08;
const COMMON_FEWEST = 6;
const COMMON_MOST = 40;

export class DraftPrints<T> {
  /** Where in the units each fingerprint begins. */
  readonly #starts: readonly number[];
  readonly #hashes: Uint32Array;
  readonly #places = new Map<number, number[]>();
  readonly #filter = new Uint8Array(FILTER + 1);
  /** In how many documents each fingerprint stands. */
  readonly #documents = new Map<number, number>();
  readonly #suspects: Suspect<T>[] = [];
  #seen = 0;

  constructor(units: Uint16Array) {
    const hashes = runHashes(units);
    this.#starts = chosenRuns(hashes);
    this.#hashes = Uint32Array.from(this.#starts, (at) => hashes[at] ?? 0);
    this.#hashes.forEach((hash, ordinal) => {
      this.#filter[hash & FILTER] = 1;
      const places = this.#places.get(hash);
      if (!places) this.#places.set(hash, [ordinal]);
      else if (places.length < MOST_PLACES) places.push(ordinal);
    });
  }

  /** Looks at the fingerprints of one document of the archive. */
  add(document: T, prints: Uint32Array): void {
    this.#seen++;
    const hits: number[] = [];
    const here = new Set<number>();
    for (let index = 0; index < prints.length; index++) {
      const hash = prints[index] ?? 0;
      if (this.#filter[hash & FILTER] === 0) continue;
      const places = this.#places.get(hash);
      if (!places) continue;
      const known = this.#documents.get(hash) ?? 0;
      if (!here.has(hash)) this.#documents.set(hash, known + 1);
      here.add(hash);
      if (known < MOST_DOCUMENTS) for (const place of places) hits.push(index, place);
    }
    if (here.size > 1) this.#suspects.push({ document, hits: Uint32Array.from(hits) });
  }

  /** Stretches of the draft that many documents have. */
  *common(): Iterable<Span> {
    for (const [ordinal, start] of this.#starts.entries())
      if (this.#isCommon(ordinal)) yield { start, end: start + RUN };
  }

  /** So many documents that have the same words make a formula of them. */
  get formulaFrom(): number {
    return Math.min(COMMON_MOST, Math.max(COMMON_FEWEST, Math.round(this.#seen * COMMON_SHARE)));
  }

  /** The documents worth comparing word by word. */
  suspects(): T[] {
    const chained = this.#suspects.map(({ document, hits }) => ({ document, ...this.#bestChain(hits) }));
    /** In how many documents a chain covers each fingerprint of the draft. */
    const covering = new Uint32Array(this.#starts.length);
    for (const { units, first, last } of chained)
      if (units >= FORMULA_UNITS) for (let at = first; at <= last; at++) covering[at] = (covering[at] ?? 0) + 1;
    return chained
      .filter(
        ({ own, units, first, last }) =>
          own >= OWN_UNITS ||
          units >= ALL_UNITS ||
          (units >= FORMULA_UNITS && (covering[(first + last) >> 1] ?? 0) <= COMMON_MOST),
      )
      .map(({ document }) => document);
  }

  #isCommon(ordinal: number): boolean {
    return (this.#documents.get(this.#hashes[ordinal] ?? 0) ?? 0) >= this.formulaFrom;
  }

  /** Fingerprints that follow one another in both texts: the most units they cover that are no formulas, and the most of all. */
  #bestChain(hits: Uint32Array): Chain {
    const own = new Uint32Array(hits.length / 2);
    const all = new Uint32Array(hits.length / 2);
    const firsts = new Uint32Array(hits.length / 2);
    let best: Chain = { own: 0, units: 0, first: 0, last: 0 };
    for (let hit = 0; hit < own.length; hit++) {
      const source = hits[2 * hit] ?? 0;
      const draft = hits[2 * hit + 1] ?? 0;
      const start = this.#starts[draft] ?? 0;
      const isOwn = !this.#isCommon(draft);
      let bestOwn = isOwn ? RUN : 0;
      let bestAll = RUN;
      let first = draft;
      for (let before = hit - 1; before >= 0; before--) {
        const apart = source - (hits[2 * before] ?? 0);
        if (apart > FARTHEST) break;
        const place = hits[2 * before + 1] ?? 0;
        if (apart === 0 || place >= draft || draft - place > FARTHEST) continue;
        const more = Math.min(RUN, start - (this.#starts[place] ?? 0));
        bestOwn = Math.max(bestOwn, (own[before] ?? 0) + (isOwn ? more : 0));
        if ((all[before] ?? 0) + more <= bestAll) continue;
        bestAll = (all[before] ?? 0) + more;
        first = firsts[before] ?? 0;
      }
      own[hit] = bestOwn;
      all[hit] = bestAll;
      firsts[hit] = first;
      if (bestAll > best.units) best = { own: best.own, units: bestAll, first, last: draft };
      if (bestOwn > best.own) best = { ...best, own: bestOwn };
      if (bestOwn >= OWN_UNITS || bestAll >= ALL_UNITS) return best;
    }
    return best;
  }
}

interface Chain {
  readonly own: number;
  readonly units: number;
  /** Which fingerprints of the draft the longest begins and ends with. */
  readonly first: number;
  readonly last: number;
}
