/** Figures and tables that are spoken of and are not there: 见表3, where only 表1 and 表2 have a heading. */
import type { Draft } from '../../document/types';
import type { Span } from '../../text/span';
import { memoByBlock, memoByDraft } from '../report';
import type { DocumentFinding } from '../types';

/** 表1　主要指标, 图 2：示意图; a heading is a line of its own. */
const CAPTION =
  /^[（(]?附?(?<kind>[图表])[ 　]?(?<number>\d{1,2})[）)]?(?:[ 　:：.．、](?![\d])|[\p{Script=Han}])(?!.*[。；]$)/u;
/** 见表3, 如图2所示, （表1） */
const MENTION =
  /(?:[见如据由]|参见|详见|按照|[（(])附?(?<whole>(?<kind>[图表])[ 　]?(?<number>\d{1,2}))(?![\d.．—–~～至-])(?=[所中，。；、）)]|$)/dg;

interface Told {
  readonly mentions: readonly { readonly key: string; readonly span: Span }[];
  readonly caption: string | undefined;
}

const toldIn = memoByBlock((block): Told => {
  if (!/[图表][ 　]?\d/.test(block.text)) return { mentions: [], caption: undefined };
  const { kind, number } = CAPTION.exec(block.text.slice(block.content.start, block.content.end))?.groups ?? {};
  const mentions = [...block.text.matchAll(MENTION)].map((match) => {
    const [start = 0, end = 0] = match.indices?.groups?.whole ?? [];
    return { key: `${match.groups?.kind}${match.groups?.number}`, span: { start, end } };
  });
  return { mentions, caption: kind && `${kind}${number}` };
});

const captionsOf = memoByDraft(
  ({ blocks }): ReadonlySet<string> => new Set(blocks.map((block) => toldIn(block).caption ?? '')),
);

/** Judged only where two of the kind have headings: else the draft may have none by custom. */
export function* missingFigures(draft: Draft): Iterable<DocumentFinding> {
  const captions = captionsOf(draft);
  if (captions.size < 3) return;
  for (const [block, each] of draft.blocks.entries()) {
    for (const { key, span } of toldIn(each).mentions) {
      const alike = [...captions].filter((caption) => caption[0] === key[0]);
      if (captions.has(key) || alike.length < 2) continue;
      yield {
        block,
        span,
        severity: 'info',
        message: `文中没有“${key}”，只有${alike.map((name) => `“${name}”`).join('')}`,
      };
    }
  }
}
