/** From one figure to another: 由10万人增加到12万人，增长20%; the direction and the rate must be those of the figures. */
import Big from 'big.js';
import words from '../../../data/count-words.json';
import { choices } from '../report';
import type { Quantity } from './_quantities';
import type { Slip } from './_slip';

const UP = words.change.up.replaceAll(' ', '|');
const DOWN = words.change.down.replaceAll(' ', '|');
const OPPOSITE: Readonly<Record<string, string>> = {
  增加: '减少',
  增长: '下降',
  提高: '降低',
  上升: '下降',
  扩大: '缩小',
  减少: '增加',
  下降: '上升',
  降低: '提高',
};
/** 由, 从2020年的, 从上年的每亩: what stands before the first figure. */
const FROM = /[由从]((?:[^，。；：、\d由从]{0,20})(?:\d{4}年[初底末]?的?[^，。；、\d]{0,12})?)$/;
/** 大幅增加到, 提高至2025年的 */
const CHANGE = new RegExp(
  `^(?:${words.change.pace.replaceAll(' ', '|')})?(${UP}|${DOWN})(?:到|至|为|成)了?(?:(?:\\d{4}年|今年|目前|现在)[初底末]?的)?`,
);
/** ，增长 and （同比下降; 年均 and 实际 are reckoned otherwise */
const RATE = new RegExp(
  `^[，、,（(]?(?:净|累计|总体|整体|共|一共|同比|[比较](?:上年|去年))?(?:${UP}|${DOWN}|增幅|降幅|增速)(?:了|达到?|为|幅度)*`,
);
/** What counts down as it gets better, or is no amount: 第3位, 二级, 21点. */
const NO_AMOUNT = /^(?:位|级|类|等|期|月|日|点|时|号|层|档|线|星|[\d:：]|[（(]?第)/;
const RANK = /排名|位次|名次|位居|列第|排在|等级|级别/;
/** Figures before these are of current prices, rates of constant ones. */
const CONSTANT_PRICES = /生产总值|GDP|增加值|总产值|经济总量|可比|不变价|实际/;
/** 由下降5%: the figure is a fall. */
const FALL = /[降减跌负亏]/;

const CHANGED = new RegExp(`(?:${UP}|${DOWN})[到至为成]`);

/** False for a line that tells of no growth from one figure to another. */
export function tellsGrowth(text: string): boolean {
  return (text.includes('由') || text.includes('从')) && CHANGED.test(text);
}

/** So much of a sentence is read to know what its figures are of. */
const LONGEST = 100;

export function* growthSlips(text: string, quantities: readonly Quantity[]): Iterable<Slip> {
  if (!tellsGrowth(text)) return;
  const byStart = new Map(quantities.map((quantity) => [quantity.span.start, quantity]));
  for (const from of quantities) {
    const label = FROM.exec(text.slice(Math.max(0, from.span.start - 36), from.span.start))?.[1];
    if (label === undefined || from.rough) continue;
    const change = CHANGE.exec(text.slice(from.span.end, from.span.end + 24));
    const to = change && byStart.get(from.span.end + change[0].length);
    const verb = change?.[1];
    if (!to || !verb || to.rough || !comparable(from, to) || FALL.test(label)) continue;
    const clause = /[^。]*$/.exec(text.slice(Math.max(0, from.span.start - LONGEST), from.span.start))?.[0] ?? '';
    const up = new RegExp(`^(?:${UP})$`).test(verb);
    if (isAmount(text, from, to, clause) && (up ? to.value.lt(from.value) : to.value.gt(from.value))) {
      yield wrongWay(text, from, to, verb, up);
      continue;
    }
    const rate = RATE.exec(text.slice(to.span.end, to.span.end + 16));
    const by = rate && byStart.get(to.span.end + rate[0].length);
    if (!rate || !by || by.rough || from.value.eq(0)) continue;
    if (/同比|[比较]/.test(rate[0]) && /年/.test(label)) continue;
    const slip = wrongRate(text, from, to, by, CONSTANT_PRICES.test(clause));
    if (slip) yield slip;
  }
}

function comparable(from: Quantity, to: Quantity): boolean {
  if (from.unit === to.unit) return !(from.unit === '年' && from.value.gt(1000));
  return from.unit === '' && from.scale === to.scale && to.unit !== '%' && to.unit !== '个百分点';
}

function isAmount(text: string, from: Quantity, to: Quantity, clause: string): boolean {
  if (RANK.test(clause) || from.unit === '位' || from.unit === '级' || from.unit === '类' || from.unit === '层')
    return false;
  return !(NO_AMOUNT.test(text.slice(from.span.end)) || NO_AMOUNT.test(text.slice(to.span.end)));
}

function shown(text: string, { span }: Quantity): string {
  return text.slice(span.start, span.end);
}

function wrongWay(text: string, from: Quantity, to: Quantity, verb: string, up: boolean): Slip {
  const verbAt = text.indexOf(verb, from.span.end);
  const opposite = OPPOSITE[verb];
  return {
    span: { start: verbAt, end: to.span.end },
    message: `“${shown(text, to)}”比“${shown(text, from)}”${up ? '小' : '大'}，与“${verb}”不合`,
    related: [{ span: from.span, message: '原来的数字' }],
    fixes: [
      ...(opposite ? choices({ start: verbAt, end: verbAt + verb.length }, opposite) : []),
      {
        title: '两个数字对调',
        edits: [
          { span: from.span, newText: shown(text, to) },
          { span: to.span, newText: shown(text, from) },
        ],
        preferred: false,
      },
    ],
  };
}

function wrongRate(text: string, from: Quantity, to: Quantity, by: Quantity, otherPrices: boolean): Slip | undefined {
  const difference = to.value.minus(from.value).abs();
  const looseness = from.step.plus(to.step).div(2).plus(by.step);
  const isNear = (value: Big) => value.minus(by.value).abs().lte(looseness);
  const slip = (right: string, message: string): Slip => ({
    span: by.span,
    message,
    related: [{ span: { start: from.span.start, end: to.span.end }, message: '前后两个数字' }],
    fixes: right === '' ? [] : choices(by.span, right),
  });
  const isPoints = by.unit === '个百分点' || by.unit === '百分点';
  if (from.unit === '%' && (isPoints || by.unit === '%')) {
    const right = `${decimal(difference)}个百分点`;
    if (isNear(difference)) {
      const relative = difference.div(from.value).times(100);
      if (isPoints || relative.minus(by.value).abs().lte(by.step.div(2))) return undefined;
      return slip(right, `由${shown(text, from)}到${shown(text, to)}相差“${right}”，不是“${shown(text, by)}”`);
    }
    if (!isPoints && withinRate(from, to, by)) return undefined;
    return slip(right, `由${shown(text, from)}到${shown(text, to)}相差${right}，这里写“${shown(text, by)}”`);
  }
  if (by.unit === '%') {
    if (otherPrices || withinRate(from, to, by)) return undefined;
    const right = `${rounded(difference.div(from.value).times(100), by.step)}%`;
    return slip(right, `由${shown(text, from)}到${shown(text, to)}，应为${right}，这里写“${shown(text, by)}”`);
  }
  if (by.unit === '倍' && to.value.gt(from.value)) {
    const times = to.value.div(from.value);
    const near = (value: Big) =>
      value
        .minus(by.value)
        .abs()
        .lte(by.step.gt(0) ? by.step : '0.5');
    if (near(times.minus(1))) return undefined;
    const right = `${rounded(times.minus(1), by.step.gt(0) ? by.step : new Big('0.1'))}倍`;
    return slip(right, `由${shown(text, from)}到${shown(text, to)}，增加的是${right}，这里写“${shown(text, by)}”`);
  }
  if (by.unit === from.unit && by.unit !== '' && by.unit !== '%') {
    if (isNear(difference)) return undefined;
    return slip('', `由${shown(text, from)}到${shown(text, to)}相差${decimal(difference)}，这里写“${shown(text, by)}”`);
  }
  return undefined;
}

/** True when the figures as rounded allow for the rate as rounded or cut off. */
function withinRate(from: Quantity, to: Quantity, by: Quantity): boolean {
  const low = from.value.minus(from.step.div(2));
  const high = from.value.plus(from.step.div(2));
  const one = to.value.gt(from.value)
    ? to.value.minus(to.step.div(2)).div(high).minus(1)
    : new Big(1).minus(to.value.plus(to.step.div(2)).div(low));
  const other = to.value.gt(from.value)
    ? to.value.plus(to.step.div(2)).div(low).minus(1)
    : new Big(1).minus(to.value.minus(to.step.div(2)).div(high));
  const step = by.step.div(100);
  const rate = by.value.div(100);
  return rate.gte(one.minus(step)) && rate.lte(other.plus(step));
}

/** The value with as many decimals as the step has. */
function rounded(value: Big, step: Big): string {
  const decimals = step.gte(1) || step.eq(0) ? 0 : step.toFixed().length - 2;
  return value.round(decimals).toFixed();
}

/** 15000 as 1.5万. */
export function decimal(value: Big): string {
  const [scale, name] = value.gte('1e8')
    ? (['1e8', '亿'] as const)
    : value.gte('1e4')
      ? (['1e4', '万'] as const)
      : (['1', ''] as const);
  return `${value.div(scale).round(4).toFixed()}${name}`;
}
