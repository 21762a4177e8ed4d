/** Words and characters that the rules about numbers share. */
import words from '../../../data/number-words.json';
import type { Block } from '../../document/types';

/** Numerals of counting and of numbering, for use inside `[...]`. */
export const HAN_DIGITS = '一二三四五六七八九';
export const HAN_NUMERALS = `${HAN_DIGITS}〇零十百千万亿两`;

/** Alternatives of a regular expression: 平方米|公里|人|…, longest first. */
export const MEASURES = words.measures.words
  .split(' ')
  .sort((a, b) => b.length - a.length)
  .join('|');

/** `wrong right wrong right` of the data file, as pairs. */
export function pairsOf(text: string): Map<string, string> {
  const list = text.split(' ');
  const pairs = new Map<string, string>();
  for (let index = 0; index + 1 < list.length; index += 2) pairs.set(list[index] ?? '', list[index + 1] ?? '');
  return pairs;
}

/** True for lines that the writer wrote, tables and 版头 included. */
export function isWritten({ role }: Block): boolean {
  return role !== 'noise' && role !== 'code' && role !== 'blank';
}
