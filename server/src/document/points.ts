/** Points inside a paragraph: 一是…二是…, 一要…二要…, 第一，…第二，…, 首先…其次…再次…最后…, （1）…（2）…. */
import { parseHanNumeral } from '../text/chars';
import { span } from '../text/span';
import { numeralValue, sentenceEnd } from './marks';
import type { InlinePoint, PointStyle } from './types';

/** Where a point may begin: at the beginning of the words, or after a mark that ends a clause, with blanks between. */
const OPENING = '(?<=^|[。！？；：，,;:!?、．.”’）)—…\\uFFFC]|\\s)';

/** Each looks at its first character before it looks at what stands before that: few characters begin a point. */
interface PointShape {
  readonly style: PointStyle;
  readonly pattern: RegExp;
  readonly value: (numeral: string) => number | undefined;
}

const ORDINAL_WORDS: Record<string, number> = { 首先: 1, 其次: 2, 再次: 3, 再者: 3, 此外: 0, 最后: 0 };

const POINT_SHAPES: readonly PointShape[] = [
  // 一是加强领导
  {
    style: 'yi-shi',
    pattern: new RegExp(
      `(?=[一二三四五六七八九十])${OPENING}(?<n>[一二三四五六七八九十]{1,3})[ 　]?是(?!\\k<n>)`,
      'dgu',
    ),
    value: parseHanNumeral,
  },
  // 一要坚定信念
  {
    style: 'yi-yao',
    pattern: new RegExp(`(?=[一二三四五六七八九十])${OPENING}(?<n>[一二三四五六七八九十]{1,2})[ 　]?要`, 'dgu'),
    value: parseHanNumeral,
  },
  // 第一，要看到成绩；第一、第二产业 has no point behind a clause mark
  {
    style: 'di-yi',
    pattern: new RegExp(
      `(?=[第其])${OPENING}[第其](?<n>[一二三四五六七八九十]{1,2})[，,、：:](?!第|[二三四五六七八九十]?产业)`,
      'dgu',
    ),
    value: parseHanNumeral,
  },
  // 首先，……；其次，……
  {
    style: 'shou-xian',
    pattern: new RegExp(`(?=[首其再最])${OPENING}(?<n>首先|其次|再次|再者|最后)(?!的|是由)`, 'dgu'),
    value: (word) => ORDINAL_WORDS[word],
  },
  // （1）……；（2）……
  {
    style: 'paren',
    pattern: /[（(](?<=[。！？；：，,;:!?、\s].)(?<n>\d{1,2})[）)]|(?<n2>[①-⑳])/dgu,
    value: numeralValue,
  },
];

/** What every shape has in it: most lines have none. */
const MARK =
  /[一二三四五六七八九十][ 　]?[是要]|[第其][一二三四五六七八九十]{1,2}[，,、：:]|首先|其次|再次|再者|最后|[（(]\d{1,2}[）)]|[①-⑳]/;

/** Every place of the line that looks like a point, run by run in order of the text; singles are left in, for their run may cross lines. */
export function findPoints(text: string, start: number, end: number): InlinePoint[] {
  if (!MARK.test(text)) return [];
  const found: InlinePoint[] = [];
  for (const { style, pattern, value } of POINT_SHAPES) {
    const words = text.slice(0, end);
    const candidates = [...words.matchAll(pattern)].flatMap((match) => {
      const numeral = match.groups?.n ?? match.groups?.n2 ?? '';
      const number = value(numeral);
      if (number === undefined) return [];
      const from = match.index;
      return from < start ? [] : [{ number, from, to: match.index + match[0].length }];
    });
    for (const run of runsOf(candidates)) {
      run.forEach((point, index) => {
        if (run.length === 1 && point.from !== start) return;
        const next = run[index + 1]?.from ?? end;
        found.push({
          style,
          value: point.number,
          mark: span(point.from, point.to),
          title: span(titleStart(text, point.to, next), Math.min(pointTitleEnd(text, point.to, next), next)),
          extent: span(point.from, next),
        });
      });
    }
  }
  return found.sort((a, b) => a.mark.start - b.mark.start);
}

interface Candidate {
  readonly number: number;
  readonly from: number;
  readonly to: number;
}

/** Divides candidates of one style into runs that count up; 最后 (0) closes a run. */
function runsOf(candidates: readonly Candidate[]): Candidate[][] {
  const runs: Candidate[][] = [];
  for (const candidate of candidates) {
    const run = runs.at(-1);
    const last = run?.at(-1);
    const continues =
      last !== undefined && last.number > 0 && (candidate.number === 0 || candidate.number > last.number);
    if (run && continues && candidate.number - last.number <= 2) run.push(candidate);
    else runs.push([candidate]);
  }
  return runs;
}

function titleStart(text: string, from: number, end: number): number {
  let start = from;
  while (start < end && /[\s，,：:、]/.test(text[start] ?? '')) start++;
  return start;
}

/** A sentence is not followed for longer: a line of points without a full stop must not be read over and over. */
const LONGEST_TITLE = 1000;

function pointTitleEnd(text: string, from: number, end: number): number {
  const start = titleStart(text, from, end);
  let stop = sentenceEnd(text, start, Math.min(end, start + LONGEST_TITLE));
  while (stop > start && /[，,、\s]/.test(text[stop - 1] ?? '')) stop--;
  return stop;
}
