/** How many months or years something takes, against the first and the last: 任期5年（2021年6月至2026年6月）, 三年行动（2024—2026年）. */
import { parseHanNumeral } from '../../text/chars';
import { collect } from '../collect';
import { choices } from '../report';
import type { Finding } from '../types';
import { tellsFigures, unquoted } from './_lines';

const TO = '(?:——|[至到—–~～－-])';
const MONTHS = `(?<year>20\\d{2})年(?<month>\\d{1,2})月${TO}(?:(?<toYear>20\\d{2})年)?(?<toMonth>\\d{1,2})月(?!\\d)`;
const LENGTH = '(?<count>\\d{1,2}|[两一二三四五六七八九十]{1,3})(?<unit>个月|年)';
/** 任期5年（2021年6月至2026年6月）; 2024年3月至8月，为期6个月 */
const IN_MONTHS = [
  new RegExp(`(?:为期|任期|周期|期限)(?:为|是)?${LENGTH}[（(](?<range>${MONTHS})`, 'dg'),
  new RegExp(`(?<!\\d)(?<range>${MONTHS})[，,（(](?:为期|历时|任期)${LENGTH}(?!以[上内]|左右|半)`, 'dg'),
];
/** 三年行动计划（2024—2026年） */
const IN_YEARS = new RegExp(
  `(?<![第前后])(?<count>[两二三四五])(?<unit>年)(?:行动|攻坚|提升|改造|规划)[^，。；：（）()\\d]{0,8}[（(](?<range>(?<year>20\\d{2})年?${TO}(?<toYear>20\\d{2})年?)[）)]`,
  'dg',
);

const TRACE = /为期|任期|周期|期限|历时|年(?:行动|攻坚|提升|改造|规划)/;

export const spans = collect((block): readonly Finding[] => {
  if (!block.text.includes('20') || !TRACE.test(block.text)) return [];
  const text = unquoted(block);
  return [...IN_MONTHS, IN_YEARS].flatMap((pattern) =>
    [...text.matchAll(pattern)].flatMap((match) => slipOf(match) ?? []),
  );
}, tellsFigures);

function slipOf(match: RegExpExecArray): Finding | undefined {
  const { range, count = '', unit = '', year, month, toYear = year, toMonth } = match.groups ?? {};
  const said = /\d/.test(count) ? Number(count) : count === '两' ? 2 : parseHanNumeral(count);
  const inYears = month === undefined;
  const between = inYears
    ? Number(toYear) - Number(year)
    : (Number(toYear) - Number(year)) * 12 + Number(toMonth) - Number(month);
  const told = (said ?? 0) * (unit === '年' && !inYears ? 12 : 1);
  // from March to May is three months, or two
  if (said === undefined || between < 1 || told === between || told === between + 1) return undefined;
  const [start = 0, end = 0] = match.indices?.groups?.count ?? [];
  const right = inYears || unit === '个月' ? between + 1 : Math.round(between / 12);
  const span = { start, end: end + unit.length };
  const isWhole = unit === '个月' || inYears || between % 12 === 0 || between % 12 === 11;
  return {
    span,
    message: `“${range}”${isWhole ? `是${right}${unit}` : `不是${count}${unit}`}，这里写“${count}${unit}”`,
    fixes: isWhole ? choices(span, `${right}${unit}`) : [],
  };
}
