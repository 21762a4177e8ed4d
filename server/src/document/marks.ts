/** Heading marks in all the shapes that real documents hold: 一、（一）㈠ 1. 1、 （1） ⑴ 1） ① 第一章 第一条. */
import { isHan, parseHanNumeral } from '../text/chars';
import { type Span, span } from '../text/span';
import type { HeadingMark, MarkStyle } from './types';

/** Level of each style in an outline; 条 is moved below its chapter there. */
const STYLE_LEVEL: Record<MarkStyle, number> = {
  volume: 1,
  part: 1,
  chapter: 1,
  section: 2,
  article: 1,
  han: 1,
  'han-paren': 2,
  digit: 3,
  'digit-paren': 4,
  'digit-half-paren': 4,
  circled: 5,
  atx: 1,
};

/** A mark as found, with how sure it is: a weak one counts only in a series. */
export interface MarkCandidate {
  readonly heading: HeadingMark;
  readonly weak: boolean;
  /** A weak mark that may be the whole part of a decimal: 1.80周岁. */
  readonly decimal: boolean;
}

interface Shape {
  readonly style: MarkStyle;
  readonly pattern: RegExp;
  readonly weak?: (match: RegExpExecArray, rest: string) => boolean;
  readonly decimal?: boolean;
}

const HAN = '[一二三四五六七八九十百零]{1,5}';
const POINT = '[.．、，,:：;；。]';

/** Each pattern is sticky and captures the numeral as `n`; what else it takes belongs to the mark. */
const SHAPES: readonly Shape[] = [
  // 第一章、第二节、第三部分、第一编
  {
    style: 'chapter',
    pattern: new RegExp(`第[ 　]?(?<n>${HAN}|\\d{1,3})[ 　]?(?<unit>编|篇|章|节|部分)(?=[\\s　：:、]|$)[：:、]?`, 'dy'),
  },
  {
    style: 'chapter',
    pattern: new RegExp(
      `第(?<n>${HAN}|\\d{1,3})(?<unit>编|篇|章|节|部分)(?![的是中里和与及至到各为将主以，,]|[一-龥]{0,3}[，。])`,
      'dy',
    ),
    weak: () => true,
  },
  // 第一条　为了……
  { style: 'article', pattern: new RegExp(`第(?<n>${HAN}|\\d{1,3})条(?=[\\s　]|$)`, 'dy') },
  {
    style: 'article',
    pattern: new RegExp(`第(?<n>${HAN}|\\d{1,3})条(?=[【（\\p{Script=Han}])(?![的是款规和与及至到所中、])`, 'duy'),
    weak: () => true,
  },
  // （一）、(一)、㈠
  { style: 'han-paren', pattern: new RegExp(`[（(﹙〔][ 　]?(?<n>${HAN})[ 　]?[）)﹚〕]${POINT}?`, 'dy') },
  { style: 'han-paren', pattern: new RegExp(`(?<n>[㈠-㈩])${POINT}?`, 'dy') },
  {
    style: 'han-paren',
    pattern: new RegExp(`[（(](?<n>${HAN})(?=[\\p{Script=Han}])(?![^（()）]{0,12}[）)])`, 'duy'),
    weak: () => true,
  },
  { style: 'han-paren', pattern: new RegExp(`(?<n>${HAN})[）)]${POINT}?`, 'dy'), weak: () => true },
  // 一、
  {
    style: 'han',
    pattern: new RegExp(`(?<n>${HAN})[ 　]?(?<point>[、.．，,：:])(?<![.．](?=[0-9]))`, 'dy'),
    weak: (match) => /[，,：:]/.test(match.groups?.point ?? ''),
  },
  // （1）、(1)、⑴
  { style: 'digit-paren', pattern: new RegExp(`[（(﹙][ 　]?(?<n>[0-9０-９]{1,2})[ 　]?[）)﹚]${POINT}?`, 'dy') },
  { style: 'digit-paren', pattern: new RegExp(`(?<n>[⑴-⒇])${POINT}?`, 'dy') },
  // 1）
  { style: 'digit-half-paren', pattern: new RegExp(`(?<n>[0-9０-９]{1,2})[）)]${POINT}?`, 'dy') },
  // 1. 1． 1、 ⒈；1.5亿元不是，1.2026年工作回顾是
  {
    style: 'digit',
    pattern: /(?<n>[0-9０-９]{1,3})(?:[ 　](?=[、．]))?(?<point>[.．、，,：:])(?![0-9０-９]|(?<=[.．])[.．])/dy,
    weak: (match) => /[，,：:]/.test(match.groups?.point ?? '') || (match.groups?.n?.length ?? 0) > 2,
  },
  { style: 'digit', pattern: /(?<n>[0-9]{1,2})(?<point>[.．、])(?=(?:19|20)\d\d(?:年|—|-))/dy },
  // 1.80周岁及以上的；
  {
    style: 'digit',
    pattern: /(?<n>[1-9])(?<point>[.．])(?=[1-9]\d{0,2}(?:周岁|岁|人|名|户|家|个|项|天|日|小时|分钟|年|米|公里))/dy,
    weak: () => true,
    decimal: true,
  },
  { style: 'digit', pattern: new RegExp(`(?<n>[⒈-⒛])${POINT}?`, 'dy') },
  // ①
  { style: 'circled', pattern: new RegExp(`(?<n>[①-⑳㉑-㉟])${POINT}?`, 'dy') },
];

