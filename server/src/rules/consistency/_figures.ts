/** Figures and tables that are spoken of and are not there, and those that are numbered twice or leave a number out. */
import type { Draft } from '../../document/types';
import type { Span } from '../../text/span';
import { collect } from '../collect';
import type { DocumentFinding } from '../types';

/** 表1　主要指标, 图 2：示意图; a heading is a line of its own. */
const CAPTION =
  /^[（(]?附?(?<kind>[图表])[ 　]?(?<number>\d{1,2})[）)]?(?:[ 　:：.．、](?!\d{1,2}[.．、])|(?![所中的为是和与至到显列反])[\p{Script=Han}])(?!.*[。；]$)(?<name>.*)/u;
/** 见表3, 如图2所示, （表1） */
const MENTION =
  /(?:[见如据由]|参见|详见|按照|[（(])附?(?<whole>(?<kind>[图表])[ 　]?(?<number>\d{1,2}))(?![\d.．—–~～至-])(?=[所中，。；、）)]|$)/dg;

interface Told {
  readonly mentions: readonly { readonly key: string; readonly span: Span }[];
  readonly caption: Caption | undefined;
}

interface Caption {
  readonly kind: string;
  readonly number: number;
  readonly name: string;
}

const toldIn = collect(({ text, content }): readonly Told[] => {
  if (!/[图表][ 　]?\d/.test(text)) return [];
  const { kind, number, name = '' } = CAPTION.exec(text.slice(content.start, content.end))?.groups ?? {};
  const mentions = [...text.matchAll(MENTION)].map((match) => {
    const [start = 0, end = 0] = match.indices?.groups?.whole ?? [];
    return { key: `${match.groups?.kind}${match.groups?.number}`, span: { start, end } };
  });
  return [{ mentions, caption: kind && `${kind}${number}` }];
});

/** Judged only where two of the kind have headings: else the draft may have none by custom. */
export function* missingFigures(draft: Draft): Iterable<DocumentFinding> {
  const told = toldIn(draft).flatMap(({ index, items }) => items.map((each) => ({ ...each, block: index })));
  const captions = new Set(told.flatMap(({ caption }) => (caption ? `${caption.kind}${caption.number}` : [])));
  for (const { mentions, block } of told) {
    for (const { key, span } of mentions) {
      const alike = [...captions].filter((caption) => caption[0] === key[0]);
      if (captions.has(key) || alike.length < 2) continue;
      const message = `文中没有“${key}”，只有${alike.map((name) => `“${name}”`).join('')}`;
      yield { block, span, severity: 'info', message };
    }
  }
}

/** 图1 is followed by 图3, or 表2 by another 表2; each attachment and each table of contents begins anew. */
export function* misnumberedFigures({ blocks }: Draft): Iterable<DocumentFinding> {
  const last = new Map<string, Caption & { readonly block: number }>();
  for (const [block, each] of blocks.entries()) {
    const caption = toldIn(each)?.caption;
    if (!caption) continue;
    const { kind, number, name } = caption;
    const before = last.get(kind);
    last.set(kind, { ...caption, block });
    if (!before || number < before.number || number === before.number + 1) continue;
    // what runs on to the next page bears its heading again
    if (number === before.number && (before.name === name || /[续接]/.test(name))) continue;
    const words = `${kind}${number}`;
    yield {
      block,
      span: each.content,
      severity: 'info',
      message: number === before.number ? `“${words}”前面已有` : `“${kind}${before.number}”之后是“${words}”`,
      related: [
        {
          block: before.block,
          span: blocks[before.block]?.content ?? each.content,
          message: `前面的“${kind}${before.number}”`,
        },
      ],
    };
  }
}
