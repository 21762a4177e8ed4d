/** The phrases of official writing, and where a text has one of them but for a single character. */
import { readTable } from '../table';
import { mayBeAlike } from './_alike';

export interface Phrase {
  readonly text: string;
  /** Where its second word begins; 0 for a word by itself. */
  readonly split: number;
}

/** A stretch that is the phrase but for the character at `wrong`; both places are in the text that was looked through. */
export interface NearMiss {
  readonly phrase: Phrase;
  readonly start: number;
  readonly wrong: number;
}

/** A phrase is looked for by three or four characters in a row; a longer one by its first four and its last four. */
const WINDOW = 4;
const FACTORS = [0x9e3779b1, 0x85ebca6b, 0xc2b2ae35, 0x27d4eb2f] as const;
/** For windows with a gap at 0, 1, 2 or 3, and for those without. */
const SEEDS = [0x3c6ef372, 0x1b873593, 0x4cf5ad43, 0x68e31da4, 0x5bd1e995] as const;
const WHOLE = 4;
/** Words of 32 bits, of which each hash uses three in one of them: powers of two, smaller where there are few phrases. */
const CELLS = { 3: 1 << 12, 4: 1 << 17 } as const;
/** A power of two. */
const DRAWERS = 1 << 18;

interface Index {
  readonly phrases: readonly Phrase[];
  /** Bits of every hash in use, of windows of three characters and of four. */
  readonly three: Int32Array;
  readonly four: Int32Array;
  /** What stands there when nothing is wrong. */
  readonly windows: ReadonlySet<string>;
  /** By hash, one more than the first entry; 0 where there is none. */
  readonly first: Int32Array;
  /** By entry, one more than the next one. */
  readonly next: Int32Array;
  readonly hashes: Int32Array;
  /** Phrase, offset of the window in it, gap. */
  readonly entries: Int32Array;
}

let index: Index | undefined;

/** Calls `found` for each of them, in the order of the text; of one stretch there may be several. */
export function nearMisses(text: string, found: (miss: NearMiss) => void): void {
  index ??= readIndex();
  const { three, four } = index;
  for (let at = 0; at + 3 <= text.length; at++) {
    const a = Math.imul(text.charCodeAt(at), FACTORS[0]);
    const b = Math.imul(text.charCodeAt(at + 1), FACTORS[1]);
    const c = Math.imul(text.charCodeAt(at + 2), FACTORS[2]);
    const sum = (a + b + c) | 0;
    const d = at + WINDOW <= text.length ? Math.imul(text.charCodeAt(at + 3), FACTORS[3]) : 0;
    for (let gap = 0; gap < 3; gap++) {
      const left = sum - (gap === 0 ? a : gap === 1 ? b : c);
      const hash = mix(left, gap);
      if (isUsed(three, hash) && !isRight(index, text, at, 3, mix(sum, WHOLE)))
        offer(index, text, at, gap, hash, found);
      const wide = mix(left + d, gap);
      if (d !== 0 && isUsed(four, wide) && !isRight(index, text, at, 4, mix(sum + d, WHOLE)))
        offer(index, text, at, gap, wide, found);
    }
    const wide = mix(sum, 3);
    if (d !== 0 && isUsed(four, wide) && !isRight(index, text, at, 4, mix(sum + d, WHOLE)))
      offer(index, text, at, 3, wide, found);
  }
}

/** True where a phrase, or four characters of one, stand as they should. */
function isRight({ three, four, windows }: Index, text: string, at: number, length: 3 | 4, hash: number): boolean {
  return isUsed(length === 3 ? three : four, hash) && windows.has(text.slice(at, at + length));
}

function offer(
  { phrases, first, next, hashes, entries }: Index,
  text: string,
  at: number,
  gap: number,
  hash: number,
  found: (miss: NearMiss) => void,
): void {
  const wrong = at + gap;
  const code = text.charCodeAt(wrong);
  let place = first[drawerOf(hash)] ?? 0;
  for (; place > 0; place = next[place - 1] ?? 0) {
    if (hashes[place - 1] !== hash) continue;
    const entry = entries[place - 1] ?? 0;
    const phrase = phrases[entry >> 5];
    const start = at - ((entry >> 2) & 7);
    if (!phrase || start < 0 || !mayBeAlike(code, phrase.text.charCodeAt(wrong - start))) continue;
    if (isPhraseBut(text, start, wrong, phrase.text)) found({ phrase, start, wrong });
  }
}

