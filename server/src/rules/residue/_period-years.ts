/** The year that opens or ends a 五年规划 against the year it is said of: 2026年是“十四五”规划的收官之年. */

import type { Draft, Piece } from '../../document/types';
import { parseHanNumeral } from '../../text/chars';
import { matchSpan, type Span } from '../../text/span';
import { collect } from '../collect';
import { sentenceAt } from '../consistency/_clause';
import { isRunning } from '../consistency/_lines';
import { choices } from '../report';
import type { DocumentFinding } from '../types';
import { hanOf } from './_periods';

/** “十四五”规划的收官之年, “十五五”开局之年, “十五五”第二年 */
const PLACE =
  /“(?<plan>十[一二三四五六七八]?)五”(?:规划|时期|发展规划|规划纲要)?(?:实施)?的?(?<which>开局起步|开局|起步|收官|最后一|第[一二三四五])之?年(?![份级来])/dg;
/** 2026年, 今年: of what the sentence speaks; the last one stands. */
const YEAR = /(?<!\d)(?<number>20\d{2})年(?![代度末底初])|(?<word>今|明|去)年/g;
const AWAY: Readonly<Record<string, number>> = { 今: 0, 明: 1, 去: -1 };

interface Told {
  readonly plan: number;
  /** 0 for the year that opens a period. */
  readonly order: number;
  readonly which: string;
  /** A number, or so many years from that of the text. */
  readonly year: number;
  readonly isAway: boolean;
  readonly words: string;
  readonly span: Span;
}

const toldIn = collect(({ text }): readonly Told[] => {
  if (!text.includes('五”')) return [];
  return [...text.matchAll(PLACE)].flatMap((match): Told[] => {
    const { plan = '', which = '' } = match.groups ?? {};
    const [from] = sentenceAt(text, match.index);
    const before = text.slice(from, match.index);
    const year = [...before.matchAll(YEAR)].at(-1);
    const { number, word = '' } = year?.groups ?? {};
    // 2026年是, and not 谋划好2026年工作，总结
    if (!year || !/^(?:[^，；]{0,8}，)?[^，；]{0,4}是/.test(before.slice(year.index + year[0].length))) return [];
    const order = which.startsWith('第') ? (parseHanNumeral(which.slice(1)) ?? 0) - 1 : /收官|最后/.test(which) ? 4 : 0;
    return [
      {
        plan: parseHanNumeral(plan) ?? 0,
        order,
        which: `${which}${match[0].endsWith('之年') ? '之' : ''}年`,
        year: number ? Number(number) : (AWAY[word] ?? 0),
        isAway: number === undefined,
        words: year[0],
        span: matchSpan(match, 1),
      },
    ];
  });
}, isRunning);

/** @param now the year of the text, where it tells one */
export function* wrongPeriodYears(draft: Draft, piece: Piece, now: number | undefined): Iterable<DocumentFinding> {
  for (const { index, items } of toldIn(draft, piece)) {
    for (const { plan, order, which, year, isAway, words, span } of items) {
      const told = isAway ? now !== undefined && now + year : year;
      const right = 1951 + 5 * plan + order;
      if (told === false || told === right) continue;
      const other = Math.floor((told - 1951) / 5);
      const fits = told - 1951 - 5 * other === order;
      yield {
        block: index,
        span,
        message: `“${hanOf(plan)}五”的${which}是${right}年，这里说的是${isAway ? `${words}（${told}年）` : words}`,
        ...(fits ? { fixes: choices(span, hanOf(other)) } : {}),
      };
    }
  }
}
