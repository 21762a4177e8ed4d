/** 同一形式的括号套用。 */
import { span } from '../../text/span';
import { isProse } from '../report';
import type { BlockRule } from '../types';
import { marksOf } from './_pairs';
import { remark } from './_remark';

/** 第（二）项 is named as it is written. */
const NUMBER = /^[一二三四五六七八九十百\d]+$/;

export const rule: BlockRule = {
  id: 'punctuation/nested-brackets',
  scope: 'block',
  clues: '“”‘’《》〈〉（）()【】〔〕「」『』',
  gate: 'language',
  severity: 'hint',
  source: 'GB/T 15834—2011 4.9.3.6',
  authority: 'usual',
  title: '同一形式的括号不套用',
  why: '圆括号里再用圆括号，读者分不清哪一半配哪一半；必须套用时换一种形式。',
  examples: {
    bad: [{ text: '有关单位（含各镇（街道））要抓好落实。', found: '（街道）' }],
    good: [
      '各镇（街道）和有关单位（含企业）要抓好落实。',
      '见有关文件（国发〔2024〕1号）。',
      '需要建房的（符合第（二）项的除外），可以申请。',
    ],
  },
  *check(block) {
    if (!isProse(block)) return;
    for (const { kind, open, close, parent } of marksOf(block).pairs) {
      if (kind !== '（' || parent?.kind !== '（' || NUMBER.test(block.text.slice(open + 1, close))) continue;
      yield {
        span: span(open, close + 1),
        message: '圆括号里又套圆括号，宜改写或把外层换成六角括号“〔〕”',
        fixes: [remark(parent, '〔', '〕', false, '外层改为“〔〕”')],
      };
    }
  },
};
