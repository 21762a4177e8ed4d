/** So much for each: 发放补助48万元，惠及1200人，人均400元. */
import { choices } from '../report';
import { decimal } from './_change';
import { clauseBefore } from './_clause';
import type { Quantity } from './_quantities';
import type { Slip } from './_slip';

/** ，人均 between the two; what is told of a month or a year is reckoned otherwise. */
const EACH =
  /^[^，。；：\d]{0,4}[，,](?:平均)?(?<of>人均|户均|每人|每户)(?:补助|发放|分红|奖励|救助|慰问)?(?:金)?(?:约?为|达到?)?$/;
/** What is handed out is handed out to these, and to no others. */
const HANDED_OUT = /发放|兑现|拨付|分红|慰问金|救助金/;
const OF_A_TIME = /[每月季]|累计|最高|标准/;
/** 3月5日前 is no time that the money is for. */
const DAY = /\d{1,2}月\d{1,2}日/g;
const UNITS: Readonly<Record<string, readonly string[]>> = {
  人: ['人', '名'],
  户: ['户'],
};

/** A line without one of these tells of no average. */
export const AVERAGE_TRACE = /[人户]均|每[人户]|平均每/;

export function* averageSlips(text: string, quantities: readonly Quantity[]): Iterable<Slip> {
  yield* perHeadSlips(text, quantities);
  yield* perThingSlips(text, quantities);
  for (const [index, average] of quantities.entries()) {
    const [one, other] = quantities.slice(Math.max(0, index - 2), index);
    if (!one || !other || average.unit !== '元' || [one, other, average].some(({ rough }) => rough)) continue;
    const of = EACH.exec(text.slice(other.span.end, average.span.start))?.groups?.of ?? '';
    const units = UNITS[of.replace(/[均每]/, '')];
    const heads = [one, other].find(({ unit }) => units?.includes(unit));
    const total = [one, other].find(({ unit }) => unit === '元');
    if (!heads || !total || heads.value.eq(0)) continue;
    const sentence = text.slice(text.lastIndexOf('。', one.span.start) + 1, other.span.end);
    const told = text.slice(one.span.start - clauseBefore(text, one.span.start).length, other.span.end);
    if (!HANDED_OUT.test(told) || OF_A_TIME.test(sentence.replace(DAY, ''))) continue;
    if ((told.match(/\d+(?:\.\d+)?/g) ?? []).length > 2) continue;
    const exact = total.value.div(heads.value);
    const looseness = total.step
      .div(2)
      .div(heads.value)
      .plus(average.step.gt(0) ? average.step : 1);
    if (exact.minus(average.value).abs().lte(looseness)) continue;
    const shown = ({ span }: Quantity) => text.slice(span.start, span.end);
    const right = `${decimal(exact.round(2))}元`;
    yield {
      span: average.span,
      message: `“${shown(total)}”按“${shown(heads)}”平均是${right}，这里写“${shown(average)}”`,
      related: [
        { span: total.span, message: '总额' },
        { span: heads.span, message: of.endsWith('户') || of.startsWith('户') ? '户数' : '人数' },
      ],
      fixes: choices(average.span, right),
    };
  }
}

/** 护林员412名，人均管护面积1408亩，管护总面积58万亩: what the average is of is named in both. */
const OF_EACH = /(?:[人户]均|平均每[人户名])(?<what>\p{Script=Han}{2,8}?)(?:约?为|达到?)?$/u;

