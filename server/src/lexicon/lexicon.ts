/** Finds the rows of word lists that hold in a text: the longest match wins, the graver and the certain before others. */
import type { Word } from '../segment/types';
import type { Span } from '../text/span';
import { type Boundaries, boundariesOf } from './boundaries';
import { type Regions, regionsOf } from './regions';
import { isCertain, LEVELS, type Row } from './row';
import { WordIndex } from './word-index';

export interface Match {
  readonly row: Row;
  readonly span: Span;
}

export interface Matches {
  /** In the order of the text; no two overlap. */
  readonly matches: readonly Match[];
  /** True when more may be found once the words of the text are known. */
  readonly needsWords: boolean;
}

/** A row that is read when its wrong form is first met: most forms of the lists are never met. */
export interface Entry {
  readonly wrong: string;
  readonly row: Row;
}

export class Lexicon {
  readonly #index = new WordIndex<Entry>();

  constructor(entries: Iterable<Entry>) {
    for (const entry of entries) this.#index.add(entry.wrong, entry);
  }

  /** @param words the words of the text, where they are known */
  match(text: string, words?: readonly Word[]): Matches {
    const found: Match[] = [];
    let needsWords = false;
    let regions: Regions | undefined;
    let boundaries: Boundaries | undefined;
    this.#index.scan(text, (start, { row }) => {
      const span = { start, end: start + row.wrong.length };
      if (!holds(row, text, start)) return;
      regions ??= regionsOf(text);
      if (regions.inTitleMark(span) || (!row.inQuotation && regions.inQuotation(span))) return;
      if (row.needsWords) {
        needsWords ||= !words;
        if (!words) return;
        boundaries ??= boundariesOf(text, words);
        if (!boundaries.standsAlone(span)) return;
      }
      found.push({ row, span });
    });
    return { matches: withoutOverlaps(found), needsWords };
  }
}

/** True when the row's conditions hold, apart from word boundaries. */
function holds({ exceptions, around }: Row, text: string, start: number): boolean {
  const excepted = exceptions.some(
    ({ text: right, offset }) => offset <= start && text.startsWith(right, start - offset),
  );
  if (excepted) return false;
  return !around || around(text, start);
}

function withoutOverlaps(found: Match[]): readonly Match[] {
  if (found.length < 2) return found;
  const ranked = [...found].sort(
    ({ row: a }, { row: b }) =>
      b.wrong.length - a.wrong.length ||
      LEVELS.indexOf(a.severity) - LEVELS.indexOf(b.severity) ||
      Number(isCertain(b)) - Number(isCertain(a)),
  );
  const taken = new Set<number>();
  const kept = new Set<Match>();
  for (const match of ranked) {
    const { start, end } = match.span;
    const units = Array.from({ length: end - start }, (_, offset) => start + offset);
    if (units.some((unit) => taken.has(unit))) continue;
    for (const unit of units) taken.add(unit);
    kept.add(match);
  }
  return found.filter((match) => kept.has(match));
}
