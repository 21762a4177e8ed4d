/** Shares of one whole, which make 100: 优秀占30%、良好占45%; the structure of industries; bands of age. */
import Big from 'big.js';
import { areAlike, divisionOf, loosenessOf, ownLabel, type Part, sumOf } from './_parts';
import type { Quantity } from './_quantities';
import type { Slip } from './_slip';

/** 三次产业结构由9.1:40.2:50.7调整为8.5:40.2:51.3 */
const STRUCTURE = /产业[^，。；]{0,8}(?:结构|比[例重]|占比|之比)[^。；]{0,60}/g;
const RATIO = /(?<![\d.:：∶])\d{1,2}(?:\.\d{1,2})?(?:[:：∶]\d{1,2}(?:\.\d{1,2})?){2}(?![\d.:：∶])/g;

export function* structureSlips(text: string): Iterable<Slip> {
  if (!text.includes('产业') || !/\d[:：∶]\d/.test(text)) return;
  for (const { 0: clause, index: from } of text.matchAll(STRUCTURE)) {
    for (const { 0: ratio, index } of clause.matchAll(RATIO)) {
      const shares = ratio.split(/[:：∶]/);
      const sum = shares.reduce((to, share) => to.plus(share), new Big(0));
      const decimals = Math.max(...shares.map((share) => share.split('.')[1]?.length ?? 0));
      const looseness = new Big(10).pow(-decimals).times('1.5');
      if (sum.lt(90) || sum.gt(110) || sum.minus(100).abs().lte(looseness)) continue;
      yield {
        span: { start: from + index, end: from + index + ratio.length },
        message: `三次产业的比重相加是${sum.toFixed()}，应为100`,
        related: [],
      };
    }
  }
}

/** 优秀占30%, “优秀”的占30%, 优秀30% */
const SHARE =
  /^[、，,；;和及]?([^，。；、：:\d（）()]{1,12}?)(?:的?(?:占比?|比例|比重)(?:为|是|达到?)?|的?占总[数人量](?:的|数的)?)?$/;

/** 优秀占30%、良好占45%、合格占28%: shares of one whole that exclude each other. */
export function* shareSlips(text: string, quantities: readonly Quantity[]): Iterable<Slip> {
  let run: Part[] = [];
  const found: Part[][] = [];
  for (const quantity of quantities) {
    const from = run.at(-1)?.quantity.span.end ?? Math.max(0, quantity.span.start - 16);
    const before = text.slice(from, quantity.span.start);
    const label = SHARE.exec(run.length > 0 ? before : (/[^，。；、：:\d（）()]*$/.exec(before)?.[0] ?? ''))?.[1];
    if (quantity.unit !== '%' || quantity.rough || label === undefined) {
      if (run.length > 1) found.push(run);
      run = [];
      continue;
    }
    run.push({ label: label.replace(/[“”]|增加值$/g, ''), quantity });
  }
  if (run.length > 1) found.push(run);
  for (const parts of found) {
    const labels = parts.map(({ label }, index) => (index === 0 ? ownLabel(label) : label));
    const division = divisionOf(labels);
    const shares = parts.map(({ quantity }) => quantity);
    if (division) yield* unlikeWhole(shares, division.whole);
    // 甲村占28%、乙村占34%: of one kind, and hardly more than the whole
    else if (areAllTold(labels, shares))
      for (const slip of unlikeWhole(shares, false)) yield { ...slip, severity: 'info' };
  }
}

/** 第一、二、三产业的比重分别为15.3%、44.2%、40.5% */
const INDUSTRIES =
  /(?:[一二三]次产业|[第、]三产业)[^，。；：\d]{0,14}(?:占|比重)[^，。；：\d]{0,20}(?:分别)?(?:为|是|达到?)$/;

export function* industrySlips(text: string, quantities: readonly Quantity[]): Iterable<Slip> {
  for (const [index, { span }] of quantities.entries()) {
    const shares = quantities.slice(index, index + 3);
    const isList = shares.every(({ unit, rough }) => unit === '%' && !rough) && shares.length === 3;
    if (!isList || !INDUSTRIES.test(text.slice(Math.max(0, span.start - 50), span.start))) continue;
    const between = shares.slice(1).map((each, order) => text.slice(shares[order]?.span.end, each.span.start));
    if (between.every((words) => /^[、，和]$/.test(words))) yield* unlikeWhole(shares, true);
  }
}

const BAND =
  '(?:\\d{2}(?:周?岁)?[至到—~～－-]+\\d{2}周?岁|\\d{2}周?岁(?:\\(含\\)|（含）)?(?:及?以[下上]|及其以[下上]))';
/** 35岁以下的占45%、 */
const BAND_SHARE = `(${BAND})(?:的|人员|干部|党员)*(?:占比?|有)?(?:为)?(\\d+(?:\\.\\d+)?)%`;
/** 35岁以下占45%，36岁至50岁占35%，51岁以上占20% */
const BANDS = new RegExp(`${BAND_SHARE}(?:[、，；]${BAND_SHARE})+`, 'g');

/** Bands of age that leave no gap, from the youngest to the oldest or the other way round. */
export function* bandSlips(text: string, quantities: readonly Quantity[]): Iterable<Slip> {
  if (!text.includes('岁') || !text.includes('%')) return;
  for (const { 0: whole, index } of text.matchAll(BANDS)) {
    const bands = [...whole.matchAll(new RegExp(BAND, 'g'))].map(([band]) => band);
    const shares = quantities.filter(
      ({ span, unit }) => unit === '%' && span.start >= index && span.end <= index + whole.length,
    );
    if (leaveNoGap(bands) && shares.length === bands.length) yield* unlikeWhole(shares, true);
  }
}

/** 35岁以下, 36—50岁 and 51岁以上 are everybody. */
function leaveNoGap(bands: readonly string[]): boolean {
  const ordered = bands[0]?.includes('以上') ? [...bands].reverse() : bands;
  const ends = ordered.map((band) => (band.match(/\d{2}/g) ?? []).map(Number));
  return ordered.every((band, index) => {
    const last = ends[index - 1]?.at(-1);
    const [from = 0] = ends[index] ?? [];
    if (index === 0) return band.includes('以下');
    const meets = last !== undefined && (from === last || from === last + 1);
    return meets && band.includes('以上') === (index === ordered.length - 1) && !band.includes('以下');
  });
}

function areAllTold(labels: readonly string[], shares: readonly Quantity[]): boolean {
  const areDistinct = labels.length > 2 && new Set(labels).size === labels.length && areAlike(labels);
  return areDistinct && !labels.some((label) => /[增降升减率占的]/.test(label)) && sumOf(shares).lte(NEAR);
}

/** Two shares that are farther from the whole than this are of another whole. */
const FARTHEST = 15;
/** What may be ticked more than once makes more than this. */
const NEAR = 108;

function* unlikeWhole(shares: readonly Quantity[], whole: boolean): Iterable<Slip> {
  const sum = sumOf(shares);
  const off = sum.minus(100);
  if (off.abs().lte(loosenessOf(shares)) || off.abs().gt(FARTHEST) || (off.lt(0) && !whole)) return;
  const [first, last] = [shares[0], shares.at(-1)];
  if (!first || !last) return;
  yield {
    span: { start: first.span.start, end: last.span.end },
    message: `各部分的占比相加是${sum.toFixed()}%，${off.gt(0) ? '超过' : '不足'}100%`,
    related: [],
  };
}
