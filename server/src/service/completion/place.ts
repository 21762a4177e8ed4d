/** Where completion is asked for, and what it offers there: what every provider of proposals takes and gives. */
import type { Draft, Piece } from '../../document/types';
import type { OwnTables } from '../../rules/own-tables';
import type { Range } from '../../text/span';
import { rangeOf } from '../diagnostics';

/** A place in a draft, and its line in two halves. */
export interface Place {
  readonly draft: Draft;
  readonly piece: Piece;
  readonly line: number;
  /** The line up to the place, and from it on. */
  readonly before: string;
  readonly after: string;
  /** Tables of the office in the stead of built-in ones. */
  readonly tables?: OwnTables | undefined;
}

export interface Completion {
  /** A `snippet` has tab stops in its text. */
  readonly kind: 'number' | 'phrase' | 'citation' | 'unit' | 'snippet';
  readonly label: string;
  readonly detail: string;
  /** What is inserted, where the label does not say it. */
  readonly about?: string;
  /** On one line; holds the place. */
  readonly range: Range;
  readonly newText: string;
  /** Begins with what already stands in the range up to the place. */
  readonly filterText: string;
}

/** What replaces the line from `start` to the place, and `rest` characters behind it. */
export function proposal(
  { line, before }: Place,
  start: number,
  rest: number,
  answer: Omit<Completion, 'range' | 'filterText'> & { readonly filterText?: string },
): Completion {
  const range = rangeOf(line, { start, end: before.length + rest });
  return { filterText: answer.newText, ...answer, range };
}

/** A line with nothing on it but its indentation and the first characters of what is to stand there. */
const BEGUN = /^(?<indent>[\s　]*(?:#{1,6}[ \t]+)?)(?<words>\S{0,8})$/;
/** An editor may have closed a bracket by itself. */
const NOTHING_BEHIND = /^[）)]?\s*$/;

/** The indentation and the first characters of a line just begun, or `undefined`. */
export function lineBegun({ before, after }: Place): { readonly indent: string; readonly words: string } | undefined {
  const { indent, words } = BEGUN.exec(before)?.groups ?? {};
  return indent === undefined || words === undefined || !NOTHING_BEHIND.test(after) ? undefined : { indent, words };
}
