/** Right words that neither the segmenter nor the phrases know: 数智, 领航. */
import type { Span } from '../../text/span';
import { readTable } from '../table';

let words: readonly string[] | undefined;

/** True where one of them has a character of the stretch. */
export function touchesNewWord(text: string, { start, end }: Span): boolean {
  words ??= readTable('wording/new-words').map((fields) => fields('词'));
  return words.some((word) => {
    const at = text.indexOf(word, Math.max(0, start - word.length + 1));
    return at >= 0 && at < end;
  });
}
