/** Figures and tables that are spoken of and are not there: 见表3, where only 表1 and 表2 have a heading. */
import type { Draft } from '../../document/types';
import type { Span } from '../../text/span';
import { memoByBlock } from '../report';
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

const toldIn = memoByBlock(({ text, content }): Told | undefined => {
  if (!/[图表][ 　]?\d/.test(text)) return undefined;
  const { kind, number } = CAPTION.exec(text.slice(content.start, content.end))?.groups ?? {};
  const mentions = [...text.matchAll(MENTION)].map((match) => {
    const [start = 0, end = 0] = match.indices?.groups?.whole ?? [];
    return { key: `${match.groups?.kind}${match.groups?.number}`, span: { start, end } };
  });
  return { mentions, caption: kind && `${kind}${number}` };
});

/** Judged only where two of the kind have headings: else the draft may have none by custom. */
export function* missingFigures({ blocks }: Draft): Iterable<DocumentFinding> {
  const told = blocks.flatMap((each, block) => {
    const found = toldIn(each);
    return found ? [{ ...found, block }] : [];
  });
  const captions = new Set(told.flatMap(({ caption }) => caption ?? []));
  for (const { mentions, block } of told) {
    for (const { key, span } of mentions) {
      const alike = [...captions].filter((caption) => caption[0] === key[0]);
      if (captions.has(key) || alike.length < 2) continue;
      const message = `文中没有“${key}”，只有${alike.map((name) => `“${name}”`).join('')}`;
      yield { block, span, severity: 'info', message };
    }
  }
}
