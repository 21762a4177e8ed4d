/** Announced numbers of points: 讲三点意见, 抓好以下三项工作, 四个方面. */
import words from '../../../data/count-words.json';
import { parseHanNumeral } from '../../text/chars';
import type { Span } from '../../text/span';
import { clauseBefore } from './_clause';

export interface Announcement {
  readonly count: number;
  /** 三点意见: from the numeral to the last noun. */
  readonly span: Span;
  /** The numeral alone, and how it is written. */
  readonly numeral: Span;
  readonly words: string;
  /** True where what is counted is told point by point: 意见, 问题, 工作; never 部门. */
  readonly ofPoints: boolean;
  /** True where it says besides that the points follow. */
  readonly certain: boolean;
}

/** 两, 三, 十二, 5: never 一, which counts nothing. */
export const COUNT = '两|二十|十[一二三四五六七八九]?|[三四五六七八九]|[2-9]|1\\d|20';
const MEASURE = '个方面|方面|点|项|条|件|个|大|种|类|步';
/** 三点意见： and 以下四个方面。 */
const ANNOUNCED = new RegExp(
  `(${COUNT})(?:${MEASURE})([^，。；：、,;:“”‘’《》（）()\\d]{0,10}?)(?=\\s*(?:[：:。，,；;]|——|$))`,
  'y',
);
/** What is announced and then told point by point. */
const NOUN = new RegExp(`(?:^|${words.announced.nouns.replaceAll(' ', '|')})$`);
/** What says that they follow. */
const OPENING = new RegExp(`(?:${words.announced.openings.replaceAll(' ', '|')})[^，。；：、]{0,8}$`);
/** 讲三点意见, 以下三项工作 are always of what follows. */
const SPOKEN = /(?:[讲谈提说]|强调|汇报|[以如]下|下列)[^，。；：、]{0,8}$/;
/** 去年办好十件实事 tells of what has been. */
const PAST = /去年|上年|过去|以来|已|先后|累计|共/;
/** 第三, 二三十, 2023, 3.5, 每: what makes a numeral no count of its own. */
const NO_COUNT = '第每几数近各这两〇一二三四五六七八九十百千万亿.．:：';

/** True for a numeral that is no part of another number. */
export function isCount(text: string, at: number): boolean {
  const before = text[at - 1] ?? '';
  return before === '' || !(NO_COUNT.includes(before) || /\d/.test(before));
}

/** The end of a numeral and the first character of what it counts in. */
const COUNTED = /[两一二三四五六七八九十\d][个大项点条件种类步方]/g;

/** Where in a line something is counted: the places of the numerals. */
export function countsIn(text: string): readonly number[] {
  const places: number[] = [];
  for (const { index } of text.matchAll(COUNTED)) {
    const isSecond = /^(?:[十二][一二三四五六七八九十]|[12]\d)$/.test(text.slice(index - 1, index + 1));
    const start = isSecond ? index - 1 : index;
    if (isCount(text, start)) places.push(start);
  }
  return places;
}

/** The announcements of a line, in order. */
export function announcementsIn(text: string, counts = countsIn(text)): readonly Announcement[] {
  return counts.flatMap((start): Announcement | readonly [] => {
    ANNOUNCED.lastIndex = start;
    const match = ANNOUNCED.exec(text);
    if (!match) return [];
    const [whole, numeral = '', noun = ''] = match;
    const count = countOf(numeral);
    if (count === undefined) return [];
    const before = clauseBefore(text, start, '、“”（）()');
    const isOpened = OPENING.test(before);
    // 从扩大投入和完善机制两方面 has told them already
    if (!isOpened && /[、和与及]/.test(before)) return [];
    return {
      count,
      words: whole,
      span: { start, end: start + whole.length },
      numeral: { start, end: start + numeral.length },
      ofPoints: NOUN.test(noun),
      certain: NOUN.test(noun) && isOpened && (SPOKEN.test(before) || !PAST.test(sentenceBefore(text, start))),
    };
  });
}

/** 两 → 2, 十二 → 12, 5 → 5. */
export function countOf(numeral: string): number | undefined {
  if (/^\d+$/.test(numeral)) return Number(numeral);
  return numeral === '两' ? 2 : parseHanNumeral(numeral);
}

function sentenceBefore(text: string, at: number): string {
  return text.slice(Math.max(text.lastIndexOf('。', at - 1) + 1, at - 60), at);
}
