/** What was done and what is left make the whole: 应签约312户，已签约287户，还有25户未签约. */
import { choices } from '../report';
import { decimal } from './_change';
import { clauseBefore } from './_clause';
import { inSentence, type Quantity } from './_quantities';
import type { Slip } from './_slip';
import { isAmount } from './_sums';

/** A line without one of these tells of nothing that is left. */
export const REMAINDER_TRACE = /还剩|剩余|还差|还有|尚有|尚余|结余/;

/** 还剩 before the rest; 还有 only with what is not done behind it. */
const LEFT = /(?:还剩|剩余|还差|尚余|结余)(?:下|有|余)?$/;
const STILL = /(?:还|尚|仍)有$/;
const UNDONE = /^[^，。；\d]{0,6}(?:未|没有?|尚待|正在|待)/;
/** Of the same: 邻村还有60户 is of another. */
const OWN = /^(?:目前|现在?|尚|还|仍|剩|结余|剩余)/;
/** 已签约, 完成, 用去: the part that is done. */
const DONE =
  /(?:已|实际|完成|开工|竣工|到位|达标|拨付|安置|化解|支出|使用|用去?|办结|整改|签约|翻耕|收割|播种|消耗|交付|发放)[^，。；\d]{0,6}$/;

export function* remainderSlips(text: string, quantities: readonly Quantity[]): Iterable<Slip> {
  for (const [index, left] of quantities.entries()) {
    const before = text.slice(Math.max(0, left.span.start - 4), left.span.start);
    const isLeft =
      LEFT.test(before) || (STILL.test(before) && UNDONE.test(text.slice(left.span.end, left.span.end + 10)));
    if (!isLeft || left.rough || !isAmount(text, left) || !OWN.test(clauseBefore(text, left.span.start))) continue;
    // 还有6个正在整改、3个未启动
    const next = quantities.slice(index + 1).find(({ unit }) => unit === left.unit);
    if (next && !/[。；]/.test(text.slice(left.span.end, next.span.start))) continue;
    const alike = inSentence(text, quantities.slice(Math.max(0, index - 6), index), left).filter(
      ({ unit }) => unit === left.unit,
    );
    const [whole, done] = alike;
    // one part of the whole, and no other
    if (!whole || !done || alike.length > 2 || whole.rough || done.rough || done.value.gte(whole.value)) continue;
    if (!DONE.test(text.slice(whole.span.end, done.span.start))) continue;
    const right = whole.value.minus(done.value);
    if (right.minus(left.value).abs().lte(whole.step.plus(done.step).plus(left.step).div(2))) continue;
    const shown = ({ span }: Quantity) => text.slice(span.start, span.end);
    yield {
      span: left.span,
      message: `“${shown(whole)}”减去“${shown(done)}”是${decimal(right)}${left.unit}，这里写“${shown(left)}”`,
      related: [
        { span: whole.span, message: '总数' },
        { span: done.span, message: '已有的数' },
      ],
      fixes: left.scale === '' && /^\d/.test(left.numeral) ? choices(left.span, `${right.toFixed()}${left.unit}`) : [],
    };
  }
}
