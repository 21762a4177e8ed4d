/** Figures and tables that are spoken of and are not there, and those that are numbered twice or leave a number out. */
import type { Draft } from '../../document/types';
import type { Span } from '../../text/span';
import { collect, type Line } from '../collect';
import type { DocumentFinding } from '../types';

/** 表1　主要指标, 图 2：示意图; a heading is a line of its own. */
const CAPTION =
  /^[（(]?附?(?<kind>[图表])[ 　]?(?<number>\d{1,2})[）)]?(?:[ 　:：.．、](?!\d{1,2}[.．、])|(?![所中的为是和与至到显列反])[\p{Script=Han}])(?!.*[。；]$)(?<name>.*)/u;
/** 图5　汽车前号牌　　　　图6　汽车后号牌 */
const SIDE_BY_SIDE = /[ 　\t]{3,}/;
/** 见表3, 如图2所示, （表1） */
const MENTION =
  /(?:[见如据由]|参见|详见|按照|[（(])附?(?<whole>(?<kind>[图表])[ 　]?(?<number>\d{1,2}))(?![\d.．—–~～至-])(?=[所中，。；、）)]|$)/dg;

interface Told {
  readonly mentions: readonly { readonly key: string; readonly span: Span }[];
  readonly captions: readonly Caption[];
}

interface Caption {
  readonly kind: string;
  readonly number: number;
  readonly name: string;
}

const toldIn = collect(({ text, content }): readonly Told[] => {
  if (!/[图表][ 　]?\d/.test(text)) return [];
  const captions = text
    .slice(content.start, content.end)
    .split(SIDE_BY_SIDE)
    .flatMap((words) => {
      const { kind, number, name = '' } = CAPTION.exec(words)?.groups ?? {};
      return kind ? [{ kind, number: Number(number), name: name.trim() }] : [];
    });
  const mentions = [...text.matchAll(MENTION)].map((match) => {
    const [start = 0, end = 0] = match.indices?.groups?.whole ?? [];
    return { key: `${match.groups?.kind}${match.groups?.number}`, span: { start, end } };
  });
  return [{ mentions, captions }];
});

/** Judged only where two of the kind have headings: else the draft may have none by custom. */
export function* missingFigures(draft: Draft): Iterable<DocumentFinding> {
  const told = toldIn(draft).flatMap(({ index, items }) => items.map((each) => ({ ...each, block: index })));
  const captions = new Set(told.flatMap(({ captions: all }) => all.map(({ kind, number }) => `${kind}${number}`)));
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
export function* misnumberedFigures(draft: Draft): Iterable<DocumentFinding> {
  const last = new Map<string, Caption & Line>();
  for (const { index, block, items } of toldIn(draft)) {
    for (const caption of items.flatMap(({ captions }) => captions)) {
      const before = last.get(caption.kind);
      last.set(caption.kind, { ...caption, index, block });
      if (!before || !isMisnumbered(caption, before)) continue;
      const [here, there] = [`${caption.kind}${caption.number}`, `${before.kind}${before.number}`];
      yield {
        block: index,
        span: block.content,
        severity: 'info',
        message: here === there ? `前面已有“${there}”` : `“${there}”之后是“${here}”`,
        related: [{ block: before.index, span: before.block.content, message: `前面的“${there}”` }],
      };
    }
  }
}

function isMisnumbered({ number, name }: Caption, before: Caption): boolean {
  // what runs on to the next page bears its heading again
  if (number === before.number) return before.name !== name && !/[续接]/.test(name);
  return number > before.number + 1;
}
