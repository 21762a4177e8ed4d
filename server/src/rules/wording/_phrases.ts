/** The phrases of official writing, and where a text has one of them but for a single character. */
import { prepared } from '../prepared';
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
/** Signed, for larger ones would be no integers to the engine. */
const FACTORS = [0x9e3779b1 | 0, 0x85ebca6b | 0, 0xc2b2ae35 | 0, 0x27d4eb2f] as const;
/** For windows with a gap at 0, 1, 2 or 3, and for what has none: whole windows and pairs. */
const SEEDS = [0x3c6ef372, 0x1b873593, 0x4cf5ad43, 0x68e31da4, 0x5bd1e995] as const;
const WHOLE = 4;
/** Where in a window a pair of characters stands, as bits. */
const [FIRST, MIDDLE, LAST, FIRST_OF_THREE, LAST_OF_THREE] = [1, 2, 4, 8, 16] as const;
/** Words of 32 bits, of which each hash uses three in one of them: powers of two, smaller where there are few phrases. */
const CELLS = { pairs: 1 << 15, 3: 1 << 13, 4: 1 << 17, right: 1 << 16 } as const;
const PLACES = 1 << 17;
/** A power of two. */
const DRAWERS = 1 << 18;

interface Index {
  /** All phrases, one behind the other; where each begins, with the end of the last, and its split. */
  readonly texts: string;
  readonly starts: Int32Array;
  readonly splits: Uint8Array;
  /** Bits of every hash in use, of windows of three characters and of four. */
  readonly three: Int32Array;
  readonly four: Int32Array;
  /** Bits of the hashes of whole windows, as they should be. */
  readonly right: Int32Array;
  /** Bits of the hashes of two characters that stand together in a word. */
  readonly pairs: Int32Array;
  /** By hash of two characters, where in a window they stand; two that share a hash share the bits. */
  readonly places: Uint8Array;
  /** By hash, one more than the first entry; 0 where there is none. */
  readonly first: Int32Array;
  /** By entry, one more than the next one. */
  readonly next: Int32Array;
  /** Phrase, offset of the window in it, gap. */
  readonly entries: Int32Array;
}

const indexOfPhrases = prepared('phrases', readIndex);

/**
 * Calls `found` for each of them, in the order of the text; of one stretch there may be several. Most windows are told
 * from a miss by their pairs of characters: all that do not hold the wrong one stand in the phrase as they do here.
 *
 * @param mayBeWrong by code unit, 1 for the characters that may be wrong
 */
export function nearMisses(text: string, mayBeWrong: Uint8Array, found: (miss: NearMiss) => void): void {
  const index = indexOfPhrases();
  const { pairs, places } = index;
  const mayBe = (at: number) => mayBeWrong[text.charCodeAt(at)] ?? 0;
  let [first, second, third] = [0, pairAt(text, 0), pairAt(text, 1)];
  // a wrong character makes no word with its neighbours in the phrase
  let [firstIsRight, secondIsRight, thirdIsRight] = [false, isUsed(pairs, second), isUsed(pairs, third)];
  let [one, two, three, four] = [0, mayBe(0), mayBe(1), mayBe(2)];
  for (let at = 0; at + 3 <= text.length; at++) {
    first = second;
    second = third;
    third = pairAt(text, at + 2);
    firstIsRight = secondIsRight;
    secondIsRight = thirdIsRight;
    thirdIsRight = isUsed(pairs, third);
    one = two;
    two = three;
    three = four;
    four = mayBe(at + 3);
    const atFirst = one === 1 && !firstIsRight;
    const atSecond = two === 1 && !firstIsRight && !secondIsRight;
    const atThird = three === 1 && !secondIsRight;
    const atFourth = four === 1 && !thirdIsRight;
    if (!atFirst && !atSecond && !atThird && !atFourth) continue;
    const opens = placesOf(places, first);
    const goesOn = placesOf(places, second);
    const ofThree =
      (atFirst && goesOn & LAST_OF_THREE ? 1 : 0) | (atSecond ? 2 : 0) | (atThird && opens & FIRST_OF_THREE ? 4 : 0);
    if (ofThree !== 0) look(index, text, at, 3, ofThree, found);
    if (at + WINDOW > text.length) continue;
    const closes = placesOf(places, third) & LAST;
    const ofFour =
      (atFirst && goesOn & MIDDLE && closes ? 1 : 0) |
      (atSecond && closes ? 2 : 0) |
      (atThird && !thirdIsRight && opens & FIRST ? 4 : 0) |
      (atFourth && opens & FIRST && goesOn & MIDDLE ? 8 : 0);
    if (ofFour !== 0) look(index, text, at, 4, ofFour, found);
  }
}

/** @param gaps as bits, the places of the window where the wrong character may stand */
function look(
  index: Index,
  text: string,
  at: number,
  length: 3 | 4,
  gaps: number,
  found: (miss: NearMiss) => void,
): void {
  const used = length === 3 ? index.three : index.four;
  const sum = sumOf(text, at, length);
  // a phrase, or four characters of one, as they should be; of a thousand others one is taken for it
  if (isUsed(index.right, mix(sum, WHOLE))) return;
  for (let gap = 0; gap < length; gap++) {
    if ((gaps & (1 << gap)) === 0) continue;
    const hash = mix(sum - product(text, at, gap), gap);
    if (isUsed(used, hash)) offer(index, text, at, gap, hash, found);
  }
}

