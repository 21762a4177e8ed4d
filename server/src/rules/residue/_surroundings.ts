/** What the words around the name of another region tell: whether the text tells of that region, or has left its name over. */
import type { Block, Draft } from '../../document/types';
import { unquoted } from '../consistency/_lines';
import { type Place, placesBetween } from './_divisions';
import { ABOUT_OTHERS, HEADED_BY_OTHERS, NAMED_AFTER } from './_frames';

/** A place that is not of the writer's region, where the draft else speaks of that. */
export interface Foreign extends Place {
  readonly block: Block;
  readonly index: number;
  /** The draft tells of it elsewhere as of another region: 学习…经验, 与…接壤. */
  readonly isGuest: boolean;
}

/**
 * True where a place stands in what the text itself says: not quoted, not among several, not in what it tells of others.
 * @param isOrgan true where what is named after the place is what is looked for
 */
export function isPlain(place: Foreign, isOrgan = false): boolean {
  const { block, start, end } = place;
  const [from, to] = sentenceOf(place);
  const sentence = block.text.slice(from, to);
  return (
    unquoted(block).slice(start, end) === block.text.slice(start, end) &&
    !isListed(place) &&
    !ABOUT_OTHERS.test(sentence) &&
    (isOrgan || !NAMED_AFTER.test(sentence)) &&
    placesBetween(block, from, to).length < 4
  );
}

/** True where the text tells of a place as of another region, or names it with others. */
export function isTold(place: Foreign): boolean {
  const [from, to] = clauseOf(place);
  return ABOUT_OTHERS.test(place.block.text.slice(from, to)) || isListed(place);
}

/** 淳安县 in 淳安县、建德市; not in 各乡镇、淳安县直各单位. */
function isListed({ block, start, end }: Foreign): boolean {
  const { text } = block;
  return (
    (text[end] === '、' && placesBetween(block, end + 1, end + 2).length > 0) ||
    (text[start - 1] === '、' &&
      placesBetween(block, start - LONGEST_NAME, start).some((other) => other.end === start - 1))
  );
}

/** True where the title, or the heading above a place, tells of other regions. */
export function isHeadedByOthers({ blocks }: Draft, { index }: Foreign): boolean {
  for (let above = index; above >= 0; above--) {
    const block = blocks[above];
    const title = block?.role === 'title' ? block.content : block?.headings[0]?.title;
    if (title) return HEADED_BY_OTHERS.test(block?.text.slice(title.start, title.end) ?? '');
  }
  return false;
}

/** A name in quotation marks is as long at most: “数字浙江”. */
const QUOTED_NAME = 8;

/** For what is said of one's own region alone: only the clause is asked whether it tells of others; no title, no words of others. */
export function isPlainClause(place: Foreign): boolean {
  const { block, start, end } = place;
  const { text } = block;
  const [from, to] = clauseOf(place);
  const clause = text.slice(from, to);
  if (/[《》]/.test(clause) || ABOUT_OTHERS.test(clause) || NAMED_AFTER.test(clause)) return false;
  if (unquoted(block).slice(start, end) === text.slice(start, end)) return true;
  const quoted = text.slice(Math.max(0, start - QUOTED_NAME), end + QUOTED_NAME);
  return /“[^“”]{1,7}”/.test(quoted);
}

/** 积石山保安族东乡族撒拉族自治县 has fifteen characters. */
const LONGEST_NAME = 16;
/** What leads up to a place is shorter. */
const NEAR = 40;
/** So far from a place its words are looked at: a line without marks may be as long as a book. */
const FAR = 200;

/** What stands before and behind a place, as far as it matters. */
export function besides({ block: { text }, start, end }: Foreign): {
  readonly before: string;
  readonly behind: string;
} {
  return { before: text.slice(Math.max(0, start - NEAR), start), behind: text.slice(end, end + FAR) };
}

/** The clause around a place: between two marks but 、. */
function clauseOf(place: Foreign): readonly [number, number] {
  return between(place, '，。；！？');
}

export function sentenceOf(place: Foreign): readonly [number, number] {
  return between(place, '。；！？');
}

function between({ block: { text }, start, end }: Foreign, stops: string): readonly [number, number] {
  const [least, most] = [Math.max(0, start - FAR), Math.min(text.length, end + FAR)];
  let from = start;
  while (from > least && !stops.includes(text[from - 1] ?? '')) from--;
  let to = end;
  while (to < most && !stops.includes(text[to] ?? '')) to++;
  return [from, to];
}

/** By what the mentions of one region are told from others. */
export function stemOf({ divisions: [division] }: Place): string {
  return division?.stem ?? '';
}
