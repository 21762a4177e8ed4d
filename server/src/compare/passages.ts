/** Chooses among the stretches that a draft shares with many sources those that are told. */
import type { Span } from '../text/span';
import { distance } from './pairing';
import type { Shared } from './parts';

/** A stretch of which so much is told already, with another source, is not told again … */
const TOLD = 0.8;
/** … unless that source is as near, and there are not too many of them. */
const AS_NEAR = 0.95;
const MOST_SOURCES = 3;

/** In compared units: who writes so much and has most of it from one document has an older version of it in the archive … */
const LONG_DRAFT = 300;
/** … which is told, but does not hide what comes from elsewhere. */
const VERSION_SHARE = 0.7;

export interface Archive {
  /** Units of the draft. */
  readonly length: number;
  /** So many documents that have the same words make a formula of them. */
  readonly formulaFrom: number;
}

/** The passages to tell, in the order of the draft. */
export function chosenPassages<T>(all: readonly Shared<T>[], { length, formulaFrom }: Archive): Shared<T>[] {
  const formulas = all.filter(({ isFormula }) => isFormula);
  const shared = all.filter((each) => !each.isFormula || sharedBy(formulas, each) < formulaFrom);
  const bySource = new Map<T, Shared<T>[]>();
  for (const each of shared) {
    const stretches = bySource.get(each.source);
    if (stretches) stretches.push(each);
    else bySource.set(each.source, [each]);
  }
  const versions: Shared<T>[] = [];
  const others: Shared<T>[] = [];
  for (const stretches of bySource.values()) {
    const isVersion = length >= LONG_DRAFT && shareOf({ start: 0, end: length }, stretches) >= VERSION_SHARE;
    (isVersion ? versions : others).push(...stretches);
  }
  return [...longestOf(versions), ...longestOf(others)].sort(
    (a, b) => a.pairing.draft.start - b.pairing.draft.start || b.similarity - a.similarity,
  );
}

/** Of stretches that overlap the longest; the longest first wins its place. */
function longestOf<T>(shared: readonly Shared<T>[]): Shared<T>[] {
  const chosen: Shared<T>[] = [];
  for (const each of [...shared].sort((a, b) => b.equal - a.equal || b.similarity - a.similarity)) {
    const { draft } = each.pairing;
    const around = chosen.filter(({ pairing }) => distance(pairing.draft, draft) < 0);
    if (shareOf(draft, around) < TOLD || isAsNear(each, around)) chosen.push(each);
  }
  return chosen;
}

/** How many sources have as good as the whole stretch. */
function sharedBy<T>(all: readonly Shared<T>[], { pairing: { draft } }: Shared<T>): number {
  return new Set(all.filter((other) => shareOf(draft, [other]) >= TOLD).map(({ source }) => source)).size;
}

/** How much of a stretch these passages cover together, from 0 to 1. */
function shareOf({ start, end }: Span, passages: readonly Shared<unknown>[]): number {
  const spans = passages.map(({ pairing }) => pairing.draft).sort((a, b) => a.start - b.start);
  let covered = 0;
  let upTo = start;
  for (const span of spans) {
    covered += Math.max(0, Math.min(end, span.end) - Math.max(upTo, span.start));
    upTo = Math.max(upTo, span.end);
  }
  return covered / (end - start);
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
