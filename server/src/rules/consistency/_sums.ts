/** A whole and its parts: 共16人，其中男10人、女6人; 甲村12户、乙村15户，合计27户. */
import type Big from 'big.js';
import words from '../../../data/count-words.json';
import type { Span } from '../../text/span';
import { choices } from '../report';
import { decimal } from './_change';
import { clauseBefore } from './_clause';
import {
  areAlike,
  areNamed,
  arePlaces,
  areShares,
  divisionOf,
  isPartition,
  loosenessOf,
  mayMakeAll,
  membersOf,
  type Part,
  sumOf,
} from './_parts';
import { inSentence, type Quantity } from './_quantities';
import type { Slip } from './_slip';

/** ，其中：and （其中; 16名学员，其中; 56个项目中，; 24个村（共117个屯 tells another whole. */
const AMONG =
  /^[^，。；、：\d（）()]{0,8}(?:[，,；;（(、]?(其中|分别为|分别是)(?:有|包括)?[，,：:]?|[^，。；、：\d]{0,26}[，,]其中|[，,（(][^，。；、]{0,12}(?:增长|下降|增加|减少)[^，。；、]{0,10}[）)]?[，,]其中[，,：:]?|[^其，。；、：\d（）()]中[，,]|[（(](?!共|总共|合计|总计)(?=[^，。；、：\d（）()]{1,8}\d))/;
/** 16人，男; 16人（男: a list of all there is needs no 其中 */
const OPENED = /^[^，。；、：\d（）()]{0,8}[，,：:（(]/;
/** 男, 女, 一等奖, 因公出国（境）费: what a part is called. */
const LABEL =
  /^[、，,；;和及]?(?:有|新增)?((?:(?:19|20)\d{2}年度?|[^，。；、：:\d（）()]|（[\p{Script=Han}]{1,3}）){1,14}?)(?:为|有|占|达到?|共)?$/u;
const REST = /^(?:其余|其他|另外?|剩余)/;
/** （占62.5%） behind a part, or a noun. */
const BEHIND = /^(?:[^，。；、：\d（）()]{0,8})(?:[（(][^（）()]{0,24}[）)])?(?=[、，,；;。和及）)]|$)/;
/** Averages, rates and prices: a part of these may well be more than the whole. */
const NO_TOTAL = new RegExp(words.noTotal.words.replaceAll(' ', '|'));
/** 每个乡镇2名: how often is not told. */
export const EACH = /[每各均]/;
/** 24小时（农村72小时）内, 50米（水源地100米）以外: what holds elsewhere, and no part. */
const STANDARD = /时|天|日|月|年|周|分|岁|米|里|元$/;
/** A sum has no more parts than this. */
export const MOST_PARTS = 20;

export function* sumSlips(text: string, quantities: readonly Quantity[]): Iterable<Slip> {
  for (const [index, total] of quantities.entries()) {
    if (total.rough || !isAmount(text, total)) continue;
    const { end } = quantities[lastBeside(quantities, index)]?.span ?? total.span;
    const rest = text.slice(end, end + 44);
    const among = AMONG.exec(rest);
    const lead = among ?? OPENED.exec(rest);
    if (!lead) continue;
    // 其中2024年38处 is of a year
    const after = quantities
      .slice(index + 1, index + MOST_PARTS)
      .filter(({ unit, value }) => !(unit === '年' && value.gt(1900)));
    const members = membersOf(clauseBefore(text, total.span.start, '、'));
    const parts = partsFrom(text, end + lead[0].length, after, total.unit, members);
    if (!among && !isWhole(parts)) continue;
    if (parts.length === 1 && /[（(]$/.test(lead[0]) && STANDARD.test(total.unit)) continue;
    const earlier = inSentence(text, quantities.slice(Math.max(0, index - MOST_PARTS), index), total);
    // 125人，其中技术人员98人（医生40人: what is in brackets is of the figure before them
    const before = /^[^，。；]*[（(]$/.test(lead[0]) ? [] : earlier;
    // 项目30个，总投资85亿元，其中新建项目18个
    const unit = parts[0]?.quantity.unit;
    const whole = unit === total.unit ? total : earlier.findLast((each) => each.unit === unit && !each.rough);
    if (!whole || !isAmount(text, whole)) continue;
    const slip = compare(
      text,
      whole,
      parts,
      /^分别/.test(among?.[1] ?? ''),
      before.filter((each) => each !== whole),
      after,
    );
    if (slip) yield slip;
  }
}

/** 男 and 女: together they are all there is. */
function isWhole(parts: readonly Part[]): boolean {
  const labels = parts.map(({ label }) => label);
  return parts.length > 1 && (divisionOf(labels)?.whole === true || areShares(labels, true) || isPartition(labels));
}

export function isAmount(text: string, { unit, span }: Quantity): boolean {
  if (unit === '' || unit === '倍' || unit === '成' || /[%‰点]/.test(unit)) return false;
  const clause = /[^，。；：]*$/.exec(text.slice(Math.max(0, span.start - 40), span.start))?.[0] ?? '';
  return !NO_TOTAL.test(clause.replace('评价', ''));
}

/** After a comma another sentence begins, but where the label belongs with those before. */
function partsFrom(
  text: string,
  from: number,
  quantities: readonly Quantity[],
  unit: string,
  members: readonly string[],
): Part[] {
  const parts: Part[] = [];
  let at = from;
  for (const [index, first] of quantities.entries()) {
    if (first.span.start < at) continue;
    const label = LABEL.exec(text.slice(at, first.span.start))?.[1];
    if (label === undefined || (/^[，,；;]/.test(text.slice(at)) && !goesOn(parts, label, members))) break;
    const beside = quantities.slice(index, lastBeside(quantities, index) + 1);
    parts.push({ label, quantity: beside.find((each) => each.unit === unit) ?? first });
    const { end } = beside.at(-1)?.span ?? first.span;
    const behind = BEHIND.exec(text.slice(end, end + 40));
    if (!behind) break;
    at = end + behind[0].length;
  }
  return parts;
}

/** 12户31间: the place of the last of those that stand side by side. */
function lastBeside(quantities: readonly Quantity[], index: number): number {
  let last = index;
  while (quantities[last + 1] && quantities[last + 1]?.span.start === quantities[last]?.span.end) last++;
  return last;
}

function goesOn(parts: readonly Part[], label: string, members: readonly string[]): boolean {
  const labels = [...parts.map((part) => part.label), label];
  if (areNamed(labels, members) || areShares(labels)) return true;
  if (REST.test(label) || divisionOf(labels, false) !== undefined || isPartition(labels) || arePlaces(labels))
    return true;
  return label.length > 2 && endAlike(labels);
}

/** 种粮补贴, 农机补贴 */
function endAlike(labels: readonly string[]): boolean {
  return areAlike(labels) && labels.every((label) => label.slice(-2) === labels[0]?.slice(-2));
}

function compare(
  text: string,
  total: Quantity,
  all: readonly Part[],
  exhaustive: boolean,
  before: readonly Quantity[],
  after: readonly Quantity[],
): Slip | undefined {
  const end = all.findIndex(({ quantity }) => quantity.unit !== total.unit);
  const parts = end < 0 ? all : all.slice(0, end);
  if (parts.length === 0 || parts.some(({ label, quantity }) => quantity.rough || EACH.test(label))) return undefined;
  const whole = (value: Big) => before.some(({ unit, value: other }) => unit === total.unit && other.gte(value));
  const larger = parts.find(({ quantity }) => quantity.value.gt(total.value));
  if (larger) {
    if (whole(larger.quantity.value)) return undefined;
    return {
      span: larger.quantity.span,
      message: `其中的“${textAt(text, larger.quantity.span)}”比总数“${textAt(text, total.span)}”还多`,
      related: [{ span: total.span, message: '总数' }],
    };
  }
  const amounts = parts.map(({ quantity }) => quantity);
  const labels = parts.map(({ label }) => label);
  const sum = sumOf(amounts);
  const off = sum.minus(total.value);
  if (parts.length < 2 || off.abs().lte(loosenessOf([...amounts, total]))) return undefined;
  const division = divisionOf(labels);
  const rest = REST.test(labels.at(-1) ?? '') && !goesOnBehind(text, parts, after);
  const named = areNamed(labels, membersOf(clauseBefore(text, total.span.start, '、')));
  const complete =
    exhaustive || division?.whole === true || rest || named || areShares(labels, true) || isPartition(labels, true);
  if (whole(sum)) return undefined;
  const isAll = complete || (off.gt(0) && division) || mayMakeAll(parts, total.value, sum);
  if (!isAll || (!complete && !division && goesOnBehind(text, parts, after))) return undefined;
  return { ...unequal(text, total, amounts, sum), ...(complete || division ? {} : { severity: 'info' }) };
}

/** 其他收入50万元，上年结转80万元: the list has not ended yet. */
function goesOnBehind(text: string, parts: readonly Part[], after: readonly Quantity[]): boolean {
  const last = parts.at(-1)?.quantity;
  const next = last && after.find(({ span, unit }) => span.start > last.span.start && unit === last.unit);
  return next !== undefined && !ENDED.test(text.slice(last?.span.end, next.span.start));
}

/** A stop, and what is told of another year. */
const ENDED = /[。；）]|[，,](?:同?比|较|[上去]年同期)/;

export function unequal(text: string, total: Quantity, parts: readonly Quantity[], sum: Big): Slip {
  const first = parts[0]?.span.start ?? total.span.end;
  const last = parts.at(-1)?.span.end ?? total.span.end;
  const right = writtenLike(text, total, sum);
  return {
    span: total.span,
    message: `各项相加是${decimal(sum)}${total.unit}，这里写“${textAt(text, total.span)}”`,
    related: [{ span: { start: first, end: last }, message: '各项' }],
    fixes: right === undefined ? [] : choices(total.span, right),
  };
}

function writtenLike(text: string, { span, numeral, scale, unit }: Quantity, sum: Big): string | undefined {
  if (!/^\d/.test(numeral)) return undefined;
  const factor = scale === '万亿' ? '1e12' : scale === '亿' ? '1e8' : scale === '万' ? '1e4' : '1';
  return textAt(text, span).replace(numeral + scale + unit, `${sum.div(factor).toFixed()}${scale}${unit}`);
}

function textAt(text: string, { start, end }: Span): string {
  return text.slice(start, end);
}
