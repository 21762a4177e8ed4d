/** Quantities of running text, in Arabic and Chinese numerals, as exact decimals with their unit and the rounding they show. */
import Big from 'big.js';
import words from '../../../data/number-words.json';
import { matchesIn } from '../../text/matches';
import type { Span } from '../../text/span';

export interface Quantity {
  /** Numeral, scale and unit: 3.5亿元, 百分之十二. */
  readonly span: Span;
  /** The numeral alone: 3.5, 百分之十二. */
  readonly numeral: string;
  /** 万 or 亿 behind an Arabic numeral. */
  readonly scale: string;
  readonly value: Big;
  /** One step of the last digit shown; 0 for a whole number of things, which is exact. */
  readonly step: Big;
  /** 元, 人, %, 个百分点; empty where none is known. */
  readonly unit: string;
  /** 约10人, 10多人, 10人以上 */
  readonly rough: boolean;
}

const UNITS = [...words.measures.words.split(' '), ...words.measures.more.split(' ')]
  .sort((a, b) => b.length - a.length)
  .join('|');
const ARABIC = '\\d{1,3}(?:,\\d{3})+(?:\\.\\d+)?|\\d+(?:\\.\\d+)?';
const HAN = '[一二三四五六七八九十百千万亿零〇两]+(?:点[一二三四五六七八九零〇]+[万亿]{0,2})?';
/** 3.5亿元, 12,000人, 百分之六十, 一万六千五百元; never 第3, 2024-5, 1:2 */
const QUANTITY = new RegExp(
  `(?=[\\d百一二三四五六七八九十千万亿零〇两])(?<![\\d.,:：∶/～~—–－+＋×A-Za-z第〔-]\\s?|[−负])(?:(${ARABIC})(万亿|亿|万)?|(百分之)?(${HAN}))(个百分点|百分点|[%％‰]|(?:${UNITS}))?`,
  'g',
);
/** What makes the number one end of a range, or part of a name: 10—15个, 1:2, 5G. */
const NO_QUANTITY = /^\s?(?:[:：∶/／～~—–－+＋×-]+\s?\d|[A-Za-z.])/;
/** 3小时20分, 5米2, 3月5日 are one; 12户31间 are two. */
const COUNTED = /[户起处家个项场人名件座条所台辆套]$/;
const ROUGH_BEFORE = /(?:约|近|(?<!商)超|超过|逾|多达|突破|不足|不到|最[多少高低]|至[多少]|将近|以上)$/;
/** 数十人, 几百户; never 总数150人 */
const SEVERAL = /[几数]$/;
const ROUGH_AFTER = /^(?:[多余几](?!\d)|左右|以[上下内]|上下)/;
/** By how many powers of ten. */
const SCALES: Readonly<Record<string, number>> = { 万: 4, 亿: 8, 万亿: 12 };
const ZERO = new Big(0);
const HAN_DIGITS = '零一二三四五六七八九';

/** The quantities of a line, in order. */
export function quantitiesIn(text: string): readonly Quantity[] {
  return matchesIn(text, QUANTITY).flatMap((match): Quantity | readonly [] => {
    const [whole, arabic, scale = '', percent = '', han = '', unit = ''] = match;
    const span = { start: match.index, end: match.index + whole.length };
    // 一等奖, 三农: a numeral of one's own only with its unit
    if (arabic === undefined && percent === '' && unit === '' && !/[百千万亿点]/.test(han)) return [];
    const read = arabic === undefined ? readHan(han) : readArabic(arabic, scale);
    if (!read || NO_QUANTITY.test(text.slice(span.end, span.end + 5))) return [];
    if (/\d/.test(text[span.end] ?? '') && !COUNTED.test(unit)) return [];
    const share = percent !== '' || unit === '％' || unit === '%';
    return {
      span,
      numeral: arabic ?? percent + han,
      scale,
      value: read.value,
      step: share && read.step.eq(ZERO) ? new Big(1) : read.step,
      unit: share ? '%' : unit,
      rough:
        ROUGH_BEFORE.test(text.slice(span.start - 3, span.start)) ||
        (arabic === undefined && SEVERAL.test(text.slice(span.start - 1, span.start))) ||
        ROUGH_AFTER.test(text.slice(span.end, span.end + 2)),
    };
  });
}

