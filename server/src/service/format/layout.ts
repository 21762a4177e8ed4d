/** Blank lines, indents and trailing blanks: what a formatter changes beyond the marks. */
import type { Block, Draft, MarkStyle, Role } from '../../document/types';
import { rangeOf, type TextEdit } from '../diagnostics';
import type { FormatStyle } from './style';

const BLANKS = ' \t\u00A0\u3000';
const LEADING = /^[ \t\u00A0\u3000]*/;
const TWO = '\u3000\u3000';

/** What stands far from the margin was put there on purpose: a signature that was not known as one. */
const WIDEST_INDENT = 8;

/** GB/T 9704—2012 7.3.3: 每个自然段左空二字，回行顶格; 7.3.2: 主送机关顶格. */
const PARAGRAPHS: ReadonlySet<Role> = new Set<Role>(['body', 'heading']);
const ADDRESSES: ReadonlySet<Role> = new Set<Role>(['recipient', 'salutation']);
/** Their blanks are their place on the line; those of a table part its cells. */
const PLACED: ReadonlySet<Role> = new Set<Role>([
  'signature',
  'date',
  'letterhead',
  'imprint',
  'table',
  'code',
  'noise',
]);

/** The edits, in order. Markdown has blanks that mean something; only blank lines are looked at there. */
export function layOut({ blocks, language }: Draft, style: FormatStyle): TextEdit[] {
  const markdown = language === 'markdown';
  return blocks.flatMap((block, line) => {
    if (block.role === 'blank') return blankLine(blocks, line, markdown ? 'keep' : style.blankLines);
    return markdown ? [] : [...indent(block, line, style), ...trailing(block, line)];
  });
}

/** A blank line goes when it stands behind another one, or whenever none is wanted; the last line end stays. */
function blankLine(blocks: readonly Block[], line: number, wanted: FormatStyle['blankLines']): TextEdit[] {
  const { source } = blocks[line] ?? { source: '' };
  const superfluous = blocks[line + 1]?.role === 'blank' || (wanted === 'none' && line < blocks.length - 1);
  if (superfluous)
    return [{ range: { start: { line, character: 0 }, end: { line: line + 1, character: 0 } }, newText: '' }];
  return source === '' ? [] : [{ range: rangeOf(line, { start: 0, end: source.length }), newText: '' }];
}

/** `第一章　总则` is centred in what is issued, and its blanks are its place; `第一条` begins a paragraph like any other. */
const CENTRED: ReadonlySet<MarkStyle> = new Set<MarkStyle>(['volume', 'part', 'chapter', 'section']);

function indent({ role, source, headings }: Block, line: number, { indent: wanted }: FormatStyle): TextEdit[] {
  const style = headings[0]?.style;
  if (wanted === 'keep' || style === 'atx' || (style && CENTRED.has(style))) return [];
  const paragraph = PARAGRAPHS.has(role);
  if (!paragraph && !ADDRESSES.has(role)) return [];
  const now = LEADING.exec(source)?.[0] ?? '';
  const right = paragraph && wanted === 'two' ? TWO : '';
  const width = now.length + (now.match(/\u3000/g)?.length ?? 0);
  if (now === right || width > WIDEST_INDENT) return [];
  return [{ range: rangeOf(line, { start: 0, end: now.length }), newText: right }];
}

function trailing({ role, source }: Block, line: number): TextEdit[] {
  if (PLACED.has(role)) return [];
  let start = source.length;
  while (start > 0 && BLANKS.includes(source[start - 1] ?? '')) start--;
  return start === source.length ? [] : [{ range: rangeOf(line, { start, end: source.length }), newText: '' }];
}
