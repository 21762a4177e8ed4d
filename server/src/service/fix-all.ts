/** Applies preferred fixes to a whole text until none is left. */
import { DraftReader } from '../document/read';
import type { Block, DocumentKind, Draft, Language } from '../document/types';
import type { ActiveRule, Report } from '../rules/active';
import { Checker } from '../rules/engine';
import { firstLineEnd, lineOffsets } from '../text/lines';
import { preferredEdits, type TextEdit, toTextEdit } from './diagnostics';
import { Patch } from './patch';

/** A fix may open the way for another; texts settle in two or three rounds. */
const MOST_ROUNDS = 8;

export interface FixedText {
  readonly text: string;
  /** How many findings were mended. */
  readonly count: number;
  /** Blocks met on the way whose words were needed and not known: once they are, more may be mended. */
  readonly pending: readonly Block[];
}

/** A text as read, with the findings to mend in it. */
export interface Checked {
  readonly draft: Draft;
  readonly reports: readonly Report[];
}

/** Edits to one text, in order and without overlaps. */
export interface Mended {
  readonly edits: readonly TextEdit[];
  /** How many findings they mend. */
  readonly mended: number;
}

/**
 * The text after every preferred fix. Applied to its own answer it changes nothing.
 * @param by the rules, or the checker for a kind of document
 * @param wanted leaves out findings that the writer ignores
 */
export function fixText(
  text: string,
  by: readonly ActiveRule[] | ((kind: DocumentKind) => Checker),
  language: Language = 'gongwen',
  kind?: DocumentKind,
  wanted: (draft: Draft, reports: readonly Report[]) => readonly Report[] = (_, reports) => reports,
): FixedText {
  const reader = new DraftReader(language);
  const checkerFor = typeof by === 'function' ? by : always(new Checker(by));
  const pending: Block[] = [];
  const { patch, mended } = inRounds(text, (current) => {
    const draft = reader.read(current, kind);
    const result = checkerFor(draft.kind).check(draft);
    for (const block of result.pending) pending.push(block);
    return editsOfAll(draft, wanted(draft, result.reports));
  });
  return { text: patch.text(), count: mended, pending };
}

/** What is mended without asking: an error or a warning whose rule vouches for its fix. */
export function isCertain({ rule, grade, fixes }: Report): boolean {
  return (
    rule.fixAll === true &&
    (grade === 'error' || grade === 'warning') &&
    (fixes?.some(({ preferred }) => preferred) ?? false)
  );
}

function always<T>(value: T): () => T {
  return () => value;
}

/** Mends until nothing is left to mend; the answer is one list of edits to `text`. `check` says what to mend in a text. */
export function mendAll(text: string, check: (current: string) => Checked): Mended {
  const { patch, mended } = inRounds(text, (current) => {
    const { draft, reports } = check(current);
    return editsOfAll(draft, reports);
  });
  return { edits: editsOf(text, patch), mended };
}

/** A patch as edits to the first text. */
export function editsOf(text: string, patch: Patch): TextEdit[] {
  const offsets = lineOffsets(text);
  return patch.replacements().map(({ start, end, newText }) => ({
    range: { start: placeAt(offsets, start), end: placeAt(offsets, end) },
    newText,
  }));
}

/**
 * Edits a text in rounds, each of what the last one left, until `step` has nothing more to edit.
 * @param patch what was done to the text before, to go on from there
 */
export function inRounds(
  text: string,
  step: (current: string) => Mended,
  patch = new Patch(text),
): { patch: Patch; mended: number } {
  const lineEnd = firstLineEnd(text);
  let current = patch.text();
  let sum = 0;
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const { edits, mended } = step(current);
    if (edits.length === 0) break;
    const offsets = lineOffsets(current);
    const offset = ({ line, character }: Place) => (offsets[line] ?? current.length) + character;
    patch.apply(
      edits.map(({ range, newText }) => ({
        start: offset(range.start),
        end: offset(range.end),
        newText: newText.replaceAll('\n', lineEnd),
      })),
    );
    const next = patch.text();
    if (next === current) break;
    current = next;
    sum += mended;
  }
  return { patch, mended: sum };
}

/** The edits of every preferred fix; of fixes that touch the same characters only the first is taken. */
export function editsOfAll(draft: Draft, reports: readonly Report[]): Mended {
  const taken: TextEdit[] = [];
  let mended = 0;
  for (const finding of reports.flatMap((report) => [report, ...report.others])) {
    const edits = preferredEdits([finding]).map((edit) => toTextEdit(draft, edit, edit.block ?? finding.block));
    if (edits.length === 0 || edits.some((edit) => isTaken(taken, edit))) continue;
    for (const edit of edits) taken.splice(placeOf(taken, edit), 0, edit);
    mended++;
  }
  return { edits: taken, mended };
}

/** True when the edit touches characters of one of the taken ones, which are in order and do not overlap. */
function isTaken(taken: readonly TextEdit[], edit: TextEdit): boolean {
  const place = placeOf(taken, edit);
  const [previous, next] = [taken[place - 1], taken[place]];
  return (previous !== undefined && clash(edit, previous)) || (next !== undefined && clash(edit, next));
}

/** Index of the first taken edit that ends behind the start of this one. */
function placeOf(taken: readonly TextEdit[], { range: { start } }: TextEdit): number {
  let low = 0;
  let high = taken.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const end = taken[middle]?.range.end;
    if (end && before(start, end)) high = middle;
    else low = middle + 1;
  }
  return low;
}

function clash(a: TextEdit, b: TextEdit): boolean {
  return (before(a.range.start, b.range.end) && before(b.range.start, a.range.end)) || same(a.range, b.range);
}

type Place = TextEdit['range']['start'];

function before(a: Place, b: Place): boolean {
  return a.line < b.line || (a.line === b.line && a.character < b.character);
}

function same(a: TextEdit['range'], b: TextEdit['range']): boolean {
  return !before(a.start, b.start) && !before(b.start, a.start) && !before(a.end, b.end) && !before(b.end, a.end);
}

/** Line and character of an offset, given the offsets of the lines. */
function placeAt(offsets: readonly number[], offset: number): Place {
  let low = 0;
  let high = offsets.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((offsets[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return { line: low, character: offset - (offsets[low] ?? 0) };
}
