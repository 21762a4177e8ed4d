/** Characters that web pages leave in a text: codes such as `&nbsp;`, and blanks that do not break. */
import { decodeHTMLStrict } from 'entities/decode';
import type { Draft } from '../../document/types';
import { lineOffsets } from '../../text/lines';
import type { Replacement } from '../patch';

/** `&ldquo;`, `&#8220;`, `&#x201C;` */
const CODE = /&(?:#\d{1,7}|#[xX][\dA-Fa-f]{1,6}|[A-Za-z][A-Za-z\d]{1,30});/g;

/** Blanks with one among them that does not break. */
const BLANKS = /[ \u3000]*\u00A0[ \u00A0\u3000]*/g;

/** Two full-width blanks, as a paragraph begins. */
const INDENT = '\u3000\u3000';
/** As many half-width blanks as stand for an indent of two characters, at the least. */
const NARROW_INDENT = 4;

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
  if (line.includes('&')) {
    // What stands for a code may itself be part of one: &amp;nbsp;
    const decoded = decode(decode(line));
    if (decoded !== line) return [{ start: 0, end: line.length, newText: narrowed(decoded.replace(/^\uFEFF/, '')) }];
  }
  for (const { 0: blanks, index } of line.matchAll(BLANKS)) {
    const end = index + blanks.length;
    found.push({ start: index, end, newText: blankFor(blanks, index === 0, end === line.length) });
  }
  return found;
}

function decode(line: string): string {
  return line.replace(CODE, (code) => decodeHTMLStrict(code));
}

function narrowed(line: string): string {
  return line.replace(BLANKS, (blanks, index: number) =>
    blankFor(blanks, index === 0, index + blanks.length === line.length),
  );
}

/** At the head of a line such blanks are its indent; elsewhere they part words as one blank does. */
function blankFor(blanks: string, atHead: boolean, atEnd: boolean): string {
  if (atEnd) return '';
  if (!atHead) return blanks.includes('\u3000') ? '\u3000' : ' ';
  const wide = blanks.match(/\u3000/g)?.length ?? 0;
  return blanks.length + wide >= NARROW_INDENT ? INDENT : '';
}
