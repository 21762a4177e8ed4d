/** Cleans a text that came from a web page, from Word or from a PDF; tells what it took away. */
import { readDraft } from '../../document/read';
import type { Language } from '../../document/types';
import type { ActiveRule } from '../../rules/active';
import { Checker } from '../../rules/engine';
import { lineOffsets } from '../../text/lines';
import type { Position } from '../../text/span';
import type { TextEdit } from '../diagnostics';
import { editsOf, editsOfAll, inRounds, type Mended } from '../fix-all';
import { Patch, type Replacement } from '../patch';
import { activeRules, DEFAULT_SETTINGS } from '../settings';
import { joinBrokenLines } from './broken-lines';
import { decodeCharacters } from './characters';
import { findPageNumbers } from './page-numbers';

/** Why something was taken away: what web pages put around a text, or the numbers of its pages. */
export type Reason = 'residue' | 'page-number';

/** Something that was taken away, with its line in the text as it was. */
export interface Removed {
  readonly line: number;
  readonly text: string;
  readonly reason: Reason;
}

/** How many places were changed, of each sort. */
export interface CleaningCounts {
  readonly removed: number;
  /** Line breaks inside paragraphs. */
  readonly lineBreaks: number;
  /** Characters that cannot be seen or have a code that is not theirs, and `&nbsp;` left in the text. */
  readonly characters: number;
  /** Marks, digits and letters of the wrong width, quotation marks of the wrong form, blanks beside marks and numbers. */
  readonly marks: number;
}

export interface Cleaning {
  readonly text: string;
  /** To the text as it was: in order, without overlaps. */
  readonly edits: readonly TextEdit[];
  readonly removed: readonly Removed[];
  readonly counts: CleaningCounts;
}

const OF_CHARACTERS: ReadonlySet<string> = new Set(['leftover/control-characters']);
const OF_RESIDUE: ReadonlySet<string> = new Set(['leftover/web-noise']);
const OF_MARKS: ReadonlySet<string> = new Set([
  'punctuation/half-width',
  'punctuation/half-width-brackets',
  'punctuation/full-width-alphanumeric',
  'punctuation/quote-direction',
  'punctuation/space',
  'number/full-width-digits',
]);

/** The rules whose certain fixes cleaning makes. */
export const CLEANING_RULES: ReadonlySet<string> = new Set([...OF_CHARACTERS, ...OF_RESIDUE, ...OF_MARKS]);

/**
 * Cleans a text. Nothing that may be the writer's own word goes: what is taken away is residue of web pages and numbers
 * of pages, and all of it is listed. Never throws.
 * @param rules those of `CLEANING_RULES` that are switched on
 */
export function clean(
  text: string,
  language: Language = 'gongwen',
  rules: readonly ActiveRule[] = activeRules(DEFAULT_SETTINGS, CLEANING_RULES),
): Cleaning {
  const patch = new Patch(text);
  const read = (current: string) => readDraft(current, language);
  const mend = (ids: ReadonlySet<string>, seen: (current: string, made: Mended) => void = () => {}) => {
    const checker = new Checker(rules.filter(({ rule }) => ids.has(rule.id)));
    return inRounds(
      text,
      (current) => {
        const draft = read(current);
        const made = editsOfAll(draft, checker.check(draft).reports);
        seen(current, made);
        return made;
      },
      patch,
    ).mended;
  };

  let characters = replace(patch, decodeCharacters(patch.text(), read(patch.text())));
  characters += mend(OF_CHARACTERS);

  const taken: (Omit<Removed, 'line'> & { readonly offset: number })[] = [];
  const pages = findPageNumbers(patch.text(), read(patch.text()));
  const ofPages = patch.origins(pages.map(({ at }) => at));
  pages.forEach(({ words }, index) => {
    taken.push({ offset: ofPages[index] ?? 0, text: words, reason: 'page-number' });
  });
  replace(patch, pages);

  mend(OF_RESIDUE, (current, { edits }) => {
    const starts = lineOffsets(current);
    const offset = ({ line, character }: Position) => (starts[line] ?? current.length) + character;
    const gone = edits.flatMap(({ range: { start, end } }) => {
      const words = current.slice(offset(start), offset(end));
      const blanks = words.length - words.trimStart().length;
      return words.trim() === '' ? [] : [{ at: offset(start) + blanks, words: words.trim() }];
    });
    const origins = patch.origins(gone.map(({ at }) => at));
    gone.forEach(({ words }, index) => {
      taken.push({ offset: origins[index] ?? 0, text: words, reason: 'residue' });
    });
  });
  const lineBreaks = replace(patch, joinBrokenLines(patch.text(), read(patch.text())));
  const marks = mend(OF_MARKS);

  const removed = toLines(text, taken);
  return {
    text: patch.text(),
    edits: editsOf(text, patch),
    removed,
    counts: { removed: removed.length, lineBreaks, characters, marks },
  };
}

function replace(patch: Patch, replacements: readonly Replacement[]): number {
  if (replacements.length > 0) patch.apply(replacements);
  return replacements.length;
}

function toLines(
  text: string,
  taken: readonly (Omit<Removed, 'line'> & { readonly offset: number })[],
): readonly Removed[] {
  const starts = lineOffsets(text);
  let line = 0;
  return [...taken]
    .sort((a, b) => a.offset - b.offset)
    .map(({ offset, ...rest }) => {
      while (line + 1 < starts.length && (starts[line + 1] ?? 0) <= offset) line++;
      return { line, ...rest };
    });
}
