/** Weekdays behind or before a day without a year, which is that of the document: 11月22日（星期五）. */
import type { Draft, Piece } from '../../document/types';
import type { Span } from '../../text/span';
import { isDay, weekdayOf } from '../form/_dates';
import { choices } from '../report';
import type { DocumentFinding } from '../types';
import { collectDated, type DatedLine, possibleYears, unquoted } from './_lines';

/** 11月22日（星期五）, 11月22日上午（国庆节，周五）; not the first of 周一至周五. */
const BEHIND =
  /(?<![\d.])(?:(?<year>(?:19|20)\d{2})年)?(?<month>\d{1,2})月(?<day>\d{1,2})日[ 　]?(?:[上下中]午|晚上?|全天)?，?(?:[ 　]?[（(](?:[^（）()\d，、]{1,6}[，、])?(?:本|下|即)?)?(?<word>(?:星期|周)(?<name>[一二三四五六日天]))(?![一二三四五六日天至到、—刊报年岁末])/dg;
/** 下周五（11月27日）, 星期五（2026年11月27日） */
const BEFORE =
  /(?<word>(?:星期|周)(?<name>[一二三四五六日天]))[（(](?:即)?(?:(?<year>(?:19|20)\d{2})年)?(?<month>\d{1,2})月(?<day>\d{1,2})日[）)，、上下]/dg;
/** 2026年7月15日（周三）至18日（周六）: the last day of a range has the year of the first. */
const LAST =
  /(?:(?<year>(?:19|20)\d{2})年)?(?<from>\d{1,2})月\d{1,2}日(?:[（(](?:星期|周)[一二三四五六日天][）)])?(?:——|[至到、—–~～－-])(?:(?<to>\d{1,2})月)?(?<day>\d{1,2})日[（(]?(?<word>(?:星期|周)(?<name>[一二三四五六日天]))(?![一二三四五六日天至到、—刊报年岁末])/dg;
const LUNAR = /(?:农历|阴历|旧历|夏历|每年).{0,12}$/;

interface Weekday {
  readonly span: Span;
  readonly word: string;
  /** 一 … 日 */
  readonly name: string;
  readonly year: number | undefined;
  readonly month: number;
  readonly day: number;
  /** The years that were told before; `undefined` for 去年 and 次年. */
  readonly told: readonly (number | undefined)[];
}

/** A year told before in the paragraph may be this day's. */
const YEAR = /(?<year>(?:19|20)\d{2})年|[去明前后]年|次年|翌年/g;

const weekdaysIn = collectDated((block): readonly Weekday[] => {
  if (!block.text.includes('星期') && !/周[一二三四五六日天]/.test(block.text)) return [];
  const text = unquoted(block);
  return [BEHIND, BEFORE, LAST].flatMap((pattern) =>
    [...text.matchAll(pattern)].flatMap((match) => {
      const { year, from, to = from, month = to, day, word = '', name = '' } = match.groups ?? {};
      // 12月30日至1月3日 runs on into the next year, and a day of its own month without a year is read already
      if (from !== undefined && (Number(to) < Number(from) || (match.groups?.to !== undefined && year === undefined)))
        return [];
      const before = text.slice(0, match.index);
      if (LUNAR.test(before)) return [];
      const told = year === undefined ? [...before.matchAll(YEAR)] : [];
      const [start] = match.indices?.groups?.word ?? [match.index];
      return {
        span: { start, end: start + word.length },
        word,
        name: name.replace('天', '日'),
        year: year === undefined ? undefined : Number(year),
        month: Number(month),
        day: Number(day),
        told: told.map(({ groups }) => (groups?.year ? Number(groups.year) : undefined)),
      };
    }),
  );
});

/** Weekdays that fit no year that the day can lie in. */
export function* wrongWeekdays(draft: Draft, piece: Piece, issued: DatedLine | undefined): Iterable<DocumentFinding> {
  for (const { index, items } of weekdaysIn(draft, piece)) {
    for (const { span, word, name, year, month, day, told } of items) {
      const own = year ?? issued?.day.year;
      if (own === undefined || !isDay(own, month, day)) continue;
      const years = [
        ...(issued && year === undefined ? possibleYears(issued.day, month, day) : [own]),
        ...told.flatMap((each) => each ?? [own - 2, own - 1, own + 1, own + 2]),
      ];
      if (years.some((each) => isDay(each, month, day) && weekdayOf(each, month, day) === name)) continue;
      const right = word.replace(/[一二三四五六日天]$/, weekdayOf(own, month, day));
      yield {
        block: index,
        span,
        message: `${own}年${month}月${day}日是${right}，不是${word}`,
        fixes: choices(span, right),
        ...(issued && year === undefined
          ? { related: [{ block: issued.block, span: issued.span, message: '年份依据这一日期' }] }
          : {}),
      };
    }
  }
}
