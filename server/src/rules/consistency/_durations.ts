/** How long something lasts, against its first and last day: 5月6日至9日，为期4天; 公示5个工作日; 为期3个月. */
import calendar from 'chinese-days/dist/chinese-days.json';
import type { Draft, Piece } from '../../document/types';
import { parseHanNumeral } from '../../text/chars';
import type { Span } from '../../text/span';
import { isDay } from '../form/_dates';
import { choices } from '../report';
import type { DocumentFinding } from '../types';
import { collectDated, type DatedLine, type Day, dayAt, serial, unquoted } from './_lines';

const HOLIDAYS: Readonly<Record<string, string>> = calendar.holidays;
const WORKDAYS: Readonly<Record<string, string>> = calendar.workdays;

const IN_BRACKETS = '(?:[（(][^（）()\\d]{1,6}[）)])?';
const DAYS = `(?:(?<year>20\\d{2})年)?(?<month>\\d{1,2})月(?<day>\\d{1,2})日${IN_BRACKETS}(?:起|开始)?(?:——|[至到—–~～－-])(?:(?<toYear>20\\d{2})年)?(?:(?<toMonth>\\d{1,2})月)?(?<toDay>\\d{1,2})日${IN_BRACKETS}`;
const LENGTH = '(?<count>\\d{1,3}|[两一二三四五六七八九十]{1,3})(?<unit>天|个工作日|个月|年)(?!以[上内]|左右|半)';
const LASTING = '(?:为期|历时|为时|会期|共计?|一共|任期)';
/** 5月6日至9日举行，为期4天; 5月6日至10日（5个工作日） */
const BEHIND = new RegExp(
  `(?<!\\d)(?<range>${DAYS})(?:止|结束|举行|举办|进行|开展|召开)?(?:[，,]?${LASTING}|[（(]${LASTING}?)${LENGTH}`,
  'dg',
);
/** 5月6日至9日组织职工赴外地疗养，为期4天。 */
const LATER = new RegExp(
  `(?<!\\d)(?<range>${DAYS})[^，。；：\\d（）()]{3,30}[，,](?:为期|历时|为时|会期)${LENGTH}(?=[，。；）])`,
  'dg',
);
/** 为期4天（5月6日至9日） */
const BEFORE = new RegExp(
  `(?:为期|历时|为时|会期|任期|公示期|有效期|试行期|聘期|服务期|期限)(?:为|是)?${LENGTH}[（(，,：:](?:时间)?(?:为|从|自)?(?<range>${DAYS})(?!\\d)`,
  'dg',
);
/** 自2026年5月1日起施行，有效期3年，至2029年4月30日止 */
const BETWEEN = new RegExp(
  `(?<!\\d)(?<range>(?<year>20\\d{2})年(?<month>\\d{1,2})月(?<day>\\d{1,2})日起(?:施行|执行|实施|生效|试行)?[，,](?:有效期|试行期|施行期|聘期|合同期限?)(?:为|限)?${LENGTH}[，,]?[至到](?<toYear>20\\d{2})年(?<toMonth>\\d{1,2})月(?<toDay>\\d{1,2})日)`,
  'dg',
);
/** What takes days that are not counted, or half a day. */
const UNCOUNTED = /报到|离会|返程|撤离|半天|不含|不计|除外|扣除|休息|双休|周末|节假日|每|累计|实际|其中/;
/** The first and the last day may be counted as one from here on. */
const LONG = 10;

interface Lasting {
  readonly span: Span;
  readonly words: string;
  readonly count: number;
  readonly unit: string;
  readonly range: Span;
  readonly year: number | undefined;
  readonly first: Omit<Day, 'year'>;
  readonly toYear: number | undefined;
  readonly last: Omit<Day, 'year'>;
}

