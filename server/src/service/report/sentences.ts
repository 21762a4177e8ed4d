/** How long the sentences of a draft are. */
import type { Block, Draft } from '../../document/types';
import { isProse, memoByBlock } from '../../rules/report';
import { countCharacters } from '../characters';

export interface SentenceLengths {
  readonly count: number;
  /** Of all sentences, half are no longer. 0 where there is none. */
  readonly median: number;
  /** How many are of `from` to `to` characters; the last has no upper end. */
  readonly bands: readonly { readonly from: number; readonly to: number | undefined; readonly count: number }[];
  /** The longest ones, from the longest on. */
  readonly longest: readonly {
    readonly line: number;
    readonly character: number;
    readonly length: number;
    readonly text: string;
  }[];
}

/** Upper ends of the bands; official texts have half of their sentences below 33 characters and nine of ten below 88. */
const BANDS = [15, 30, 45, 60, 90, 120];
const LONGEST = 3;
/** A sentence below this length is not worth showing as a long one. */
const LONG = 90;

/** 加强领导，压实责任。 */
const SENTENCE = /[^。！？；]+[。！？；]?[”’）]*/g;

interface Sentence {
  readonly start: number;
  readonly length: number;
}

const sentencesOf = memoByBlock(({ text }: Block): readonly Sentence[] =>
  Array.from(text.matchAll(SENTENCE), ({ 0: words, index }) => ({
    start: index + words.length - words.trimStart().length,
    length: countCharacters(words),
  })).filter(({ length }) => length > 1),
);

export function sentenceLengths({ blocks }: Draft): SentenceLengths {
  const all = blocks.flatMap((block, line) =>
    block.role === 'body' || (block.role === 'heading' && isProse(block))
      ? sentencesOf(block).map(({ start, length }) => ({ line, character: start, length }))
      : [],
  );
  const sorted = all.map(({ length }) => length).sort((a, b) => a - b);
  const longest = all
    .filter(({ length }) => length >= LONG)
    .sort((a, b) => b.length - a.length)
    .slice(0, LONGEST);
  return {
    count: all.length,
    median: sorted[Math.floor((sorted.length - 1) / 2)] ?? 0,
    bands: [...BANDS, undefined].map((to, index) => {
      const from = (BANDS[index - 1] ?? 0) + 1;
      return { from, to, count: sorted.filter((length) => length >= from && length <= (to ?? length)).length };
    }),
    longest: longest.map(({ line, character, length }) => ({
      line,
      character,
      length,
      text: blocks[line]?.source.slice(character, character + SHOWN) ?? '',
    })),
  };
}

/** So much of a long sentence is enough to know it by. */
const SHOWN = 24;
