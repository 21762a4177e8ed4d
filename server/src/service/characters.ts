/** Counts characters as word processors do: 字数. */

import type { Block, Draft } from '../document/types';
import { memoByBlock } from '../rules/report';
import { countHan } from '../text/chars';

/** A word in Latin letters or a number counts as one; every other visible character, punctuation too, counts by itself. */
const COUNTED =
  /[A-Za-z0-9\u00C0-\u024F]+(?:(?:[.'’\-%]|,(?=\d{3}))[A-Za-z0-9\u00C0-\u024F]+)*%?|[\uD800-\uDBFF][\uDC00-\uDFFF]|\S/g;

/** Number of characters in a text. */
export function countCharacters(text: string): number {
  return text.match(COUNTED)?.length ?? 0;
}

/** The ways in which editors count a text. */
export interface CharacterCounts {
  /** 字数, punctuation included. */
  readonly all: number;
  /** The same without punctuation and symbols. */
  readonly words: number;
  readonly han: number;
}

/** ，。、“”《》＋ */
const MARK = /^[\p{P}\p{S}]$/u;

export function countAll(text: string): CharacterCounts {
  const counted = text.match(COUNTED) ?? [];
  return { all: counted.length, words: counted.filter((each) => !MARK.test(each)).length, han: countHan(text) };
}

const countsOfBlock = memoByBlock(
  ({ source, role }: Block): CharacterCounts =>
    role === 'code' || role === 'noise' ? { all: 0, words: 0, han: 0 } : countAll(source),
);

export function countsOf({ blocks }: Draft): CharacterCounts {
  const sum = { all: 0, words: 0, han: 0 };
  for (const block of blocks) {
    const { all, words, han } = countsOfBlock(block);
    sum.all += all;
    sum.words += words;
    sum.han += han;
  }
  return sum;
}

const ofBlock = memoByBlock(({ source, role }) => (role === 'code' || role === 'noise' ? 0 : countCharacters(source)));

/** Number of characters in blocks `[start, end)` of a draft; code and residue of web pages do not count. */
export function charactersOf({ blocks }: Draft, start = 0, end = blocks.length): number {
  let sum = 0;
  for (let index = start; index < end; index++) {
    const block = blocks[index];
    if (block) sum += ofBlock(block);
  }
  return sum;
}

/** How many characters stand before each line, and at last in the whole draft. */
export function runningCharacters({ blocks }: Draft): Int32Array {
  const sums = new Int32Array(blocks.length + 1);
  blocks.forEach((block, index) => {
    sums[index + 1] = (sums[index] ?? 0) + ofBlock(block);
  });
  return sums;
}
