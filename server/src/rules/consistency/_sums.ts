/** A whole and its parts: 共16人，其中男10人、女6人; shares that make more than the whole; the structure of industries. */
import Big from 'big.js';
import words from '../../../data/count-words.json';
import type { Span } from '../../text/span';
import { choices } from '../report';
import { readTable, wordsOf } from '../table';
import { decimal } from './_growth';
import type { Quantity } from './_quantities';
import type { Slip } from './_slip';

/** A part: what it is called and how much it is. */
interface Part {
  readonly label: string;
  readonly quantity: Quantity;
}

/** Labels that exclude each other; `whole` where together they are all there is. */
interface Division {
  readonly members: readonly string[];
  readonly whole: boolean;
}

let divisions: readonly Division[] | undefined;
let allMembers: readonly string[] | undefined;

function allDivisions(): readonly Division[] {
  divisions ??= readTable('consistency/parts').map((fields) => ({
    members: wordsOf(fields('members')),
    whole: fields('whole') === '是',
  }));
  return divisions;
}

/** ，其中：and （其中; 16名学员，其中 */
const AMONG = /^[^，。；、：\d（）()]{0,8}[，,；;（(、]?(其中|分别为|分别是)[，,：:]?/;
/** 男, 女, 一等奖: what a part is called. */
const LABEL = /^[、，,；;和及]?(?:有|新增)?([^，。；、：:\d（）()]{1,12}?)(?:为|有|占|达到?|共)?$/;
const REST = /^(?:其余|其他|另外?|剩余)/;
/** （占62.5%） behind a part, or a noun. */
const BEHIND = /^(?:[^，。；、：\d（）()]{0,8})(?:[（(][^（）()]{0,24}[）)])?(?=[、，,；;。和及）)]|$)/;
/** Averages, rates and prices: a part of these may well be more than the whole. */
const NO_TOTAL = new RegExp(words.noTotal.words.replaceAll(' ', '|'));
/** Labels that overlap with others: 党员, 女同志, 高级职称. */
const OVERLAPPING =
  /[男女族岁级]|党员|团员|学历|研究生|本科|硕士|博士|职称|青年|年轻|骨干|代表|委员|先进|困难|重点|规[上模]|以[上下]|[减降退]/;
/** 每个乡镇2名: how often is not told. */
const EACH = /[每各均]/;
/** A sum has no more parts than this. */
const MOST = 20;
const EXACT = new Big(0);

export function* sumSlips(text: string, quantities: readonly Quantity[]): Iterable<Slip> {
  for (const [index, total] of quantities.entries()) {
    const among = AMONG.exec(text.slice(total.span.end, total.span.end + 24));
    if (!among || total.rough || !isAmount(text, total)) continue;
    const parts = partsFrom(text, total.span.end + among[0].length, quantities.slice(index + 1, index + MOST));
    const slip = compare(text, total, parts, among[1] !== '其中', quantities.slice(Math.max(0, index - MOST), index));
    if (slip) yield slip;
  }
}

function isAmount(text: string, { unit, span }: Quantity): boolean {
  if (unit === '' || unit === '倍' || unit === '成' || /[%‰点]/.test(unit)) return false;
  const clause = /[^，。；：]*$/.exec(text.slice(Math.max(0, span.start - 40), span.start))?.[0] ?? '';
  return !NO_TOTAL.test(clause);
}

/** After a comma another sentence begins, but where the label belongs with those before. */
function partsFrom(text: string, from: number, quantities: readonly Quantity[]): Part[] {
  const parts: Part[] = [];
  let at = from;
  for (const quantity of quantities) {
    if (quantity.span.start < at) continue;
    const label = LABEL.exec(text.slice(at, quantity.span.start))?.[1];
    if (label === undefined || (/^[，,；;]/.test(text.slice(at)) && !goesOn(parts, label))) break;
    parts.push({ label, quantity });
    const behind = BEHIND.exec(text.slice(quantity.span.end, quantity.span.end + 40));
    if (!behind) break;
    at = quantity.span.end + behind[0].length;
  }
  return parts;
}

