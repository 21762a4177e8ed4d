/** A share whose whole stands elsewhere in the paragraph: 税收占一般公共预算收入的比重为72%; 占57% of the same as the shares before. */
import type { Quantity } from './_quantities';
import { fits, ratioSlip } from './_ratios';
import type { Slip } from './_slip';

/** 税收占一般公共预算收入的比重为, 占支出总额的 */
const NAMED =
  /[，。；、：（(](?<part>\p{Script=Han}{2,8}?)?占(?<whole>\p{Script=Han}{2,12}?)(?:总额|总量|总数|总值|总规模)?(?:的(?:比[重例](?:为|达到?|是)?)?|比[重例](?:为|达到?|是)?)$/u;
/** 126人转到外地参保，占 */
const PLAIN = /^[^。；：\d（）()]{0,16}[，,（(]占$/;
/** 家基层社中， */
const AMONG = /^[^，。；：\d]{0,12}(?<!其)中[，,]?[^，。；：\d]{0,14}$/;
/** A share is of no figure farther back than this. */
const FARTHEST = 12;

export function* namedShareSlips(text: string, quantities: readonly Quantity[]): Iterable<Slip> {
  let established: Quantity | undefined;
  for (const [index, share] of quantities.entries()) {
    if (share.unit !== '%' || share.rough || share.value.eq(0)) continue;
    const before = quantities
      .slice(Math.max(0, index - FARTHEST), index)
      .filter(({ unit }) => unit !== '%' && unit !== '');
    const last = before.at(-1);
    if (!last) continue;
    const words = text.slice(Math.max(0, share.span.start - 30), share.span.start);
    const named = NAMED.exec(words)?.groups;
    if (named) {
      const whole = only(before.filter((each) => isCalled(text, each, named.whole ?? '')));
      const part = named.part ? only(before.filter((each) => isCalled(text, each, named.part ?? '', true))) : last;
      if (!whole || !part || part === whole || part.rough || whole.rough || part.unit !== whole.unit) continue;
      if (part.value.lt(whole.value) && !fits(part, whole, share)) yield ratioSlip(text, { part, whole }, share);
      continue;
    }
    if (!PLAIN.test(text.slice(last.span.end, share.span.start)) || last.rough) continue;
    // 18家基层社中15家盈利，占83.3%
    const [outer] = before.slice(-2);
    const isAmong =
      outer !== undefined &&
      outer !== last &&
      !outer.rough &&
      isOneKind(outer.unit, last.unit) &&
      AMONG.test(text.slice(outer.span.end, last.span.start));
    if (isAmong && last.value.lt(outer.value)) {
      const whole = { ...outer, unit: last.unit };
      if (fits(last, whole, share)) established = outer;
      else yield ratioSlip(text, { part: last, whole }, share);
      continue;
    }
    const wholes = before.filter((each) => each.value.gt(last.value) && isOneKind(each.unit, last.unit));
    const own = wholes.find((each) => fits(last, { ...each, unit: last.unit }, share));
    if (own) established = own;
    // 342人…，占57%；126人…，占31%: of one whole
    else if (
      established &&
      wholes.includes(established) &&
      text.slice(established.span.end, share.span.start).split('。').length < 2
    )
      yield ratioSlip(text, { part: last, whole: { ...established, unit: last.unit } }, share);
  }
}

function isOneKind(one: string, other: string): boolean {
  return one === other || (/^[人名位]$/.test(one) && /^[人名位]$/.test(other));
}

/** 一般公共预算收入完成18.62亿元 is called 一般公共预算收入, and 税收收入13.41亿元 税收 */
function isCalled(text: string, { span }: Quantity, name: string, opens = false): boolean {
  const label = /[^，。；：、\d（）()]*$/.exec(text.slice(Math.max(0, span.start - 24), span.start))?.[0] ?? '';
  const bare = label.replace(/(?:共|合计|总计|总额|总量|总值|实现|完成|达到?|为|是)+$/, '');
  return opens ? bare.startsWith(name) : bare.endsWith(name);
}

function only<T>(found: readonly T[]): T | undefined {
  return found.length === 1 ? found[0] : undefined;
}
