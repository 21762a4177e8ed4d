/** 阿拉伯数字用半角：２０２６年应为2026年；数字里不夹全角逗号。 */
import { matchSpan } from '../../text/span';
import { choices, replace } from '../report';
import type { BlockRule } from '../types';
import { HAN_DIGITS, isWritten, MEASURES } from './_numerals';

/** A number with its decimal point: ２０２６, ５６．８, ３8. */
const NUMBER = /[0-9０-９]+(?:[．.][0-9０-９]+)?/g;
const FULL_WIDTH = /[０-９]/;
/** Years such as 二０一０ are told by `number/zero`. */
const HAN_YEAR = new RegExp(`[${HAN_DIGITS}〇零]`);

/** Digits set off in threes by a Chinese comma, or in fours: 12，345万元, 1,2345人. */
const GROUPED = new RegExp(
  `(?<![\\d.，,])(?:\\d{1,3}(?:，\\d{3})+|\\d{1,3}(?:[，,]\\d{4})+)(?=[多余]?[万亿]?(?:${MEASURES}))`,
  'g',
);

/** Most figures are not set off at all. */
const GROUPED_TRACE = /\d[，,]\d{3}/;

export const rule: BlockRule = {
  id: 'number/full-width-digits',
  scope: 'block',
  clues: '0123456789０１２３４５６７８９',
  gate: 'language',
  severity: 'warning',
  source: 'GB/T 15835—2011 5.1.1、5.1.6',
  authority: 'binding',
  title: '阿拉伯数字用半角，千分位不用全角逗号',
  why: '阿拉伯数字是半角字符，全角数字占位过宽，检索和计算也认不出来；全角逗号会把一个数断成两个。',
  examples: {
    bad: [
      {
        text: '全年完成投资２０２６万元，增长５６．８%。',
        found: '２０２６',
        fixed: '全年完成投资2026万元，增长56.8%。',
      },
      { text: '全市新增就业12，345人。', found: '12，345' },
      { text: '全市新增就业1,2345人。', found: '1,2345' },
    ],
    good: [
      '全年完成投资2026万元，增长56.8%。',
      '到二０一０年，任务完成。',
      '新建厂房12,345平方米。',
      '来自全市10个县，300名代表参加。',
      '依次为1，2，3三类。',
    ],
  },
  fixAll: true,
  systematic: true,
  *check(block) {
    if (!isWritten(block)) return;
    const { text } = block;
    if (FULL_WIDTH.test(text)) {
      for (const match of text.matchAll(NUMBER)) {
        const at = matchSpan(match);
        if (!FULL_WIDTH.test(match[0])) continue;
        if (HAN_YEAR.test(text[at.start - 1] ?? '')) continue;
        const half = match[0].normalize('NFKC');
        yield { span: at, message: `全角数字“${match[0]}”应为半角“${half}”`, group: '全角', fixes: replace(at, half) };
      }
    }
    for (const match of GROUPED_TRACE.test(text) ? text.matchAll(GROUPED) : []) {
      const at = matchSpan(match);
      const digits = match[0].replace(/[，,]/g, '');
      yield {
        span: at,
        message: `“${match[0]}”应为“${digits}”或“${grouped(digits)}”，数字分节三位一节、用半角逗号`,
        group: '分节',
        severity: 'info',
        fixes: choices(at, digits, grouped(digits)),
      };
    }
  },
};

function grouped(digits: string): string {
  return digits.replace(/\B(?=(?:\d{3})+$)/g, ',');
}