function goesOn(parts: readonly Part[], label: string): boolean {
  return REST.test(label) || divisionOf([...parts.map((part) => part.label), label], false) !== undefined;
}

function compare(
  text: string,
  total: Quantity,
  all: readonly Part[],
  exhaustive: boolean,
  before: readonly Quantity[],
): Slip | undefined {
  const end = all.findIndex(({ quantity }) => quantity.unit !== total.unit);
  const parts = end < 0 ? all : all.slice(0, end);
  if (parts.length === 0 || parts.some(({ label, quantity }) => quantity.rough || EACH.test(label))) return undefined;
  const whole = (value: Big) => before.some(({ unit, value: other }) => unit === total.unit && other.gte(value));
  const larger = parts.find(({ quantity }) => quantity.value.gt(total.value));
  if (larger) {
    if (whole(larger.quantity.value)) return undefined;
    return {
      span: larger.quantity.span,
      message: `其中的“${textAt(text, larger.quantity.span)}”比总数“${textAt(text, total.span)}”还多`,
      related: [{ span: total.span, message: '总数' }],
    };
  }
  const sum = parts.reduce((to, { quantity }) => to.plus(quantity.value), EXACT);
  const looseness = parts.reduce((to, { quantity }) => to.plus(quantity.step.div(2)), total.step.div(2));
  const off = sum.minus(total.value);
  if (parts.length < 2 || off.abs().lte(looseness)) return undefined;
  const division = divisionOf(parts.map(({ label }) => label));
  const complete = exhaustive || division?.whole === true || REST.test(parts.at(-1)?.label ?? '');
  if (whole(sum) || !(complete || (off.gt(0) && (division || areAlike(parts))))) return undefined;
  return { ...unequal(text, total, parts, sum), ...(complete || division ? {} : { severity: 'info' }) };
}

/** The division all labels belong to, each once; with all its members where it is a whole one. */
function divisionOf(labels: readonly string[], all = true): Division | undefined {
  return allDivisions().find(
    ({ members, whole }) =>
      new Set(labels).size === labels.length &&
      labels.every((label) => members.includes(label)) &&
      (!all || !whole || labels.length === members.length),
  );
}

/** 党委会6次、办公会5次: of one kind, and one is not in the other. */
function areAlike(parts: readonly Part[]): boolean {
  const [first] = parts;
  return parts.every(({ label }) => label.at(-1) === first?.label.at(-1) && !OVERLAPPING.test(label));
}

function unequal(text: string, total: Quantity, parts: readonly Part[], sum: Big): Slip {
  const first = parts[0]?.quantity.span.start ?? total.span.end;
  const last = parts.at(-1)?.quantity.span.end ?? total.span.end;
  const right = writtenLike(text, total, sum);
  return {
    span: total.span,
    message: `各项相加是${decimal(sum)}${total.unit}，这里写“${textAt(text, total.span)}”`,
    related: [{ span: { start: first, end: last }, message: '各项' }],
    fixes: right === undefined ? [] : choices(total.span, right),
  };
}

function writtenLike(text: string, { span, numeral, scale, unit }: Quantity, sum: Big): string | undefined {
  if (!/^\d/.test(numeral)) return undefined;
  const factor = scale === '万亿' ? '1e12' : scale === '亿' ? '1e8' : scale === '万' ? '1e4' : '1';
  return textAt(text, span).replace(numeral + scale + unit, `${sum.div(factor).toFixed()}${scale}${unit}`);
}

function textAt(text: string, { start, end }: Span): string {
  return text.slice(start, end);
}

/** 合计 and 共计 behind a list: 甲镇10户、乙镇20户，共计30户 */
const TOGETHER = /^[，,、；;]?(?:以上)?(?:合计|总计|共计|三项合计|两项合计)(?:为|是|有|达到?)?$/;

