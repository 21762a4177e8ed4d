/** What can be written otherwise where the cursor or the selection is: lists, numbers, dates, amounts, titles. */
import type { Draft } from '../../document/types';
import { overlaps, type Range, type Span } from '../../text/span';
import { rangeOf } from '../diagnostics';
import type { Conversion, Rewriting } from './conversion';
import { datesIn } from './dates';
import { fromLines, fromParagraph } from './lists';
import { numbersIn } from './numbers';
import { completeTitle } from './titles';

/** A longer line is read around the cursor only. */
const REACH = 60;

/** The conversions there, those of the smallest words first. Code is left alone. */
export function conversions(draft: Draft, range: Range): Conversion[] {
  if (range.end.line > range.start.line) return fromLines(draft, range);
  const { line } = range.start;
  const block = draft.blocks[line];
  if (!block || block.role === 'code' || block.role === 'blank') return [];
  const at = { start: range.start.character, end: range.end.character };
  const words = rewritingsAt(block.text, at).flatMap(({ kind, start, end, forms }) =>
    forms.map(
      ({ title, newText }): Conversion => ({ kind, title, edits: [{ range: rangeOf(line, { start, end }), newText }] }),
    ),
  );
  return [...words, ...fromParagraph(draft, line), ...completeTitle(draft, line)];
}

function rewritingsAt(line: string, at: Span): Rewriting[] {
  const from = Math.max(0, at.start - REACH);
  const near = line.slice(from, at.end + REACH);
  const touched = ({ start, end }: Span) => from + start <= at.end && from + end >= at.start;
  const dates = datesIn(near).filter(touched);
  // A number in a date is changed with its date.
  const numbers = numbersIn(near).filter((each) => touched(each) && !dates.some((date) => overlaps(date, each)));
  return [...dates, ...numbers].map((each) => ({ ...each, start: from + each.start, end: from + each.end }));
}