/** Of the quantities before another those told since its sentence began, or the part of it behind a semicolon. */
export function inSentence(text: string, before: readonly Quantity[], { span }: Quantity): readonly Quantity[] {
  const from = before[0]?.span.start ?? span.start;
  const since = text.slice(from, span.start);
  const start = from + Math.max(since.lastIndexOf('。'), since.lastIndexOf('；'));
  return before.filter((each) => each.span.start > start);
}

interface Reading {
  readonly value: Big;
  readonly step: Big;
}

function readArabic(digits: string, scale: string): Reading {
  const plain = digits.replaceAll(',', '');
  const power = SCALES[scale] ?? 0;
  const decimals = plain.length - 1 - (plain.includes('.') ? plain.indexOf('.') : plain.length - 1);
  const step = decimals > 0 || scale !== '' ? new Big(`1e${power - decimals}`) : ZERO;
  return { value: new Big(`${plain}e${power}`), step };
}

/** 一万六千五百, 四十七点三万亿; `undefined` for 二〇二四, 三四十 and whatever else is no count. */
function readHan(numeral: string): Reading | undefined {
  const [whole = '', behind] = numeral.split('点');
  if (behind !== undefined) {
    const decimals = /^[^万亿]+/.exec(behind)?.[0] ?? '';
    const count = countOf(whole);
    if (!count) return undefined;
    const digits = [...decimals.replaceAll('〇', '零')].map((digit) => HAN_DIGITS.indexOf(digit)).join('');
    return readArabic(`${count}.${digits}`, behind.slice(decimals.length));
  }
  const value = countOf(whole);
  const step = /亿$/.test(whole) ? new Big('1e8') : /万$/.test(whole) ? new Big('1e4') : ZERO;
  return value && { value, step };
}

function countOf(numeral: string): Big | undefined {
  // 三年, 五个: most are a single digit
  if (numeral.length === 1 && HAN_DIGITS.includes(numeral)) return new Big(HAN_DIGITS.indexOf(numeral));
  const parts = /^(?:([^亿]+)亿)?(?:([^万亿]+)万)?([^万亿]*)$/.exec(numeral);
  if (!parts || numeral === '') return undefined;
  const [, yi, wan, rest = ''] = parts;
  const sections = [yi, wan, rest === '' && (yi ?? wan) ? undefined : rest].map((each) =>
    each === undefined ? 0 : sectionOf(each),
  );
  const [high, middle, low] = sections;
  if (high === undefined || middle === undefined || low === undefined) return undefined;
  return new Big(high * 1e8 + middle * 1e4 + low);
}

/** 六千五百, 三百零二, 十六: below ten thousand. */
const SECTION =
  /^零?(?:([一二两三四五六七八九])千)?零?(?:([一二两三四五六七八九])百)?(?:零?([一二三四五六七八九])?(十))?(零)?([一二两三四五六七八九])?$/;

function sectionOf(numeral: string): number | undefined {
  if (numeral === '零') return 0;
  const match = SECTION.exec(numeral.replaceAll('〇', '零'));
  if (!match || numeral === '') return undefined;
  const [, thousands, hundreds, tens, ten, zero, ones] = match;
  // 一百五 is no exact count
  if (ones && !ten && !zero && (thousands ?? hundreds)) return undefined;
  const digit = (character: string | undefined) =>
    character === '两' ? 2 : character ? HAN_DIGITS.indexOf(character) : 0;
  return digit(thousands) * 1000 + digit(hundreds) * 100 + (ten ? (tens ? digit(tens) : 1) * 10 : 0) + digit(ones);
}
