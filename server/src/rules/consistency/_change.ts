/** How a change from one figure to another is told, and whether it is the change of these figures. */
import Big from 'big.js';
import type { Span } from '../../text/span';
import { choices } from '../report';
import type { Quantity } from './_quantities';
import type { Slip } from './_slip';

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
/** Figures before these are of current prices, rates of constant ones. */
const CONSTANT_PRICES = /生产总值|GDP|增加值|总产值|经济总量|可比|不变价|实际/;

/** True where figures are of current prices and rates of constant ones. */
export function isConstantPrice(clause: string): boolean {
  return CONSTANT_PRICES.test(clause);
}

export function comparable(from: Quantity, to: Quantity): boolean {
  if (from.unit === to.unit) return !(from.unit === '年' && from.value.gt(1000));
  return from.unit === '' && from.scale === to.scale && to.unit !== '%' && to.unit !== '个百分点';
}

function shown(text: string, { span }: Quantity): string {
  return text.slice(span.start, span.end);
}

/** The figure that stands first may be either. */
export function wrongWay(text: string, from: Quantity, to: Quantity, verb: string, up: boolean): Slip {
  const verbAt = text.indexOf(verb, from.span.end);
  const opposite = OPPOSITE[verb];
  return {
    span: { start: verbAt, end: Math.max(to.span.end, verbAt + verb.length) },
    message: `“${shown(text, to)}”比“${shown(text, from)}”${up ? '小' : '大'}，与“${verb}”不合`,
    related: [
      { span: from.span, message: '原来的数字' },
      { span: to.span, message: '后来的数字' },
    ],
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

/** ，翻了一番; never 近一番 or 一番多 */
const DOUBLED = /^[，、,]?(?:实现)?(?<words>翻了?(?<times>[一两二三123])番)(?!多|以上|有余|左右)/;
const TIMES = '一二三';

/** 翻了一番 of what is not twice as much. */
export function notDoubled(text: string, from: Quantity, to: Quantity): Slip | undefined {
  const match = DOUBLED.exec(text.slice(to.span.end, to.span.end + 10));
  const { words: said = '', times = '' } = match?.groups ?? {};
  if (!match || from.value.eq(0) || from.unit === '%') return undefined;
  const power = /\d/.test(times) ? Number(times) : TIMES.indexOf(times.replace('两', '二')) + 1;
  const wanted = from.value
    .minus(from.step.div(2))
    .times(2 ** power)
    .times('0.95');
  if (to.value.plus(to.step.div(2)).gte(wanted)) return undefined;
  const start = to.span.end + match[0].length - said.length;
  return {
    span: { start, end: start + said.length },
    message: `由${shown(text, from)}到${shown(text, to)}是${decimal(to.value.div(from.value).round(2))}倍，不到“${said}”`,
    related: [{ span: { start: from.span.start, end: to.span.end }, message: '前后两个数字' }],
  };
}

/** The rate told of a change from one figure to the other, wherever they stand. */
export function wrongRate(
  text: string,
  from: Quantity,
  to: Quantity,
  by: Quantity,
  otherPrices: boolean,
): Slip | undefined {
  const difference = to.value.minus(from.value).abs();
  const looseness = from.step.plus(to.step).div(2).plus(by.step);
  const isNear = (value: Big) => value.minus(by.value).abs().lte(looseness);
  const slip = (right: string, message: string): Slip => ({
    span: by.span,
    message,
    related: [{ span: between(from, to), message: '前后两个数字' }],
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

function between({ span: one }: Quantity, { span: other }: Quantity): Span {
  return { start: Math.min(one.start, other.start), end: Math.max(one.end, other.end) };
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
