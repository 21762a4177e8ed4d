/** Characters that web pages leave in a text: codes such as `&nbsp;`, and blanks that do not break. */
import { decodeHTMLStrict } from 'entities/decode';
import type { Draft } from '../../document/types';
import { lineOffsets } from '../../text/lines';
import type { Replacement } from '../patch';

/** `&ldquo;`, `&#8220;`, `&#x201C;`, and `&amp;nbsp;` that was coded twice. */
const CODE = '&(?:amp;)?(?:#\\d{1,7}|#[xX][\\dA-Fa-f]{1,6}|[A-Za-z][A-Za-z\\d]{1,30});';
/** A run of blanks, of which some may be such as do not break. */
const BLANKS = /[ \u00A0\u3000]+/g;
const UNBREAKING = '\u00A0';
const CODES_AND_BLANKS = new RegExp(`(?:${CODE}|[ \\u00A0\\u3000])+`, 'g');

/** Two full-width blanks, as a paragraph begins. */
const INDENT = '\u3000\u3000';
/** As many half-width blanks as stand for an indent of two characters, at the least. */
const NARROW_INDENT = 4;
/** Full-width marks have their own room: no blank stands beside them. */
const MARK = /[，。、；：？！（）《》〈〉“”‘’【】〔〕]/;

/** What stands for these codes and blanks, in order. Code blocks of Markdown are left alone. */
export function decodeCharacters(text: string, { blocks }: Draft): Replacement[] {
  if (!/[&\u00A0\uFEFF]/.test(text)) return [];
  const starts = lineOffsets(text);
  return blocks.flatMap(({ source, role }, line) => {
    if (role === 'code') return [];
    const offset = starts[line] ?? 0;
    return inLine(source, line === 0).map(({ start, end, newText }) => ({
      start: start + offset,
      end: end + offset,
      newText,
    }));
  });
}

function inLine(line: string, first: boolean): Replacement[] {
  const found: Replacement[] = [];
  // A byte order mark in front of a text is none of its characters.
  if (first && line.startsWith('\uFEFF')) found.push({ start: 0, end: 1, newText: '' });
  for (const { 0: run, index } of line.matchAll(CODES_AND_BLANKS)) {
    const end = index + run.length;
    const decoded = decodeHTMLStrict(decodeHTMLStrict(run));
    const newText = decoded.replace(BLANKS, (blanks, at: number) => {
      const before = decoded[at - 1] ?? line[index - 1];
      const after = decoded[at + blanks.length] ?? line[end];
      return blankFor(blanks, before, after);
    });
    if (newText !== run) found.push({ start: index, end, newText });
  }
  return found;
}

/**
 * At the head of a line such blanks are its indent; elsewhere they part words as one blank does.
 * @param before the character in front of them, `undefined` at the head of the line
 * @param after the one behind them, `undefined` at its end
 */
function blankFor(blanks: string, before: string | undefined, after: string | undefined): string {
  if (!blanks.includes(UNBREAKING)) return blanks;
  if (after === undefined) return '';
  if (before !== undefined) {
    if (MARK.test(before) || MARK.test(after)) return '';
    return blanks.includes('\u3000') ? '\u3000' : ' ';
  }
  const wide = blanks.match(/\u3000/g)?.length ?? 0;
  return blanks.length + wide >= NARROW_INDENT ? INDENT : '';
}
