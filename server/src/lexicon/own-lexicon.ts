/** Finds what the lists of a writer or an office say of a text: words in one pass, expressions one by one. */
import type { Word } from '../segment/types';
import { Lexicon, type Match, type Matches, Places, withoutOverlaps } from './lexicon';
import type { Found, Linear, Search } from './linear';
import type { Row } from './row';

/** A row whose wrong form is an expression: `/为(.{2,8})而/`. */
export interface PatternRow {
  readonly row: Row;
  readonly search: Search;
}

/** What one list says. */
export interface OwnRows {
  readonly rows: readonly Row[];
  readonly patterns: readonly PatternRow[];
  /** What its expressions were compiled with. */
  readonly linear?: Linear | undefined;
}

export class OwnLexicon {
  readonly #words: Lexicon;
  readonly #patterns: readonly PatternRow[];
  readonly #linear: Linear | undefined;

  /** @param lists what an earlier one says of a word stands before what a later one says of it */
  constructor(lists: readonly OwnRows[]) {
    this.#words = new Lexicon(foremost(lists).map((row) => ({ wrong: row.wrong, row })));
    this.#patterns = lists.flatMap(({ patterns }) => patterns);
    this.#linear = lists.find(({ linear }) => linear)?.linear;
  }

  /** @param words the words of the text, where they are known */
  match(text: string, words?: readonly Word[]): Matches {
    this.#linear?.begin();
    const ofWords = this.#words.match(text, words);
    if (this.#patterns.length === 0) return ofWords;
    const places = new Places(text, words);
    const found: Match[] = [...ofWords.matches];
    for (const { row, search } of this.#patterns) {
      for (const each of search(text)) {
        if (each.text === '') continue;
        const span = { start: each.start, end: each.start + each.text.length };
        if (places.admit(row, span)) found.push({ row: rowFor(row, each), span, pattern: row });
      }
    }
    const matches = [...withoutOverlaps(found)].sort((a, b) => a.span.start - b.span.start);
    return { matches, needsWords: ofWords.needsWords || places.needsWords };
  }
}

function foremost(lists: readonly OwnRows[]): Row[] {
  const seen = new Set<string>();
  return lists.flatMap(({ rows }) => {
    const fresh = rows.filter(({ wrong }) => !seen.has(wrong));
    for (const { wrong } of fresh) seen.add(wrong);
    return fresh;
  });
}

/** The row with the words that its expression has found; `$1` in a right form stands for a group. */
function rowFor(row: Row, { text, groups }: Found): Row {
  const rights = row.rights.map((right) => right.replace(/\$(\d)/g, (_, group: string) => groups[Number(group)] ?? ''));
  // An expression is never so certain that it is mended without asking.
  return { ...row, wrong: text, rights, bad: row.bad === row.wrong ? text : row.bad, around: () => true };
}
