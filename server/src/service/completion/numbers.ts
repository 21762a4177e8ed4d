/** The next number of a heading's series on a line just begun: 二、 after 一、, and those of the headings above it. */
import type { HeadingMark } from '../../document/types';
import { byStyle, type HeadingNode, headingsByPiece, numeralLike, runsOn } from '../../rules/heading/_series';
import { type Completion, lineBegun, type Place, proposal } from './place';

/** A number to come, written as the headings of its series are. */
interface Next {
  readonly like: HeadingNode;
  readonly value: number;
  readonly detail: string;
}

const LARGEST = 99;
/** A numeral in one character with its brackets or its point: ①, ㈠. */
const ENCLOSED = /[\u2460-\u249b\u3220-\u3229]/;

export function nextNumbers(place: Place): Completion[] {
  const begun = lineBegun(place);
  if (!begun) return [];
  const { draft, piece, line, before, after } = place;
  const all = headingsByPiece(draft)[draft.pieces.indexOf(piece)] ?? [];
  const headings = all.filter(({ node, heading }) => node.line !== line && heading.atLineStart);
  const above = headings.filter(({ node }) => node.line < line);
  if (isClosed(place, above.at(-1))) return [];
  const offered = new Set<string>();
  return nextOf(headings, above).flatMap(({ like, value, detail }) => {
    const source = draft.blocks[like.node.line]?.source ?? '';
    const mark = markLike(source, like.heading, value);
    if (!mark?.startsWith(begun.words) || mark === begun.words || offered.has(mark)) return [];
    offered.add(mark);
    // a line without indentation gets that of its series
    const indent = begun.indent === '' ? source.slice(0, like.heading.mark.start) : '';
    const start = before.length - begun.words.length;
    const rest = after !== '' && mark.trim().endsWith(after.charAt(0)) ? 1 : 0;
    return proposal(place, start, rest, {
      kind: 'number',
      label: mark.trim(),
      detail,
      newText: indent + mark,
      filterText: mark,
    });
  });
}

/** Headings do not go on behind the signature. */
function isClosed({ draft, piece, line }: Place, last: HeadingNode | undefined): boolean {
  const from = last?.node.line ?? piece.start;
  return draft.blocks.slice(from, line).some(({ role }) => role === 'signature' || role === 'date');
}

/** The last heading's own series comes first, then those above it, then the one below it where others have such. */
function nextOf(headings: readonly HeadingNode[], above: readonly HeadingNode[]): Next[] {
  const last = above.at(-1);
  const found: Next[] = [];
  for (let each = last; each; each = above.find(({ node }) => node === each?.parent)) {
    const { number, title } = each.node;
    found.push({ like: each, value: each.heading.value + 1, detail: `接“${number}${title}”` });
  }
  const below = last && firstBelow(headings, above, last);
  return below ? [...found, below] : found;
}

function firstBelow(
  headings: readonly HeadingNode[],
  above: readonly HeadingNode[],
  last: HeadingNode,
): Next | undefined {
  const lines = new Map(headings.map((each) => [each.node, each]));
  const like = headings.find(({ parent }) => {
    const holder = parent && lines.get(parent);
    return holder !== undefined && holder !== last && holder.heading.style === last.heading.style;
  });
  if (!like) return undefined;
  const { style } = like.heading;
  const series = byStyle(headings).find((list) => list.includes(like)) ?? [];
  const previous = above.findLast(({ heading }) => heading.style === style);
  const on = style === 'article' || runsOn(series);
  const value = on && previous ? previous.heading.value + 1 : 1;
  return { like, value, detail: `“${last.node.number}${last.node.title}”的下一层` };
}

/** The mark with another number, and the blanks that part it from its title. */
function markLike(source: string, { mark, numeral, title }: HeadingMark, value: number): string | undefined {
  const sample = source.slice(numeral.start, numeral.end);
  if (value > LARGEST) return undefined;
  const next = numeralLike(sample, value);
  if (ENCLOSED.test(sample) && !ENCLOSED.test(next)) return undefined;
  const blanks = /^[\s　]*/.exec(source.slice(mark.end, Math.max(mark.end, title.start)))?.[0] ?? '';
  return source.slice(mark.start, numeral.start) + next + source.slice(numeral.end, mark.end) + blanks;
}
