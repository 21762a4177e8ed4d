/** The sentences of a block, as the rules on style count them. */
import type { Block } from '../../document/types';
import type { Span } from '../../text/span';
import { memoByBlock } from '../report';
import { widened } from '../widened';

const SENTENCE = /[^。！？]+[。！？]?[”’）]*/g;

/** In order, without the blanks before them. */
export const sentencesOf = memoByBlock((block: Block): readonly Span[] =>
  Array.from(widened(block).matchAll(SENTENCE), ({ index, 0: sentence }) => ({
    start: index + sentence.length - sentence.trimStart().length,
    end: index + sentence.length,
  })).filter(({ start, end }) => start < end),
);
