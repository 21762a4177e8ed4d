/** Applies preferred fixes to a whole text until none is left. */
import { DraftReader } from '../document/read';
import type { DocumentKind, Draft, Language } from '../document/types';
import { type ActiveRule, Checker, type Report } from '../rules/engine';
import { lineOffsets } from '../text/lines';
import { preferredEdits, type TextEdit, toTextEdit } from './diagnostics';

/** A fix may open the way for another; texts settle in two or three rounds. */
const MOST_ROUNDS = 8;

export interface FixedText {
  readonly text: string;
  /** How many findings were mended. */
  readonly count: number;
}

/**
 * The text after every preferred fix of the given rules. Applied to its own answer it changes nothing. `wanted` leaves
 * out findings that the writer ignores.
 */
export function fixText(
  text: string,
  rules: readonly ActiveRule[],
  language: Language = 'gongwen',
  kind?: DocumentKind,
  wanted: (draft: Draft, reports: readonly Report[]) => readonly Report[] = (_, reports) => reports,
): FixedText {
  const reader = new DraftReader(language);
  const checker = new Checker(rules);
  let current = text;
  let count = 0;
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const draft = reader.read(current, kind);
    const { edits, mended } = editsOfAll(draft, wanted(draft, checker.check(draft).reports));
    if (edits.length === 0) break;
    const next = applyEdits(current, edits);
    if (next === current) break;
    current = next;
    count += mended;
  }
  return { text: current, count };
}

/** The edits of every preferred fix; of fixes that touch the same characters only the first is taken. */
export function editsOfAll(draft: Draft, reports: readonly Report[]): { edits: TextEdit[]; mended: number } {
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

/** Applies edits that do not overlap; every character that no edit names stays as it is. */
export function applyEdits(text: string, edits: readonly TextEdit[]): string {
  const offsets = lineOffsets(text);
  const offset = ({ line, character }: Place) => (offsets[line] ?? text.length) + character;
  const sorted = edits
    .map(({ range, newText }) => ({ start: offset(range.start), end: offset(range.end), newText }))
    .sort((a, b) => a.start - b.start || a.end - b.end);
  let result = '';
  let at = 0;
  for (const { start, end, newText } of sorted) {
    result += text.slice(at, start) + newText;
    at = end;
  }
  return result + text.slice(at);
}
