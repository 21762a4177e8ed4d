/** A stretch that a draft and a source share: its equal runs, and what they weigh against what lies between them. */
import type { Span } from '../text/span';

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

/** Runs as one stretch; nothing where there are none. */
export function pairingOf(equal: readonly EqualRun[]): Pairing[] {
  const [first] = equal;
  const last = equal.at(-1);
  if (!first || !last) return [];
  const end = endOf(last);
  const draft = { start: first.draft, end: end.draft };
  return [{ draft, source: { start: first.source, end: end.source }, equal, score: scoreOf(equal) }];
}

/** Units between two spans; below 0 where they overlap. */
export function distance(a: Span, b: Span): number {
  return Math.max(a.start, b.start) - Math.min(a.end, b.end);
}

/** Passages that belong together have no more than this between them, in either text. */
export const NEAR = 60;

export function areNear(a: Pairing, b: Pairing): boolean {
  return distance(a.draft, b.draft) <= NEAR && distance(a.source, b.source) <= NEAR;
}

export function endOf({ draft, source, length }: EqualRun): { readonly draft: number; readonly source: number } {
  return { draft: draft + length, source: source + length };
}

function scoreOf(runs: readonly EqualRun[]): number {
  return runs.reduce((score, run, index) => score + worthOf(run) - gapBefore(runs, index), 0);
}

/** Single characters are equal by chance, 的 above all. */
export function worthOf({ length }: EqualRun): number {
  return length === 1 ? 0.3 : length === 2 ? 1.4 : length;
}

/** What lies before a run takes from the score. */
export function gapBefore(runs: readonly EqualRun[], index: number): number {
  const [before, run] = [runs[index - 1], runs[index]];
  if (!before || !run) return 0;
  const end = endOf(before);
  return costOf(run.draft - end.draft, run.source - end.source);
}

/** A word put in or left out takes less than one that was changed. */
export function costOf(draft: number, source: number): number {
  const changed = Math.min(draft, source);
  return 0.6 * changed + 0.25 * (Math.max(draft, source) - changed);
}
