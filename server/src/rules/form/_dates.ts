/** Days of the calendar, and dates as drafts write them. */

/** True for a day that is in the calendar; without a year, 29 February is one. */
export function isDay(year: number | undefined, month: number, day: number): boolean {
  if (month < 1 || month > 12 || day < 1) return false;
  const last = new Date(Date.UTC(year ?? 2000, month, 0)).getUTCDate();
  return day <= last;
}

const WEEKDAYS = '日一二三四五六';

/** 一 for Monday … 日 for Sunday. */
export function weekdayOf(year: number, month: number, day: number): string {
  return WEEKDAYS[new Date(Date.UTC(year, month - 1, day)).getUTCDay()] ?? '';
}

const DIGITS = '〇一二三四五六七八九';

/** 二〇二六, 二○二六, 二零二六 as a number. */
export function hanYear(text: string): number {
  return Number([...text].map((digit) => Math.max(0, DIGITS.indexOf(digit))).join(''));
}

/** 元, 三, 十二, 二十一, 廿一, 三十 as a number. */
export function hanNumber(text: string): number {
  if (text === '元') return 1;
  const [tens, ones] = text.replace('廿', '二十').replace('卅', '三十').split('十');
  const digit = (character: string | undefined) => Math.max(0, DIGITS.indexOf(character ?? ''));
  if (ones === undefined) return digit(tens);
  return (tens ? digit(tens) : 1) * 10 + (ones ? digit(ones) : 0);
}