function* perHeadSlips(text: string, quantities: readonly Quantity[]): Iterable<Slip> {
  for (const [index, average] of quantities.entries()) {
    const what = OF_EACH.exec(text.slice(Math.max(0, average.span.start - 14), average.span.start))?.groups?.what;
    if (what === undefined || average.rough || average.value.eq(0)) continue;
    const near = quantities.slice(Math.max(0, index - 2), index + 2).filter((each) => each !== average);
    const total = near.find((each) => {
      const label = clauseBefore(text, each.span.start);
      return each.unit === average.unit && !each.rough && isTotalOf(label, what);
    });
    const heads = near.find(({ unit, rough }) => !rough && (unit === '人' || unit === '名' || unit === '户'));
    const between =
      total &&
      heads &&
      text.slice(Math.min(total.span.end, heads.span.end), Math.max(total.span.start, heads.span.start));
    if (!total || !heads || heads.value.eq(0) || /[。；]/.test(between ?? '')) {
      yield* misplaced(text, quantities.slice(Math.max(0, index - 8), index), average);
      continue;
    }
    const exact = total.value.div(heads.value);
    const looseness = total.step
      .plus(exact.times('0.01'))
      .div(heads.value)
      .plus(average.step)
      .plus(exact.times('0.02'));
    if (exact.minus(average.value).abs().lte(looseness)) continue;
    const shown = ({ span }: Quantity) => text.slice(span.start, span.end);
    const right = `${decimal(exact.round(2))}${average.unit}`;
    yield {
      span: average.span,
      message: `“${shown(total)}”按“${shown(heads)}”平均是${right}，这里写“${shown(average)}”`,
      related: [
        { span: total.span, message: '总数' },
        { span: heads.span, message: heads.unit === '户' ? '户数' : '人数' },
      ],
    };
  }
}

/** 网点86个，服务农户2580户，平均每个网点服务30户 */
const PER =
  /平均每[个名家座处辆台]?(?<noun>\p{Script=Han}{2,4})(?:服务|负责|承担|拥有|管护|覆盖|发放|培训|有|为|达)(?:约|近)?$/u;

export function* perThingSlips(text: string, quantities: readonly Quantity[]): Iterable<Slip> {
  for (const [index, average] of quantities.entries()) {
    const noun = PER.exec(text.slice(Math.max(0, average.span.start - 14), average.span.start))?.groups?.noun;
    const [things, total] = quantities.slice(Math.max(0, index - 2), index);
    if (noun === undefined || !things || !total || [things, total, average].some(({ rough }) => rough)) continue;
    const isOf = clauseBefore(text, things.span.start).endsWith(noun) || text.startsWith(noun, things.span.end);
    if (
      !isOf ||
      total.unit !== average.unit ||
      things.value.eq(0) ||
      /[。；]/.test(text.slice(things.span.end, average.span.start))
    )
      continue;
    const exact = total.value.div(things.value);
    const looseness = total.step.div(2).div(things.value).plus(average.step).plus(exact.times('0.02')).plus(1);
    if (exact.minus(average.value).abs().lte(looseness)) continue;
    const shown = ({ span }: Quantity) => text.slice(span.start, span.end);
    yield {
      span: average.span,
      message: `“${shown(total)}”按“${shown(things)}”平均是${decimal(exact.round(1))}${average.unit}，这里写“${shown(average)}”`,
      related: [
        { span: things.span, message: noun },
        { span: total.span, message: '总数' },
      ],
    };
  }
}

/** 管护总面积 is of 管护面积, 托管面积 of 托管. */
function isTotalOf(label: string, what: string): boolean {
  return label.includes('总')
    ? label.replace('总', '').endsWith(what)
    : /[积量额]$/.test(label) && label.includes(what);
}

/** What rounding leaves of a power of ten. */
const NEAR_ENOUGH = 0.01;

/** 接待游客286万人次，实现收入18.7万元，人均消费654元: right but for the 万 and 亿. */
function* misplaced(text: string, before: readonly Quantity[], average: Quantity): Iterable<Slip> {
  const start = text.lastIndexOf('。', average.span.start);
  const near = before.filter(({ span, rough }) => span.start > start && !rough);
  const total = near.findLast(({ unit }) => unit === '元' && average.unit === '元');
  if (!total || total.value.eq(0)) return;
  const placesOf = ({ value }: Quantity) =>
    Math.log10(total.value.toNumber() / value.toNumber() / average.value.toNumber());
  const all = near.filter(({ unit, value }) => /^(?:人|人次|户)$/.test(unit) && value.gt(0));
  const heads = all.find((each) => Math.abs(Math.abs(placesOf(each)) - 4) < NEAR_ENOUGH);
  if (!heads || all.some((each) => Math.abs(placesOf(each)) < NEAR_ENOUGH)) return;
  const shown = ({ span }: Quantity) => text.slice(span.start, span.end);
  yield {
    span: total.span,
    message: `“${shown(total)}”按“${shown(heads)}”平均，与“${shown(average)}”差了四位，“万”“亿”有误`,
    related: [
      { span: heads.span, message: '人数' },
      { span: average.span, message: '平均数' },
    ],
  };
}
