/** A total told behind its parts: 甲镇10户、乙镇20户，共计30户. */
import { loosenessOf, sumOf } from './_parts';
import type { Quantity } from './_quantities';
import type { Slip } from './_slip';
import { EACH, MOST_PARTS, unequal } from './_sums';

/** 合计 and 共计 behind a list: 甲镇10户、乙镇20户，共计30户 */
const TOGETHER = /^[，,、；;]?(?:以上)?(?:合计|总计|共计?|三项合计|两项合计)(?:为|是|有|达到?)?$/;

/** ，共奖励6名, ，共形成制度13项 */
const DONE_TOGETHER = /^[，,；;]共\p{Script=Han}{2,4}$/u;
/** So far off it is no longer the total of these. */
const FARTHEST = '0.3';

export function* totalSlips(text: string, quantities: readonly Quantity[]): Iterable<Slip> {
  for (const [index, total] of quantities.entries()) {
    const before = quantities[index - 1];
    if (!before || total.rough || total.unit === '' || total.unit === '%') continue;
    const between = text.slice(before.span.end, total.span.start);
    const isDone = DONE_TOGETHER.test(between);
    if (before.unit !== total.unit || !(isDone || TOGETHER.test(between))) continue;
    const opening = Math.max(
      ...['。', '；', '：', '（', '！'].map((mark) => text.lastIndexOf(mark, before.span.start)),
    );
    const told = quantities.slice(Math.max(0, index - MOST_PARTS), index).filter(({ span }) => span.start > opening);
    // 其余6个县区8批，共33批
    const parts = /共[为是有达到]*$/.test(between) || isDone ? told.filter(({ unit }) => unit === total.unit) : told;
    const [first] = parts;
    if (!first || parts.length < 2 || parts.some(({ unit, rough }) => rough || unit !== total.unit)) continue;
    if (EACH.test(text.slice(Math.max(0, first.span.start - 16), total.span.start))) continue;
    // the list may begin later than the sentence
    const looseness = loosenessOf([...parts, total]);
    const fits = parts.some((_, from) => sumOf(parts.slice(from)).minus(total.value).abs().lte(looseness));
    const off = sumOf(parts).minus(total.value).abs();
    if (fits || (isDone && off.gt(total.value.times(FARTHEST)))) continue;
    yield { ...unequal(text, total, parts, sumOf(parts)), ...(isDone ? { severity: 'info' as const } : {}) };
  }
}
