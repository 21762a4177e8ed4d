/** Deadlines with a year that has gone by, where the text tells what is to be done: 2025年1月20日前印发, issued on 2026年1月8日. */
import type { Draft, Piece } from '../../document/types';
import type { Span } from '../../text/span';
import type { DocumentFinding } from '../types';
import { plannedYear } from './_issue-years';
import { collectDated, type DatedLine, type Day, serial, unquoted, written } from './_lines';

/** 2025年11月25日前，2025年底前 */
const DEADLINE =
  /(?<!\d)(?<strong>(?:力争|确保|争取|务必)(?:到|在|于)?)?(?<year>20\d{2})年(?:(?<month>\d{1,2})月)?(?:(?<day>\d{1,2})日|底|末|份|[上中下]旬)?(?<before>之前|以前|前)?[，,]?/g;
/** What follows a day that is yet to come. */
const AHEAD = /^(?:力争|确保|争取|务必|必须|一律|要|须|应|将|请)/;
const TO_DO =
  /^(?:[^，。；\d]{0,6}(?:全面|全部|基本|书面|统一|一并))?(?:完成|实现|报送?|上报|反馈|提交|送交|印发|建成|达到|落实|制定|出台|启用)(?!了|的|后|情况)/;
/** What was asked for then is told as it was. */
const PAST =
  /已|了|曾|未|原|本应|应于|仍|截至|此前|当时|以来|要求|规定|按照|根据|依据|计划|规划|方案》|逾期|到期|[给对]于?$/;
/** Kinds that tell what is to be done. */
const FORWARD: ReadonlySet<Piece['kind']> = new Set<Piece['kind']>([
  ...(['notice', 'letter', 'request', 'opinion', 'plan', 'speech', 'host-script', 'proclamation'] as const),
]);

interface Deadline {
  readonly span: Span;
  readonly due: Day;
  /** 力争, which tells of nothing but what is to come. */
  readonly strong: boolean;
}

const deadlinesIn = collectDated((block): readonly Deadline[] => {
  if (!/前|力争|确保|争取|务必/.test(block.text) || !block.text.includes('20')) return [];
  const text = unquoted(block);
  return [...text.matchAll(DEADLINE)].flatMap((match) => {
    const { year, month, day, strong, before } = match.groups ?? {};
    if (!strong && !before) return [];
    const end = match.index + match[0].length;
    const behind = /^[^，。；]*/.exec(text.slice(end))?.[0] ?? '';
    const sentence = /[^。；]*$/.exec(text.slice(0, match.index))?.[0] ?? '';
    const isAhead = strong !== undefined || AHEAD.test(behind) || (TO_DO.test(behind) && !behind.includes('的'));
    if (!isAhead || PAST.test(sentence) || PAST.test(behind)) return [];
    const last = new Date(Date.UTC(Number(year), Number(month ?? 12), 0)).getUTCDate();
    const start = match.index + (strong?.length ?? 0);
    return {
      span: { start, end: end - (/(?:之?以?前)?[，,]?$/.exec(match[0])?.[0].length ?? 0) },
      strong: strong !== undefined,
      due: { year: Number(year), month: Number(month ?? 12), day: Number(day ?? last) },
    };
  });
});

/** So long a slip of the year goes back. */
const FARTHEST = 370;

export function* bygoneDeadlines(draft: Draft, piece: Piece, issued: DatedLine | undefined): Iterable<DocumentFinding> {
  const year = issued ? undefined : plannedYear(draft, piece);
  const from = issued?.day ?? (year === undefined ? undefined : { year, month: 1, day: 1 });
  if (!from) return;
  for (const { index, block, items } of deadlinesIn(draft, piece)) {
    for (const { span, due, strong } of items) {
      if (!strong && !FORWARD.has(piece.kind)) continue;
      const late = serial(from) - serial(due);
      if (late <= 0 || late > FARTHEST) continue;
      const said = block.text.slice(span.start, span.end);
      yield {
        block: index,
        span,
        message: issued ? `期限“${said}”早于成文日期${written(from)}` : `期限“${said}”早于标题所说的${year}年`,
        ...(issued ? { related: [{ block: issued.block, span: issued.span, message: '成文日期' }] } : {}),
      };
    }
  }
}
