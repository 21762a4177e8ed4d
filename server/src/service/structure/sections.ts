/** The sections of a draft: what each numbered heading holds, and which of them can be taken as a whole. */

import words from '../../../data/line-words.json';
import type { Block, Draft, HeadingMark, OutlineNode, Piece, Role } from '../../document/types';
import { beginsAnew, byStyle, headingsByPiece } from '../../rules/heading/_series';
import { memoByDraft } from '../../rules/report';
import { rankOf, type Style, styleOf } from './styles';

/** A list of numbers: its items count up from one, wherever they stand in the text. */
export interface Series {
  /** The section that held it when the draft was read. */
  readonly owner: Section | undefined;
}

export interface Section {
  /** Index of its piece. */
  readonly piece: number;
  readonly line: number;
  readonly heading: HeadingMark;
  readonly style: Style;
  readonly level: number;
  readonly parent: Section | undefined;
  readonly children: readonly Section[];
  readonly series: Series;
  /** The line behind its last words; blank lines at its end are not in it. */
  readonly end: number;
  /** True when it begins and ends with a line of its own and no tail is in it. */
  readonly movable: boolean;
}

export interface PieceSections {
  readonly piece: Piece;
  /** Every heading with its number as written, those buried in paragraphs too, in order of the text. */
  readonly all: readonly Section[];
  /** The line behind the last words that belong to sections. */
  readonly end: number;
  /** Lines of 落款 and its like among the sections. */
  readonly tails: readonly number[];
}

/** 落款, 附件说明 and what else ends the text of a piece. */
const TAIL: ReadonlySet<Role> = new Set<Role>([
  'signature',
  'date',
  'attachment-note',
  'attachment-mark',
  'imprint',
  'brief-tail',
]);

