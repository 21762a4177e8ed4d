/** 括着汉字的半角圆括号。 */
import { span } from '../../text/span';
import { type BlockRule, HABIT } from '../types';
import { HAN, inHeadingMark, isWritten } from './_context';
import { marksOf } from './_pairs';
import { remarkEdits } from './_remark';

const HAS_HAN = new RegExp(`[${HAN}]`, 'u');

/** A sign of arithmetic next to the bracket: `=(本期-上期)/上期`. */
const ARITHMETIC = /[=+×÷*/^＝＋]/;

/** The number of a point, which the family `heading/` looks at where it opens a line: `一`, `12`. */
const NUMERAL = /^[一二三四五六七八九十\d]{1,3}$/;

export const rule: BlockRule = {
  id: 'punctuation/half-width-brackets',
  scope: 'block',
  clues: '()',
  gate: 'language',
  severity: 'error',
  source: 'GB/T 15834—2011 4.9.2、5.1.1',
  authority: 'binding',
  title: '括注汉字的括号用全角',
  why: '中文的括号占一个字的位置，而且两边形式要一致。',
  examples: {
    bad: [
      { text: '各县(市、区)要抓好落实。', found: '(市、区)', fixed: '各县（市、区）要抓好落实。' },
      { text: '要做到：(1)提高认识；(2)压实责任。', found: '(1)', fixed: '要做到：（1）提高认识；（2）压实责任。' },
      { text: '国内生产总值（GDP)稳定增长。', found: '（GDP)', fixed: '国内生产总值（GDP）稳定增长。' },
    ],
    good: [
      '国内生产总值(GDP)稳定增长，见标准(2)。',
      '(一)加强领导。成立工作专班。',
      '增长率=(本期-上期)/上期。',
      '各县（市、区）要抓好落实。',
    ],
  },
  fixAll: true,
  systematic: true,
  *check(block) {
    const { text } = block;
    if (!isWritten(block) || !/[()]/.test(text)) return;
    for (const { open, close, kind } of marksOf(block).pairs) {
      if (kind !== '（' || (text[open] === '（' && text[close] === '）')) continue;
      const inside = text.slice(open + 1, close);
      if (inHeadingMark(block, open) || (NUMERAL.test(inside) && /^\s*$/.test(text.slice(0, open)))) continue;
      const bothHalf = text[open] === '(' && text[close] === ')';
      if (bothHalf && !HAS_HAN.test(inside) && !isPoint(text, open, close)) continue;
      if (bothHalf && (ARITHMETIC.test(text[open - 1] ?? '') || ARITHMETIC.test(text[close + 1] ?? ''))) continue;
      const edits = remarkEdits({ open, close }, '（', '）').filter((edit) => text[edit.span.start] !== edit.newText);
      yield {
        span: span(open, close + 1),
        message: '半角括号应为全角括号“（）”',
        fixes: [{ title: '改为全角括号', edits, preferred: true }],
        group: '()',
        toldOnceFrom: HABIT,
      };
    }
  },
};

/** A numbered point inside a paragraph: `要做到：(1)提高认识`. */
function isPoint(text: string, open: number, close: number): boolean {
  return (
    NUMERAL.test(text.slice(open + 1, close)) &&
    /[。；：！？，;:,]/.test(text[open - 1] ?? '') &&
    HAS_HAN.test(text[close + 1] ?? '')
  );
}
