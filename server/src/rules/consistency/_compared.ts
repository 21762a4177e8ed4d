/** A figure beside that of the year before: 320件，比上年的400件下降20%; 5000万元，去年同期为4000万元，增长25%. */
import words from '../../../data/count-words.json';
import { choices } from '../report';
import { comparable, decimal, isConstantPrice, wrongRate, wrongWay } from './_change';
import type { Quantity } from './_quantities';
import type { Slip } from './_slip';

const UP = words.change.up.replaceAll(' ', '|');
const DOWN = words.change.down.replaceAll(' ', '|');
const BEFORE = '(?:上年|去年|前年|上月|上季度|年初|上年末|去年底|同期|(?:19|20)\\d{2}年)';

/** A line without one of these compares nothing. */
export const COMPARED_TRACE =
  /[比较][^，。；]{0,8}(?:[上去前]年|同期|[上同]月|年初|(?:19|20)\d{2}年)|[上去]年(?:同期)?[^，。；\d]{0,4}\d/;

/** ，比上年的 and ，较2024年同期的 and ，去年同期为 */
const BETWEEN = new RegExp(
  `^[^，。；：\\d]{0,4}[，,](?:(?:同比)?[比较]${BEFORE}(?:同期|[初末底])?的|(?:上年|去年)(?:同期)?(?:为|是|有|仅|只有))$`,
);
/** 增加6天, ，同比下降20% */
const CHANGE = new RegExp(`^[，,]?(?:同比|净|共|大幅|大幅度)?(?<verb>${UP}|${DOWN})(?:了|达到?)?(?=\\d)`);
/** What a change is told in, besides the unit itself. */
const RATES = /^(?:%|倍|个?百分点)$/;
const IS_UP = new RegExp(`^(?:${UP})$`);

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
    const to = figures[index - 1];
    const by = figures[index + 1];
    if (!to || !by || from.rough || to.rough || by.rough || from.value.eq(0) || !comparable(from, to)) continue;
    if (!BETWEEN.test(text.slice(to.span.end, from.span.start))) continue;
    const verb = CHANGE.exec(text.slice(from.span.end, from.span.end + 12))?.groups?.verb;
    if (verb === undefined || by.span.start - from.span.end > 10 || !(by.unit === from.unit || RATES.test(by.unit)))
      continue;
    const clause = text.slice(Math.max(0, to.span.start - 40), to.span.start);
    const up = IS_UP.test(verb);
    const slip = (up ? to.value.lt(from.value) : to.value.gt(from.value))
      ? wrongWay(text, from, to, verb, up)
      : wrongRate(text, from, to, by, isConstantPrice(clause));
    if (slip) yield slip;
  }
}
