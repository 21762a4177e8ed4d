/** 结构层次逐级下行：一、→（一）→1.→（1），可以少用，不能跳用、倒用。 */
import type { DocumentRule } from '../types';
import { byStyle, type HeadingNode, headingsByPiece } from './_series';

const LEVEL_NAMES = ['', '一、', '（一）', '1.', '（1）', '①'];

export const rule: DocumentRule = {
  id: 'heading/level-jump',
  scope: 'document',
  gate: 'form',
  severity: 'warning',
  source: 'GB/T 9704—2012 7.3.3',
  authority: 'binding',
  title: '层次逐级下行，不跳级、不倒置',
  why: '层次序数依次用“一、”“（一）”“1.”“（1）”；两层时“一、”下直接用“1.”是通行写法，同一篇里则应一致。',
  examples: {
    bad: [
      {
        text: '一、总体要求\n（一）指导思想\n坚持稳中求进。\n二、重点任务\n1.改善环境\n优化流程。\n2.优化服务\n减少环节。',
        found: '1.',
      },
      { text: '一、总体要求\n（1）指导思想\n坚持稳中求进。\n（2）基本原则\n坚持统筹推进。', found: '（1）' },
      {
        text: '1.总体要求\n（一）指导思想\n坚持稳中求进。\n（二）基本原则\n坚持统筹推进。\n2.重点任务\n抓好落实。',
        found: '（一）',
      },
    ],
    good: [
      '一、总体要求\n1.指导思想\n坚持稳中求进。\n2.基本原则\n坚持统筹推进。\n二、重点任务\n抓好落实。',
      '一、总体要求\n（一）指导思想\n1.坚持稳中求进。\n（1）统筹推进。',
      '第一条　为了规范管理，制定本办法。\n第二条　有下列情形之一的，予以奖励：\n（一）成绩突出的；\n（二）贡献较大的。',
    ],
  },
  *check(draft) {
    for (const headings of headingsByPiece(draft)) {
      const usesParen = headings.some(
        ({ heading, parent }) => heading.style === 'han-paren' && parent?.heading?.style === 'han',
      );
      for (const list of byStyle(headings)) {
        for (const each of firstOfEachParent(list)) {
          const { heading, node, parent } = each;
          const above = parent?.heading;
          if (above && isJump(above.style, heading.style, usesParen)) {
            const wanted = LEVEL_NAMES[above.level + 1] ?? '';
            const message = `“${LEVEL_NAMES[above.level]}”下一层应为“${wanted}”，这里用了“${LEVEL_NAMES[heading.level]}”`;
            // Two levels as 一、 and 1. are in use everywhere; only a text that has （一） elsewhere is told, and mildly.
            const mild = heading.style === 'digit' ? { severity: 'hint' as const } : {};
            yield { block: node.line, span: heading.mark, message, ...mild };
          }
        }
      }
      yield* reversed(headings);
    }
  },
};

/** One report for each list that hangs at the wrong level, not one for each of its items. */
function firstOfEachParent(list: readonly HeadingNode[]): HeadingNode[] {
  return list.filter((each, index) => list[index - 1]?.parent !== each.parent);
}

function isJump(above: string, below: string, usesParen: boolean): boolean {
  if (above === 'han') return below === 'digit-paren' || below === 'circled' || (below === 'digit' && usesParen);
  return above === 'han-paren' && (below === 'digit-paren' || below === 'circled');
}

/** 1. 下面用（一）: a higher style begins at 1 between two neighbours of a lower one. */
function* reversed(headings: readonly HeadingNode[]) {
  for (let index = 1; index < headings.length; index++) {
    const each = headings[index];
    const above = headings[index - 1];
    if (!each || !above || each.heading.value !== 1) continue;
    if (each.heading.style !== 'han-paren' || above.heading.style !== 'digit' || !above.heading.atLineStart) continue;
    const after = headings.slice(index + 1).find(({ heading }) => heading.style !== 'han-paren');
    if (after?.heading.style !== 'digit' || after.heading.value !== above.heading.value + 1) continue;
    yield {
      block: each.node.line,
      span: each.heading.mark,
      message: '“1.”下不能用“（一）”，应先用“（一）”、后用“1.”',
      related: [{ block: above.node.line, span: above.heading.mark, message: '上一层' }],
    };
  }
}
