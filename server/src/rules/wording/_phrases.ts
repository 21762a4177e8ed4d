/** The phrases of official writing, and where a text has one of them but for a single character. */
import { readTable } from '../table';
import { mayBeAlike } from './_alike';

export interface Phrase {
  readonly text: string;
  /** Where its second word begins; 0 for a word by itself. */
  readonly split: number;
  /** Its first character may be another as well: 积极性 and 积极地 are both right, and so are 土地出让金 and 土地出让净收益. */
  readonly opensFreely: boolean;
  readonly endsFreely: boolean;
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
  /** By hash, one more than the first entry; 0 where there is none. */
  readonly first: Int32Array;
  /** By entry, one more than the next one. */
  readonly next: Int32Array;
  readonly hashes: Int32Array;
  /** Phrase, offset of the window in it, gap: the last two have three bits each. */
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
function isRight(index: Index, text: string, at: number, length: 3 | 4, hash: number): boolean {
  if (!isUsed(length === 3 ? index.three : index.four, hash)) return false;
  for (let place = placeOf(index, hash); place > 0; place = nextOf(index, place, hash)) {
    const entry = index.entries[place - 1] ?? 0;
    const offset = (entry >> 3) & 7;
    if ((entry & 7) === WHOLE && text.startsWith(textOf(index, entry).slice(offset, offset + length), at)) return true;
  }
  return false;
}

function offer(
  index: Index,
  text: string,
  at: number,
  gap: number,
  hash: number,
  found: (miss: NearMiss) => void,
): void {
  const wrong = at + gap;
  const code = text.charCodeAt(wrong);
  for (let place = placeOf(index, hash); place > 0; place = nextOf(index, place, hash)) {
    const entry = index.entries[place - 1] ?? 0;
    const phrase = index.phrases[entry >> 6];
    const start = at - ((entry >> 3) & 7);
    if (!phrase || start < 0 || !mayBeAlike(code, phrase.text.charCodeAt(wrong - start))) continue;
    if (isPhraseBut(text, start, wrong, phrase.text)) found({ phrase, start, wrong });
  }
}

/** One more than the first entry with this hash, or 0. */
function placeOf({ first, hashes, next }: Index, hash: number): number {
  let place = first[drawerOf(hash)] ?? 0;
  while (place > 0 && hashes[place - 1] !== hash) place = next[place - 1] ?? 0;
  return place;
}

function nextOf({ hashes, next }: Index, before: number, hash: number): number {
  let place = next[before - 1] ?? 0;
  while (place > 0 && hashes[place - 1] !== hash) place = next[place - 1] ?? 0;
  return place;
}

function textOf({ phrases }: Index, entry: number): string {
  return phrases[entry >> 6]?.text ?? '';
}

function isPhraseBut(text: string, start: number, wrong: number, phrase: string): boolean {
  for (let offset = 0; offset < phrase.length; offset++) {
    const same = text.charCodeAt(start + offset) === phrase.charCodeAt(offset);
    if (same === (start + offset === wrong)) return false;
  }
  return true;
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

/** Hashes of a window: without the character at 0, 1, 2 or 3, and of the whole of it. */
function hashesOf(text: string, at: number, length: 3 | 4, into: Int32Array): void {
  let sum = 0;
  for (let offset = 0; offset < length; offset++) sum += Math.imul(text.charCodeAt(at + offset), FACTORS[offset] ?? 1);
  for (let gap = 0; gap < length; gap++)
    into[gap] = mix(sum - Math.imul(text.charCodeAt(at + gap), FACTORS[gap] ?? 1), gap);
  into[WHOLE] = mix(sum, WHOLE);
}

function readIndex(): Index {
  const phrases = [...readPhrases()];
  const three = new Int32Array(CELLS[3]);
  const four = new Int32Array(CELLS[4]);
  const first = new Int32Array(DRAWERS);
  const most = phrases.length * 2 * (WINDOW + 1);
  const next = new Int32Array(most);
  const hashes = new Int32Array(most);
  const entries = new Int32Array(most);
  const ofWindow = new Int32Array(WHOLE + 1);
  let count = 0;
  phrases.forEach(({ text, opensFreely, endsFreely }, number) => {
    const length = text.length === 3 ? 3 : WINDOW;
    const used = length === 3 ? three : four;
    const isFree = (place: number) => (opensFreely && place === 0) || (endsFreely && place === text.length - 1);
    const add = (offset: number, gap: number) => {
      const hash = ofWindow[gap] ?? 0;
      const drawer = drawerOf(hash);
      use(used, hash);
      hashes[count] = hash;
      entries[count] = (number << 6) | (offset << 3) | gap;
      next[count] = first[drawer] ?? 0;
      first[drawer] = ++count;
    };
    for (const offset of text.length > length ? [0, text.length - length] : [0]) {
      hashesOf(text, offset, length, ofWindow);
      add(offset, WHOLE);
      // what both windows hold is looked at in the first
      for (let gap = offset > 0 ? Math.max(0, WINDOW - offset) : 0; gap < length; gap++)
        if (!isFree(offset + gap)) add(offset, gap);
    }
  });
  return { phrases, three, four, first, next, hashes, entries };
}

function* readPhrases(): Iterable<Phrase> {
  for (const fields of readTable('wording/phrases')) {
    const head = fields('词');
    const spared = fields('不看');
    for (const tail of fields('续').split('、'))
      yield {
        text: head + tail,
        split: head.length,
        opensFreely: spared.includes('首') || head.length === 3,
        endsFreely: spared.includes('尾') || (head !== '' && tail.length === 3),
      };
  }
}
