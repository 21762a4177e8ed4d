/** What Markdown says of each line: stretches that are no prose, lines that are code or tables, depth of headings. */
import { type ChangedRange, type Tree, TreeFragment } from '@lezer/common';
import { parser as commonMark, GFM, type MarkdownConfig } from '@lezer/markdown';
import { countHan, hasHan } from '../text/chars';
import { lineOffsets } from '../text/lines';
import type { Span } from '../text/span';

export interface LineMarkup {
  /** In the line, in order; may overlap. */
  readonly masks: readonly Span[];
  readonly role?: 'code' | 'table';
  /** Number of `#`, for a heading line. */
  readonly depth?: number;
}

/** Nodes whose every line is no text of the draft. */
const CODE_LINES = new Set([
  'FencedCode',
  'HTMLBlock',
  'CommentBlock',
  'ProcessingInstructionBlock',
  'HorizontalRule',
  'LinkReference',
]);
/** Nodes that are no prose inside a line. */
const MASKED = new Set(
  'InlineCode HTMLTag Comment ProcessingInstruction Autolink URL LinkTitle LinkMark EmphasisMark HeaderMark QuoteMark CodeMark StrikethroughMark TaskMarker TableDelimiter Entity'.split(
    ' ',
  ),
);
const NO_MARKUP: LineMarkup = { masks: [] };

/**
 * Chinese drafts put no blank line between paragraphs, which would make one paragraph of the whole text: each line with
 * Han characters is one by itself. So an edit parses a line anew, and a title is not drawn into what stands above it.
 */
const LINE_PARAGRAPHS: MarkdownConfig = {
  parseBlock: [
    {
      name: 'LineParagraph',
      endLeaf: (_, line, leaf) => hasHan(line.text) && !leaf.content.includes('|'),
    },
  ],
};

const markdown = commonMark.configure([GFM, LINE_PARAGRAPHS]);

/** Reads the markup of one document again and again; only what an edit touches is parsed anew. */
export class MarkdownReader {
  #text = '';
  #tree: Tree | undefined;

  /** The markup of each line. Never throws. */
  read(text: string): LineMarkup[] {
    const tree = markdown.parse(text, this.#fragments(text));
    this.#text = text;
    this.#tree = tree;
    const offsets = lineOffsets(text);
    const lines = offsets.map((): { masks: Span[]; role?: 'code' | 'table'; depth?: number } => ({ masks: [] }));
    const frontMatterEnd = frontMatter(text, offsets);
    const lineAt = lineFinder(offsets);
    const each = (from: number, to: number, visit: (line: (typeof lines)[number], start: number) => void) => {
      for (let index = lineAt(from); index < lines.length && (offsets[index] ?? 0) < Math.max(to, from + 1); index++) {
        const line = lines[index];
        if (line && index >= frontMatterEnd) visit(line, offsets[index] ?? 0);
      }
    };
    tree.iterate({
      enter: ({ name, from, to, node }) => {
        if (CODE_LINES.has(name) || (name === 'CodeBlock' && !isIndentedProse(text.slice(from, to)))) {
          each(from, to, (line) => {
            line.role = 'code';
          });
          return false;
        }
        if (name === 'Table')
          each(from, to, (line) => {
            line.role = 'table';
          });
        const depth = /^(?:ATX|Setext)Heading(\d)$/.exec(name)?.[1];
        if (depth) {
          const line = lines[lineAt(from)];
          if (line) line.depth = Number(depth);
          const underline = name.startsWith('Setext') ? lines[lineAt(Math.max(from, to - 1))] : undefined;
          if (underline && underline !== line) underline.role = 'code';
        }
        const bullet = name === 'ListMark' && !/\d/.test(text.slice(from, to));
        const backslash = name === 'Escape';
        if (MASKED.has(name) || bullet || backslash) {
          const end = backslash ? from + 1 : to;
          each(from, end, (line, start) => line.masks.push({ start: Math.max(0, from - start), end: end - start }));
          return node.firstChild !== null && name !== 'InlineCode';
        }
        return true;
      },
    });
    for (let index = 0; index < frontMatterEnd; index++) lines[index] = { masks: [], role: 'code' };
    return lines.map((line) => (line.masks.length > 0 || line.role || line.depth ? line : NO_MARKUP));
  }

  #fragments(text: string): readonly TreeFragment[] | undefined {
    if (!this.#tree) return undefined;
    const fragments = TreeFragment.addTree(this.#tree);
    if (text === this.#text) return fragments;
    return TreeFragment.applyChanges(fragments, [changeBetween(this.#text, text)]);
  }
}

/** The one stretch in which two texts differ. */
function changeBetween(before: string, after: string): ChangedRange {
  const most = Math.min(before.length, after.length);
  let head = 0;
  while (head < most && before.charCodeAt(head) === after.charCodeAt(head)) head++;
  let tail = 0;
  while (
    tail < most - head &&
    before.charCodeAt(before.length - 1 - tail) === after.charCodeAt(after.length - 1 - tail)
  )
    tail++;
  return { fromA: head, toA: before.length - tail, fromB: head, toB: after.length - tail };
}

/** Number of lines of the metadata between `---` at the head of the file, or 0. */
function frontMatter(text: string, offsets: readonly number[]): number {
  if (!/^---[ \t]*(?:\r\n|\n|\r)/.test(text)) return 0;
  for (let index = 1; index < Math.min(offsets.length, 200); index++) {
    if (/^(?:---|\.\.\.)[ \t]*(?:[\r\n]|$)/.test(text.slice(offsets[index], (offsets[index] ?? 0) + 20)))
      return index + 1;
  }
  return 0;
}

/** Chinese paragraphs indented with blanks look like code to Markdown and are none. */
function isIndentedProse(text: string): boolean {
  return countHan(text) * 2 >= text.replace(/\s/g, '').length;
}

function lineFinder(offsets: readonly number[]): (offset: number) => number {
  return (offset) => {
    let low = 0;
    let high = offsets.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((offsets[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return low;
  };
}
