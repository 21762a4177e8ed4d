/** Ranges of days, years and hours that end before they begin: 3月5日至3月1日, 14:00至11:30. */
import { matchSpan } from '../../text/span';
import { collect } from '../collect';
import { isDay } from '../form/_dates';
import { choices } from '../report';
import type { Finding } from '../types';
import { serial, tellsFigures, unquoted } from './_lines';

const TO = '(?:——|[至到—–~～－-])';
const WEEKDAY = '(?:[（(](?:星期|周)[一二三四五六日天][）)])?';
/** 2026年3月5日（星期四）至3月1日, 3月25日至3日 */
const DAYS = new RegExp(
  `(?<![\\d.])(?:(?<year>(?:19|20)\\d{2})年)?(?<month>\\d{1,2})月(?<day>\\d{1,2})日?${WEEKDAY}${TO}(?:(?<toYear>(?:19|20)\\d{2})年)?(?:(?<toMonth>\\d{1,2})月)?(?<toDay>\\d{1,2})日`,
  'g',
);
/** 自2024年1月1日起施行，有效期至2023年12月31日 */
const VALID =
  /自(?<year>20\d{2})年(?<month>\d{1,2})月(?<day>\d{1,2})日起[^。；\d]{0,16}[至到](?<toYear>20\d{2})年(?<toMonth>\d{1,2})月(?<toDay>\d{1,2})日/g;
/** 2026年5月至2026年3月 */
const MONTHS = new RegExp(
  `(?<!\\d)(?<year>(?:19|20)\\d{2})年(?<month>\\d{1,2})月份?(?:开始|起)?[，,]?${TO}(?<toYear>(?:19|20)\\d{2})年(?<toMonth>\\d{1,2})月(?!\\d)`,
  'g',
);
/** 2026—2024年 */
const YEARS = new RegExp(
  `(?<![\\d.])(?<year>(?:19|20)\\d{2})年?${TO}(?<toYear>(?:19|20)\\d{2})(?:年|(?=[）)学]))`,
  'g',
);
const HALF = '(?:上午|下午|中午|晚上|晚|早上|早|凌晨)?';
/** 14:00至11:30, 下午2时30分—5时 */
const HOURS = new RegExp(
  `(?<!\\d[:：]|[\\d.])(?<half>${HALF})(?<hour>\\d{1,2})(?:[:：](?<minute>\\d{2})|[时点](?:(?<minutes>\\d{1,2})分)?)${TO}(?<toHalf>${HALF})(?<toHour>\\d{1,2})(?:[:：](?<toMinute>\\d{2})|[时点](?:(?<toMinutes>\\d{1,2})分)?)(?![\\d:：])`,
  'g',
);
/** A night, a stay in a hotel and a feast of another calendar end as they like. */
const OTHER_CALENDAR = /农历|阴历|旧历|每年|学年|年度|冬春|采暖|供暖|供热|休渔|禁渔/;
const OVERNIGHT = /次日|翌日|第二天|夜|通宵|入住|退房|值班|轮班|倒班|24小时/;

/** 至3日, —下午5时 */
const TRACE = /[至到—–~～－-][\d上下中晚早凌]/;

/** Of one block, whatever stands around it. */
export const ranges = collect((block): readonly Finding[] => {
  if (!TRACE.test(block.text)) return [];
  const text = unquoted(block);
  return [...days(text), ...validity(text), ...months(text), ...years(text), ...hours(text)];
}, tellsFigures);

function* days(text: string): Iterable<Finding> {
  for (const match of text.matchAll(DAYS)) {
    const { year, month, day, toYear, toMonth, toDay } = numbers(match);
    const near = text.slice(Math.max(0, match.index - 12), match.index);
    if (month === undefined || day === undefined || toDay === undefined || OTHER_CALENDAR.test(near)) continue;
    const last = toMonth ?? month;
    // 12月25日至1月5日 and 12月25日至2027年1月5日 run on into the next year; what lies in one month surely does not
    const sameYear =
      year !== undefined && toYear !== undefined ? year : last === month ? (year ?? toYear ?? 2000) : undefined;
    if (
      sameYear === undefined &&
      isSlipOfMonth(month, day, last, toDay) &&
      year !== undefined &&
      toYear === undefined
    ) {
      yield told(match);
      continue;
    }
    if (sameYear === undefined || !isDay(year, month, day) || !isDay(toYear, last, toDay)) continue;
    const from = serial({ year: sameYear, month, day });
    if (from <= serial({ year: toYear ?? sameYear, month: last, day: toDay })) continue;
    yield told(match, toYear === undefined && toMonth === month ? swapped(match) : undefined);
  }
}

