/** What of a draft is not its own words: what stands around the text, set words, and what many documents have. */
import type { Draft, Role } from '../document/types';
import type { Span } from '../text/span';
import { formulasIn } from './formulas';
import type { NormalText } from './normal';

/** What a unit of a draft is, where it is not its own word: a word that many documents of the archive have … */
export const COMMON = 1;
/** … a set word of the text … */
export const SET = 2;
/** … or one around it: a title, 主送机关, 署名. */
export const FRAME = 3;

/** What counts as carried over only together with the text around it. */
const FRAMES: ReadonlySet<Role> = new Set<Role>([
  'title',
  'caption',
  'salutation',
  'recipient',
  'attachment-note',
  'attachment-mark',
  'signature',
  'date',
]);
/** A first line that goes 把该管的管好，把该放的放开 is taken for a title, but is a sentence of the text. */
const SENTENCE = /[，。；]/;

/** For each character, whether it stands in a line that is a frame of the text. */
export function framesOf({ blocks }: Draft, lines: readonly string[]): Uint8Array {
  const frames = new Uint8Array(lines.reduce((sum, line) => sum + line.length + 1, 0));
  let from = 0;
  lines.forEach((line, index) => {
    const role = blocks[index]?.role ?? 'body';
    if (FRAMES.has(role) && !(role === 'title' && SENTENCE.test(line))) frames.fill(1, from, from + line.length);
    from += line.length + 1;
  });
  return frames;
}

/** `COMMON`, `SET`, `FRAME` or 0 for each compared unit. */
export function marksOf({ units, offsets }: NormalText, frames: Uint8Array, common: Iterable<Span>): Uint8Array {
  const marks = Uint8Array.from(offsets, (offset) => (frames[offset] ? FRAME : 0));
  const mark = (spans: Iterable<Span>, what: number) => {
    for (const { start, end } of spans) for (let at = start; at < end; at++) marks[at] ||= what;
  };
  mark(formulasIn(units), SET);
  mark(common, COMMON);
  return marks;
}
