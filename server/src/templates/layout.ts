/** Lays out a filled template as the writer's office lays out its drafts: `biganzi.format.*`, as when a draft is formatted. */
import type { Filled } from './fill';

export interface Layout {
  readonly blankLines: 'keep' | 'none';
  readonly indent: 'keep' | 'none' | 'two';
}

const BLANK_LINES = /\n{2,}/g;
/** A paragraph or a heading; an 附件说明 keeps its place, and so does what stands further in. */
const INDENT = /(?<=^|\n)　　(?!　|附件：)/g;

/** Templates have blank lines, and paragraphs indented by two characters; what the office does not want is left out. */
export function layOut(filled: Filled, { blankLines, indent }: Layout): Filled {
  return filled.map((part, index) => {
    if (typeof part !== 'string') return part;
    const lines = blankLines === 'none' ? part.replace(BLANK_LINES, '\n') : part;
    if (indent !== 'none') return lines;
    // a gap stands before all but the first, so only there the text begins a line
    return index === 0 ? lines.replace(INDENT, '') : `\u0000${lines}`.replace(INDENT, '').slice(1);
  });
}
