/** 结构层次序数的标点和括号：一、（一）1.（1）. */

import { numeralValue } from '../../document/marks';
import type { HeadingMark } from '../../document/types';
import { toHanNumeral } from '../../text/chars';
import { replace } from '../report';
import { type BlockRule, HABIT } from '../types';

export const rule: BlockRule = {
  id: 'heading/mark',
  scope: 'block',
  gate: 'form',
  severity: 'error',
  source: 'GB/T 9704—2012 7.3.3；GB/T 15834—2011 附录B.3',
  authority: 'binding',
  title: '层次序数写作“一、”“（一）”“1.”“（1）”',
  why: '汉字数字后用顿号，阿拉伯数字后用下脚点，加括号的序数后不再加标点，括号用全角。',
  examples: {
    bad: [
      { text: '一.总体要求\n要坚持稳中求进。', found: '一.', fixed: '一、总体要求\n要坚持稳中求进。' },
      { text: '（一）、加强领导。成立工作专班。', found: '（一）、', fixed: '（一）加强领导。成立工作专班。' },
      { text: '(一)加强领导。成立工作专班。', found: '(一)', fixed: '（一）加强领导。成立工作专班。' },
      { text: '1、加强领导。成立工作专班。', found: '1、', fixed: '1.加强领导。成立工作专班。' },
      { text: '１．加强领导。成立工作专班。', found: '１．', fixed: '1.加强领导。成立工作专班。' },
      { text: '1．加强领导。成立工作专班。', found: '1．', fixed: '1.加强领导。成立工作专班。' },
      { text: '⑴加强领导。成立工作专班。', found: '⑴', fixed: '（1）加强领导。成立工作专班。' },
    ],
    good: [
      '一、总体要求\n（一）指导思想\n1.基本原则\n（1）坚持统筹推进。\n①坚持分类指导。',
      '第一章　总则\n第一条　为了规范管理，制定本办法。',
    ],
  },
  fixAll: true,
  systematic: true,
  of: ({ headings }) => headings.length > 0,
  *check({ source, headings }) {
    for (const heading of headings) {
      const written = source.slice(heading.mark.start, heading.mark.end);
      const right = canonicalMark(heading, written);
      if (right === undefined || right === written) continue;
      const wide = WIDE_DOT.test(written);
      yield {
        span: heading.mark,
        // on the screen the two are hard to tell apart, and many offices type it
        ...(wide ? { severity: 'info' as const } : {}),
        message: wide
          ? `层次序数“${written}”的下脚点是全角，标准写作半角的“${right}”`
          : `层次序数“${written}”应为“${right}”`,
        fixes: replace(heading.mark, right),
        group: `${heading.style} ${written.replace(/[\p{Script=Han}\d０-９㈠-㈩⑴-⒛]+/gu, '')}`,
        // (一) for （一） is the width of the input method, not a choice of mark
        ...(written.normalize('NFKC') === right.normalize('NFKC') ? { toldOnceFrom: HABIT } : {}),
      };
    }
  },
};

/** `1．`: the right mark, in the width that an input method for Chinese gives it. */
const WIDE_DOT = /^[0-9]+．$/;

/** The mark as the standard writes it; `undefined` for styles that the standard does not speak of. */
function canonicalMark({ style, value, mark, numeral }: HeadingMark, written: string): string | undefined {
  const own = written.slice(numeral.start - mark.start, numeral.end - mark.start);
  const han = () =>
    numeralValue(own) !== undefined && /^[一二三四五六七八九十百零]+$/.test(own) ? own : toHanNumeral(value);
  switch (style) {
    case 'han':
      return `${han()}、`;
    case 'han-paren':
      return `（${han()}）`;
    case 'digit':
      return `${value}.`;
    case 'digit-paren':
      return `（${value}）`;
    case 'circled':
      return own;
    default:
      return undefined;
  }
}
