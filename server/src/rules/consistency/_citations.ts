/** A document cited twice with two numbers, a number with two names, a document cited before it was issued. */
import type { Block, Draft, Piece } from '../../document/types';
import type { Line } from '../pieces';
import { choices } from '../report';
import type { DocumentFinding } from '../types';
import { almostSame, type Cited, citedIn, citingLines, difference } from './_cited';
import { aboveDate, issuedOn, written as writtenDay } from './_lines';

interface Place extends Cited {
  readonly block: number;
}

/** A whole document: 《关于加强管理的通知》; 《管理办法》 may be one of several attachments to one number. */
const WHOLE = /关于.{4,}的(?:通知|意见|决定|通报|批复|复函|函|通告|公告|请示|报告)$/;
/** 某某市人民政府, told or left out before 关于 */
const ORGAN = /^[\p{Script=Han}]{2,30}?(?=关于)/u;
/** What a name may lack without being another: 某某市人民政府, 印发, the 试行 at its end. */
const LOOSE = /^[\p{Script=Han}]{2,30}?(?=关于)|印发|的通知$|[（(][^（）()]{1,12}[）)]$|[〈〉\s]/gu;
/** Words that come and go in names quoted from memory. */
const LOOSE_WORDS = /^(?:的|和|与|及|以及|关于)?$/;

export function* contradictoryCitations(lines: readonly Line[]): Iterable<DocumentFinding> {
  const byName = new Map<string, Place>();
  const byNumber = new Map<string, Place>();
  for (const { index, block } of lines) {
    for (const cited of citedIn(block)) {
      const place = { ...cited, block: index };
      const name = cited.name.replace(ORGAN, '');
      const before = byName.get(name);
      const isOne = before && (before.name === cited.name || before.code === cited.code);
      if (isOne && !isBeside(before, place, block) && isSlip(before, cited)) yield otherNumber(place, before);
      byName.set(name, before ?? place);
      const number = `${cited.code}〔${cited.year}〕${cited.number}`;
      const same = byNumber.get(number);
      if (same && isOtherName(same.name, cited.name)) yield otherName(place, same);
      byNumber.set(number, same ?? place);
    }
  }
}

/** 《…的通知》（5号）、《…的通知》（8号） in one sentence are two. */
function isBeside(one: Place, other: Place, { text }: Block): boolean {
  return one.block === other.block && !text.slice(one.numberSpan.end, other.numberSpan.start).includes('。');
}

/** Of code, year and number one alone differs; a document of the next year may bear the same name. */
function isSlip(one: Cited, other: Cited): boolean {
  return [one.code !== other.code, one.year !== other.year, one.number !== other.number].filter(Boolean).length === 1;
}

function isOtherName(one: string, other: string): boolean {
  if (one === other) return false;
  if (almostSame(one, other)) return true;
  if (!WHOLE.test(one) || !WHOLE.test(other)) return false;
  const [left, right] = [one.replace(LOOSE, ''), other.replace(LOOSE, '')];
  const [more, less] = left.length > right.length ? [left, right] : [right, left];
  return !more.includes(less) && sharedPairs(left, right) < 0.3;
}

/** How many of the pairs of neighbouring characters two names share. */
function sharedPairs(one: string, other: string): number {
  const pairs = (text: string) => new Set([...text].slice(1).map((character, index) => `${text[index]}${character}`));
  const [left, right] = [pairs(one), pairs(other)];
  const shared = [...left].filter((pair) => right.has(pair)).length;
  return shared / Math.max(1, Math.min(left.size, right.size));
}

function otherNumber(here: Place, before: Place): DocumentFinding {
  const [mine, theirs] = [written(here), written(before)];
  return {
    block: here.block,
    span: here.numberSpan,
    message: `《${here.name}》前文的发文字号是“${theirs}”，这里是“${mine}”`,
    related: [{ block: before.block, span: before.numberSpan, message: `前文“${theirs}”` }],
    fixes: [
      ...choices(here.numberSpan, theirs),
      {
        title: `前文改为“${mine}”`,
        edits: [{ block: before.block, span: before.numberSpan, newText: mine }],
        preferred: false,
      },
    ],
  };
}

function otherName(here: Place, before: Place): DocumentFinding {
  const [mine, theirs] = difference(here.name, before.name);
  const small = LOOSE_WORDS.test(mine) && LOOSE_WORDS.test(theirs);
  return {
    block: here.block,
    span: here.nameSpan,
    ...(small ? { severity: 'info' } : {}),
    message: `“${written(here)}”前文的标题是《${before.name}》，这里是《${here.name}》`,
    related: [{ block: before.block, span: before.nameSpan, message: `前文《${before.name}》` }],
    fixes: [
      ...choices(here.nameSpan, before.name),
      {
        title: `前文改为“${here.name}”`,
        edits: [{ block: before.block, span: before.nameSpan, newText: here.name }],
        preferred: false,
      },
    ],
  };
}

function written({ code, year, number }: Cited): string {
  return `${code}〔${year}〕${number}号`;
}

/** 〔2027〕 in a document of 2026. */
export function* notYetIssued(draft: Draft, piece: Piece): Iterable<DocumentFinding> {
  const issue = issuedOn(draft, piece);
  if (!issue) return;
  for (const { index, block } of aboveDate(draft, piece, citingLines(draft, piece))) {
    for (const cited of citedIn(block)) {
      if (cited.year <= issue.day.year) continue;
      yield {
        block: index,
        span: cited.numberSpan,
        message: `“${written(cited)}”的年份在成文日期${writtenDay(issue.day)}之后`,
        related: [{ block: issue.block, span: issue.span, message: '成文日期' }],
      };
    }
  }
}
