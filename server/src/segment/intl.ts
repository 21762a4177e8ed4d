/** The stand-in: word boundaries by the dictionary of the JavaScript engine, without parts of speech. */
import type { Word } from './types';

/** Made when it is first needed: most sessions have nodejieba. */
let segmenter: Intl.Segmenter | undefined;

export function intlWords(text: string): readonly Word[] {
  segmenter ??= new Intl.Segmenter('zh', { granularity: 'word' });
  return Array.from(segmenter.segment(text), ({ index, segment }) => ({
    span: { start: index, end: index + segment.length },
  }));
}
