/** Headings of one style in order, with what their numbers should be. */
import type { Draft, HeadingMark, MarkStyle, OutlineNode } from '../../document/types';
import { toHanNumeral } from '../../text/chars';
import { memo, memoByDraft } from '../report';
import type { Edit } from '../types';

export interface HeadingNode {
  readonly node: OutlineNode;
  readonly heading: HeadingMark;
  /** The node above it; `undefined` at the top. Headings with one parent are siblings. */
  readonly parent: OutlineNode | undefined;
}

/** The numbered headings of each piece, in order of the text. */
export const headingsByPiece = memoByDraft(({ outline, pieces }: Draft): readonly (readonly HeadingNode[])[] => {
  const all: HeadingNode[] = [];
  const walk = (nodes: readonly OutlineNode[], parent: OutlineNode | undefined) => {
    for (const node of nodes) {
      if (node.heading && node.heading.style !== 'atx') all.push({ node, heading: node.heading, parent });
      walk(node.children, node);
    }
  };
  walk(outline, undefined);
  return pieces.map(({ start, end }) => all.filter(({ node }) => node.line >= start && node.line < end));
});

/** The headings of each style of a piece, in order. */
export const byStyle = memo((headings: readonly HeadingNode[]): readonly (readonly HeadingNode[])[] => {
  const lists = new Map<MarkStyle, HeadingNode[]>();
  for (const each of headings) {
    const list = lists.get(each.heading.style);
    if (list) list.push(each);
    else lists.set(each.heading.style, [each]);
  }
  return [...lists.values()];
});

/**
 * True when the numbers of this style run on under a new parent instead of beginning again, as （一） does in one
 * published document of ten.
 */
export function runsOn(list: readonly HeadingNode[]): boolean {
  let on = 0;
  let again = 0;
  list.forEach((each, index) => {
    const previous = list[index - 1];
    if (!previous || previous.parent === each.parent) return;
    if (each.heading.value === previous.heading.value + 1 && each.heading.value > 1) on++;
    else if (each.heading.value === 1) again++;
  });
  return on > again;
}

/** A series that begins anew under the same parent: a second list, whose first items are 1 and 2. */
export function beginsAnew(list: readonly HeadingNode[], index: number): boolean {
  const each = list[index];
  const previous = list[index - 1];
  const next = list[index + 1];
  if (each?.heading.value !== 1 || !previous || previous.parent !== each.parent) return false;
  const sibling = next?.parent === each.parent ? next : undefined;
  if (sibling?.heading.value === previous.heading.value + 2) return false;
  return previous.heading.value > 1 || sibling?.heading.value === 2;
}

/** Numerals that are one character: the first, which number it is, how many there are. */
const ENCLOSED: readonly (readonly [number, number, number])[] = [
  [0x2460, 1, 20], // ①
  [0x3251, 21, 15], // ㉑
  [0x2474, 1, 20], // ⑴
  [0x2488, 1, 20], // ⒈
  [0x3220, 1, 10], // ㈠
];

/** The numeral for a value in the shape of the one that stands there: 三, 3, ③, ⑶; behind the last of them written out. */
export function numeralLike(sample: string, value: number): string {
  const code = sample.codePointAt(0) ?? 0;
  const shape = ENCLOSED.findIndex(([first, , count]) => code >= first && code < first + count);
  if (shape < 0) return /[0-9０-９]/.test(sample) ? String(value) : toHanNumeral(value);
  // ㉑ goes on where ⑳ ends
  for (const [first, from, count] of shape <= 1 ? ENCLOSED.slice(0, 2) : ENCLOSED.slice(shape, shape + 1))
    if (value >= from && value < from + count) return String.fromCodePoint(first + value - from);
  if (shape === 3) return `${value}.`;
  return `（${shape === 4 ? toHanNumeral(value) : value}）`;
}

/** The edit that gives a heading another number; `undefined` when it has it already. */
function renumberEdit(draft: Draft, { node, heading }: HeadingNode, value: number): Edit | undefined {
  if (heading.value === value || value < 1 || value > 999) return undefined;
  const sample = draft.blocks[node.line]?.source.slice(heading.numeral.start, heading.numeral.end) ?? '';
  return { block: node.line, span: heading.numeral, newText: numeralLike(sample, value) };
}

/** Edits that make `from` and the siblings after it count up from `value`. */
export function renumberFrom(draft: Draft, list: readonly HeadingNode[], from: number, value: number): Edit[] {
  const edits: Edit[] = [];
  const on = runsOn(list);
  let next = value;
  for (let index = from; index < list.length; index++) {
    const each = list[index];
    if (!each) break;
    if (index > from && ((each.parent !== list[from]?.parent && !on) || beginsAnew(list, index))) break;
    const edit = renumberEdit(draft, each, next);
    if (edit) edits.push(edit);
    next++;
  }
  return edits;
}