const UNIT_STYLE: Record<string, MarkStyle> = {
  编: 'volume',
  篇: 'volume',
  章: 'chapter',
  节: 'section',
  部分: 'part',
};

/** Of what follows 一、: 二、三产业；二季度. A list of numbers goes up, so that 二、二审情况 is a heading all the same. */
const NUMBER_LIST =
  /^(?<next>[一二三四五六七八九十]{1,2})(?:[、和或至到][一二三四五六七八九十]|产业|季度|年级|等奖|等功|线城市|级(?!.{0,12}(?:建设|联动|联网))|类|审|期|号|楼|次|轮|手(?!抓)|胎|孩|分局|中队|大队|支队|院|军|师|团|营|连|排|班|组|队|区|标|层|段|档)/;

/** Styles whose mark may stand alone on a line. */
const ALONE: ReadonlySet<MarkStyle> = new Set<MarkStyle>([
  'chapter',
  'section',
  'part',
  'volume',
  'article',
  'han',
  'han-paren',
]);

/** ① 毛泽东：《实践论》，《毛泽东选集》第1卷，第285页。 */
const FOOTNOTE = /》.{0,60}(?:第[\d—、]{1,12}页|\d{4}年版)/;

/**
 * The heading mark at `at` in the text of a line, up to `end`, or `undefined`.
 * Spans are in UTF-16 code units of `text`. Never throws.
 */
