/** Puts equal runs together that follow one another in both texts. */
import { RUN } from './fingerprints';
import { costOf, type EqualRun, endOf } from './pairing';

/** So much may stand between two equal runs of one passage, on either side. */
const WIDEST_GAP = 40;
/** Runs that one run is joined with are looked for among so many that are about as far off in the other text. */
const LOOK_BACK = 8;
/** Of a gap between long runs about so much is no change, but runs too short to be seeds. */
const EQUAL_IN_GAP = 0.5;

interface Link {
  readonly run: EqualRun;
  readonly score: number;
  readonly before: Link | undefined;
}

/** Runs that follow one another in both texts, near enough to be one passage, and of so many equal units; each run is in one chain. */
export function chainsOf(runs: readonly EqualRun[], fewest: number): EqualRun[][] {
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
    if (lengthOf(chain) >= fewest) chains.push(chain);
  }
  return chains;
}

export function lengthOf(chain: readonly EqualRun[]): number {
  return chain.reduce((sum, { length }) => sum + length, 0);
}

/** What is left of a run behind another one; nothing where it does not follow, or follows too far off. */
function restBehind(before: EqualRun, run: EqualRun): EqualRun | undefined {
  const end = endOf(before);
  const overlap = Math.max(0, end.draft - run.draft, end.source - run.source);
  const rest = { draft: run.draft + overlap, source: run.source + overlap, length: run.length - overlap };
  const near = rest.draft - end.draft <= WIDEST_GAP && rest.source - end.source <= WIDEST_GAP;
  return near && rest.length >= RUN / 2 ? rest : undefined;
}
