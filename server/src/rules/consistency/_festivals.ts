/** Feasts and the days on which they fall: 春节（2月10日）, 2026年9月25日（中秋节）, 国庆节放假10月2日至8日. */
import type { Draft, Piece } from '../../document/types';
import type { Span } from '../../text/span';
import { isDay } from '../form/_dates';
import { choices } from '../report';
import { readTable, wordsOf } from '../table';
import type { DocumentFinding } from '../types';
import { plannedYear } from './_issue-years';
import { collectDated, type DatedLine, type Day, dayAt, possibleYears, serial, unquoted, written } from './_lines';

interface Festival {
  readonly calendar: string;
  readonly month: number;
  readonly day: number;
}

const FESTIVALS = new Map(
  readTable('consistency/festivals').flatMap((row) =>
    wordsOf(row('name')).map((name): readonly [string, Festival] => [
      name,
      { calendar: row('calendar'), month: Number(row('month')), day: Number(row('day')) },
    ]),
  ),
);
const NAMES = [...FESTIVALS.keys()].sort((a, b) => b.length - a.length).join('|');
const NAME = new RegExp(NAMES);
const DAY = '(?:(?<year>(?:19|20)\\d{2})年)?(?<month>\\d{1,2})月(?<day>\\d{1,2})日';
const UNTIL = '(?:[至到—~～－-]{1,2}(?:(?<toMonth>\\d{1,2})月)?(?<toDay>\\d{1,2})日)?';
/** 春节（2月10日）, 国庆节（10月1日至7日）, 春节假期（2026年2月15日至23日） */
const DAY_BEHIND = new RegExp(
  `(?:(?<of>(?:19|20)\\d{2})年)?(?<name>${NAMES})(?<during>假期|放假|期间)?[（(]即?(?<date>${DAY}${UNTIL})[，、）)（(]`,
  'dg',
);
/** 2月10日（春节）, 9月25日（星期五，中秋节）; the festival in brackets is the day. */
const NAME_BEHIND = new RegExp(
  `(?<![至到—~～－\\d-])(?<date>${DAY})[（(](?:(?:星期|周).[，、])?(?<name>${NAMES})[，、）)]`,
  'dg',
);

/** 10月12日重阳节当天, 10月12日是重阳节 */
const NAME_AT_ONCE = new RegExp(
  `(?<![至到—~～－\\d-])(?<date>${DAY})(?:是|适逢|恰逢|正值)?(?:第\\d{1,3}个)?(?<name>${NAMES})(?=当[天日晚]|这一?天|组织|举办|开展|[，。；])`,
  'dg',
);
/** 2026年春节是2月17日， */
const NAME_FIRST = new RegExp(
  `(?:(?<of>(?:19|20)\\d{2})年的?)?(?<name>${NAMES})(?:是|为|在)(?<date>${DAY})(?![至到—~～－-])(?=[，。；（(]|星期|周)`,
  'dg',
);

interface Named {
  readonly name: string;
  readonly span: Span;
  readonly year: number | undefined;
  readonly month: number;
  readonly day: number;
  /** 假期, 放假, 期间 behind the name: the days are some of the holiday, or all. */
  readonly during: string | undefined;
  readonly until: { readonly month: number; readonly day: number } | undefined;
}

const FIRST = [...new Set([...FESTIVALS.keys()].map(([first]) => first))].join('');
/** （2月10日, 9月25日（, 9月10日教师节, 春节是2月17日 */
const TRACE = new RegExp(
  `[（(](?:即|20\\d\\d年)?\\d{1,2}月|日[（(]|\\d日(?:是|适逢|恰逢|正值)?(?:第\\d{1,3}个)?[${FIRST}]|[是为在](?:20\\d\\d年)?\\d{1,2}月\\d`,
);

