/** Dates in their usual forms: 2026年11月22日, 二〇二六年十一月二十二日, 2026-11-22, 2026.11.22; years and months alone too. */
import { CalendarDate, parseDate } from '../../templates/date';
import { parseHanNumeral, toHanNumeral } from '../../text/chars';
import { formsOf, type Rewriting } from './conversion';
import { fromDigits, toDigits } from './numerals';

const YEAR = '[〇○零一二三四五六七八九]{4}';
const SMALL = '[一二三四五六七八九十]{1,3}';
/** 2026年11月22日; 2026-11-22; 二〇二六年十一月二十二日 */
const DAY = new RegExp(
  `(?<![\\d./-])\\d{4}(?:年\\d{1,2}月\\d{1,2}日|([-./])\\d{1,2}\\1\\d{1,2}(?![\\d./-]))|${YEAR}年${SMALL}月${SMALL}日`,
  'g',
);
/** 2026年11月, 二〇二六年十一月, 2026年, 二〇二六年 */
const MONTH = new RegExp(
  `(?<![\\d—～~-])(?<year>\\d{4}|${YEAR})年(?:(?<month>\\d{1,2}|${SMALL})月(?![\\d一二三四五六七八九十]))?`,
  'g',
);

/** The dates of a line, each with its other forms. */
export function datesIn(line: string): Rewriting[] {
  const days = [...line.matchAll(DAY)].flatMap((match) => day(match[0], match.index));
  const months = [...line.matchAll(MONTH)].flatMap((match) => month(match));
  return [...days, ...months.filter(({ start, end }) => days.every((each) => end <= each.start || start >= each.end))];
}

/** A day that is in no calendar has no other form, and what it is made of has none either. */
function day(words: string, start: number): Rewriting[] {
  const date = parseDate(words, CalendarDate.today());
  if (!date) return [{ start, end: start + words.length, kind: 'date', forms: [] }];
  const two = (value: number) => String(value).padStart(2, '0');
  const { year, month, day: of } = date;
  const iso = `${year}-${two(month)}-${two(of)}`;
  const forms = formsOf(words, String(date), date.inHan(), iso, `${year}.${month}.${of}`);
  return [{ start, end: start + words.length, kind: 'date', forms }];
}

function month({ 0: words, index, groups }: RegExpExecArray): Rewriting[] {
  const { year = '', month } = groups ?? {};
  const digits = /\d/.test(year);
  if (month !== undefined && /\d/.test(month) !== digits) return [];
  const number = month === undefined ? undefined : digits ? Number(month) : parseHanNumeral(month);
  if (month !== undefined && (number === undefined || number < 1 || number > 12)) return [];
  const other = digits ? toDigits(year) : fromDigits(year);
  const of = number === undefined ? '' : `${digits ? toHanNumeral(number) : number}月`;
  return [{ start: index, end: index + words.length, kind: 'date', forms: formsOf(words, `${other}年${of}`) }];
}
