/** Holiday notices against themselves and the arrangement for the year: 10月1日至7日放假，共8天; 10月11日（星期日）上班. */
import calendar from 'chinese-days/dist/chinese-days.json';
import type { Draft, Piece } from '../../document/types';
import { parseHanNumeral } from '../../text/chars';
import type { Span } from '../../text/span';
import { isDay, weekdayOf } from '../form/_dates';
import { choices } from '../report';
import type { DocumentFinding } from '../types';
import { collectDated, type DatedLine, type Day, dayAt, possibleYears, serial, unquoted } from './_lines';

const HOLIDAYS: Readonly<Record<string, string>> = calendar.holidays;
const WORKDAYS: Readonly<Record<string, string>> = calendar.workdays;
const NAME = '(?:元旦|春节|清明节?|劳动节|端午节?|中秋节?|国庆节?)';
const DAY = '(?:(?<year>20\\d{2})年)?(?<month>\\d{1,2})月(?<day>\\d{1,2})日(?:[（(][^（）()]{1,12}[）)])?';
const UNTIL = '[至到—~～－-]{1,2}(?:(?<toMonth>\\d{1,2})月)?(?<toDay>\\d{1,2})日(?:[（(][^（）()]{1,12}[）)])?';
/** 国庆节：10月1日（星期四）至7日（星期三）放假调休，共7天 */
const BREAK = new RegExp(
  `(?:(?<names>${NAME}(?:[、和]${NAME})*)(?:放假|假期)?(?:时间)?[：:，]?(?:为|自|从)?)?(?<range>${DAY}${UNTIL})[^。；\\d]{0,6}?(?:放假(?:调休)?|休息|调休)(?:[，,]?(?:一共|共计|共)(?<count>\\d{1,2}|[一二三四五六七八九十]{1,2})天)?`,
  'dg',
);
/** 9月27日（星期日）、10月10日（星期六）上班 */
const AT_WORK =
  /(?<days>(?:\d{1,2}月\d{1,2}日[（(](?:星期|周)[六日天][）)][、和，及]?)+)(?:均|都)?(?:正常|照常|调休)?(?:上班|补班)/dg;
const WEEKEND = /(?<month>\d{1,2})月(?<day>\d{1,2})日[（(](?:星期|周)(?<name>[六日天])[）)]/g;

interface Break {
  readonly names: readonly string[];
  readonly span: Span;
  readonly year: number | undefined;
  readonly first: Omit<Day, 'year'>;
  readonly last: Omit<Day, 'year'>;
  readonly count: { readonly value: number; readonly span: Span } | undefined;
}

interface AtWork extends Omit<Day, 'year'> {
  readonly name: string;
  readonly span: Span;
}

const breaksIn = collectDated((block): readonly Break[] => {
  if (!['放假', '休息', '调休'].some((word) => block.text.includes(word))) return [];
  return [...unquoted(block).matchAll(BREAK)].map((match) => {
    const { names = '', year, month, day, toMonth, toDay, count } = match.groups ?? {};
    const [start = 0, end = 0] = match.indices?.groups?.range ?? [];
    const [from = 0, to = 0] = match.indices?.groups?.count ?? [];
    const value = count === undefined ? undefined : /\d/.test(count) ? Number(count) : parseHanNumeral(count);
    return {
      names: names === '' ? [] : names.split(/[、和]/).map((name) => name.slice(0, 2)),
      span: { start, end },
      year: year === undefined ? undefined : Number(year),
      first: { month: Number(month), day: Number(day) },
      last: { month: Number(toMonth ?? month), day: Number(toDay) },
      count: value === undefined ? undefined : { value, span: { start: from, end: to } },
    };
  });
});

const atWorkIn = collectDated((block): readonly AtWork[] => {
  if (!block.text.includes('上班') && !block.text.includes('补班')) return [];
  return [...unquoted(block).matchAll(AT_WORK)].flatMap((match) => {
    const [at = 0] = match.indices?.groups?.days ?? [];
    return [...(match.groups?.days ?? '').matchAll(WEEKEND)].map(({ index, 0: words, groups }) => ({
      month: Number(groups?.month),
      day: Number(groups?.day),
      name: (groups?.name ?? '').replace('天', '日'),
      span: { start: at + index, end: at + index + words.length },
    }));
  });
});

export function* wrongHolidays(draft: Draft, piece: Piece, issued: DatedLine | undefined): Iterable<DocumentFinding> {
  for (const { index, items } of breaksIn(draft, piece))
    for (const each of items) yield* wrongBreak(index, each, issued);
  for (const { index, items } of atWorkIn(draft, piece)) {
    for (const { month, day, name, span } of items) {
      if (!issued || !isDay(issued.day.year, month, day)) continue;
      const year = possibleYears(issued.day, month, day).find((each) => weekdayOf(each, month, day) === name);
      if (year === undefined || !isKnown(year) || key({ year, month, day }) in WORKDAYS) continue;
      yield {
        block: index,
        span,
        severity: 'info',
        message: `国务院办公厅公布的${year}年放假安排中，${month}月${day}日不上班`,
      };
    }
  }
}

function* wrongBreak(block: number, { names, span, year, first, last, count }: Break, issued: DatedLine | undefined) {
  const years = year !== undefined ? [year] : issued ? possibleYears(issued.day, first.month, first.day) : [];
  const [own = 2001] = years;
  const [from, to] = [
    { year: own, ...first },
    { year: own + (last.month < first.month ? 1 : 0), ...last },
  ];
  if (!isDay(own, first.month, first.day) || !isDay(to.year, last.month, last.day)) return;
  const length = serial(to) - serial(from) + 1;
  if (count && length > 0 && length !== count.value) {
    const found: DocumentFinding = {
      block,
      span: count.span,
      message: `${first.month}月${first.day}日至${last.month}月${last.day}日是${length}天，不是${count.value}天`,
      related: [{ block, span, message: '放假的起止日期' }],
      fixes: choices(count.span, String(length)),
    };
    yield found;
  }
  const arranged = years.flatMap((each) => arrangementOf(names, each));
  if (arranged.length === 0 || arranged.length < years.length) return;
  if (arranged.some(({ from, to }) => isOn(from, first) && isOn(to, last))) return;
  const [official] = arranged;
  if (!official) return;
  const found: DocumentFinding = {
    block,
    span,
    severity: 'info',
    message: `国务院办公厅公布的${official.from.year}年${names.join('、')}放假时间是${official.from.month}月${official.from.day}日至${official.to.month}月${official.to.day}日`,
  };
  yield found;
}

function isOn(one: Day, other: Omit<Day, 'year'>): boolean {
  return one.month === other.month && one.day === other.day;
}

/** From the first day to the last that the festivals of a year are kept; nothing where the year is not known. */
function arrangementOf(names: readonly string[], year: number): { readonly from: Day; readonly to: Day }[] {
  if (names.length === 0 || !isKnown(year)) return [];
  const days = Object.entries(HOLIDAYS)
    .filter(([day, holiday]) => day.startsWith(`${year}-`) && names.some((name) => holiday.includes(name)))
    .map(([day]) => Date.parse(day) / 86_400_000);
  if (days.length === 0) return [];
  return [{ from: dayAt(Math.min(...days)), to: dayAt(Math.max(...days)) }];
}

function isKnown(year: number): boolean {
  return `${year}-10-01` in HOLIDAYS;
}

function key({ year, month, day }: Day): string {
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}
