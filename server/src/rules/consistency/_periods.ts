/** Periods told with their months or years: 第四季度（10—12月）, 上半年（1—6月）, “十四五”（2021—2025年）. */
import { parseHanNumeral } from '../../text/chars';
import { matchSpan, type Span } from '../../text/span';
import { collect } from '../collect';
import { choices } from '../report';
import type { Finding } from '../types';
import { tellsFigures, unquoted } from './_lines';

const TO = '(?:——|[至到—–~～－-])';
/** 第四季度（7—9月）, 前三季度（1月至9月）, 下半年（1—6月） */
const MONTHS = new RegExp(
  `(?<![\\p{Script=Han}]学年|财年)(?<half>[上下]半年)?(?<quarters>(?<![、和及至到—–~～－\\-第前一二三四])(?:第|前)?[一二三四两1-4]季度)?[（(](?<months>(?<from>\\d{1,2})月?份?${TO}(?<to>\\d{1,2})月份?)[）)]`,
  'dgu',
);
/** “十四五”时期（2020—2025年） */
const PLAN = new RegExp(
  `“?(?<plan>十[一二三四五六七]?)五”?(?:时期|期间|规划期)?[（(](?<years>(?<from>(?:19|20)\\d{2})年?${TO}(?<to>(?:19|20)\\d{2}))年?[）)]`,
  'dg',
);
/** What is told of a plan may reach beyond its five years; what is much longer is of something else. */
const LONGEST_PLAN = 6;

const TRACE = /(?:半年|季度|五”?(?:时期|期间|规划期)?)[（(]\d/;

export const periods = collect((block): readonly Finding[] => {
  if (!TRACE.test(block.text)) return [];
  return [...wrongMonths(unquoted(block)), ...wrongPlans(block.text)];
}, tellsFigures);

function* wrongMonths(text: string): Iterable<Finding> {
  for (const match of text.matchAll(MONTHS)) {
    const { half, quarters, months = '', from, to } = match.groups ?? {};
    const right = half && !quarters ? halfYear(half) : quarters && !half ? quartersOf(quarters) : undefined;
    if (!right || (right[0] === Number(from) && right[1] === Number(to))) continue;
    const span = spanOf(match, 'months');
    yield {
      span,
      message: `${half ?? quarters}是${right[0]}月至${right[1]}月，这里写“${months}”`,
      fixes: choices(span, months.replace(/\d+(.*?)\d+/, `${right[0]}$1${right[1]}`)),
    };
  }
}

function halfYear(half: string): readonly [number, number] {
  return half === '上半年' ? [1, 6] : [7, 12];
}

function quartersOf(words: string): readonly [number, number] | undefined {
  const numeral = words.replace(/[第前季度]/g, '');
  const number = /\d/.test(numeral) ? Number(numeral) : numeral === '两' ? 2 : (parseHanNumeral(numeral) ?? 0);
  if (number < 1) return undefined;
  return words.startsWith('前') ? [1, number * 3] : [number * 3 - 2, number * 3];
}

function* wrongPlans(text: string): Iterable<Finding> {
  for (const match of text.matchAll(PLAN)) {
    const { plan = '', years = '', from, to } = match.groups ?? {};
    const first = 1951 + 5 * (parseHanNumeral(plan) ?? 0);
    const [start, end] = [Number(from), Number(to)];
    if ((start === first && end === first + 4) || end - start > LONGEST_PLAN || end < start) continue;
    const span = spanOf(match, 'years');
    yield {
      span,
      message: `“${plan}五”时期是${first}年至${first + 4}年，这里写“${years}”`,
      fixes: choices(span, years.replace(/\d{4}(.*?)\d{4}/, `${first}$1${first + 4}`)),
    };
  }
}

function spanOf(match: RegExpExecArray, group: string): Span {
  const [start, end] = match.indices?.groups?.[group] ?? [matchSpan(match).start, matchSpan(match).end];
  return { start, end };
}