const TRACE =
  /为期|历时|为时|会期|任期|公示期|有效期|试行期|聘期|服务期|合同期|期限|日[^，。；]{0,10}[，（(](?:共|一共)?[\d两一二三四五六七八九十]{1,3}(?:天|个)/;

const lastingIn = collectDated((block): readonly Lasting[] => {
  if (!TRACE.test(block.text)) return [];
  const text = unquoted(block);
  return [BEHIND, LATER, BEFORE, BETWEEN].flatMap((pattern) =>
    [...text.matchAll(pattern)].flatMap((match) => {
      const { year, month, day, toYear, toMonth, toDay, count = '', unit = '' } = match.groups ?? {};
      const [start = 0, end = 0] = match.indices?.groups?.count ?? [];
      const [from = 0, to = 0] = match.indices?.groups?.range ?? [];
      const value = /\d/.test(count) ? Number(count) : count === '两' ? 2 : parseHanNumeral(count);
      if (value === undefined || UNCOUNTED.test(sentenceAround(text, match.index))) return [];
      return {
        span: { start, end: end + unit.length },
        words: count + unit,
        count: value,
        unit,
        range: { start: from, end: to },
        year: year === undefined ? undefined : Number(year),
        first: { month: Number(month), day: Number(day) },
        toYear: toYear === undefined ? undefined : Number(toYear),
        last: { month: Number(toMonth ?? month), day: Number(toDay) },
      };
    }),
  );
});

function sentenceAround(text: string, at: number): string {
  const end = text.indexOf('。', at);
  return text.slice(text.lastIndexOf('。', at) + 1, end < 0 ? undefined : end);
}

export function* wrongDurations(draft: Draft, piece: Piece, issued: DatedLine | undefined): Iterable<DocumentFinding> {
  for (const { index, block, items } of lastingIn(draft, piece)) {
    for (const lasting of items) {
      const year = lasting.year ?? issued?.day.year;
      const from = { year: year ?? 2001, ...lasting.first };
      const to = { year: lasting.toYear ?? from.year, ...lasting.last };
      if (!isDay(from.year, from.month, from.day) || !isDay(to.year, to.month, to.day)) continue;
      const right = rightLength(lasting, from, to, year !== undefined);
      if (right === undefined) continue;
      const { range, span, words } = lasting;
      const shown = block.text.slice(range.start, range.end);
      yield {
        block: index,
        span,
        message: `“${shown}”是${right}，这里写“${words}”`,
        related: [{ block: index, span: range, message: '起止日期' }],
        fixes: choices(span, right),
      };
    }
  }
}

/** What it should be; `undefined` where it may be as it says. */
function rightLength({ count, unit }: Lasting, from: Day, to: Day, isDated: boolean): string | undefined {
  const days = serial(to) - serial(from) + 1;
  if (days < 1) return undefined;
  if (unit === '天') {
    const isNear = count === days || (days >= LONG && Math.abs(count - days) === 1);
    return isNear || (isDated && count === workingDays(from, days)) ? undefined : `${days}天`;
  }
  if (unit === '个工作日') {
    // 5个工作日 may end on a Sunday
    const working = isDated ? workingDays(from, days) : days;
    return working === undefined || count <= working ? undefined : isDated ? `${working}个工作日` : `${days}天`;
  }
  const months = days / 30.44;
  const length = unit === '年' ? months / 12 : months;
  const right = Math.round(length);
  return Math.abs(length - count) < 0.7 || Math.abs(length - right) > 0.15 || right === 0
    ? undefined
    : `${right}${unit}`;
}

/** Weekdays that are no holidays and days worked in the stead of others; `undefined` where the arrangement of the year is not known. */
function workingDays(from: Day, days: number): number | undefined {
  if (!(`${from.year}-10-01` in HOLIDAYS)) return undefined;
  const first = serial(from);
  return Array.from({ length: days }, (_, later) => first + later).filter(isWorkingDay).length;
}

function isWorkingDay(at: number): boolean {
  const { year, month, day } = dayAt(at);
  const key = `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
  const weekday = new Date(at * 86_400_000).getUTCDay();
  return key in WORKDAYS || (weekday > 0 && weekday < 6 && !(key in HOLIDAYS));
}
