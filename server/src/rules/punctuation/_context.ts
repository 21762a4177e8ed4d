/** What stands around a mark: the surroundings that tell Chinese prose from numbers, formulas and foreign words. */
import type { Block } from '../../document/types';
import { HAN_CLASS } from '../../text/chars';

/** Source of a character class: Han characters. For use inside `[...]` with the `u` flag. */
export const HAN = HAN_CLASS;

/** Full-width marks that only Chinese text uses; quotation marks and dashes are not among them. */
const CHINESE = new RegExp(`[${HAN}，。、；：？！（）《》〈〉【】〔〕「」％℃]`, 'u');

/** Marks through which one looks at the next word: quotation marks, brackets, blanks, other points. */
const TRANSPARENT = /[ \t\u00A0"'“”‘’(),.;:?!*]/;

const FARTHEST = 5;

/** The first character from `index` in direction `step` that is a word or a Chinese mark; empty at the line's ends. */
export function neighbour(text: string, index: number, step: 1 | -1): string {
  let at = index + step;
  for (let far = 0; far < FARTHEST && TRANSPARENT.test(text[at] ?? ''); far++) at += step;
  return text[at] ?? '';
}

export function isChinese(character: string): boolean {
  return CHINESE.test(character);
}

/** True when Chinese words or marks stand next to `[start, end)`. */
export function inChinese(text: string, start: number, end = start + 1): boolean {
  return isChinese(neighbour(text, start, -1)) || isChinese(neighbour(text, end - 1, 1));
}

/** True when the place belongs to the mark of a numbered heading, which the family `heading/` looks at. */
export function inHeadingMark(block: Block, index: number): boolean {
  return block.headings.some(({ mark }) => index >= mark.start && index < mark.end);
}

/** True for lines that are a writer's words in sentences or in the head and foot of a draft. */
export function isWritten(block: Block): boolean {
  return block.role !== 'noise' && block.role !== 'code' && block.role !== 'blank';
}
