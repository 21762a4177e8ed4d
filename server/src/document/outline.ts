/** Builds the outline: titles, headings at the beginning of lines and buried in paragraphs, and points inside them. */
import { span } from '../text/span';
import { type Decimal, decimalsOf } from './decimals';
import { sentenceEnd } from './marks';
import type { Block, HeadingMark, InlinePoint, MarkStyle, OutlineNode, Piece } from './types';

/** Which style stands above which; headings nest by it whatever their level is. */
export const RANK: Readonly<Record<MarkStyle, number>> = {
  volume: 1,
  part: 2,
  chapter: 3,
  section: 4,
  article: 5,
  han: 6,
  'han-paren': 7,
  digit: 8,
  'digit-paren': 9,
  'digit-half-paren': 9.5,
  circled: 10,
  atx: 0,
};

interface MutableNode extends Omit<OutlineNode, 'children' | 'inline' | 'heading' | 'point'> {
  endLine: number;
  inline: boolean;
  heading?: HeadingMark;
  point?: InlinePoint;
  children: MutableNode[];
  rank: number;
  /** Of a decimal, the rank of what all decimals of its run stand below. */
  holder?: number;
}

/** The outline of a file. Never throws; cost grows with the number of blocks and headings. */
export function buildOutline(blocks: readonly Block[], pieces: readonly Piece[]): OutlineNode[] {
  const roots: MutableNode[] = [];
  for (const piece of pieces) buildPiece(blocks, piece, roots);
  return roots;
}

function buildPiece(blocks: readonly Block[], piece: Piece, roots: MutableNode[]): void {
  const stack: MutableNode[] = [];
  const articleLevel = levelOfArticles(blocks, piece);
  const add = (node: MutableNode) => {
    const parent = stack.at(-1);
    (parent ? parent.children : roots).push(node);
    stack.push(node);
  };
  const close = (rank: number, line: number) => {
    for (let top = stack.at(-1); top && top.rank >= rank; top = stack.at(-1)) {
      top.endLine = lastWords(blocks, Math.max(top.line, line - 1), top.line);
      stack.pop();
    }
  };
  const addHeading = (block: Block, line: number, heading: HeadingMark) => {
    const rank = heading.style === 'atx' ? RANK.han + heading.level - 1 : RANK[heading.style];
    close(rank, line);
    const parent = stack.at(-1);
    const base = heading.style === 'article' ? articleLevel : heading.level;
    const inArticle = parent !== undefined && stack.some(({ heading: above }) => above?.style === 'article');
    const level = inArticle ? Math.max(base, parent.level + 1) : base;
    const { number, title, at } = wordsOf(heading, block);
    const made = node(level, number, title === '' ? titleBelow(blocks, piece, line) : title, line, at, rank);
    made.inline = !heading.atLineStart;
    made.heading = heading;
    add(made);
  };
  const addDecimal = (block: Block, line: number, { parts, number, title }: Decimal) => {
    const above = stack.findLast(({ holder }) => holder !== undefined)?.holder ?? holderOf(stack, parts);
    const rank = above + parts.length / 10;
    close(rank, line);
    const level = Math.max(parts.length, (stack.at(-1)?.level ?? 0) + 1);
    const words = block.source.slice(title.start, title.end);
    const at = span(number.start, Math.max(title.end, number.end));
    const made = node(level, block.source.slice(number.start, number.end), words, line, at, rank);
    made.holder = above;
    add(made);
  };
  const decimals = decimalsOf(blocks, piece);
  const titleLine = piece.titleLines[0];
  if (titleLine !== undefined) {
    const title = blocks[titleLine];
    add(node(0, '', piece.title, titleLine, title ? title.content : span(0, 0), -1));
  }
  for (let line = piece.start; line < piece.end; line++) {
    const block = blocks[line];
    if (!block) continue;
    const decimal = decimals.get(line);
    if (decimal) addDecimal(block, line, decimal);
    if (block.headings.length === 0 && block.points.length === 0) continue;
    const points = pointsToShow(blocks, piece, line);
    let placed = 0;
    for (const heading of block.headings) {
      for (let point = points[placed]; point && point.mark.start < heading.mark.start; point = points[++placed])
        placePoint(block, line, point, stack.at(-1), roots);
      addHeading(block, line, heading);
    }
    for (let point = points[placed]; point; point = points[++placed])
      placePoint(block, line, point, stack.at(-1), roots);
  }
  close(-2, piece.end);
}

