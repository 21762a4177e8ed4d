/** Cleans an open document, or some lines of it. */
import type { Language } from '../../document/types';
import type { Rule } from '../../rules/types';
import type { Range } from '../../text/span';
import type { TextEdit } from '../diagnostics';
import { linesOf } from '../format/format';
import { activeRules, type Settings } from '../settings';
import { CLEANING_RULES, type Cleaning, clean } from './clean';

/** @param range left out for the whole text; of lines that it touches, the whole is cleaned */
export function cleanText(
  text: string,
  language: Language,
  settings: Settings,
  rules: readonly Rule[],
  range?: Range,
): Cleaning {
  const active = activeRules(settings, CLEANING_RULES, rules);
  if (!range) return clean(text, language, active);
  const [first, last] = linesOf(range);
  const [start, end] = [offsetOf(text, first), offsetOf(text, last + 1)];
  // The line end behind the last line is not among its characters.
  const within = text.slice(start, end).replace(/(?:\r\n|\r|\n)$/, '');
  const cleaning = clean(within, language, active);
  return {
    ...cleaning,
    text: text.slice(0, start) + cleaning.text + text.slice(start + within.length),
    edits: cleaning.edits.map((edit) => moved(edit, first)),
    removed: cleaning.removed.map((each) => ({ ...each, line: each.line + first })),
  };
}

/** Where a line begins, or the length of the text. */
function offsetOf(text: string, line: number): number {
  const ends = text.matchAll(/\r\n|\n|\r/g);
  let at = 0;
  for (let each = 0; each < line; each++) {
    const end = ends.next();
    if (end.done) return text.length;
    at = end.value.index + end.value[0].length;
  }
  return at;
}

function moved({ range: { start, end }, newText }: TextEdit, by: number): TextEdit {
  return {
    range: { start: { ...start, line: start.line + by }, end: { ...end, line: end.line + by } },
    newText,
  };
}
