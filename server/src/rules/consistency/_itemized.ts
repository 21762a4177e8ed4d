/** A whole and its items, each told with more than its amount: 合计9.6万元：桌椅40套，6万元；书架3组，3.6万元; 按经营地分，城镇…亿元，增长…. */
import { divisionOf, loosenessOf, mayMakeAll, type Part, sumOf } from './_parts';
import type { Quantity } from './_quantities';
import type { Slip } from './_slip';
import { isAmount, unequal } from './_sums';

/** A line without one of these tells no items in this way. */
export const ITEMS_TRACE =
  /[共合总][计额]?[^，。；：]{0,8}\d[^，。；：]{0,8}[：:]|按[^，。；：\d]{2,8}[，,]|。其中[，,：:]|[，,；;]共\d/;

/** 合计, 共支出, 总投资 before 28.6万元： */
const TOTAL = /(?:共|合计|总[计额价]?)[^，。；：、\d]{0,8}$/;
/** What is told besides is of one of the items. */
const NO_LIST = /其中|每|均|等/;

export function* itemizedSlips(text: string, quantities: readonly Quantity[]): Iterable<Slip> {
  for (const [index, total] of quantities.entries()) {
    if (!/[：:]/.test(text[total.span.end] ?? '') || total.rough || !isAmount(text, total)) continue;
    if (!TOTAL.test(text.slice(Math.max(0, total.span.start - 14), total.span.start))) continue;
    const from = total.span.end + 1;
    const list = /^[^。]*/.exec(text.slice(from))?.[0] ?? '';
    const items = list.split(/[；;]/.test(list) ? /[；;]/ : /[、，,]/).filter((item) => item.trim() !== '');
    if (items.length < 2 || NO_LIST.test(list)) continue;
    const inside = quantities.slice(index + 1).filter(({ span }) => span.end <= from + list.length);
    let end = from;
    const amounts = items.map((item) => {
      const start = text.indexOf(item, end);
      end = start + item.length;
      return inside.filter(({ span, unit }) => unit === total.unit && span.start >= start && span.end <= end);
    });
    const each = amounts.flat();
    if (amounts.some(({ length }) => length !== 1) || each.some(({ rough }) => rough)) continue;
    const sum = sumOf(each);
    if (
      sum
        .minus(total.value)
        .abs()
        .gt(loosenessOf([...each, total]))
    )
      yield unequal(text, total, each, sum);
  }
}

/** 按经营地分，城镇…；乡村…。 and 。其中，第一产业… */
const GROUP = /(?<lead>按[^，。；：\d]{2,8}[，,]|(?<=。)其中[，,：:])(?<list>(?:(?![；;]按)[^。])+)/g;
/** 城镇消费品零售额 before the first amount, 乡村消费品零售额 behind 增长4.1%； */
const LABEL = /(?:^|[，,；;、])(?<label>[^，。；：、\d（）()]{2,14}?)(?:为|是|实现|完成|达到?)?$/;
/** Farther from the total they are no more than some of what there is. */
const FARTHEST = '0.15';

/** Each with its growth behind it; the total is the first amount of the paragraph. */
export function* groupSlips(text: string, quantities: readonly Quantity[]): Iterable<Slip> {
  for (const { groups, index } of text.matchAll(GROUP)) {
    const { lead = '', list = '' } = groups ?? {};
    const from = index + lead.length;
    const total = quantities.find(({ span }) => span.start < index);
    const parts = total ? partsIn(text, quantities, from, from + list.length, total.unit) : [];
    if (!total || total.rough || !isAmount(text, total) || parts.length < 2) continue;
    const labels = parts.map(({ label }) => label);
    const amounts = parts.map(({ quantity }) => quantity);
    const off = sumOf(amounts).minus(total.value);
    const whole = divisionOf(labels)?.whole === true;
    const isAll =
      whole || (lead.startsWith('按') && haveOneSubject(labels)) || mayMakeAll(parts, total.value, sumOf(amounts));
    if (!isAll || off.abs().lte(loosenessOf([...amounts, total])) || off.abs().gt(total.value.times(FARTHEST)))
      continue;
    yield unequal(text, total, amounts, sumOf(amounts));
  }
}

/** 商品零售额 and 餐饮收入 are amounts of money; 其中限额以上单位商品零售额 is one of them. */
function haveOneSubject(labels: readonly string[]): boolean {
  return new Set(labels).size === labels.length && labels.every((label) => /[额入值量数资积]$/.test(label));
}

function partsIn(text: string, quantities: readonly Quantity[], from: number, to: number, unit: string): Part[] {
  if (/其中|以上|等|近|其他/.test(text.slice(from, to))) return [];
  const parts: Part[] = [];
  for (const quantity of quantities) {
    if (quantity.span.start < from || quantity.span.end > to || quantity.unit !== unit) continue;
    const before = text.slice(Math.max(from, parts.at(-1)?.quantity.span.end ?? from), quantity.span.start);
    const label = LABEL.exec(before)?.groups?.label;
    if (label === undefined || quantity.rough) return [];
    parts.push({ label, quantity });
  }
  return parts;
}