export function* totalSlips(text: string, quantities: readonly Quantity[]): Iterable<Slip> {
  for (const [index, total] of quantities.entries()) {
    const before = quantities[index - 1];
    if (!before || total.rough || total.unit === '' || total.unit === '%') continue;
    if (!TOGETHER.test(text.slice(before.span.end, total.span.start))) continue;
    const opening = Math.max(
      ...['。', '；', '：', '（', '！'].map((mark) => text.lastIndexOf(mark, before.span.start)),
    );
    const parts = quantities.slice(Math.max(0, index - MOST), index).filter(({ span }) => span.start > opening);
    if (parts.length < 2 || parts.some(({ unit, rough }) => rough || unit !== total.unit)) continue;
    if (
      EACH.test(
        text.slice(parts[0]?.span.start === undefined ? 0 : Math.max(0, parts[0].span.start - 16), total.span.start),
      )
    )
      continue;
    const looseness = parts.reduce((to, { step }) => to.plus(step.div(2)), total.step.div(2));
    // the list may begin later than the sentence
    const fits = parts.some((_, from) => sumOf(parts.slice(from)).minus(total.value).abs().lte(looseness));
    if (fits) continue;
    yield unequal(
      text,
      total,
      parts.map((quantity) => ({ label: '', quantity })),
      sumOf(parts),
    );
  }
}

function sumOf(quantities: readonly Quantity[]): Big {
  return quantities.reduce((to, { value }) => to.plus(value), EXACT);
}

/** 三次产业结构由9.1:40.2:50.7调整为8.5:40.2:51.3 */
const STRUCTURE = /产业[^，。；]{0,8}(?:结构|比[例重]|占比|之比)[^。；]{0,60}/g;
const RATIO = /(?<![\d.:：∶])\d{1,2}(?:\.\d{1,2})?(?:[:：∶]\d{1,2}(?:\.\d{1,2})?){2}(?![\d.:：∶])/g;

export function* structureSlips(text: string): Iterable<Slip> {
  if (!text.includes('产业') || !/\d[:：∶]\d/.test(text)) return;
  for (const { 0: clause, index: from } of text.matchAll(STRUCTURE)) {
    for (const { 0: ratio, index } of clause.matchAll(RATIO)) {
      const shares = ratio.split(/[:：∶]/);
      const sum = shares.reduce((to, share) => to.plus(share), EXACT);
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

/** 优秀占30%, 优秀的占30%, 优秀30% */
const SHARE =
  /^[、，,；;和及]?([^，。；、：:\d（）()]{1,10}?)(?:的?(?:占比?|比例|比重)(?:为|是|达到?)?|的?占总[数人量](?:的|数的)?)?$/;

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
    run.push({ label, quantity });
  }
  if (run.length > 1) found.push(run);
  for (const parts of found) {
    const labels = parts.map(({ label }, index) => (index === 0 ? ownLabel(label) : label));
    const division = divisionOf(labels);
    if (!division) continue;
    const sum = sumOf(parts.map(({ quantity }) => quantity));
    const looseness = parts.reduce((to, { quantity }) => to.plus(quantity.step.div(2)), EXACT);
    const off = sum.minus(100);
    if (off.abs().lte(looseness) || off.gt(15) || (off.lt(0) && (!division.whole || off.lt(-15)))) continue;
    const [first, last] = [parts[0], parts.at(-1)];
    if (!first || !last) continue;
    yield {
      span: { start: first.quantity.span.start, end: last.quantity.span.end },
      message: `各部分的占比相加是${sum.toFixed()}%，${off.gt(0) ? '超过' : '不足'}100%`,
      related: [],
    };
  }
}

/** The first label may have words before it: 评议结果优秀. */
function ownLabel(label: string): string {
  allMembers ??= allDivisions()
    .flatMap((division) => division.members)
    .sort((a, b) => b.length - a.length);
  return allMembers.find((member) => label.endsWith(member)) ?? label;
}
