/** Finds which lines make a title, and who stands below it as its author. */
import type { Cursor } from './cursor';
import { kindOfTitle } from './kind';
import { isDatedOrgan, isNumber } from './letterhead';
import type { LineShape } from './line';
import { endsTitle, formOf, isOrgan } from './line-form';
import type { DocumentKind } from './types';

const MOST_TITLE_LINES = 8;
/** A run of short lines longer than this is a table or a list, of which only the first can be a title. */
const LONGEST_UNKNOWN_TITLE = 3;

/** ×政发〔2026〕5号 at the end of a title line. */
const NUMBER_BEHIND_TITLE = /[\s　]+\p{Script=Han}{1,12}[〔［[（(]\d{4}[〕］\]）)]第?\d{1,5}号$/u;
/** 附件1 in front of the name of the attachment. */
export const MARK_BEFORE_TITLE = /^附[\s　]?件[\s　]*\d{0,2}[\s　]*[:：.．、]?[\s　]*/;
/** ——在全市经济工作会议上的讲话 */
export const SUBTITLE = /^(?:——|—|--|――|──)/;

/** Kinds that go to a 主送机关; below the title of the others an organ's name is its author. */
export const ADDRESSED: ReadonlySet<DocumentKind> = new Set<DocumentKind>([
  'notice',
  'request',
  'report',
  'reply',
  'letter',
  'circular',
  'opinion',
]);
/** Kinds with which a title that says 关于 ends. */
const STATUTORY: ReadonlySet<DocumentKind> = new Set<DocumentKind>([
  ...ADDRESSED,
  'decision',
  'announcement',
  'minutes',
]);
/** Kinds whose author stands below the title. */
const AUTHORED = /^(?:speech|host-script|report|briefing|summary|research|unknown)$/;

/** The title that the lines make, without what stands around it. */
export function titleOf(cursor: Cursor, lines: readonly number[]): string {
  return withoutNumber(cursor.join(lines)).replace(MARK_BEFORE_TITLE, '');
}

/** The lines of the title that begins at `from`, or none. */
export function titleAt(cursor: Cursor, from: number): number[] {
  const first = cursor.shapes[from];
  if (!first || from >= cursor.end || cursor.roleOf(from) === 'heading') return [];
  const form = formOf(first);
  if (form.fullTitle && !form.titleLike) return [from];
  if ((!form.titleLike && !form.openOrgans) || form.salutation || form.recipient) return [];
  const run = titleRun(cursor, from);
  const last = run.at(-1);
  if (last === undefined) return [];
  const complete = run.findIndex((line, index) => {
    const text = withoutNumber(cursor.join(run.slice(0, index + 1)));
    return endsTitle(text) && !goesOn(cursor, line, run[index + 1]);
  });
  if (complete >= 0) return run.slice(0, statutoryEnd(cursor, run, complete) + 1);
  if (form.openOrgans) return [];
  if (kindOfTitle(first.words) === 'unknown' && !standsAlone(cursor, first, last)) return [];
  const adjacent = run.filter((line, index) => line === from + index);
  return adjacent.length <= LONGEST_UNKNOWN_TITLE ? adjacent : [from];
}

/** Title-like lines from `from` on, blank lines between them left out. */
function titleRun(cursor: Cursor, from: number): number[] {
  const run: number[] = [];
  for (let line = from; line < cursor.end && run.length < MOST_TITLE_LINES; line = cursor.skip(line + 1)) {
    const shape = cursor.shapes[line];
    if (!shape) break;
    const form = formOf(shape);
    const opens = form.openOrgans && !cursor.join(run).includes('关于');
    if ((!form.titleLike && !form.fullTitle && !opens) || isDatedOrgan(shape)) break;
    if (run.length > 0 && (form.caption || form.salutation || isAuthor(cursor, line, titleOf(cursor, run)))) break;
    run.push(line);
    if (!form.titleLike && !opens) break;
  }
  return run;
}

/** 关于印发……实施方案 is complete in itself, but 的通知 in a later line is the end that was meant. */
function statutoryEnd(cursor: Cursor, run: readonly number[], complete: number): number {
  const text = cursor.join(run.slice(0, complete + 1));
  if (STATUTORY.has(kindOfTitle(text)) || !/关于|印发|转发/.test(text)) return complete;
  for (let index = complete + 1; index < run.length; index++) {
    const line = run[index] ?? 0;
    if (line !== (run[index - 1] ?? 0) + 1 || cursor.words(line).includes('关于')) break;
    if (STATUTORY.has(kindOfTitle(cursor.words(line)))) return index;
  }
  return complete;
}

