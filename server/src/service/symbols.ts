/** The outline as an editor shows it: titles, headings and inline points, each with its range and its length. */
import type { Draft, OutlineNode } from '../document/types';
import type { Position, Range } from '../text/span';
import { charactersOf, countCharacters } from './characters';
import { rangeOf } from './diagnostics';

export interface DocumentSymbol {
  /** Number and title: `（一）加强领导`. Never empty. */
  readonly name: string;
  /** Length of the section: `1280字`. */
  readonly detail: string;
  readonly kind: 'title' | 'heading' | 'point';
  readonly range: Range;
  /** The heading's own words. */
  readonly selectionRange: Range;
  readonly children: readonly DocumentSymbol[];
}

/** Symbols of the draft. A symbol's range holds those of its children. */
export function documentSymbols(draft: Draft): DocumentSymbol[] {
  return symbolsOf(draft, draft.outline, { line: draft.blocks.length, character: 0 });
}

function symbolsOf(draft: Draft, nodes: readonly OutlineNode[], limit: Position): DocumentSymbol[] {
  return nodes.map((node, index) => {
    const next = nodes[index + 1];
    return symbolOf(draft, node, next ? startOf(next) : limit);
  });
}

function symbolOf(draft: Draft, node: OutlineNode, limit: Position): DocumentSymbol {
  const start = startOf(node);
  const end = earlier(endOf(draft, node), limit);
  const { line, span, number, title } = node;
  const name = `${number}${title}`.trim();
  return {
    name: name === '' ? '（无标题）' : name,
    detail: `${charactersIn(draft, start, end)}字`,
    kind: node.level === 0 ? 'title' : node.inline ? 'point' : 'heading',
    range: { start, end },
    selectionRange: { start: rangeOf(line, span).start, end: earlier(rangeOf(line, span).end, end) },
    children: symbolsOf(draft, node.children, end),
  };
}

/** A heading at the beginning of its line takes the line with its indentation. */
function startOf({ line, span, inline }: OutlineNode): Position {
  return { line, character: inline ? span.start : 0 };
}

function endOf({ blocks }: Draft, { line, endLine, point }: OutlineNode): Position {
  if (point) return { line, character: point.extent.end };
  return { line: endLine, character: blocks[endLine]?.source.length ?? 0 };
}

function earlier(a: Position, b: Position): Position {
  return a.line < b.line || (a.line === b.line && a.character <= b.character) ? a : b;
}

function charactersIn(draft: Draft, start: Position, end: Position): number {
  const words = (line: number, from: number, to?: number) =>
    countCharacters(draft.blocks[line]?.source.slice(from, to) ?? '');
  if (start.line === end.line) return words(start.line, start.character, end.character);
  const first =
    start.character === 0 ? charactersOf(draft, start.line, start.line + 1) : words(start.line, start.character);
  return first + charactersOf(draft, start.line + 1, end.line) + words(end.line, 0, end.character);
}
