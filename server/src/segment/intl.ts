/** The stand-in: word boundaries by the dictionary of the JavaScript engine, without parts of speech. */
import type { Word } from './types';

const segmenter = new Intl.Segmenter('zh', { granularity: 'word' });

export function intlWords(text: string): readonly Word[] {
  return Array.from(segmenter.segment(text), ({ index, segment }) => ({
    span: { start: index, end: index + segment.length },
  }));
}
