/** A figure beside that of the year before: 320件，比上年的400件下降20%; 5000万元，去年同期为4000万元，增长25%. */
import words from '../../../data/count-words.json';
import { choices } from '../report';
import { comparable, decimal, isConstantPrice, wrongRate, wrongWay } from './_change';
import { inSentence, type Quantity } from './_quantities';
import type { Slip } from './_slip';

const UP = words.change.up.replaceAll(' ', '|');
const DOWN = words.change.down.replaceAll(' ', '|');
const BEFORE =
  '(?:上年|去年|前年|上学年|上学期|上半年|上个?月|上季度|上届|上期|年初|上年末|去年底|去年“[^“”]{1,6}”|去年[春国五]节?|同期|(?:19|20)\\d{2}年)';

/** A line without one of these compares nothing. */
export const COMPARED_TRACE =
  /[比较][^，。；]{0,8}(?:[上去前]年|同期|[上同]月|年初|(?:19|20)\d{2}年)|[上去]年(?:同期)?[^，。；\d]{0,4}\d|同比(?:净|共)?[增减上下多少]/;

/** ，比上年的 and ，较2024年同期的 and ，去年同期为 */
const BETWEEN = new RegExp(
  `^[^，。；：\\d]{0,4}[，,](?:(?:同比)?[比较]${BEFORE}(?:同期|[初末底])?的|(?:上年|去年)(?:同期)?(?:为|是|有|仅|只有))$`,
);
/** 增加6天, ，同比下降20% */
const CHANGE = new RegExp(`^[，,]?(?:同比|净|共|大幅|大幅度)?(?<verb>${UP}|${DOWN}|多|少)(?:了|达到?)?(?=\\d)`);
/** ，增长12% behind 增加2.6万株 */
const RATE_TOO = new RegExp(`^[，,（(](?:${UP}|${DOWN}|增幅|降幅)(?:为|达到?)?$`);
/** 明显增多 without a figure. */
const NO_FIGURE = new RegExp(`^(?:明显|大幅|大幅度|显著|有所|进一步)?(?<verb>${UP}|${DOWN}|增多)(?=[，。；])`);
/** 比上年减少0.4万亩，增长0.3% */
const OPPOSED = new RegExp(`^[，,（(](?<verb>${UP}|${DOWN})了?$`);
const VERB = new RegExp(`(?<verb>${UP}|${DOWN})了?$`);
/** What a change is told in, besides the unit itself. */
const RATES = /^(?:%|倍|个?百分点)$/;
const IS_UP = new RegExp(`^(?:${UP}|多|增多)$`);
const IS_WAY = new RegExp(`^(?:${UP}|${DOWN})$`);

/** 去年10个 … 比上年增加3个，达到12个 */
const BASE = /(?:[上去]年|年初)(?:同期)?[^，。；\d]{0,6}$/;
const ADDED = /^[^。；\d]{0,24}[比较](?:[上去]年|年初)(?:同期)?净?(?<verb>增加|新增|减少)了?$/;
const REACHED = /^[，,](?:总数|累计)?(?:达到?|为|[增降减]至|(?:增加|减少)到)$/;

export function* addedSlips(text: string, quantities: readonly Quantity[]): Iterable<Slip> {
  for (const [index, base] of quantities.entries()) {
    const [by, to] = quantities.slice(index + 1, index + 3);
    if (!by || !to || [base, by, to].some(({ rough, unit }) => rough || unit !== base.unit)) continue;
    const verb = ADDED.exec(text.slice(base.span.end, by.span.start))?.groups?.verb;
    const isBase = BASE.test(text.slice(Math.max(0, base.span.start - 14), base.span.start));
    if (verb === undefined || !isBase || !REACHED.test(text.slice(by.span.end, to.span.start))) continue;
    const right = verb === '减少' ? base.value.minus(by.value) : base.value.plus(by.value);
    const looseness = base.step.plus(by.step).plus(to.step).div(2);
    if (right.minus(to.value).abs().lte(looseness)) continue;
    const shown = ({ span }: Quantity) => text.slice(span.start, span.end);
    yield {
      span: to.span,
      message: `由“${shown(base)}”${verb}“${shown(by)}”是${decimal(right)}${to.unit}，这里写“${shown(to)}”`,
      related: [
        { span: base.span, message: '原来的数字' },
        { span: by.span, message: `${verb}的数字` },
      ],
      fixes: to.scale === '' ? choices(to.span, `${right.toFixed()}${to.unit}`) : [],
    };
  }
}

export function* comparedSlips(text: string, quantities: readonly Quantity[]): Iterable<Slip> {
  // 2024年 is no figure
  const figures = quantities.filter(({ unit, value }) => !(unit === '年' && value.gt(1000)));
  for (const [index, from] of figures.entries()) {
    const last = figures[index - 1];
    if (!last || from.rough || from.value.eq(0) || !BETWEEN.test(text.slice(last.span.end, from.span.start))) continue;
    const before = inSentence(text, figures.slice(Math.max(0, index - MOST), index), from);
    const among = text.lastIndexOf('其中', from.span.start);
    // 共23起，其中甲类15起、乙类8起，比上年的31起减少8起: any of those before may be the one that is compared
    const opposed = opposedBefore(text, last, from);
    if (opposed) yield opposed;
    const found = before
      .filter((to) => !to.rough && comparable(from, to))
      .map((to) => ({ to, slips: changeSlips(text, from, to, figures.slice(index + 1, index + 3)) }));
    if (found.some(({ slips }) => slips.length === 0)) continue;
    yield* (found.findLast(({ to }) => to.span.start < among) ?? found.at(-1))?.slips ?? [];
  }
}

