/** What the rules on consistency read of a draft: its prose without what is quoted, and the day it was issued on. */
import type { Block, Draft, Piece } from '../../document/types';
import type { Span } from '../../text/span';
import { hasFigures } from '../clues';
import { collect, type Holding, linesWhere, within } from '../collect';
import { hanNumber, hanYear, isDay } from '../form/_dates';
import { type Line, linesOf } from '../pieces';
import { memoByBlock, memoByDraft } from '../report';

/** A day of the calendar. */
export interface Day {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

/** Days since 1970, so that two days can be compared and counted between. */
export function serial({ year, month, day }: Day): number {
  return Date.UTC(year, month - 1, day) / 86_400_000;
}

/** The day that is so many days after 1 January 1970. */
export function dayAt(days: number): Day {
  const date = new Date(days * 86_400_000);
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
}

export function written({ year, month, day }: Day): string {
  return `${year}年${month}月${day}日`;
}

/** A day that has gone by so lately is not meant to come again. */
const LONG_AGO = 30;

/**
 * The years in which a day told without its year can lie: that of the document, the next where the day has long gone by,
 * the last where it is far off.
 */
export function possibleYears(issued: Day, month: number, day: number): readonly number[] {
  const { year } = issued;
  const away = serial({ year, month, day }) - serial(issued);
  return [year, ...(away < -LONG_AGO ? [year + 1] : []), ...(away > 60 ? [year - 1] : [])];
}

/** The text of a block with blanks for what stands in 《》 and “”: words of others, which are as they are. */
export const unquoted = memoByBlock(({ text }): string =>
  /[《“]/.test(text)
    ? text.replace(/《[^《》]*(?:《[^《》]*》[^《》]*)*》|“[^“”]*”/g, (name) => '　'.repeat(name.length))
    : text,
);

/** True of paragraphs and headings. */
export function isRunning({ role }: Block): boolean {
  return role === 'body' || role === 'heading';
}

/** True of those with a figure in them: most lines have none, and tell of no day. */
export function tellsFigures(block: Block): boolean {
  return isRunning(block) && hasFigures(block);
}

/** The paragraphs and headings of a piece, in order. */
export const proseLines = linesWhere(isRunning);

/** A day told in a line of its own. */
export interface DatedLine {
  readonly day: Day;
  readonly block: number;
  readonly span: Span;
}

/** Of lines those that the day is told of: what stands below the 成文日期 is another document, or none of it. */
export function aboveDate<L extends Line>(draft: Draft, piece: Piece, lines: readonly L[]): readonly L[] {
  const issue = issuedOn(draft, piece);
  const last = issue && draft.blocks[issue.block]?.role;
  return last === 'date' || last === 'signature' ? within(lines, { ...piece, end: issue?.block ?? 0 }) : lines;
}

/** What the paragraphs and headings hold that the day is told of; looked for in those with figures, where nothing is said. */
export function collectDated<T>(
  itemsIn: (block: Block) => readonly T[],
  of: (block: Block) => boolean = tellsFigures,
): (draft: Draft, piece: Piece) => readonly Holding<T>[] {
  const linesIn = collect(itemsIn, of);
  return (draft, piece) => aboveDate(draft, piece, linesIn(draft, piece));
}

/** The paragraphs and headings that the day is told of. */
export function datedProse(draft: Draft, piece: Piece): readonly Line[] {
  return aboveDate(draft, piece, proseLines(draft, piece));
}

/** 成文日期, or the day below the title; `undefined` where a piece tells none of its own, or more than one. */
export function issuedOn(draft: Draft, piece: Piece): DatedLine | undefined {
  return issued(draft).get(piece);
}

const issued = memoByDraft((draft): ReadonlyMap<Piece, DatedLine> => {
  const found = new Map<Piece, DatedLine>();
  for (const piece of draft.pieces) {
    const below = datedLines(linesOf(draft, piece, 'date', 'signature'));
    // several documents in one file that were not told apart have several numbers, or several days
    if (linesOf(draft, piece, 'letterhead').filter(({ block }) => block.element === 'document-number').length > 1)
      continue;
    const [issue] = below.length > 0 ? below : datedLines(linesOf(draft, piece, 'caption', 'brief-head'));
    if (issue && below.every(({ day }) => serial(day) === serial(issue.day))) found.set(piece, issue);
  }
  return found;
});

function datedLines(lines: readonly Line[]): DatedLine[] {
  return lines.flatMap(({ index, block }) => {
    const told = fullDay(block);
    return told ? [{ ...told, block: index }] : [];
  });
}

/** 2026年3月5日, 2026.3.5, 2026-03-05 */
const DIGITS =
  /(?<!\d)(?<year>(?:19|20)\d{2})[ 　]*[年.．/-][ 　]*(?<month>\d{1,2})[ 　]*[月.．/-][ 　]*(?<day>\d{1,2})(?!\d)日?/;
/** 二〇二六年三月五日 */
const HAN =
  /(?<year>[一二][〇○零九][〇○零一二三四五六七八九]{2})年(?<month>[元一二三四五六七八九十]{1,3})月(?<day>[一二三四五六七八九十廿卅]{1,3})日/;

/** The first full day that a line tells. */
export function fullDay({ text }: Block): { readonly day: Day; readonly span: Span } | undefined {
  const match = DIGITS.exec(text) ?? HAN.exec(text);
  if (!match) return undefined;
  const { year = '', month = '', day = '' } = match.groups ?? {};
  const han = !/\d/.test(year);
  const read = (number: string) => (/\d/.test(number) ? Number(number) : hanNumber(number));
  const told = { year: han ? hanYear(year) : Number(year), month: read(month), day: read(day) };
  if (!isDay(told.year, told.month, told.day)) return undefined;
  return { day: told, span: { start: match.index, end: match.index + match[0].length } };
}
