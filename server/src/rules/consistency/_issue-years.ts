/** The year in a title, the year of the 发文字号 and the 印发日期 against the day of the document. */
import type { Draft, Piece } from '../../document/types';
import { linesOf, titlesOf } from '../pieces';
import { choices } from '../report';
import type { DocumentFinding } from '../types';
import { type DatedLine, fullDay, serial, written } from './_lines';

/** 2026年工作要点; what looks forward is made at the end of the year before, what looks back at its own end or later. */
const AHEAD =
  /(?<![\d—–~～至-])(?<year>20\d{2})年度?(?!以来|[至到—–-])[^\d年《》]{0,20}?(?:工作要点|工作计划|工作安排|工作思路|工作打算|预算草案)(?!.{0,6}(?:完成|落实|执行|实施|推进|进展|调整))/dg;
const BACK =
  /(?<![\d—–~～至-])(?<year>20\d{2})年度?(?![至到—–-])[^\d年《》]{0,20}?(?:工作总结|总结报告|工作情况(?:的)?报告|预算执行情况|述职报告)/dg;
/** 2026年造林进展情况: what has been done is not of a year to come. */
const DONE =
  /(?<![\d—–~～至-])(?<year>20\d{2})年度?(?![至到—–-])[^\d《》]{0,20}?(?:进展|完成|落实|开展|整改|办理)情况/dg;
/** A number is taken when the document is sent, which may be some days after it was signed. */
const NUMBER = /〔(?<year>20\d{2})〕\d{1,5}号/d;

export function* wrongTitleYear(draft: Draft, piece: Piece, issued: DatedLine): Iterable<DocumentFinding> {
  const title = titlesOf(draft).find((each) => each.piece === piece);
  if (!title) return;
  const { year, month } = issued.day;
  const fits = (told: number, ahead: boolean | undefined) =>
    ahead === undefined
      ? told <= year
      : ahead
        ? told === year || (told === year + 1 && month >= 9)
        : told === year || told === year - 1;
  for (const [pattern, ahead] of [[AHEAD, true] as const, [BACK, false] as const, [DONE, undefined] as const]) {
    for (const match of title.text.matchAll(pattern)) {
      const told = Number(match.groups?.year);
      const [start = 0, end = 0] = match.indices?.groups?.year ?? [];
      const at = title.place(start, end);
      if (!at || fits(told, ahead)) continue;
      yield {
        ...at,
        message: `标题中的“${match[0]}”与成文日期${written(issued.day)}不符`,
        fixes: choices(at.span, String(year)),
        related: [{ block: issued.block, span: issued.span, message: '成文日期' }],
      };
    }
  }
}

/** 2026年工作要点 */
const PLANNED = /(?<![\d—–~～至-])(?<year>20\d{2})年度?(?![至到—–-])[^年]{0,12}(?:要点|计划|安排|打算)/;

/** The year that the title of a plan is for. */
export function plannedYear(draft: Draft, piece: Piece): number | undefined {
  const title = titlesOf(draft).find((each) => each.piece === piece)?.text ?? '';
  const year = PLANNED.exec(title)?.groups?.year;
  return year === undefined ? undefined : Number(year);
}

export function* wrongNumberYear(draft: Draft, piece: Piece, issued: DatedLine): Iterable<DocumentFinding> {
  const { year, month } = issued.day;
  const [line] = linesOf(draft, piece, 'letterhead').filter(({ block }) => block.element === 'document-number');
  const match = line && NUMBER.exec(line.block.text);
  const told = Number(match?.groups?.year);
  if (!match || told === year || (told === year + 1 && month >= 10) || (told === year - 1 && month <= 2)) return;
  const [start, end] = match.indices?.groups?.year ?? [match.index, match.index];
  yield {
    block: line.index,
    span: { start, end },
    message: `发文字号的年份${told}与成文日期${written(issued.day)}不符`,
    related: [{ block: issued.block, span: issued.span, message: '成文日期' }],
  };
}

export function* earlyPrinting(draft: Draft, piece: Piece, issued: DatedLine): Iterable<DocumentFinding> {
  for (const { index, block } of linesOf(draft, piece, 'imprint')) {
    const printed = block.element === 'printing' ? fullDay(block) : undefined;
    if (!printed || serial(printed.day) >= serial(issued.day)) continue;
    yield {
      block: index,
      span: printed.span,
      message: `印发日期${written(printed.day)}早于成文日期${written(issued.day)}`,
      related: [{ block: issued.block, span: issued.span, message: '成文日期' }],
    };
  }
}
