/** Widening a selection: sentence, paragraph, section by section, document. */
import type { Draft, OutlineNode } from '../document/types';
import type { Position, Range, Span } from '../text/span';
import { rangeOf } from './diagnostics';

/** The ranges around a place, the smallest first; each holds the one before it and is larger. */
export function selectionRanges(draft: Draft, place: Position): Range[] {
  const { blocks } = draft;
  const line = Math.min(place.line, blocks.length - 1);
  const block = blocks[line];
  if (!block) return [];
  const character = Math.min(place.character, block.source.length);
  const ranges: Range[] = [];
  const sentence = sentenceAt(block.source, block.content, character);
  if (sentence) ranges.push(rangeOf(line, sentence));
  if (block.content.start <= character && character <= block.content.end) ranges.push(rangeOf(line, block.content));
  ranges.push(rangeOf(line, { start: 0, end: block.source.length }));
  for (const { line: first, endLine } of sectionsAround(draft.outline, line).reverse())
    ranges.push(linesRange(draft, first, endLine));
  ranges.push(linesRange(draft, 0, blocks.length - 1));
  return ranges.filter((range, index) => {
    const smaller = ranges[index - 1];
    return !smaller || !same(smaller, range);
  });
}

/** 。 and its like, with the quotation marks and brackets that close behind it. */
const SENTENCE_END = /[。！？!?…]+[”’）)》」』]*/g;

function sentenceAt(text: string, content: Span, character: number): Span | undefined {
  if (character < content.start || character > content.end) return undefined;
  let start = content.start;
  for (const match of text.slice(0, content.end).matchAll(SENTENCE_END)) {
    const end = match.index + match[0].length;
    if (end <= start) continue;
    if (character < end || end === content.end) return { start, end };
    start = end;
  }
  return { start, end: content.end };
}

/** Sections that hold the line, the outermost first. */
function sectionsAround(nodes: readonly OutlineNode[], line: number): OutlineNode[] {
  const node = nodes.find((each) => !each.inline && each.line <= line && line <= each.endLine);
  return node ? [node, ...sectionsAround(node.children, line)] : [];
}

function linesRange({ blocks }: Draft, first: number, last: number): Range {
  return {
    start: { line: first, character: 0 },
    end: { line: last, character: blocks[last]?.source.length ?? 0 },
  };
}

function same(a: Range, b: Range): boolean {
  return (
    a.start.line === b.start.line &&
    a.start.character === b.start.character &&
    a.end.line === b.end.line &&
    a.end.character === b.end.character
  );
}
