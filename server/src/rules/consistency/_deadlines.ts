/** Days to come that lie before the day on which the document was issued: 请于3月1日前报送, issued on 3月5日. */
import type { Draft, Piece } from '../../document/types';
import type { Span } from '../../text/span';
import { isDay } from '../form/_dates';
import type { DocumentFinding } from '../types';
import { collectDated, type DatedLine, type Day, serial, unquoted, written } from './_lines';

/** 请于2026年3月1日下午5时前, 定于3月1日; what was 原定于 that day lies behind us. */
const AHEAD =
  /(?:(?<ask>请|务必|务请|望)[^。；！？\n]{0,60}?(?:于|在)|(?<![原曾已经])(?:兹定于|定于|拟于)|(?:会议|开会|培训|报到)时间(?:为|定于|[：:]))(?:(?<year>(?:19|20)\d{2})年|(?<relative>今年|本年))?(?<day>(?<month>\d{1,2})月(?<date>\d{1,2})日)(?<before>(?:[（(][^（）()]{1,8}[）)])?(?:[上下中]午|下班|[\d:：时点分]){0,8}之?以?前)?/dg;
/** 值班表于3月1日前报值班室 */
const REPORTED =
  /(?:(?<year>(?:19|20)\d{2})年|(?<relative>今年|本年))?(?<day>(?<month>\d{1,2})月(?<date>\d{1,2})日)(?<before>(?:[（(][^（）()]{1,8}[）)])?(?:[上下中]午|下班|[\d:：时点分]){0,8}之?以?前)(?<ask>(?:将[^，。；]{0,20}|书面|统一|一并)?(?:报送?|上报|报至|反馈|提交|送交))(?![了的告名])/dg;
/** What was asked for and not done, is told after the day. */
const BEHIND = /原定|逾期|已于|曾于|截至|未能|当时|此前|仍未|尚未/;
/** Without a year, a day that lies farther back is one of the next year. */
const FARTHEST = 120;
/** Kinds that ask for something to be done; reports and minutes tell of what was asked. */
const ASKING: ReadonlySet<Piece['kind']> = new Set<Piece['kind']>([
  'notice',
  'letter',
  'request',
  'proclamation',
  'announcement',
  'opinion',
  'reply',
]);

interface Ahead {
  readonly span: Span;
  readonly year: number | undefined;
  readonly month: number;
  readonly day: number;
  readonly asked: boolean;
}

const aheadIn = collectDated((block): readonly Ahead[] => {
  if (!/[于在前]/.test(block.text)) return [];
  const text = unquoted(block);
  if (BEHIND.test(text)) return [];
  const asked = [...text.matchAll(AHEAD)];
  const reported = [...text.matchAll(REPORTED)].filter(({ index, 0: words }) =>
    asked.every((each) => index + words.length <= each.index || index >= each.index + each[0].length),
  );
  return [...asked, ...reported].flatMap((match) => {
    const { ask, year, month, date, before } = match.groups ?? {};
    const [start] = match.indices?.groups?.day ?? [match.index];
    const [, end] = match.indices?.groups?.day ?? [0, match.index + match[0].length];
    // 请于3月1日报送 names the day itself, and may be said of an appointment long made
    if (ask && !before) return [];
    return {
      span: { start: year ? (match.indices?.groups?.year?.[0] ?? start) : start, end },
      year: year === undefined ? undefined : Number(year),
      month: Number(month),
      day: Number(date),
      asked: ask !== undefined,
    };
  });
});

/** What a piece issued on a day asks for before that day. */
export function* pastDeadlines(draft: Draft, piece: Piece, issued: DatedLine): Iterable<DocumentFinding> {
  if (!ASKING.has(piece.kind)) return;
  for (const { index, block, items } of aheadIn(draft, piece)) {
    for (const { span, year, month, day, asked } of items) {
      const due: Day = { year: year ?? issued.day.year, month, day };
      const late = serial(issued.day) - serial(due);
      if (!isDay(due.year, month, day) || late <= 0 || (year === undefined && late > FARTHEST)) continue;
      yield {
        block: index,
        span,
        message: `${asked ? '办理期限' : '所定日期'}“${block.text.slice(span.start, span.end)}”早于成文日期${written(issued.day)}`,
        related: [{ block: issued.block, span: issued.span, message: '成文日期' }],
      };
    }
  }
}
