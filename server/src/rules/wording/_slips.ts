/** Where a text has a phrase of official writing with a character lost, or two in each other's place. */
import { prepared } from '../prepared';
import { readTable } from '../table';
import { BEFORE, BEHIND, placesAlone } from './_alone';

/** A stretch that should be a phrase. Places are in the text that was looked through. */
export interface Slip {
  readonly kind: 'lost' | 'swapped';
  readonly start: number;
  readonly end: number;
  /** What should stand there. */
  readonly phrase: string;
  /** Where a word ends within the stretch, if one does. */
  readonly split?: number;
  /** `[from, to)`: what is left of a word, and can be none. */
  readonly from: number;
  readonly to: number;
}

interface Index {
  /** Those of two characters. */
  readonly words: ReadonlySet<string>;
  /** By first word the second ones: `、体系、能力、`. */
  readonly tails: ReadonlyMap<string, string>;
  /** By character the first words of two that hold it. */
  readonly heads: ReadonlyMap<string, readonly string[]>;
  /** Bits of the hashes of two characters that stand together in a word. */
  readonly pairs: Int32Array;
  /** The same of a character and the word that its own word stands beside, or the two characters of it that are nearest. */
  readonly beside: Int32Array;
}

/** Powers of two. */
const [PAIR_BITS, BESIDE_BITS] = [1 << 20, 1 << 22] as const;
/** Of the word beside the one that is miswritten. */
const LENGTHS = [2, 3] as const;
/** Longer ones are made of words, and where these meet nothing is known. */
const LONGEST_WORD = 3;
/** The Han characters but for rare ones. */
const [FIRST_HAN, LAST_HAN] = [0x4e00, 0x9fff] as const;
const MARK = '、'.charCodeAt(0);

const indexOfSlips = prepared('slips', readIndex);

/** Calls `found` for each of them. Looked at are only characters that stand in no word with either neighbour. */
export function slips(text: string, found: (slip: Slip) => void): void {
  const index = indexOfSlips();
  const { pairs } = index;
  // of two characters in a row, the first of which is at `at - 2`, `at - 1`, `at` and `at + 1`, whether they stand in a word
  let [earlier, before, now, next] = [false, false, false, isPair(pairs, text, 0)];
  for (let at = 0; at < text.length; at++) {
    [earlier, before, now] = [before, now, next];
    next = isPair(pairs, text, at + 1);
    const code = text.charCodeAt(at);
    if (before || now || !isHan(code)) continue;
    if (next && code !== text.charCodeAt(at + 1)) lostBefore(index, text, at, found);
    else reversed(index, text, at, found);
    if (earlier && code !== text.charCodeAt(at - 1)) lostBehind(index, text, at, found);
    swapped(index, text, at, earlier, next, found);
  }
}

/** 理体系 for 治理体系: of the first word a single character is left. */
function lostBefore({ tails, heads, beside }: Index, text: string, at: number, found: (slip: Slip) => void): void {
  const code = text.charCodeAt(at);
  const [from, to] = [at, at + 1];
  if (!isUsed(beside, hashOf(code, text.charCodeAt(to), text.charCodeAt(to + 1)))) return;
  if ((placesAlone(code) & BEFORE) !== 0) return;
  for (const head of heads.get(text.charAt(at)) ?? [])
    for (const length of LENGTHS) {
      const tail = text.slice(to, to + length);
      if (tails.get(head)?.includes(`、${tail}、`))
        found({ kind: 'lost', start: at, end: to + length, phrase: head + tail, split: to, from, to });
    }
}

/** 治理体 for 治理体系: of the second one. */
function lostBehind({ tails, beside }: Index, text: string, at: number, found: (slip: Slip) => void): void {
  const code = text.charCodeAt(at);
  if (!isUsed(beside, hashOf(code, text.charCodeAt(at - 2), text.charCodeAt(at - 1)))) return;
  if ((placesAlone(code) & BEHIND) !== 0) return;
  const left = text.charAt(at);
  for (const length of LENGTHS) {
    if (at < length) return;
    const head = text.slice(at - length, at);
    const after = tails.get(head) ?? '';
    for (let place = after.indexOf(left); place >= 0; place = after.indexOf(left, place + 1)) {
      const start = after.lastIndexOf('、', place) + 1;
      if (after.charCodeAt(start + 2) !== MARK) continue;
      const phrase = head + after.slice(start, start + 2);
      found({ kind: 'lost', start: at - length, end: at + 1, phrase, split: at, from: at, to: at + 1 });
    }
  }
}

