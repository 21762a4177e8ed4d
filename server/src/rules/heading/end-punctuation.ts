/** 独立成行的标题末尾不用点号；二级标题以本篇多数为准。 */
import type { Draft } from '../../document/types';
import { span } from '../../text/span';
import { replace } from '../report';
import type { DocumentFinding, DocumentRule } from '../types';
import { byStyle, type HeadingNode, headingsByPiece } from './_series';

export const rule: DocumentRule = {
  id: 'heading/end-punctuation',
  scope: 'document',
  gate: 'form',
  severity: 'hint',
  source: 'GB/T 15834—2011 附录B.4',
  authority: 'usual',
  title: '独立成行的标题末尾不用句号',
  why: '标题独占一行时本身就有停顿；二级标题加不加句号各地都有，同一篇里应当一致。',
  examples: {
    bad: [
      {
        text: '一、认清当前形势。\n要看到有利条件。\n二、抓好重点任务\n要狠抓落实。\n三、加强组织领导\n要压实责任。',
        found: '。',
        fixed: '一、认清当前形势\n要看到有利条件。\n二、抓好重点任务\n要狠抓落实。\n三、加强组织领导\n要压实责任。',
      },
      {
        text: '一、重点任务\n（一）改善环境\n优化流程。\n（二）优化服务\n减少环节。\n（三）严格监管\n定期通报。\n（四）加强宣传。\n办好专栏。',
        found: '。',
        fixed:
          '一、重点任务\n（一）改善环境\n优化流程。\n（二）优化服务\n减少环节。\n（三）严格监管\n定期通报。\n（四）加强宣传\n办好专栏。',
      },
    ],
    good: [
      '一、重点任务\n（一）改善环境。\n优化流程。\n（二）优化服务。\n减少环节。',
      '一、原则同意你局方案。\n二、请抓好组织实施。\n三、重大事项及时报告。',
      '一、为什么要抓作风？\n作风就是形象。\n二、怎样抓好作风？\n关键在领导。',
    ],
  },
  *check(draft) {
    for (const headings of headingsByPiece(draft)) {
      for (const list of byStyle(headings)) yield* checkLevel(draft, list);
    }
  },
};

/** Below this share of titles with a full stop, the full stop is the exception of the text. */
const EXCEPTION_SHARE = 0.3;

function* checkLevel(draft: Draft, list: readonly HeadingNode[]): Generator<DocumentFinding> {
  const alone = list.filter(({ node, heading }) => heading.atLineStart && !heading.runIn && node.endLine > node.line);
  // Where items run into their text, or stand without any, they are statements and not titles.
  if (alone.length < 2 || alone.length < list.length) return;
  const stopped = alone.filter((each) => endsWithStop(draft, each));
  const topLevel = list[0]?.heading.style === 'han';
  if (stopped.length === 0 || (!topLevel && stopped.length > alone.length * EXCEPTION_SHARE)) return;
  for (const { node } of stopped) {
    const end = draft.blocks[node.line]?.content.end ?? 0;
    const at = span(end - 1, end);
    yield {
      block: node.line,
      span: at,
      message: topLevel ? '独立成行的一级标题末尾不用句号' : '本篇同级标题末尾多不用句号，此处应一致',
      fixes: replace(at, '', '删去句号'),
    };
  }
}

function endsWithStop(draft: Draft, { node }: HeadingNode): boolean {
  const block = draft.blocks[node.line];
  return (
    block !== undefined && block.text[block.content.end - 1] === '。' && block.text[block.content.end - 2] !== '。'
  );
}