function isPhraseBut(text: string, start: number, wrong: number, phrase: string): boolean {
  for (let offset = 0; offset < phrase.length; offset++) {
    const same = text.charCodeAt(start + offset) === phrase.charCodeAt(offset);
    if (same === (start + offset === wrong)) return false;
  }
  return true;
}

/** @param gap the place that does not count, or `WHOLE` */
function hashOf(text: string, at: number, length: 3 | 4, gap: number): number {
  let sum = 0;
  for (let offset = 0; offset < length; offset++)
    if (offset !== gap) sum += Math.imul(text.charCodeAt(at + offset), FACTORS[offset] ?? 1);
  return mix(sum, gap);
}

function mix(sum: number, gap: number): number {
  const hash = Math.imul((sum | 0) ^ (SEEDS[gap] ?? 0), 0x2c1b3c6d);
  return Math.imul(hash ^ (hash >>> 15), 0x297a2d39);
}

function isUsed(used: Int32Array, hash: number): boolean {
  const bits = bitsOf(hash);
  return ((used[(hash >>> 15) & (used.length - 1)] ?? 0) & bits) === bits;
}

function use(used: Int32Array, hash: number): void {
  const cell = (hash >>> 15) & (used.length - 1);
  used[cell] = (used[cell] ?? 0) | bitsOf(hash);
}

function bitsOf(hash: number): number {
  return (1 << (hash & 31)) | (1 << ((hash >>> 5) & 31)) | (1 << ((hash >>> 10) & 31));
}

function drawerOf(hash: number): number {
  return (hash >>> 8) & (DRAWERS - 1);
}

function readIndex(): Index {
  const phrases: Phrase[] = [];
  const three = new Int32Array(CELLS[3]);
  const four = new Int32Array(CELLS[4]);
  const first = new Int32Array(DRAWERS);
  const next: number[] = [];
  const windows = new Set<string>();
  const hashes: number[] = [];
  const entries: number[] = [];
  for (const { phrase, looksAt } of readPhrases()) {
    const { text } = phrase;
    const length = text.length === 3 ? 3 : WINDOW;
    const used = length === 3 ? three : four;
    for (const offset of text.length > WINDOW ? [0, text.length - WINDOW] : [0]) {
      use(used, hashOf(text, offset, length, WHOLE));
      windows.add(text.slice(offset, offset + length));
      for (let gap = 0; gap < length; gap++) {
        const place = offset + gap;
        if (!looksAt(place) || (offset > 0 && place < WINDOW)) continue;
        const hash = hashOf(text, offset, length, gap);
        use(used, hash);
        hashes.push(hash);
        entries.push((phrases.length << 5) | (offset << 2) | gap);
        const drawer = drawerOf(hash);
        next.push(first[drawer] ?? 0);
        first[drawer] = entries.length;
      }
    }
    phrases.push(phrase);
  }
  return {
    phrases,
    three,
    four,
    windows,
    first,
    next: Int32Array.from(next),
    hashes: Int32Array.from(hashes),
    entries: Int32Array.from(entries),
  };
}

/**
 * The phrases, and which of their characters are looked at: 积极性 and 积极地 are both right, and so are 土地出让金 and
 * 土地出让净收益.
 */
function* readPhrases(): Iterable<{ readonly phrase: Phrase; readonly looksAt: (place: number) => boolean }> {
  for (const fields of readTable('wording/phrases')) {
    const head = fields('词');
    const spared = fields('不看');
    for (const tail of fields('续').split('、')) {
      const text = head + tail;
      const fixedFirst = spared.includes('首') || head.length === 3;
      const fixedLast = spared.includes('尾') || (head !== '' && tail.length === 3);
      yield {
        phrase: { text, split: head.length },
        looksAt: (place) => !(place === 0 && fixedFirst) && !(place === text.length - 1 && fixedLast),
      };
    }
  }
}