/** 理治体系, 治理系体, 治体理系. */
function swapped(
  { tails, pairs }: Index,
  text: string,
  at: number,
  earlier: boolean,
  next: boolean,
  found: (slip: Slip) => void,
): void {
  const [before, left, after] = [text.charAt(at - 1), text.charAt(at), text.charAt(at + 1)];
  const offer = (start: number, end: number, head: string, tail: string, from: number, to: number) => {
    if (start >= 0 && tails.get(head)?.includes(`、${tail}、`))
      found({ kind: 'swapped', start, end, phrase: head + tail, from, to });
  };
  if (next && isWord(pairs, left, before))
    for (const length of LENGTHS)
      offer(at - 1, at + 1 + length, left + before, text.slice(at + 1, at + 1 + length), at - 1, at + 1);
  if (earlier && isWord(pairs, after, left))
    for (const length of LENGTHS)
      offer(at - length, at + 2, text.slice(Math.max(0, at - length), at), after + left, at, at + 2);
  const last = text.charAt(at + 2);
  if (isWord(pairs, before, after) && isWord(pairs, left, last))
    offer(at - 1, at + 3, before + after, left + last, at - 1, at + 3);
}

/** 晰清 for 清晰, whatever stands beside it: told where one of the two is no word by itself. */
function reversed({ words, pairs }: Index, text: string, at: number, found: (slip: Slip) => void): void {
  const [left, after] = [text.charAt(at), text.charAt(at + 1)];
  if (!isWord(pairs, after, left) || !words.has(after + left)) return;
  if (placesAlone(text.charCodeAt(at)) !== 0 && placesAlone(text.charCodeAt(at + 1)) !== 0) return;
  found({ kind: 'swapped', start: at, end: at + 2, phrase: after + left, from: at, to: at + 2 });
}

function isHan(code: number): boolean {
  return code >= FIRST_HAN && code <= LAST_HAN;
}

function isPair(pairs: Int32Array, text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return isHan(code) && isUsed(pairs, hashOf(code, text.charCodeAt(at + 1), 0));
}

function isWord(pairs: Int32Array, one: string, other: string): boolean {
  return isUsed(pairs, hashOf(one.charCodeAt(0), other.charCodeAt(0), 0));
}

function hashOf(one: number, other: number, third: number): number {
  const hash = Math.imul(one, 0x9e3779b1) ^ Math.imul(other, 0x85ebca6b) ^ Math.imul(third, 0xc2b2ae35);
  return hash ^ (hash >>> 15);
}

function isUsed(bits: Int32Array, hash: number): boolean {
  return ((bits[(hash >>> 5) & (bits.length - 1)] ?? 0) & (1 << (hash & 31))) !== 0;
}

function use(bits: Int32Array, hash: number): void {
  const cell = (hash >>> 5) & (bits.length - 1);
  bits[cell] = (bits[cell] ?? 0) | (1 << (hash & 31));
}

function readIndex(): Index {
  const words = new Set<string>();
  const tails = new Map<string, string>();
  const heads = new Map<string, string[]>();
  const pairs = new Int32Array(PAIR_BITS >> 5);
  const beside = new Int32Array(BESIDE_BITS >> 5);
  const addHead = (head: string, after: string) => {
    const known = tails.get(head);
    tails.set(head, `${known ?? ''}、${after}、`);
    if (known !== undefined || head.length !== 2) return;
    for (const character of head) {
      const words = heads.get(character);
      if (words) words.push(head);
      else heads.set(character, [head]);
    }
  };
  const addPairs = (text: string, start: number, end: number) => {
    for (let at = start + 1; at < end; at++) use(pairs, hashOf(text.charCodeAt(at - 1), text.charCodeAt(at), 0));
  };
  const addBeside = (head: string, text: string, from: number) => {
    const [one, other] = [head.charCodeAt(head.length - 2), head.charCodeAt(head.length - 1)];
    const [first, second] = [text.charCodeAt(from), text.charCodeAt(from + 1)];
    for (const code of [one, other]) use(beside, hashOf(code, first, second));
    for (const code of [first, second]) use(beside, hashOf(code, one, other));
  };
  for (const fields of readTable('wording/phrases')) {
    const [head, after] = [fields('词'), fields('续')];
    if (head !== '') addHead(head, after);
    if (head.length === 2) words.add(head);
    addPairs(head, 0, head.length);
    for (let start = 0; start < after.length; ) {
      const mark = after.indexOf('、', start);
      const end = mark < 0 ? after.length : mark;
      if (end - start <= LONGEST_WORD) addPairs(after, start, end);
      if (head !== '') {
        addBeside(head, after, start);
        if (end - start === 2) words.add(after.slice(start, end));
      } else if (end - start === 2 * 2) {
        // 贯彻落实 stands whole in dictionaries
        const first = after.slice(start, start + 2);
        addHead(first, after.slice(start + 2, end));
        addPairs(after, start, start + 2);
        addPairs(after, start + 2, end);
        addBeside(first, after, start + 2);
      }
      start = end + 1;
    }
  }
  return { words, tails, heads, pairs, beside };
}
