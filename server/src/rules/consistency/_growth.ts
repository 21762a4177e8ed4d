/** From one figure to another: 由10万人增加到12万人，增长20%; the direction and the rate must be those of the figures. */
import words from '../../../data/count-words.json';
import { comparable, isConstantPrice, notDoubled, wrongRate, wrongWay } from './_change';
import type { Quantity } from './_quantities';
import type { Slip } from './_slip';

const UP = words.change.up.replaceAll(' ', '|');
const DOWN = words.change.down.replaceAll(' ', '|');
/** 由, 从2020年的, 从上年的每亩: what stands before the first figure. */
const FROM = /[由从]((?:[^，。；：、\d由从]{0,20})(?:\d{4}年[初底末]?的?[^，。；、\d]{0,12})?)$/;
/** 大幅增加到, 提高至2025年的 */
const CHANGE = new RegExp(
  `^(?:${words.change.pace.replaceAll(' ', '|')})?(${UP}|${DOWN})(?:到|至|为|成)了?(?:(?:\\d{4}年|今年|目前|现在)[初底末]?的)?`,
);
/** ，增长 and （同比下降; 年均 and 实际 are reckoned otherwise */
const RATE = new RegExp(
  `^[，、,（(]?(?:净|累计|总体|整体|共|一共|同比|[比较](?:上年|去年))?(?:${UP}|${DOWN}|增幅|降幅|增速)(?:了|达到?|为|幅度)*(?=[\\d一二两三四五六七八九十百])`,
);
/** What counts down as it gets better, or is no amount: 第3位, 二级, 21点. */
const NO_AMOUNT = /^(?:位|级|类|等|期|月|日|点|时|号|层|档|线|星|[\d:：]|[（(]?第)/;
const RANK = /排名|位次|名次|位居|列第|排在|等级|级别/;
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
    const doubled = notDoubled(text, from, to);
    if (doubled) yield doubled;
    const rate = RATE.exec(text.slice(to.span.end, to.span.end + 16));
    const by = rate && byStart.get(to.span.end + rate[0].length);
    if (!rate || !by || by.rough || from.value.eq(0)) continue;
    if (/同比|[比较]/.test(rate[0]) && /年/.test(label)) continue;
    const slip = wrongRate(text, from, to, by, isConstantPrice(clause));
    if (slip) yield slip;
  }
}

function isAmount(text: string, from: Quantity, to: Quantity, clause: string): boolean {
  if (RANK.test(clause) || from.unit === '位' || from.unit === '级' || from.unit === '类' || from.unit === '层')
    return false;
  return !(NO_AMOUNT.test(text.slice(from.span.end)) || NO_AMOUNT.test(text.slice(to.span.end)));
}