/** The words of two characters that phrases of two words are made of. */
export function wordsOfTwo(): ReadonlySet<string> {
  const words = new Set<string>();
  for (const { text, split } of readPhrases()) {
    if (split === 2) words.add(text.slice(0, 2));
    if (split > 0 && text.length - split === 2) words.add(text.slice(split));
  }
  return words;
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
  const { texts, starts, splits, first, next, entries } = index;
  for (let place = first[drawerOf(hash)] ?? 0; place > 0; place = next[place - 1] ?? 0) {
    const entry = entries[place - 1] ?? 0;
    const number = entry >> 5;
    const start = at - ((entry >> 2) & 7);
    const [from, to] = [starts[number] ?? 0, starts[number + 1] ?? 0];
    if ((entry & 3) !== gap || start < 0 || !mayBeAlike(code, texts.charCodeAt(from + wrong - start))) continue;
    if (isPhraseBut(text, start, wrong, texts, from, to))
      found({ phrase: { text: texts.slice(from, to), split: splits[number] ?? 0 }, start, wrong });
  }
}

/** @param from where the phrase stands in `texts`, as `to` */
function isPhraseBut(text: string, start: number, wrong: number, texts: string, from: number, to: number): boolean {
  for (let at = start, place = from; place < to; at++, place++) {
    const same = text.charCodeAt(at) === texts.charCodeAt(place);
    if (same === (at === wrong)) return false;
  }
  return true;
}

function pairAt(text: string, at: number): number {
  return mix(product(text, at, 0) + Math.imul(text.charCodeAt(at + 1), FACTORS[1]), WHOLE);
}

function placesOf(places: Uint8Array, pair: number): number {
  return places[(pair >>> 10) & (PLACES - 1)] ?? 0;
}

function product(text: string, at: number, offset: number): number {
  return Math.imul(text.charCodeAt(at + offset), FACTORS[offset] ?? 1);
}

/** What the hashes of a window are made of: that without one character leaves its product away. */
function sumOf(text: string, at: number, length: 3 | 4): number {
  const three = product(text, at, 0) + product(text, at, 1) + product(text, at, 2);
  return (length === 3 ? three : three + product(text, at, 3)) | 0;
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
  const phrases = [...readPhrases()];
  const three = new Int32Array(CELLS[3]);
  const four = new Int32Array(CELLS[4]);
  const right = new Int32Array(CELLS.right);
  const pairs = new Int32Array(CELLS.pairs);
  const places = new Uint8Array(PLACES);
  const first = new Int32Array(DRAWERS);
  const next: number[] = [];
  const entries: number[] = [];
  phrases.forEach(({ text, split, opensFreely, endsFreely }, number) => {
    const length = text.length === 3 ? 3 : WINDOW;
    const used = length === 3 ? three : four;
    const isFree = (place: number) => (opensFreely && place === 0) || (endsFreely && place === text.length - 1);
    const add = (offset: number, gap: number, hash: number) => {
      const drawer = drawerOf(hash);
      use(used, hash);
      next.push(first[drawer] ?? 0);
      first[drawer] = entries.push((number << 5) | (offset << 2) | gap);
    };
    for (const offset of text.length > length ? [0, text.length - length] : [0]) {
      const bits = length === 3 ? [FIRST_OF_THREE, LAST_OF_THREE] : [FIRST, MIDDLE, LAST];
      for (const [nth, bit] of bits.entries()) {
        const pair = pairAt(text, offset + nth);
        if (offset + nth + 1 !== split) use(pairs, pair);
        places[(pair >>> 10) & (PLACES - 1)] = placesOf(places, pair) | bit;
      }
      const sum = sumOf(text, offset, length);
      use(right, mix(sum, WHOLE));
      // what both windows hold is looked at in the first
      for (let gap = offset > 0 ? Math.max(0, WINDOW - offset) : 0; gap < length; gap++)
        if (!isFree(offset + gap)) add(offset, gap, mix(sum - product(text, offset, gap), gap));
    }
  });
  let end = 0;
  const ends = phrases.map(({ text }) => {
    end += text.length;
    return end;
  });
  return {
    texts: phrases.map(({ text }) => text).join(''),
    starts: Int32Array.from([0, ...ends]),
    splits: Uint8Array.from(phrases, ({ split }) => split),
    three,
    four,
    right,
    pairs,
    places,
    first,
    next: Int32Array.from(next),
    entries: Int32Array.from(entries),
  };
}

interface ListedPhrase extends Phrase {
  /** Its first character may be another as well: 积极性 and 积极地 are both right, and so are 土地出让金 and 土地出让净收益. */
  readonly opensFreely: boolean;
  readonly endsFreely: boolean;
}

function* readPhrases(): Iterable<ListedPhrase> {
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
