/** Carries out one operation on the structure of a draft: one list of edits, numbers and references included. */
import { readDraft } from '../../document/read';
import type { Draft } from '../../document/types';
import { lineOffsets } from '../../text/lines';
import type { Position, Range } from '../../text/span';
import { editsOf, inRounds } from '../fix-all';
import { countAttachments, countCaptions, OtherNumbers } from './captions';
import { Change, Impossible } from './change';
import { convertStyle } from './convert-style';
import { follow } from './following';
import { demote, insertSibling, insertText, merge, move, promote, remove, shift, type Target } from './operations';
import { countPoints } from './points';
import type { Extracted, StructureAnswer, StructureOperation } from './types';

type Answer = Omit<StructureAnswer, 'version'>;

/** Renumbered things beside the answer. */
export interface Performed extends Answer {
  readonly renumbered: number;
}

/**
 * The edits of an operation. Never throws: what cannot be done is told in `message`.
 * @param text that `draft` was read from
 */
export function perform(draft: Draft, text: string, operation: StructureOperation): Performed {
  const first = performOnce(draft, text, operation);
  return operation.type === 'renumber' && first.edits.length > 0 ? settled(draft, text, operation, first) : first;
}

/** With other numbers a text may read otherwise: it is renumbered until nothing is left to do. */
function settled(draft: Draft, text: string, operation: StructureOperation, first: Performed): Performed {
  let rounds = 0;
  const { patch } = inRounds(text, (current) => {
    const { edits, renumbered } =
      current === text ? first : performOnce(readDraft(current, draft.language), current, operation);
    if (edits.length > 0) rounds++;
    return { edits, mended: renumbered };
  });
  return rounds > 1 ? { ...first, edits: editsOf(text, patch) } : first;
}

function performOnce(draft: Draft, text: string, operation: StructureOperation): Performed {
  try {
    if (draft.blocks.length === 0) throw new Impossible('这个文件没有作为文稿读取');
    const change = new Change(draft, text);
    if (operation.type === 'extract') return { ...nothing(), extracted: extract(change, text, operation.lines) };
    const target = carryOut(change, operation);
    return finish(change, operation, target);
  } catch (error) {
    if (error instanceof Impossible) return { ...nothing(), message: `${error.message}。` };
    throw error;
  }
}

function nothing(): Performed {
  return { edits: [], unresolved: [], renumbered: 0 };
}

function carryOut(change: Change, operation: Exclude<StructureOperation, { type: 'extract' }>): Target {
  switch (operation.type) {
    case 'move':
      return move(change, operation.lines, operation.place);
    case 'up':
      return shift(change, operation.lines, -1);
    case 'down':
      return shift(change, operation.lines, 1);
    case 'promote':
      return promote(change, operation.lines);
    case 'demote':
      return demote(change, operation.lines);
    case 'insertSibling':
      return insertSibling(change, operation.line);
    case 'remove':
      return remove(change, operation.lines);
    case 'merge':
      return merge(change, operation.line);
    case 'convertStyle':
      return convertStyle(change, operation.style);
    case 'insertText':
      return insertText(change, operation.text, operation.place);
    case 'renumber':
      return undefined;
  }
}

function finish(change: Change, operation: StructureOperation, target: Target): Performed {
  const renumbers = operation.type === 'renumber';
  const range = renumbers ? operation.range : undefined;
  const within = (line: number) => !range || isWithin(range, line);
  const after = change.count(renumbers || operation.type === 'convertStyle', ({ line }) => !within(line));
  const others = new OtherNumbers();
  let renumbered = change.writeMarks(after);
  renumbered += countCaptions(change, others, renumbers, within);
  if (renumbers) renumbered += countAttachments(change, others, within) + countPoints(change, within);
  const unresolved = follow(change, change.before(), after, others);
  const edits = change.lines.edits();
  if (edits.length === 0)
    return { ...nothing(), unresolved, message: NOTHING_TO_DO[operation.type] ?? '已经在这个位置。' };
  const select = selectionOf(change, target);
  return { edits, unresolved, renumbered, ...(select ? { select } : {}) };
}

const NOTHING_TO_DO: Readonly<Partial<Record<StructureOperation['type'], string>>> = {
  renumber: '编号已经前后相接，无需改动。',
  convertStyle: '文中已经是这种编号样式。',
};

/** A range that ends at the beginning of a line does not hold that line. */
function isWithin({ start, end }: Range, line: number): boolean {
  return start.line <= line && (line < end.line || (line === end.line && (end.character > 0 || start.line === line)));
}

/** Behind the mark of the section, or at the beginning of the line. */
function selectionOf({ lines }: Change, target: Target): Range | undefined {
  if (!target) return undefined;
  const place: Position =
    'line' in target
      ? { line: target.line, character: 0 }
      : lines.placeOf(target.section.line, target.section.heading.title.start);
  return { start: place, end: place };
}

function extract(change: Change, text: string, lines: readonly number[]): Extracted {
  const sections = change.sections(lines);
  const offsets = lineOffsets(text);
  const source = ({ line, end }: (typeof sections)[number]) =>
    text.slice(offsets[line] ?? 0, (offsets[end - 1] ?? 0) + change.lines.source(end - 1).length);
  const first = sections[0];
  const lineEnd = /\r\n|\n|\r/.exec(text)?.[0] ?? '\n';
  return {
    text: sections.map(source).join(lineEnd) + lineEnd,
    level: Math.min(...sections.map(({ level }) => level), first?.level ?? 1),
  };
}
