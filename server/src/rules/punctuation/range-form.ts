/** 数的起止符号全文统一：同一篇里 2021—2025年 和 2021-2025年 只用一种。 */
import type { Block } from '../../document/types';
import { type Span, span } from '../../text/span';
import { collect } from '../collect';
import { isProse } from '../report';
import type { DocumentRule } from '../types';
import { HAN } from './_context';

/** A range of numbers with its sign: `2021-2025年`, `5%~8%`, `3—5个`; 010-12345678 and GB/T 1-2011 are none. */
const RANGE = new RegExp(
  `(?<![\\w.\\-—–~～/第号])(?<low>\\d{1,7}(?:\\.\\d{1,4})?)(?<unit>[%％年月日万亿]?)(?<sign>[-—–~～－])(?<high>\\d{1,7}(?:\\.\\d{1,4})?)(?=(?<time>年|月|日|时|岁)|[%％${HAN}])(?![\\w-])`,
  'dgu',
);

interface Range {
  readonly at: Span;
  readonly sign: string;
  /** Years and days take the 一字线, quantities may take the 浪纹线: the two are counted apart. */
  readonly group: 'time' | 'quantity';
}

export const rule: DocumentRule = {
  id: 'punctuation/range-form',
  scope: 'document',
  gate: 'language',
  severity: 'hint',
  source: 'GB/T 15834—2011 4.13.3.2、4.13.3.3',
  authority: 'recommended',
  title: '起止符号全文统一',
  why: '时间的起止用一字线“—”，数量的起止用浪纹线“～”或一字线；实际用法不一，但一篇之内要一致。',
  examples: {
    bad: [{ text: '“十四五”即2021—2025年，2026—2030年是下一个五年。\n规划期为2021-2025年。', found: '-' }],
    good: ['2021—2025年，增长5%～8%。', '2021-2025年，2026-2030年。', '电话010-12345678，GB/T 15834-2011标准。'],
  },
  *check(draft) {
    const all = rangesIn(draft).flatMap(({ index, items }) => items.map((range) => ({ ...range, block: index })));
    for (const group of ['time', 'quantity'] as const) {
      const ranges = all.filter((range) => range.group === group);
      const counts = new Map<string, number>();
      for (const { sign } of ranges) counts.set(sign, (counts.get(sign) ?? 0) + 1);
      const habit = [...counts].sort((a, b) => b[1] - a[1])[0]?.[0];
      if (habit === undefined || counts.size < 2) continue;
      for (const { block, at, sign } of ranges) {
        if (sign === habit) continue;
        yield {
          block,
          span: at,
          message: `起止符号“${sign}”与全文多数的“${habit}”不一致`,
          fixes: [{ title: `改为“${habit}”`, edits: [{ span: at, newText: habit }], preferred: false }],
        };
      }
    }
  },
};

const rangesIn = collect((block: Block): readonly Range[] => {
  if (!isProse(block) || !/\d[%％年月日万亿]?[-—–~～－]\d/.test(block.text)) return [];
  return [...block.text.matchAll(RANGE)].flatMap(({ groups, indices }) => {
    const [start, end] = indices?.groups?.sign ?? [0, 0];
    if (Number(groups?.low) >= Number(groups?.high)) return [];
    const group = groups?.time || /[年月日]/.test(groups?.unit ?? '') ? 'time' : 'quantity';
    return [{ at: span(start, end), sign: groups?.sign ?? '', group }];
  });
});
