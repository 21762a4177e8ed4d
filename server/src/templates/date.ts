/** Calendar dates: read in any usual form, written in digits or in Chinese numerals. */
import { parseHanNumeral, toHanNumeral } from '../text/chars';

const DIGITS = '〇一二三四五六七八九';
const WEEKDAYS = '日一二三四五六';
const DAY_MS = 86_400_000;

/** A day of the calendar, without time or time zone. Printed, it is 2026年11月22日. */
export class CalendarDate {
  private constructor(
    readonly year: number,
    readonly month: number,
    readonly day: number,
  ) {}

  /** The day, or `undefined` when the calendar has no such day: 2026年2月30日. */
  static of(year: number, month: number, day: number): CalendarDate | undefined {
    const date = new Date(Date.UTC(year, month - 1, day));
    const exists = date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
    return exists && year >= 1900 && year <= 2199 ? new CalendarDate(year, month, day) : undefined;
  }

  /** The day on the clock of this machine. */
  static today(now = new Date()): CalendarDate {
    return new CalendarDate(now.getFullYear(), now.getMonth() + 1, now.getDate());
  }

  plus(days: number): CalendarDate {
    const date = new Date(Date.UTC(this.year, this.month - 1, this.day) + days * DAY_MS);
    return new CalendarDate(date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate());
  }

  /** 2026年11月22日 */
  toString(): string {
    return `${this.year}年${this.month}月${this.day}日`;
  }

  /** 二〇二六年十一月二十二日 */
  inHan(): string {
    const year = [...String(this.year)].map((digit) => DIGITS[Number(digit)]).join('');
    return `${year}年${toHanNumeral(this.month)}月${toHanNumeral(this.day)}日`;
  }

  /** 星期日 */
  weekday(): string {
    return `星期${WEEKDAYS[new Date(Date.UTC(this.year, this.month - 1, this.day)).getUTCDay()]}`;
  }
}

/** 今天, 明天, 今天+7, 今天-3天 */
const RELATIVE = /^(?<word>今天|今日|明天|明日|后天|昨天|昨日)(?:(?<sign>[+-])(?<days>\d{1,3})天?)?$/;
const FROM_TODAY: Readonly<Record<string, number>> = { 今: 0, 明: 1, 后: 2, 昨: -1 };
/** 2026年11月22日, 2026-11-22, 2026.11.22, 26/11/22; without a year 11月22日, 11-22. */
const WRITTEN = /^(?:(?<year>\d{4}|\d{2})[年./-])?(?<month>\d{1,2})[月./-](?<day>\d{1,2})[日号]?$/;
/** 20261122 */
const COMPACT = /^(?<year>\d{4})(?<month>\d{2})(?<day>\d{2})$/;
/** 二〇二六年十一月二十二日 */
const IN_HAN =
  /^(?:(?<year>[〇○零一二三四五六七八九]{4})年)?(?<month>[一二三四五六七八九十]{1,2})月(?<day>[一二三四五六七八九十]{1,3})[日号]?$/;

/** A date as typed; a year left out is that of `today`. `undefined` when it is no date or no such day exists. */
export function parseDate(typed: string, today: CalendarDate): CalendarDate | undefined {
  const text = typed.normalize('NFKC').replace(/\s/g, '').replace(/[–—−]/g, '-');
  if (text.length > 20) return undefined;
  const relative = RELATIVE.exec(text)?.groups;
  if (relative) {
    const days = Number(relative.days ?? 0) * (relative.sign === '-' ? -1 : 1);
    return today.plus((FROM_TODAY[relative.word?.[0] ?? ''] ?? 0) + days);
  }
  const parts = (WRITTEN.exec(text) ?? COMPACT.exec(text))?.groups;
  if (parts) return CalendarDate.of(yearOf(parts.year, today), Number(parts.month), Number(parts.day));
  const han = IN_HAN.exec(text)?.groups;
  if (!han) return undefined;
  const month = parseHanNumeral(han.month ?? '');
  const day = parseHanNumeral(han.day ?? '');
  if (month === undefined || day === undefined) return undefined;
  return CalendarDate.of(yearOf(han.year && digitsOf(han.year), today), month, day);
}

/** 今年, 去年, 明年+1; 本年度 */
const RELATIVE_YEAR = /^(?<word>今年|去年|明年|本年度)(?:(?<sign>[+-])(?<years>\d{1,2}))?$/;
const FROM_THIS_YEAR: Readonly<Record<string, number>> = { 今年: 0, 去年: -1, 明年: 1 };
/** Until this month is over, summaries and reports are about the year before. */
const LAST_MONTH_OF_SUMMARIES = 3;

/** A year reckoned from today; 本年度 is the year whose work is being summed up. `undefined` for anything else. */
export function parseRelativeYear(typed: string, today: CalendarDate): number | undefined {
  const { word = '', sign, years } = RELATIVE_YEAR.exec(typed.normalize('NFKC').trim())?.groups ?? {};
  if (word === '') return undefined;
  const before = word === '本年度' && today.month <= LAST_MONTH_OF_SUMMARIES ? -1 : 0;
  return today.year + (FROM_THIS_YEAR[word] ?? before) + Number(years ?? 0) * (sign === '-' ? -1 : 1);
}

function yearOf(year: string | undefined, today: CalendarDate): number {
  if (!year) return today.year;
  return year.length === 2 ? 2000 + Number(year) : Number(year);
}

function digitsOf(year: string): string {
  return [...year.replace(/[○零]/g, '〇')].map((character) => DIGITS.indexOf(character)).join('');
}