export function parseMark(text: string, at: number, end: number, atLineStart: boolean): MarkCandidate | undefined {
  const first = text[at];
  if (first === undefined || !/[第（(﹙〔一二三四五六七八九十百零㈠-㈩⑴-⒛①-⑳㉑-㉟0-9０-９]/.test(first))
    return undefined;
  for (const { style, pattern, weak, decimal = false } of SHAPES) {
    pattern.lastIndex = at;
    const match = pattern.exec(text);
    const groups = match?.indices?.groups;
    if (!match || !groups?.n) continue;
    const numeral = span(groups.n[0], groups.n[1]);
    const value = numeralValue(text.slice(numeral.start, numeral.end));
    if (value === undefined || value === 0) continue;
    const markEnd = at + match[0].length;
    const rest = text.slice(markEnd, Math.min(end, markEnd + LONGEST_REST));
    const next = style === 'han' ? NUMBER_LIST.exec(rest)?.groups?.next : undefined;
    if (next !== undefined && (numeralValue(next) ?? 0) > value) return undefined;
    if (style === 'circled' && FOOTNOTE.test(rest)) return undefined;
    // A mark alone on its line has its title on the next one; it counts only in a series.
    const alone = /^\s*$/.test(rest);
    if (alone && !ALONE.has(style)) return undefined;
    const unit = match.groups?.unit;
    const actual = unit ? (UNIT_STYLE[unit] ?? style) : style;
    const { title, runIn } = titleAfter(text, markEnd, end, actual);
    return {
      heading: {
        style: actual,
        level: STYLE_LEVEL[actual],
        value,
        mark: span(at, markEnd),
        numeral,
        title,
        runIn,
        atLineStart,
      },
      weak: (alone && style.startsWith('han')) || (weak?.(match, rest) ?? false),
      decimal,
    };
  }
  return undefined;
}

/** The number a numeral of any shape stands for: 一, 12, １２, ㈠, ⑴, ①, ⒈. */
export function numeralValue(numeral: string): number | undefined {
  const code = numeral.codePointAt(0) ?? 0;
  if (numeral.length === 1) {
    for (const [first, last] of [
      [0x2460, 0x2473],
      [0x2474, 0x2487],
      [0x2488, 0x249b],
      [0x3220, 0x3229],
    ] as const) {
      if (code >= first && code <= last) return code - first + 1;
    }
    if (code >= 0x3251 && code <= 0x325f) return code - 0x3251 + 21;
  }
  const narrow = numeral.normalize('NFKC');
  return /^\d+$/.test(narrow) ? Number(narrow) : parseHanNumeral(numeral);
}

/** So far a mark looks at what follows it; no title is longer. */
const LONGEST_REST = 1000;

const OPENERS = '“‘（(《〈【〔「『';
const CLOSERS = '”’）)》〉】〕」』';
const SENTENCE_END = '。！？；：!?;';

/** Where the title ends: at the first sentence end outside quotes and brackets, or where a blank parts it from its text. */
function titleAfter(text: string, from: number, lineEnd: number, style: MarkStyle): { title: Span; runIn: boolean } {
  const end = Math.min(lineEnd, from + LONGEST_REST);
  let start = from;
  while (start < end && /\s/.test(text[start] ?? '')) start++;
  const stop = sentenceEnd(text, start, end);
  const parted = style === 'article' ? -1 : blankBeforeBody(text, start, end, stop);
  const close = parted >= 0 ? parted : stop;
  let bodyStart = close;
  while (bodyStart < end && /[\s。！？；：!?;:.，,、]/.test(text[bodyStart] ?? '')) bodyStart++;
  return { title: span(start, close), runIn: bodyStart < end };
}

/** Index of the first character that ends a sentence outside quotes and brackets, or `end`. */
export function sentenceEnd(text: string, start: number, end: number): number {
  let depth = 0;
  let firstInside = -1;
  for (let index = start; index < end; index++) {
    const character = text[index] ?? '';
    // most characters are no marks
    if (character >= '\u3400' && character <= '\u9fff') continue;
    if (OPENERS.includes(character)) depth++;
    else if (CLOSERS.includes(character)) depth = Math.max(0, depth - 1);
    else if (SENTENCE_END.includes(character) || isAsciiStop(text, index, end)) {
      if (depth === 0) return index;
      if (firstInside < 0 && character === '。') firstInside = index;
    }
  }
  return depth > 0 && firstInside >= 0 ? firstInside : end;
}

/** Words enough for a sentence, with a mark that divides or ends one. */
const SENTENCE_AHEAD = /^[^.。]{4,}[，,。.；;]/;

/** An ASCII colon or full stop after a Han character that is not part of a number or a time. */
function isAsciiStop(text: string, index: number, end: number): boolean {
  const character = text[index];
  if (character !== ':' && character !== '.') return false;
  if (!/[\p{Script=Han}”）)》]/u.test(text[index - 1] ?? '')) return false;
  const next = text[index + 1] ?? '';
  if (character === ':' || index + 1 === end || /\s/.test(next)) return true;
  // 加强组织领导.各级要高度重视: a stop between sentences, but not the stray one of 种.种
  return isHan(next) && SENTENCE_AHEAD.test(text.slice(index + 1, Math.min(end, index + 40)));
}

/** `二、拓宽思路，做好各项工作 具体到实际工作中，……`: the blank after which the body begins, or -1. */
function blankBeforeBody(text: string, start: number, end: number, stop: number): number {
  const blank = /(?<=[\p{Script=Han}”》）])[ \t\u3000]{1,40}(?=[\p{Script=Han}“《（])/gu;
  for (const match of text.slice(start, stop).matchAll(blank)) {
    const body = text.slice(start + match.index + match[0].length, end);
    if (match.index >= 4 && body.length >= 12 && /[。；！？]/.test(body)) return start + match.index;
  }
  return -1;
}