/** 5月1日至4月20日 runs on for a year but some days, which nothing does but what runs for a whole year, or a school year. */
function isSlipOfMonth(month: number, day: number, toMonth: number, toDay: number): boolean {
  if (toMonth >= month || month > 7 || !isDay(undefined, month, day) || !isDay(undefined, toMonth, toDay)) return false;
  const length = serial({ year: 2002, month: toMonth, day: toDay }) - serial({ year: 2001, month, day }) + 1;
  return length > 270 && Math.abs(length - 365) > 2;
}

function* validity(text: string): Iterable<Finding> {
  for (const match of text.matchAll(VALID)) {
    const { year = 0, month = 1, day = 1, toYear = 0, toMonth = 1, toDay = 1 } = numbers(match);
    if (serial({ year, month, day }) > serial({ year: toYear, month: toMonth, day: toDay })) yield told(match);
  }
}

function* months(text: string): Iterable<Finding> {
  for (const match of text.matchAll(MONTHS)) {
    const { year = 0, month = 0, toYear = 0, toMonth = 0 } = numbers(match);
    if (year * 12 + month > toYear * 12 + toMonth && month <= 12 && toMonth <= 12) yield told(match, swapped(match));
  }
}

function* years(text: string): Iterable<Finding> {
  for (const match of text.matchAll(YEARS)) {
    const { year = 0, toYear = 0 } = numbers(match);
    if (year > toYear) yield told(match);
  }
}

function* hours(text: string): Iterable<Finding> {
  for (const match of text.matchAll(HOURS)) {
    const { hour = 0, minute, minutes, toHour = 0, toMinute, toMinutes } = numbers(match);
    const { half = '', toHalf = '' } = match.groups ?? {};
    const from = clock(half, hour) + (minute ?? minutes ?? 0) / 60;
    const to = clock(toHalf === '' && hour <= toHour ? half : toHalf, toHour) + (toMinute ?? toMinutes ?? 0) / 60;
    // 20:00至8:00 is a night; what ends at 10 or later, or begins before four, is none
    const night = from >= 16 && to < 10;
    if (from <= to || to < 7 || night || from > 24 || OVERNIGHT.test(text)) continue;
    yield told(match);
  }
}

/** 下午2 is 14; 12 stays what it is. */
function clock(half: string, hour: number): number {
  const afternoon = /^[下晚]/.test(half) || (half === '中午' && hour < 6);
  return afternoon && hour < 12 ? hour + 12 : hour;
}

function numbers(match: RegExpExecArray): Readonly<Partial<Record<string, number>>> {
  return Object.fromEntries(
    Object.entries(match.groups ?? {}).flatMap(([name, value]) =>
      value !== undefined && /^\d+$/.test(value) ? [[name, Number(value)]] : [],
    ),
  );
}

/** Both ends in the other order; the year that stands before the first is that of both. */
function swapped(match: RegExpExecArray): string | undefined {
  const { year, toYear } = match.groups ?? {};
  const parts = new RegExp(`^(.+?)(${TO})(.+)$`).exec(match[0]);
  if (!parts || /[，,起始]/.test(match[0])) return undefined;
  const [, first = '', to = '', last = ''] = parts;
  const shared = year !== undefined && toYear === undefined ? `${year}年` : '';
  return `${shared}${last}${to}${first.slice(shared.length)}`;
}

function told(match: RegExpExecArray, right?: string): Finding {
  const span = matchSpan(match);
  return {
    span,
    message: `“${match[0]}”的止期早于起期`,
    ...(right === undefined ? {} : { fixes: choices(span, right) }),
  };
}
