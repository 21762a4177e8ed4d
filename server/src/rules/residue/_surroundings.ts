/** What the words around the name of another region tell: whether the text tells of that region, or has left its name over. */
import type { Block, Draft } from '../../document/types';
import { unquoted } from '../consistency/_lines';
import { type Place, placesIn } from './_divisions';
import { ABOUT_OTHERS, HEADED_BY_OTHERS, NAMED_AFTER } from './_frames';
import { sentenceAt } from './_periods';

/** A place that is not of the writer's region, where the draft else speaks of that. */
export interface Foreign extends Place {
  readonly block: Block;
  readonly index: number;
  /** The draft tells of it elsewhere as of another region: 学习…经验, 与…接壤. */
  readonly isGuest: boolean;
}

/** True where a place stands in what the text itself says: not quoted, not among several, not in what it tells of others. */
export function isPlain(place: Foreign): boolean {
  const { block, start, end } = place;
  const [from, to] = sentenceAt(block.text, start);
  const sentence = block.text.slice(from, to);
  return (
    unquoted(block).slice(start, end) === block.text.slice(start, end) &&
    !isListed(place) &&
    !ABOUT_OTHERS.test(sentence) &&
    !NAMED_AFTER.test(sentence) &&
    placesIn(block).filter(({ start: at }) => at >= from && at < to).length < 4
  );
}

/** True where the text tells of a place as of another region, or names it with others. */
export function isTold(place: Foreign): boolean {
  const [from, to] = clauseOf(place);
  return ABOUT_OTHERS.test(place.block.text.slice(from, to)) || isListed(place);
}

/** 淳安县 in 淳安县、建德市; not in 各乡镇、淳安县直各单位. */
function isListed({ block, start, end }: Foreign): boolean {
  return placesIn(block).some(
    (other) =>
      (other.start === end + 1 && block.text[end] === '、') ||
      (other.end === start - 1 && block.text[other.end] === '、'),
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
  return text.indexOf('”', end) - text.lastIndexOf('“', start) <= QUOTED_NAME;
}

/** The clause around a place: between two marks but 、. */
function clauseOf({ block: { text }, start, end }: Foreign): readonly [number, number] {
  const from = Math.max(...[...'，。；！？'].map((stop) => text.lastIndexOf(stop, start))) + 1;
  const rest = /[，。；！？]/.exec(text.slice(end));
  return [from, rest ? end + rest.index : text.length];
}

/** By what the mentions of one region are told from others. */
export function stemOf({ divisions: [division] }: Place): string {
  return division?.stem ?? '';
}