/** （此件公开发布） stands below the text; 联系人：…… may be what a section says. */
function isTail(block: Block | undefined): boolean {
  if (!block) return false;
  return TAIL.has(block.role) || (block.role === 'annotation' && /^\s*[（(【[]/.test(block.source));
}

/** The sections of each piece; kept with the draft. */
export const sectionsOf = memoByDraft((draft: Draft): readonly PieceSections[] => {
  const anew = new Set<OutlineNode>();
  for (const headings of headingsByPiece(draft)) {
    for (const list of byStyle(headings)) {
      list.forEach((each, index) => {
        if (beginsAnew(list, index)) anew.add(each.node);
      });
    }
  }
  const nodes = headingNodes(draft.outline);
  let from = 0;
  return draft.pieces.map((piece, index) => {
    const own: OutlineNode[] = [];
    for (let node = nodes[from]; node && node.line < piece.end; node = nodes[++from]) own.push(node);
    return readPiece(draft, piece, index, own, anew);
  });
});

function headingNodes(outline: readonly OutlineNode[]): OutlineNode[] {
  const found: OutlineNode[] = [];
  const walk = (nodes: readonly OutlineNode[]) => {
    for (const node of nodes) {
      if (node.heading) found.push(node);
      if (node.children.length > 0) walk(node.children);
    }
  };
  walk(outline);
  return found;
}

type Mutable<T> = { -readonly [K in keyof T]: T[K] };
type Growing = Mutable<Section> & { children: Section[] };

function readPiece(
  { blocks }: Draft,
  piece: Piece,
  index: number,
  nodes: readonly OutlineNode[],
  anew: ReadonlySet<OutlineNode>,
): PieceSections {
  const last = nodes.at(-1);
  const end = endOfText(blocks, piece, (last?.line ?? piece.titleLines.at(-1) ?? piece.start - 1) + 1);
  const all: Growing[] = [];
  const stack: Growing[] = [];
  const series = new Map<Section | undefined, Map<Style, Series>>();
  const close = (rank: number, line: number, clean: boolean) => {
    for (let top = stack.at(-1); top && rankOf(top.style) >= rank; top = stack.at(-1)) {
      top.end = lastWords(blocks, top.line, line) + 1;
      top.movable = clean && top.heading.atLineStart && !hasTail(blocks, top.line, top.end);
      stack.pop();
    }
  };
  for (const node of nodes) {
    const { heading, line } = node;
    if (!heading) continue;
    const style = styleOf(heading);
    const rank = rankOf(style);
    close(rank, line, heading.atLineStart);
    const parent = stack.at(-1);
    const lists = series.get(parent) ?? new Map<Style, Series>();
    series.set(parent, lists);
    const kept = anew.has(node) ? undefined : lists.get(style);
    const own = kept ?? { owner: parent };
    lists.set(style, own);
    const section: Growing = {
      piece: index,
      line,
      heading,
      style,
      level: node.level,
      parent,
      children: [],
      series: own,
      end: line + 1,
      movable: false,
    };
    parent?.children.push(section);
    all.push(section);
    stack.push(section);
  }
  close(0, end, true);
  joinSingles(all);
  const tails: number[] = [];
  for (let line = nodes[0]?.line ?? end; line < end; line++) if (isTail(blocks[line])) tails.push(line);
  return { piece, all, end, tails };
}

/** Two lists of one item each are one list: 一、 behind 二、 is a number gone wrong. */
function joinSingles(all: readonly Growing[]): void {
  const lists = new Map<Series, Growing[]>();
  for (const section of all) {
    const list = lists.get(section.series);
    if (list) list.push(section);
    else lists.set(section.series, [section]);
  }
  const open = new Map<Section | undefined, Map<Style, Growing[]>>();
  for (const list of lists.values()) {
    const [first] = list;
    if (!first) continue;
    const beside = open.get(first.parent) ?? new Map<Style, Growing[]>();
    open.set(first.parent, beside);
    const before = beside.get(first.style);
    if (before?.length === 1 && list.length === 1 && before[0]) {
      first.series = before[0].series;
      before.push(first);
    } else beside.set(first.style, list);
  }
}

/** Blank lines at the end of a section part it from the next. */
function lastWords(blocks: readonly Block[], from: number, end: number): number {
  let line = end - 1;
  while (line > from && blocks[line]?.role === 'blank') line--;
  return Math.max(line, from);
}

function hasTail(blocks: readonly Block[], from: number, end: number): boolean {
  for (let line = from; line < end; line++) if (isTail(blocks[line])) return true;
  return false;
}

/** 特此通知；妥否，请批示；谢谢大家: what the draft closes with belongs to no section. */
const CLOSING = new RegExp(`^(?:${words.closing.words.split(' ').join('|')})`);
/** 同志们，做好今年的工作…… */
const ADDRESS = new RegExp(`^(?:各位)?(?:${words.people.words.split(' ').join('|')})[，,！!：:]`);
const MOST_CLOSING_PARAGRAPHS = 3;

/** Where the text of a piece ends: before its tail and before the words that close the draft. */
function endOfText(blocks: readonly Block[], piece: Piece, from: number): number {
  let end = from;
  while (end < piece.end && !isTail(blocks[end])) end++;
  const isText = (line: number) => blocks[line]?.role === 'body' || blocks[line]?.role === 'salutation';
  const wordsOf = (line: number) => {
    const block = blocks[line];
    return block ? block.text.slice(block.content.start, block.content.end) : '';
  };
  const paragraphs: number[] = [];
  for (let line = from; line < end; line++) if (blocks[line]?.role !== 'blank') paragraphs.push(line);
  const trim = (line: number) => {
    while (paragraphs.length > 0 && (paragraphs.at(-1) ?? 0) >= line) paragraphs.pop();
    end = line;
  };
  for (let last = paragraphs.at(-1); last !== undefined && isText(last); last = paragraphs.at(-1)) {
    if (!CLOSING.test(wordsOf(last)) || paragraphs.length < 2) break;
    trim(last);
  }
  // the first paragraph below a heading is its text, whomever it addresses
  const closing = paragraphs
    .slice(1)
    .slice(-MOST_CLOSING_PARAGRAPHS)
    .find((line) => isText(line) && (blocks[line]?.role === 'salutation' || ADDRESS.test(wordsOf(line))));
  if (closing !== undefined) trim(closing);
  while (end > from && blocks[end - 1]?.role === 'blank') end--;
  return end;
}

/** The innermost section that holds a line and can be moved; `undefined` outside all of them. */
export function sectionAt(pieces: readonly PieceSections[], line: number): Section | undefined {
  const piece = pieces.find((each) => each.piece.start <= line && line < each.piece.end);
  if (!piece) return undefined;
  let low = 0;
  let high = piece.all.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((piece.all[middle]?.line ?? 0) <= line) low = middle + 1;
    else high = middle;
  }
  // the heading that the line itself begins with comes before those buried in it
  let at = low - 1;
  while (at > 0 && piece.all[at]?.line === line && !piece.all[at]?.heading.atLineStart) at--;
  const candidate = piece.all[at];
  if (candidate?.line === line) return candidate;
  const last = piece.all[low - 1];
  const end = Math.max(piece.end, last ? last.line + 1 : 0);
  for (let each = last; each; each = each.parent) if (line < each.end || line < end) return each;
  return undefined;
}
