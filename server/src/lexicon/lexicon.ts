/** Finds the rows of word lists that hold in a text: the longest match wins, certain before contextual, one a span. */
import type { Word } from '../segment/types';
import type { Span } from '../text/span';
import { type Regions, regionsOf } from './regions';
import { isCertain, type Row } from './row';
import { Trie } from './trie';

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

export class Lexicon {
  readonly #trie = new Trie<Row>();

  constructor(rows: Iterable<Row>) {
    for (const row of rows) this.#trie.add(row.wrong, row);
  }

  /** @param words the words of the text, where they are known */
  match(text: string, words?: readonly Word[]): Matches {
    const found: Match[] = [];
    let needsWords = false;
    let regions: Regions | undefined;
    let boundaries: ReadonlySet<number> | undefined;
    this.#trie.scan(text, (start, rows) => {
      for (const row of rows) {
        const span = { start, end: start + row.wrong.length };
        if (!holds(row, text, start)) continue;
        regions ??= regionsOf(text);
        if (regions.inTitleMark(span) || (!row.inQuotation && regions.inQuotation(span))) continue;
        if (row.needsWords) {
          if (!words) {
            needsWords = true;
            continue;
          }
          boundaries ??= boundariesOf(words);
          if (!boundaries.has(span.start) || !boundaries.has(span.end)) continue;
        }
        found.push({ row, span });
        break;
      }
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
  if (!around) return true;
  around.lastIndex = start;
  return around.test(text);
}

function boundariesOf(words: readonly Word[]): Set<number> {
  const boundaries = new Set<number>();
  for (const { span } of words) boundaries.add(span.start).add(span.end);
  return boundaries;
}

function withoutOverlaps(found: Match[]): readonly Match[] {
  if (found.length < 2) return found;
  const ranked = [...found].sort(
    (a, b) => b.row.wrong.length - a.row.wrong.length || Number(isCertain(b.row)) - Number(isCertain(a.row)),
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
