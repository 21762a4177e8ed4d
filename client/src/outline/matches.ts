/** What a filter leaves of the outline: the entries that have all its words, and those that hold them. */
import type { Entry } from './entries';

/** Where the words stand in a label, `[start, end)`, in order and without overlaps. */
export type Highlights = [number, number][];

export interface Matches {
  /** Entries to be shown; those that match themselves have places to highlight. */
  readonly shown: ReadonlyMap<Entry, Highlights>;
  /** How many match themselves. */
  readonly count: number;
}

/** @param childrenOf the entries that the tree shows below one */
export function matchesOf(
  query: string,
  entries: readonly Entry[],
  childrenOf: (entry: Entry) => readonly Entry[],
): Matches {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean);
  const shown = new Map<Entry, Highlights>();
  let count = 0;
  const visit = (entry: Entry): boolean => {
    const highlights = highlightsOf(words, labelOf(entry));
    if (highlights) count++;
    const below = childrenOf(entry).filter(visit).length > 0;
    if (highlights || below) shown.set(entry, highlights ?? []);
    return highlights !== undefined || below;
  };
  entries.forEach(visit);
  return { shown, count };
}

/** Number and title as the tree shows them; empty where a heading has neither. */
export function labelOf({ item: { number, title } }: Entry): string {
  return `${number}${title}`.trim();
}

function highlightsOf(words: readonly string[], label: string): Highlights | undefined {
  const text = label.toLowerCase();
  const found: Highlights = [];
  for (const word of words) {
    const start = text.indexOf(word);
    if (start < 0) return undefined;
    found.push([start, start + word.length]);
  }
  return merged(found);
}

function merged(spans: Highlights): Highlights {
  const result: Highlights = [];
  for (const [start, end] of spans.sort(([a], [b]) => a - b)) {
    const last = result.at(-1);
    if (last && start <= last[1]) last[1] = Math.max(last[1], end);
    else result.push([start, end]);
  }
  return result;
}
