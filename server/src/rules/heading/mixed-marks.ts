/** 同级标题用同一种序数：不能一、二、3.四、. */
import type { MarkStyle } from '../../document/types';
import { toHanNumeral } from '../../text/chars';
import { replace } from '../report';
import type { DocumentRule } from '../types';
import { headingsByPiece } from './_series';

/** How a number is written in each style that siblings may slip into. */
const WRITTEN: Partial<Record<MarkStyle, (value: number) => string>> = {
  han: (value) => `${toHanNumeral(value)}、`,
  'han-paren': (value) => `（${toHanNumeral(value)}）`,
  digit: (value) => `${value}.`,
  'digit-paren': (value) => `（${value}）`,
  'digit-half-paren': (value) => `${value}）`,
};

export const rule: DocumentRule = {
  id: 'heading/mixed-marks',
  scope: 'document',
  gate: 'form',
  severity: 'warning',
  source: 'GB/T 9704—2012 7.3.3；GB/T 15834—2011 附录B.3',
  authority: 'binding',
  title: '同级标题用同一种序数',
  why: '同一层次中途换了序数样式，读者会以为层次变了。',
  examples: {
    bad: [
      {
        text: '一、总体要求\n坚持稳中求进。\n二、重点任务\n抓好落实。\n3.保障措施\n加强领导。\n四、工作要求\n压实责任。',
        found: '3.',
        fixed:
          '一、总体要求\n坚持稳中求进。\n二、重点任务\n抓好落实。\n三、保障措施\n加强领导。\n四、工作要求\n压实责任。',
      },
      {
        text: '1.统一思想。提高认识。\n2）加强领导。压实责任。\n3.严格督查。定期通报。',
        found: '2）',
        fixed: '1.统一思想。提高认识。\n2.加强领导。压实责任。\n3.严格督查。定期通报。',
      },
    ],
    good: [
      '一、总体要求\n1.坚持稳中求进。\n2.坚持统筹推进。\n二、重点任务\n抓好落实。',
      '（一）总体要求\n1.坚持稳中求进。\n（二）重点任务\n2.抓好落实。\n（三）保障措施\n加强领导。',
    ],
  },
  fixAll: false,
  *check(draft) {
    for (const headings of headingsByPiece(draft)) {
      for (let index = 1; index + 1 < headings.length; index++) {
        const before = headings[index - 1];
        const each = headings[index];
        if (!before || !each) continue;
        const { style, value } = before.heading;
        const after = headings[index + 1];
        if (each.heading.style === style || each.heading.value !== value + 1) continue;
        if (after?.heading.style !== style || after.heading.value !== value + 2) continue;
        // A run-on number of a lower level (一、1. 二、2.) is no slip: its own series has the number before it.
        const ownBefore = headings
          .slice(0, index)
          .some(({ heading }) => heading.style === each.heading.style && heading.value === value);
        const write = WRITTEN[style];
        if (ownBefore || !write) continue;
        const wanted = write(each.heading.value);
        const written = draft.blocks[each.node.line]?.source.slice(each.heading.mark.start, each.heading.mark.end);
        yield {
          block: each.node.line,
          span: each.heading.mark,
          message: `前后同级序数是“${write(value)}”“${write(value + 2)}”，“${written}”应为“${wanted}”`,
          fixes: replace(each.heading.mark, wanted),
        };
      }
    }
  },
};
