/** Figures told one for each thing: 收入、支出分别为…元和…元 has two things, 接待游客…万人次，收入…亿元，同比分别增长… two as well. */
import { clauseBefore } from './_clause';
import { inSentence, type Quantity } from './_quantities';
import type { Slip } from './_slip';

/** A line without it tells nothing one by one. */
export const RESPECTIVE_TRACE = /分别[^，。；、\d]{0,6}\d/;

const RESPECTIVELY =
  /分别(?:比[^，。；、\d]{1,6}|同比|环比)?(?:为|是|有|达到?|完成|实现|增长|下降|增加|减少|提高|投入|占(?:比)?)?(?=\d)/g;
/** 12.4%、15.8%和9.6%; 增长 may be said again */
const AND = /^(?:[、和与及]|以及)(?:增长|下降|增加|减少|提高)?$/;
/** What ends the figures. */
const END = /^[^、和与及\d（(]{0,6}(?:[，。；：！]|$)/;
/** ，同比 before 分别 */
const SAME_TERM = /[，,](?:同比|环比|[比较](?:上年|去年)(?:同期)?)?$/;
/** Things that are told in other ways than one by one. */
const UNCERTAIN = /[等各每其]|以及|[（）()“”]/;

export function* respectiveSlips(text: string, quantities: readonly Quantity[]): Iterable<Slip> {
  if (!text.includes('分别')) return;
  for (const { 0: word, index } of text.matchAll(RESPECTIVELY)) {
    const figures = figuresFrom(text, quantities, index + word.length);
    const [first] = figures;
    const last = figures.at(-1);
    if (!first || !last || figures.length < 2 || !END.test(text.slice(last.span.end, last.span.end + 8))) continue;
    const told = thingsBefore(text, quantities, index, first);
    if (!told || told.number === figures.length || (told.atLeast && told.number > figures.length)) continue;
    yield {
      span: { start: first.span.start, end: last.span.end },
      severity: 'info',
      message: `前面是${told.number}项，“分别”后面有${figures.length}个数`,
      related: [{ span: { start: told.start, end: index }, message: '前面的各项' }],
    };
  }
}

function figuresFrom(text: string, quantities: readonly Quantity[], from: number): readonly Quantity[] {
  const at = quantities.findIndex(({ span }) => span.start === from);
  if (at < 0) return [];
  let end = at;
  for (let next = quantities[end + 1]; next; next = quantities[end + 1]) {
    if (!AND.test(text.slice(quantities[end]?.span.end, next.span.start)) || next.unit !== quantities[at]?.unit) break;
    end++;
  }
  return quantities.slice(at, end + 1);
}

interface Things {
  readonly number: number;
  readonly start: number;
  /** Only some of them may be told of: 接待游客…，实现收入…，同比分别增长… */
  readonly atLeast?: boolean;
}

function thingsBefore(text: string, quantities: readonly Quantity[], at: number, first: Quantity): Things | undefined {
  const before = inSentence(
    text,
    quantities.filter(({ span }) => span.end <= at),
    first,
  ).filter(({ unit, value }) => !(unit === '年' && value.gt(1900)));
  const term = SAME_TERM.exec(text.slice(0, at));
  if (term) {
    const start = before[0]?.span.start ?? at;
    const clauses = text.slice(start, term.index).split(/[，,]/);
    const areSingle = clauses.length === before.length && !text.slice(start, term.index).includes('、');
    return areSingle && before.length > 1 ? { number: before.length, start, atLeast: true } : undefined;
  }
  const list = clauseBefore(text, at, '、');
  const items = list.split(/[、和与及]/);
  // 城镇、农村居民收入和支出 are four
  const isPlain = items.length > 1 && (!/[和与及]/.test(list) || !list.includes('、'));
  if (!isPlain || /\d/.test(list) || UNCERTAIN.test(list) || items.some((item) => item === '')) return undefined;
  return { number: items.length, start: at - list.length };
}