/** 同比下降9.3%，比去年的262万人次净增24.4万人次 */
function opposedBefore(text: string, rate: Quantity, from: Quantity): Slip | undefined {
  if (rate.unit !== '%') return undefined;
  const first = /同比(?<verb>[^，。；\d]{2})$/.exec(text.slice(Math.max(0, rate.span.start - 6), rate.span.start))
    ?.groups?.verb;
  const match = CHANGE.exec(text.slice(from.span.end, from.span.end + 12));
  const verb = match?.groups?.verb;
  if (first === undefined || !verb || !match || !IS_WAY.test(first) || IS_UP.test(first) === IS_UP.test(verb))
    return undefined;
  const start = from.span.end + match[0].length - verb.length;
  return {
    span: { start, end: start + verb.length },
    message: `前面说“同比${first}”，这里说“${verb}”，一增一减`,
    related: [{ span: { start: rate.span.start - first.length - 2, end: rate.span.end }, message: '前面的说法' }],
  };
}

/** So many figures before may be the one that is compared. */
const MOST = 8;

/** What is wrong with the change that is told, if any is. */
function changeSlips(text: string, from: Quantity, to: Quantity, [by, rate]: readonly Quantity[]): Slip[] {
  const behind = text.slice(from.span.end, from.span.end + 12);
  const clause = text.slice(Math.max(0, to.span.start - 40), to.span.start);
  const verb = CHANGE.exec(behind)?.groups?.verb ?? NO_FIGURE.exec(behind)?.groups?.verb;
  if (verb === undefined) return [];
  const up = IS_UP.test(verb);
  if (up ? to.value.lt(from.value) : to.value.gt(from.value)) return [wrongWay(text, from, to, verb, up)];
  const isTold = by && by.span.start - from.span.end <= 10 && !by.rough;
  if (!isTold || !(by.unit === from.unit || RATES.test(by.unit))) return [];
  const rates =
    rate?.unit === '%' && !rate.rough && RATE_TOO.test(text.slice(by.span.end, rate.span.start)) ? [by, rate] : [by];
  return rates.flatMap((each) => wrongRate(text, from, to, each, isConstantPrice(clause)) ?? []);
}

/** 比年初净增8家，增长12%: what it was follows from what it is. */
const SINCE = new RegExp(
  `^[^，。；：\\d]{0,4}[，,](?:(?:同比)?[比较](?:${BEFORE}|前年)(?:同期|[初末底])?|同比)(?:净|共)?(?<verb>${UP}|${DOWN}|新增|多|少)了?$`,
);

export function* sinceSlips(text: string, quantities: readonly Quantity[]): Iterable<Slip> {
  const figures = quantities.filter(({ unit, value }) => !(unit === '年' && value.gt(1000)));
  for (const [index, to] of figures.entries()) {
    const [by, rate] = figures.slice(index + 1, index + 3);
    if (!by || !rate || rate.unit !== '%' || by.unit !== to.unit || by.unit === '%' || by.unit === '') continue;
    if (to.rough || by.rough || rate.rough || !RATE_TOO.test(text.slice(by.span.end, rate.span.start))) continue;
    const verb = SINCE.exec(text.slice(to.span.end, by.span.start))?.groups?.verb;
    if (verb === undefined) continue;
    const value = IS_UP.test(verb) || verb === '新增' ? to.value.minus(by.value) : to.value.plus(by.value);
    if (value.lte(0)) continue;
    const from = { ...to, value, step: to.step.plus(by.step) };
    const clause = text.slice(Math.max(0, to.span.start - 40), to.span.start);
    const slip = wrongRate(text, from, to, rate, isConstantPrice(clause));
    if (!slip) continue;
    const right = /应为([^，]+)/.exec(slip.message)?.[1] ?? '';
    const said = ({ span }: Quantity) => text.slice(span.start, span.end);
    yield {
      ...slip,
      message: `“${said(to)}”${verb}了“${said(by)}”，应为${right}，这里写“${said(rate)}”`,
      related: [{ span: { start: to.span.start, end: by.span.end }, message: '现在的数字和增减的数字' }],
    };
  }
}

/** 比上年减少0.4万亩，增长0.3% */
export function* opposedSlips(text: string, quantities: readonly Quantity[]): Iterable<Slip> {
  for (const [index, amount] of quantities.entries()) {
    const rate = quantities[index + 1];
    if (rate?.unit !== '%' || amount.unit === '%' || amount.unit === '' || /点|倍/.test(amount.unit)) continue;
    const verb = OPPOSED.exec(text.slice(amount.span.end, rate.span.start))?.groups?.verb;
    const first = VERB.exec(text.slice(Math.max(0, amount.span.start - 6), amount.span.start))?.groups?.verb;
    if (verb === undefined || first === undefined || IS_UP.test(verb) === IS_UP.test(first)) continue;
    const start = amount.span.end + text.slice(amount.span.end).indexOf(verb);
    const span = { start, end: rate.span.end };
    const said = text.slice(amount.span.start - first.length, amount.span.end);
    yield {
      span,
      message: `前面说“${said}”，这里说“${text.slice(start, rate.span.end)}”，一增一减`,
      related: [{ span: { start: amount.span.start - first.length, end: amount.span.end }, message: '前面的说法' }],
    };
  }
}
