/** Finds the rows of word lists that hold in a text: the longest match wins, the graver and the certain before others. */
import type { Word } from '../segment/types';
import type { Span } from '../text/span';
import { type Boundaries, boundariesOf } from './boundaries';
import type { Hit } from './joint-index';
import { type Regions, regionsOf } from './regions';
import { isCertain, LEVELS, type Row } from './row';
import { WordIndex } from './word-index';

export interface Match {
  readonly row: Row;
  readonly span: Span;
  /** The row with an expression, of which `row` is what the expression has found. */
  readonly pattern?: Row;
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

export class LazyEntry implements Entry {
  readonly wrong: string;
  readonly #read: () => Row;
  #row: Row | undefined;

  constructor(wrong: string, read: () => Row) {
    this.wrong = wrong;
    this.#read = read;
  }

  get row(): Row {
    this.#row ??= this.#read();
    return this.#row;
  }
}

export class Lexicon {
  readonly #index = new WordIndex<Entry>();

  constructor(entries: Iterable<Entry>) {
    for (const entry of entries) this.#index.add(entry.wrong, entry);
  }

  /** @param words the words of the text, where they are known */
  match(text: string, words?: readonly Word[]): Matches {
    const hits: Hit<Entry>[] = [];
    this.#index.scan(text, (start, value) => hits.push({ start, value }));
    return matchesAmong(hits, text, words);
  }
}

const NO_MATCHES: Matches = { matches: [], needsWords: false };

/** Of the places where wrong forms stand those at which their rows hold. */
export function matchesAmong(hits: readonly Hit<Entry>[], text: string, words?: readonly Word[]): Matches {
  if (hits.length === 0) return NO_MATCHES;
  const found: Match[] = [];
  const places = new Places(text, words);
  for (const {
    start,
    value: { row },
  } of hits) {
    const span = { start, end: start + row.wrong.length };
    if (holds(row, text, start) && places.admit(row, span)) found.push({ row, span });
  }
  return { matches: withoutOverlaps(found), needsWords: places.needsWords };
}

/** Tells whether a row may speak at a place of a text: not in a title, a quotation or the middle of a word. */
export class Places {
  readonly #text: string;
  readonly #words: readonly Word[] | undefined;
  #regions: Regions | undefined;
  #boundaries: Boundaries | undefined;
  #needsWords = false;

  constructor(text: string, words: readonly Word[] | undefined) {
    this.#text = text;
    this.#words = words;
  }

  /** True when a place could not be judged without the words of the text. */
  get needsWords(): boolean {
    return this.#needsWords;
  }

  admit(row: Row, span: Span): boolean {
    this.#regions ??= regionsOf(this.#text);
    if (this.#regions.inTitleMark(span) || (!row.inQuotation && this.#regions.inQuotation(span))) return false;
    if (!row.needsWords) return true;
    if (!this.#words) {
      this.#needsWords = true;
      return false;
    }
    this.#boundaries ??= boundariesOf(this.#text, this.#words);
    return this.#boundaries.standsAlone(span);
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

/** Of matches that overlap the longest, then the gravest, then the certain one. */
export function withoutOverlaps(found: Match[]): readonly Match[] {
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
