/** One figure as a share of another: 完成85亿元，占计划100亿元的85%; 抽检500批次，合格485批次，合格率97%. */
import Big from 'big.js';
import { choices } from '../report';
import { inSentence, type Quantity } from './_quantities';
import type { Slip } from './_slip';

/** A line without one of these tells no share. */
export const RATIO_TRACE = /[，,（(]约?占|率(?:为|达到?|是)?\d|的\d/;

/** 占年度计划 before 100亿元的, 完成任务 before 3万亩的 */
const OF_WHOLE = /(?:占|完成|覆盖|达到?|相当于|[为是](?=[^，。；]{0,6}(?:预算|计划|任务|目标)))[^，。；：、\d]{0,14}$/;
/** 脱贫户84户，占25%; 84户（占比25%） */
const OF_TOTAL =
  /^[^，。；：、\d（）()]{0,8}[，,（(](?:约)?占(?:比|(?:总[数量额人口]+|全部|常住人口)的?(?:比[重例])?(?:（[^（）]{1,12}）)?)?(?:为|达到?)?$/;
/** 完成8.6亿元，其中税收收入6亿元，税收占比 */
const OF_PART = /[，,（(、](?<part>\p{Script=Han}{2,6})占比(?:为|达到?|是)?$/u;
/** 占38万亩的, 占38万亩的比重达到 */
const SHARE_OF = /^[^，。；：、\d（）()]{0,4}的(?:比[重例率]?(?:为|是|达到?)?)?$/;
/** 应签8.2万人、已签7.5万人，签约率 */
const DUE = /应(?<verb>[^，。；：、\d应]{1,6})$/;
const PAID = /^[^，。；：、\d（）()]{0,6}[，、](?:实际|已经?|实)(?<verb>[^，。；：、\d]{1,6})$/;
/** 。其中，城镇人口84万人 is of what the sentence before tells first. */
const GOES_ON = /。其中[，,：:]?[^。；]*$/;
/** 应种植面积5000亩，已种植4200亩，占应种植面积的 */
const OF_NAMED = /^[^，。；、：\d（）()]{0,6}[，,]占(?<of>[^，。；、：\d（）()]{3,12})的$/;
/** 合格485批次，合格率为; 收回285份，回收率 */
const RATE =
  /^[^，。；：\d（）()]{0,6}[，,、（(](?:有效|任务|按[期时]|平均|总体|一次)?(?<kind>\p{Script=Han}{2})率(?:为|达到?|是)?$/u;
/** 不合格15批次，合格率 tells of the others. */
const NOT = /[不未非无]/;
/** What grows is no part of what it grew from. */
const CHANGE = /增长|增幅|下降|上升|提高|降低|同比|环比/;

export function* ratioSlips(text: string, quantities: readonly Quantity[]): Iterable<Slip> {
  for (const [index, share] of quantities.entries()) {
    const last = quantities[index - 1];
    if (!last || share.unit !== '%' || share.rough || share.value.eq(0)) continue;
    const behind = text.slice(last.span.end, share.span.start);
    const amounts = inSentence(text, quantities.slice(Math.max(0, index - MOST), index), share);
    const pair = pairOf(text, amounts, behind) ?? pairBefore(text, quantities.slice(0, index), behind);
    if (!pair || pair.part.rough || pair.whole.rough || pair.whole.value.eq(0)) continue;
    if (fits(pair.part, pair.whole, share) || isOfSameWhole(text, quantities, pair, share)) continue;
    // another figure may be the whole of it
    if (amounts.some((whole) => amounts.some((part) => part !== whole && fits(part, whole, share)))) continue;
    yield ratioSlip(text, pair, share);
  }
}

/** A share is of no figure farther back than this. */
const MOST = 8;

export interface Pair {
  readonly part: Quantity;
  readonly whole: Quantity;
}

/** The two figures that the share is told of; the words between the last of them and the share say which. */
function pairOf(text: string, amounts: readonly Quantity[], behind: string): Pair | undefined {
  const last = amounts.at(-1);
  if (!last || last.unit === '' || last.unit === '%') return undefined;
  const told = OF_PART.exec(behind)?.groups?.part;
  if (told) return pairOfPart(text, amounts, told);
  const alike = amounts.slice(0, -1).filter(({ unit }) => unit === last.unit);
  const before = text.slice(amounts.at(-2)?.span.end ?? 0, last.span.start);
  const part = alike.at(-1);
  if (!part) return undefined;
  if (SHARE_OF.test(behind)) return OF_WHOLE.test(before) ? { part, whole: last } : undefined;
  const isAmong = /其中[^，。；、\d]{0,12}$/.test(before);
  if (OF_TOTAL.test(behind)) return isAmong ? { part: last, whole: part } : undefined;
  const named = OF_NAMED.exec(behind)?.groups?.of;
  const whole = named && alike.findLast(({ span }) => text.slice(0, span.start).endsWith(named));
  if (whole) return { part: last, whole };
  const kind = RATE.exec(behind)?.groups?.kind;
  if (!kind || CHANGE.test(kind)) return undefined;
  const own = /[^，。；：、\d]*$/.exec(before)?.[0] ?? '';
  // 收回285份，回收率
  const [first = '', second = ''] = kind;
  const due = DUE.exec(text.slice(0, part.span.start).slice(-10))?.groups?.verb;
  const isDue = due?.includes(first) === true && PAID.exec(before)?.groups?.verb === due;
  // 受理60件，上年结转20件，办结72件: the whole is both
  if (alike.length > 1 && !isDue) return undefined;
  const isOf = isDue || own.includes(kind) || own.includes(second + first);
  return isOf && !NOT.test(own) ? { part: last, whole: part } : undefined;
}

/** 税收收入6亿元 of what is told first in the sentence. */
function pairOfPart(text: string, amounts: readonly Quantity[], name: string): Pair | undefined {
  const among = text.lastIndexOf('其中', amounts.at(-1)?.span.start);
  const part = amounts.findLast(
    ({ span }) =>
      span.start > among && new RegExp(`(?:其中|[、，；])${name}[^、，；\\d]*$`).test(text.slice(among, span.start)),
  );
  const [whole] = amounts;
  return part && whole && whole.span.end <= among ? { part, whole } : undefined;
}

/** 年末常住人口120万人，比上年末减少1万人。其中，城镇人口84万人，占总人口的 */
function pairBefore(text: string, before: readonly Quantity[], behind: string): Pair | undefined {
  const part = before.at(-1);
  if (!part || !OF_TOTAL.test(behind)) return undefined;
  const lead = GOES_ON.exec(text.slice(0, part.span.start));
  if (!lead || /\d/.test(lead[0])) return undefined;
  const start = text.lastIndexOf('。', lead.index - 1);
  const whole = before.find(({ span, unit }) => span.start > start && unit === part.unit);
  return whole && whole !== part ? { part, whole } : undefined;
}

/** 各少数民族18万人，占24%，其中回族12万人，占16%: both shares are of a whole told before. */
function isOfSameWhole(text: string, quantities: readonly Quantity[], { part, whole }: Pair, share: Quantity): boolean {
  const other = quantities[quantities.indexOf(whole) + 1];
  if (other?.unit !== '%' || part.unit !== whole.unit) return false;
  if (!OF_TOTAL.test(text.slice(whole.span.end, other.span.start))) return false;
  const right = part.value.div(whole.value).times(other.value);
  return right.minus(share.value).abs().lte(other.step.plus(share.step));
}

export function fits(part: Quantity, whole: Quantity, share: Quantity): boolean {
  if (part.unit !== whole.unit || whole.value.eq(0) || isFarOff(part, whole, share)) return false;
  const least = part.value.minus(part.step.div(2)).div(whole.value.plus(whole.step.div(2)));
  const most = part.value.plus(part.step.div(2)).div(whole.value.minus(whole.step.div(2)));
  // rounded or cut off
  return (
    share.value.gte(least.times(100).minus(share.step)) && share.value.lte(most.times(100).plus(share.step.div(2)))
  );
}

/** A glance, for exact division takes long. */
function isFarOff(part: Quantity, whole: Quantity, share: Quantity): boolean {
  const rate = (part.value.toNumber() / whole.value.toNumber()) * 100;
  const looseness =
    (part.step.toNumber() / part.value.toNumber() + whole.step.toNumber() / whole.value.toNumber()) * rate;
  return Math.abs(rate - share.value.toNumber()) > 2 * (looseness + share.step.toNumber());
}

export function ratioSlip(text: string, { part, whole }: Pair, share: Quantity): Slip {
  const shown = ({ span }: Quantity) => text.slice(span.start, span.end);
  const decimals = share.step.gte(1) ? 0 : share.step.toFixed().length - 2;
  const right = `${part.value.div(whole.value).times(100).round(decimals, Big.roundHalfUp).toFixed()}%`;
  return {
    span: share.span,
    message: `“${shown(part)}”是“${shown(whole)}”的${right}，这里写“${shown(share)}”`,
    related: [
      { span: part.span, message: '部分' },
      { span: whole.span, message: '总数' },
    ],
    fixes: choices(share.span, right),
  };
}