/** A line below a complete title that still belongs to it: a subtitle behind a dash, or 的通知. */
function goesOn(cursor: Cursor, line: number, next: number | undefined): boolean {
  if (next === undefined) return false;
  const words = cursor.words(next);
  if (SUBTITLE.test(words)) return true;
  const tied = next === line + 1 && /^(?:[（(][^（）()]{1,12}[）)])?(?:的|和|及|与)/.test(words);
  return tied && endsTitle(withoutNumber(cursor.words(line) + words));
}

/** A line of no known kind is a title when text follows it and it is no sentence. */
function standsAlone(cursor: Cursor, { words }: LineShape, last: number): boolean {
  if (/^\S{0,30}关于\S{2,50}的\S{2,4}$/.test(words)) return true;
  return cursor.skip(last + 1) < cursor.end && words.length <= 50 && !/[，,]/.test(words.slice(24));
}

/** Web pages repeat the title above the real one: the second counts when it says the same or has its own 版头. */
export function realTitleBelow(cursor: Cursor, first: readonly number[]): readonly number[] | undefined {
  const next = cursor.shape;
  if (!next || formOf(next).caption) return undefined;
  const second = titleAt(cursor, cursor.at);
  const text = withoutNumber(cursor.join(second));
  if (second.length === 0 || !endsTitle(text)) return undefined;
  const [a, b] = [letters(cursor.join(first)), letters(text)];
  if (a.includes(b) || b.includes(a)) return second;
  const below = cursor.shapes[cursor.skip((second.at(-1) ?? 0) + 1)];
  return below && isNumber(below) && kindOfTitle(text) !== 'unknown' ? second : undefined;
}

/** 某某市政府专题会议纪要 above its number is 发文机关标志 where 关于……的会议纪要 follows; that title. */
export function titleBelowMark(cursor: Cursor, mark: string): readonly number[] | undefined {
  if (mark === '' || mark.includes('关于')) return undefined;
  const second = titleAt(cursor, cursor.at);
  const text = cursor.join(second);
  return text.includes('关于') && kindOfTitle(text) === kindOfTitle(mark) ? second : undefined;
}

/** 市长　张三 below the title of what is spoken; 市财政局 below that of a 汇报 or of an attached text. */
export function isAuthor(cursor: Cursor, line: number, title: string): boolean {
  const shape = cursor.shapes[line];
  const kind = kindOfTitle(title);
  const attached = cursor.start > 0;
  if (!shape || (!AUTHORED.test(kind) && !attached)) return false;
  const { post, byline, person, organ } = formOf(shape);
  if (post || byline) return true;
  const [above, below] = [cursor.before(line), cursor.skip(line + 1)];
  if (!isDay(cursor, above) && !opensText(cursor, below)) return false;
  if (person) return kind !== 'unknown' || isDay(cursor, above) || isDay(cursor, below);
  if (!organ || (kind === 'unknown' && isOrgan(title))) return false;
  // a 报告 goes to the organ below its title, unless it comes with another document or is spoken to a meeting
  const isSpoken = cursor.shapes.slice(below, below + 1).some((next) => formOf(next).salutation);
  return attached || isSpoken || !ADDRESSED.has(kind);
}

/** 本报记者　张三, or the name of who speaks, in the first line of all, with the title below it. */
export function isAuthorAbove(cursor: Cursor): boolean {
  if (!cursor.shape || cursor.start > 0 || cursor.before(cursor.at) >= 0) return false;
  const { byline, person } = formOf(cursor.shape);
  if (!byline && !person) return false;
  const below = titleAt(cursor, cursor.skip(cursor.at + 1));
  return below.length > 0 && (byline || endsTitle(titleOf(cursor, below)));
}

/** A day, a 称谓 or the text begins here. */
function opensText(cursor: Cursor, line: number): boolean {
  const shape = cursor.shapes[line];
  if (!shape || line >= cursor.end) return false;
  const { words, mark } = shape;
  return (
    isDay(cursor, line) || formOf(shape).salutation || words.length > 40 || /[。：:]$/.test(words) || mark !== undefined
  );
}

function isDay(cursor: Cursor, line: number): boolean {
  const shape = cursor.shapes[line];
  return shape !== undefined && (shape.hint?.role === 'date' || formOf(shape).caption);
}

function withoutNumber(title: string): string {
  return title.replace(NUMBER_BEHIND_TITLE, '');
}

function letters(text: string): string {
  return text.replace(/[^\p{L}\p{N}]/gu, '');
}
