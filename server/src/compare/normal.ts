/**
 * Text as it is compared: the characters that say something, without punctuation, blanks and differences of width. A number
 * is one unit whatever its value, and words that borrowers put for one another are one word; what stood there is kept beside.
 */
import synonyms from '../../data/compare-synonyms.json';
import { WordIndex } from '../lexicon/word-index';

/** Full-width forms ！ to ～ lie at this distance from ASCII. */
const FULL_WIDTH = 0xfee0;
const ZERO = 0x30;
const NINE = 0x39;

let folds: Uint16Array | undefined;

/** For each code unit the one it is compared as; 0 for those that do not count. */
function foldsOfUnits(): Uint16Array {
  if (folds) return folds;
  folds = new Uint16Array(0x10000);
  for (let unit = 0; unit < 0x10000; unit++) {
    // halves of surrogate pairs are rare characters of names
    if (unit >= 0xd800 && unit < 0xe000) folds[unit] = unit;
    else if (/[\p{L}\p{N}]/u.test(String.fromCharCode(unit))) folds[unit] = fold(unit);
  }
  return folds;
}

function fold(unit: number): number {
  const narrow = unit > 0xff00 && unit < 0xff5f ? unit - FULL_WIDTH : unit;
  return narrow < 0x80 ? String.fromCharCode(narrow).toLowerCase().charCodeAt(0) : narrow;
}

interface Synonym {
  readonly length: number;
  /** The first word of its row, which stands for it. */
  readonly word: string;
  /** Not 0, and another for each word. */
  readonly number: number;
}

let words: WordIndex<Synonym> | undefined;

function indexOfSynonyms(): WordIndex<Synonym> {
  if (words) return words;
  const all = synonyms.words.flatMap((row) => {
    const [word = '', ...others] = row.split(' ');
    return others.map((other) => ({ other, word }));
  });
  // of words inside one another the longest is seen first
  all.sort((a, b) => b.other.length - a.other.length);
  const made = new WordIndex<Synonym>();
  for (const [index, { other, word }] of all.entries())
    made.add(other, { length: other.length, word, number: index + 1 });
  words = made;
  return words;
}

/** Code units that are compared, and where each stands in its text. */
export interface NormalText {
  /** As it was. */
  readonly text: string;
  readonly units: Uint16Array;
  /** Offset in the text, for each unit. */
  readonly offsets: Uint32Array;
  /** Offset behind it. */
  readonly ends: Uint32Array;
  /** How many characters count for the unit: the digits of a number, else 1. */
  readonly weights: Uint8Array;
  /** Units that are equal stand for the same words where these are equal too: the value of a number, which synonym it was. */
  readonly variants: Uint32Array;
}

/** Full-width letters become half-width, capitals small; everything but letters, Han characters and digits is left out. */
export function normalText(text: string): NormalText {
  const to = foldsOfUnits();
  const units = new Uint16Array(text.length);
  const offsets = new Uint32Array(text.length);
  const ends = new Uint32Array(text.length);
  const weights = new Uint8Array(text.length).fill(1);
  const variants = new Uint32Array(text.length);
  let count = 0;
  const add = (start: number, end: number) => {
    for (let offset = start; offset < end; offset++) {
      const unit = to[text.charCodeAt(offset)] ?? 0;
      if (unit === 0) continue;
      const isDigit = unit >= ZERO && unit <= NINE;
      if (isDigit && count > 0 && units[count - 1] === ZERO) {
        weights[count - 1] = Math.min(255, (weights[count - 1] ?? 0) + 1);
        variants[count - 1] = Math.imul((variants[count - 1] ?? 0) + unit, 31);
        ends[count - 1] = offset + 1;
        continue;
      }
      units[count] = isDigit ? ZERO : unit;
      variants[count] = isDigit ? unit : 0;
      offsets[count] = offset;
      ends[count++] = offset + 1;
    }
  };
  let upTo = 0;
  indexOfSynonyms().scan(text, (start, { length, word, number }) => {
    if (start < upTo) return;
    add(upTo, start);
    upTo = start + length;
    for (let at = 0; at < word.length; at++) {
      units[count] = word.charCodeAt(at);
      variants[count] = number;
      offsets[count] = start + Math.min(at, length - 1);
      ends[count++] = at === word.length - 1 ? upTo : start + Math.min(at + 1, length);
    }
  });
  add(upTo, text.length);
  return {
    text,
    units: units.subarray(0, count),
    offsets: offsets.subarray(0, count),
    ends: ends.subarray(0, count),
    weights: weights.subarray(0, count),
    variants: variants.subarray(0, count),
  };
}
