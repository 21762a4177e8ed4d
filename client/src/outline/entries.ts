/** The entries of the outline tree: they outlive the answers of the server, so that a section keeps its fold while its words change. */
import type { OutlineItem } from '../../../server/src/lsp/messages';

export interface Entry {
  /** Never used twice in a session. */
  readonly key: number;
  /** URI of the draft. */
  readonly draft: string;
  /** What the server last said of it. */
  item: OutlineItem;
  parent: Entry | undefined;
  children: readonly Entry[];
  /** What the writer did by hand; `undefined` where the level of the whole tree decides. */
  folded: boolean | undefined;
}

/** How an entry is spoken of outside the extension. */
export type EntryName = Pick<Entry, 'draft' | 'key'>;

export function nameOf({ draft, key }: Entry): EntryName {
  return { draft, key };
}

let lastKey = 0;

/** The entries for the items: those of `old` that mean the same section, changed in place, and new ones for the rest. */
export function reconcile(old: readonly Entry[], items: readonly OutlineItem[], draft: string): Entry[] {
  const claimed = new Set<Entry>();
  const moved = new Map<string, Entry[]>();
  for (const entry of flat(old)) queueOf(moved, signature(entry.item)).push(entry);
  const homeless: {
    readonly item: OutlineItem;
    readonly parent: Entry | undefined;
    readonly put: (entry: Entry) => void;
  }[] = [];

  const settle = (entry: Entry, item: OutlineItem, parent: Entry | undefined): Entry => {
    claimed.add(entry);
    const before = entry.children;
    entry.item = item;
    entry.parent = parent;
    entry.children = siblings(before, item.children, entry);
    return entry;
  };

  /** First by their words, then whatever stands at the same place: that one got another title. */
  const siblings = (before: readonly Entry[], now: readonly OutlineItem[], parent: Entry | undefined): Entry[] => {
    const free = before.filter((entry) => !claimed.has(entry));
    const bySignature = new Map<string, Entry[]>();
    for (const entry of free) queueOf(bySignature, signature(entry.item)).push(entry);
    const matched = now.map((item) => bySignature.get(signature(item))?.shift());
    const taken = new Set(matched);
    const places = new Map(free.map((entry, index) => [entry, index]));
    for (const [index, match] of matched.entries()) {
      if (match) continue;
      const left = index === 0 ? -1 : places.get(matched[index - 1] as Entry);
      const candidate = left === undefined ? undefined : free[left + 1];
      if (!candidate || taken.has(candidate) || candidate.item.inline !== now[index]?.inline) continue;
      matched[index] = candidate;
      taken.add(candidate);
    }
    for (const match of matched) if (match) claimed.add(match);
    const result: Entry[] = [];
    for (const [index, item] of now.entries()) {
      const match = matched[index];
      if (match) result[index] = settle(match, item, parent);
      else homeless.push({ item, parent, put: (entry) => (result[index] = entry) });
    }
    return result;
  };

  const entries = siblings(old, items, undefined);
  for (let next = homeless.shift(); next; next = homeless.shift()) {
    const { item, parent, put } = next;
    const elsewhere = moved.get(signature(item))?.find((entry) => !claimed.has(entry));
    const entry = elsewhere ?? { key: ++lastKey, draft, item, parent, children: [], folded: undefined };
    put(settle(entry, item, parent));
  }
  return entries;
}

/** How two answers differ: not at all, in lines only, which nobody sees, in lengths and findings, or in more. */
export type Difference = 'none' | 'places' | 'counts' | 'looks';
const DIFFERENCES: readonly Difference[] = ['none', 'places', 'counts', 'looks'];

export function difference(before: readonly OutlineItem[], now: readonly OutlineItem[]): Difference {
  if (before.length !== now.length) return 'looks';
  let most = 0;
  for (const [index, item] of now.entries()) {
    const old = before[index];
    if (!old || !namesSame(old, item)) return 'looks';
    const own = !countsSame(old, item) ? 'counts' : placesSame(old, item) ? 'none' : 'places';
    const below = difference(old.children, item.children);
    if (below === 'looks') return below;
    most = Math.max(most, DIFFERENCES.indexOf(own), DIFFERENCES.indexOf(below));
  }
  return DIFFERENCES[most] ?? 'looks';
}

/**
 * The uppermost entries, titles aside, whose lengths or findings are others than before. A title changes with every
 * word, and all of the tree would be drawn anew with it.
 * @param before an answer that differs from the entries in counts only
 */
export function recounted(entries: readonly Entry[], before: readonly OutlineItem[]): Entry[] {
  return entries.flatMap((entry, index) => {
    const old = before[index];
    if (!old || countsSame(old, entry.item)) return [];
    return entry.item.level === 0 ? recounted(entry.children, old.children) : [entry];
  });
}

function namesSame(a: OutlineItem, b: OutlineItem): boolean {
  return (
    a.number === b.number &&
    a.title === b.title &&
    a.level === b.level &&
    a.inline === b.inline &&
    a.movable === b.movable
  );
}

function countsSame(a: OutlineItem, b: OutlineItem): boolean {
  return (
    a.characters === b.characters &&
    a.findings.error === b.findings.error &&
    a.findings.warning === b.findings.warning &&
    a.findings.info === b.findings.info &&
    a.findings.hint === b.findings.hint
  );
}

function placesSame(a: OutlineItem, b: OutlineItem): boolean {
  return a.line === b.line && a.endLine === b.endLine && a.character === b.character;
}

/** All entries, each before those below it. */
export function flat(entries: readonly Entry[]): Entry[] {
  return entries.flatMap((entry) => [entry, ...flat(entry.children)]);
}

/** The innermost section at a place; blank lines between two sections belong to the one before. */
export function entryAt(entries: readonly Entry[], line: number, character: number): Entry | undefined {
  let index = entries.length - 1;
  while (index >= 0 && isBefore(line, character, entries[index]?.item)) index--;
  const entry = entries[index];
  if (!entry) return undefined;
  const last = index === entries.length - 1;
  if (line > entry.item.endLine && (last || entry.item.inline)) return undefined;
  return entryAt(entry.children, line, character) ?? entry;
}

/** A heading takes the whole line that it stands in. */
function isBefore(line: number, character: number, item: OutlineItem | undefined): boolean {
  if (!item || line < item.line) return true;
  return line === item.line && item.inline && character < item.character;
}

/** What holds the entry, from the innermost to the title. */
export function above({ parent }: Entry): Entry[] {
  return parent ? [parent, ...above(parent)] : [];
}

/** The entries without those that stand below another of them, in the order of the draft. */
export function topmost(entries: readonly Entry[]): Entry[] {
  const wanted = new Set(entries);
  return [...wanted].filter((entry) => !above(entry).some((each) => wanted.has(each))).sort(inOrder);
}

export function inOrder({ item: a }: Entry, { item: b }: Entry): number {
  return a.line - b.line || a.character - b.character;
}

export function findingsOf({ item: { findings } }: Entry): number {
  return findings.error + findings.warning + findings.info + findings.hint;
}

/** Titles that were left empty all look alike, as do points of the same words. */
function signature({ inline, title }: OutlineItem): string {
  return `${inline ? 1 : 0}${title}`;
}

function queueOf<T>(queues: Map<string, T[]>, key: string): T[] {
  const queue = queues.get(key) ?? [];
  queues.set(key, queue);
  return queue;
}