const festivalsIn = collectDated((block): readonly Named[] => {
  if (!TRACE.test(block.text) || !NAME.test(block.text)) return [];
  const text = unquoted(block);
  return [DAY_BEHIND, NAME_BEHIND, NAME_AT_ONCE, NAME_FIRST].flatMap((pattern) =>
    [...text.matchAll(pattern)].map((match) => {
      const { name = '', during, of, year = of, month, day, toMonth, toDay } = match.groups ?? {};
      const [start = 0, end = 0] = match.indices?.groups?.date ?? [];
      return {
        name,
        during,
        span: { start, end },
        year: year === undefined ? undefined : Number(year),
        month: Number(month),
        day: Number(day),
        until: toDay === undefined ? undefined : { month: Number(toMonth ?? month), day: Number(toDay) },
      };
    }),
  );
});

/** Made when it is first needed, for that takes as long as reading a draft. */
let lunar: Intl.DateTimeFormat | undefined;

/** 农历 of a day: `1/15`; ICU counts it, and 2bis is a leap month. */
function lunarDay(date: Day, later = 0): string {
  lunar ??= new Intl.DateTimeFormat('en-u-ca-chinese', { month: 'numeric', day: 'numeric', timeZone: 'UTC' });
  return lunar.format(new Date((serial(date) + later) * 86_400_000));
}

function isFestival({ calendar, month, day }: Festival, date: Day): boolean {
  if (calendar === '公历') return date.month === month && date.day === day;
  if (calendar === '节气') return date.month === month && date.day === clearAndBright(date.year);
  // 除夕 is the day before the first, be the month long or short
  return day === 31 ? lunarDay(date, 1) === '1/1' : lunarDay(date) === `${month}/${day}`;
}

/** 清明 by the formula of 寿星历, which holds from 2000 to 2099: 4 or 5 April. */
function clearAndBright(year: number): number {
  const short = year % 100;
  return Math.floor(short * 0.2422 + 4.81) - Math.floor(short / 4);
}

/** The day of a festival in a year. */
function dayOf(festival: Festival, year: number): Day | undefined {
  for (let month = 1; month <= 12; month++) {
    if (festival.calendar !== '农历' && month !== festival.month) continue;
    for (let day = 1; isDay(year, month, day); day++) {
      const date = { year, month, day };
      if (isFestival(festival, date)) return date;
    }
  }
  return undefined;
}

export function* wrongFestivals(draft: Draft, piece: Piece, issued: DatedLine | undefined): Iterable<DocumentFinding> {
  for (const { index, block, items } of festivalsIn(draft, piece)) {
    for (const { name, during, span, year, month, day, until } of items) {
      const festival = FESTIVALS.get(name);
      const lunar = festival?.calendar !== '公历';
      const own = year ?? issued?.day.year ?? (lunar ? plannedYear(draft, piece) : 2000);
      if (!festival || own === undefined || own < 2000 || own > 2050 || !isDay(own, month, day)) continue;
      const years = year === undefined && issued ? possibleYears(issued.day, month, day) : [own];
      if (years.some((each) => holds(festival, { year: each, month, day }, until, during))) continue;
      const right = dayOf(festival, own);
      if (!right) continue;
      const shown = lunar ? written(right) : `${right.month}月${right.day}日`;
      yield {
        block: index,
        span,
        message: until
          ? `${shown}是${name}，不在“${block.text.slice(span.start, span.end)}”之内`
          : `${name}应是${shown}`,
        ...(until
          ? {}
          : {
              fixes: choices(
                span,
                year === undefined || !block.text.startsWith(`${year}年`, span.start)
                  ? `${right.month}月${right.day}日`
                  : written(right),
              ),
            }),
        ...(lunar && year === undefined && issued
          ? { related: [{ block: issued.block, span: issued.span, message: '年份依据这一日期' }] }
          : {}),
      };
    }
  }
}

/** So far from the day of a festival its holiday may reach. */
const NEAR = 15;

/** True when the festival is the day, or lies between it and the last; what is done 期间 may leave out the day itself. */
function holds(festival: Festival, first: Day, until: Named['until'], during: string | undefined): boolean {
  if (!until && !during) return isFestival(festival, first);
  const around = during === '期间' || !until ? NEAR : 0;
  const last = until ? serial({ year: first.year, month: until.month, day: until.day }) : serial(first);
  for (let at = serial(first) - around; at <= last + around && at - serial(first) < 40; at++) {
    if (isFestival(festival, dayAt(at))) return true;
  }
  return false;
}
