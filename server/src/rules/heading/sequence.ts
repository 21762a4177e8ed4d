/** 结构层次序数前后相接：不断号、不重号、不倒号。 */
import type { DocumentFinding, DocumentRule, Edit } from '../types';
import { beginsAnew, byStyle, type HeadingNode, headingsByPiece, numeralLike, renumberFrom, runsOn } from './_series';

/** In a list with more faults than this the numbers mean nothing, and each fix would renumber all of them. */
const MOST_FAULTS = 50;

export const rule: DocumentRule = {
  id: 'heading/sequence',
  scope: 'document',
  gate: 'form',
  severity: 'warning',
  source: 'GB/T 9704—2012 7.3.3',
  authority: 'binding',
  title: '层次序数前后相接',
  why: '断号多半是漏了一条或者删后没有顺延，重号多半是加了一条没有顺延，印出来都是硬伤。',
  examples: {
    bad: [
      {
        text: '一、总体要求\n要坚持稳中求进。\n二、重点任务\n要抓好落实。\n二、保障措施\n要加强领导。\n三、工作要求\n要压实责任。',
        found: '二、',
        fixed:
          '一、总体要求\n要坚持稳中求进。\n二、重点任务\n要抓好落实。\n三、保障措施\n要加强领导。\n四、工作要求\n要压实责任。',
      },
      { text: '一、总体要求\n要坚持稳中求进。\n二、重点任务\n要抓好落实。\n四、保障措施\n要加强领导。', found: '四、' },
      { text: '（一）加强领导\n成立专班。\n（三）严格督查\n定期通报。', found: '（三）' },
    ],
    good: [
      '一、总体要求\n（一）指导思想\n（二）基本原则\n二、重点任务\n（一）改善环境\n（二）优化服务',
      '一、总体要求\n（一）指导思想\n（二）基本原则\n二、重点任务\n（三）改善环境\n（四）优化服务',
      '一、工作目标\n1.质量提升\n2.服务改进\n具体分两步走。\n1.夯实基础\n2.全面推开',
      '1.5亿元资金已经到位。\n3.2万户群众受益。',
    ],
  },
  *check(draft) {
    for (const headings of headingsByPiece(draft)) {
      for (const list of byStyle(headings)) {
        const on = runsOn(list) || list[0]?.heading.style === 'article';
        let faults = 0;
        for (let index = 0; index < list.length && faults < MOST_FAULTS; index++) {
          const fault = faultAt(list, index, on);
          if (!fault) continue;
          faults++;
          yield report(draft, list, index, fault);
        }
      }
    }
  },
};

interface Fault {
  readonly expected: number;
  readonly what: 'start' | 'repeated' | 'gap' | 'order';
}

function faultAt(list: readonly HeadingNode[], index: number, on: boolean): Fault | undefined {
  const each = list[index];
  if (!each) return undefined;
  const { value, style } = each.heading;
  const previous = list[index - 1];
  if (!previous) {
    const certain = style === 'han' || style === 'han-paren' || style === 'chapter';
    return value > 1 && certain && list.length > 1 ? { expected: 1, what: 'start' } : undefined;
  }
  const last = previous.heading.value;
  if (value === last + 1) return undefined;
  if (previous.parent !== each.parent) {
    if (value === 1) return undefined;
    return on ? { expected: last + 1, what: value > last ? 'gap' : 'order' } : { expected: 1, what: 'start' };
  }
  if (beginsAnew(list, index)) return undefined;
  const what = value === last ? 'repeated' : value > last ? 'gap' : 'order';
  return { expected: last + 1, what };
}

function report(
  draft: Parameters<DocumentRule['check']>[0],
  list: readonly HeadingNode[],
  index: number,
  { expected, what }: Fault,
): DocumentFinding {
  const each = list[index] as HeadingNode;
  const { node, heading } = each;
  const source = draft.blocks[node.line]?.source ?? '';
  const mark = source.slice(heading.mark.start, heading.mark.end);
  const numeral = source.slice(heading.numeral.start, heading.numeral.end);
  const wanted = mark.replace(numeral, numeralLike(numeral, expected));
  const previous = list[index - 1];
  const edits: Edit[] = renumberFrom(draft, list, index, expected);
  const message =
    what === 'start'
      ? `序数“${mark}”之前没有“${wanted}”`
      : what === 'repeated'
        ? `序数“${mark}”重复，应为“${wanted}”`
        : what === 'gap'
          ? `序数“${mark}”之前缺“${wanted}”`
          : `序数“${mark}”次序颠倒，应为“${wanted}”`;
  const more = edits.length > 1 ? `，以下${edits.length - 1}处顺延` : '';
  return {
    block: node.line,
    span: heading.mark,
    message,
    // A gap may be a part that was lost: only the writer knows whether to renumber or to restore it.
    fixes: [{ title: `改为“${wanted}”${more}`, edits, preferred: what === 'repeated' }],
    ...(previous
      ? { related: [{ block: previous.node.line, span: previous.heading.mark, message: '上一个同级序数' }] }
      : {}),
  };
}