/** 第一章 above 1.1, or the 1. that it counts on from. */
function holderOf(stack: readonly MutableNode[], [first]: readonly number[]): number {
  const node = stack.findLast(({ heading }) => heading !== undefined);
  return node?.heading?.style === 'digit' && node.heading.value !== first ? 0 : (node?.rank ?? 0);
}

/** The title on the next line where the mark stands alone. */
function titleBelow(blocks: readonly Block[], piece: Piece, line: number): string {
  let next = line + 1;
  while (next < piece.end && blocks[next]?.role === 'blank') next++;
  const below = next < piece.end ? blocks[next] : undefined;
  if (below?.role !== 'body') return '';
  const { start, end } = below.content;
  return below.source.slice(start, Math.min(sentenceEnd(below.text, start, end), start + LONGEST_TITLE));
}

/** A title taken from the next line is cut here. */
const LONGEST_TITLE = 60;

function node(
  level: number,
  number: string,
  title: string,
  line: number,
  at: OutlineNode['span'],
  rank: number,
): MutableNode {
  return { level, number, title, line, endLine: line, span: at, inline: false, children: [], rank };
}

interface Words {
  readonly number: string;
  readonly title: string;
  readonly at: OutlineNode['span'];
}

const keptWords = new WeakMap<HeadingMark | InlinePoint, Words>();

/** The words of a heading or a point; kept with it, for the outline is built anew after every edit. */
function wordsOf(marked: HeadingMark | InlinePoint, { source }: Block): Words {
  let words = keptWords.get(marked);
  if (!words) {
    const { mark, title } = marked;
    words = {
      number: source.slice(mark.start, mark.end).trim(),
      title: source.slice(title.start, title.end),
      at: span(mark.start, Math.max(title.end, mark.end)),
    };
    keptWords.set(marked, words);
  }
  return words;
}

function lastWords(blocks: readonly Block[], from: number, floor: number): number {
  let line = from;
  while (line > floor && blocks[line]?.role === 'blank') line--;
  return line;
}

function levelOfArticles(blocks: readonly Block[], piece: Piece): number {
  let level = 1;
  for (let line = piece.start; line < piece.end; line++) {
    for (const { style } of blocks[line]?.headings ?? []) {
      if (style === 'section') return 3;
      if (style === 'chapter' || style === 'volume' || style === 'part') level = 2;
    }
  }
  return level;
}

/** Points of a line that stand in a run, on this line or with the lines beside it. */
function pointsToShow(blocks: readonly Block[], piece: Piece, line: number): readonly InlinePoint[] {
  const block = blocks[line];
  if (!block || block.points.length === 0) return [];
  return block.points.filter((point) => {
    if (
      block.points.some(
        (other) => other !== point && sameSeries(other, point) && Math.abs(other.value - point.value) <= 2,
      )
    )
      return true;
    return hasNeighbour(blocks, piece, line, point, 1) || hasNeighbour(blocks, piece, line, point, -1);
  });
}

/** 首先 goes on with 其次 or with 第二. */
function sameSeries(a: InlinePoint, b: InlinePoint): boolean {
  const ordinal = (point: InlinePoint) => (point.style === 'shou-xian' ? 'di-yi' : point.style);
  return ordinal(a) === ordinal(b);
}

function hasNeighbour(blocks: readonly Block[], piece: Piece, line: number, point: InlinePoint, step: 1 | -1): boolean {
  for (let other = line + step; other >= piece.start && other < piece.end; other += step) {
    const block = blocks[other];
    if (!block || (step === 1 && block.headings.some(({ atLineStart }) => atLineStart))) return false;
    const found = (step === 1 ? block.points : [...block.points].reverse()).find((candidate) =>
      sameSeries(candidate, point),
    );
    if (found)
      return (
        found.value === point.value + step || (step === 1 && found.value === 0) || (step === -1 && point.value === 0)
      );
    if (block.headings.length > 0) return false;
  }
  return false;
}

function placePoint(
  block: Block,
  line: number,
  point: InlinePoint,
  holder: MutableNode | undefined,
  roots: MutableNode[],
): void {
  let parent = holder;
  const siblings = () => (parent ? parent.children : roots);
  for (let last = siblings().at(-1); last?.point && last.line === line; last = siblings().at(-1)) {
    if (last.point.style === point.style || point.mark.start >= last.point.extent.end) break;
    parent = last;
  }
  const { number, title, at } = wordsOf(point, block);
  const made = node((parent?.level ?? 0) + 1, number, title, line, at, 100);
  made.inline = true;
  made.point = point;
  siblings().push(made);
}
