/** Residue of web pages: forum anti-copy strings, download bars, notices of document sites. */
import { hasHan, isHan } from '../text/chars';
import { type Span, span } from '../text/span';
import { RESIDUE_LINES } from './residue';

/**
 * Forums put runs of random scraps around copied text: `& ~+ f/ `: E+ `7 ~8 i+ q. J( m`. Each scrap is one or two ASCII
 * characters, and many are a letter or digit with a mark.
 */
const SCRAP = /^[!-~]{1,2}$/;
const PAIRED = /^(?:[A-Za-z0-9][^A-Za-z0-9]|[^A-Za-z0-9][A-Za-z0-9])$/;
const LETTER_DIGIT = /^(?:[A-Za-z]\d|\d[A-Za-z])$/;
/** Marks that formulas and lists of choices do not have. */
const RARE = /[`~#$^&{}[\]|\\"'<>?@!;_]/;

/** Fewest scraps in a row that make noise. */
const FEWEST_SCRAPS = 5;
/** `A. B. C. D.` has one kind of mark, `y = a + b` two or three but no pairs; noise has all kinds. */
const FEWEST_MARKS = 3;

/** Spans of anti-copy scraps at the beginning and the end of a line, or the whole line; never across prose. */
export function findScraps(line: string): Span[] {
  if (!/[!-~]\s+[!-~]/.test(line)) return [];
  const found: Span[] = [];
  const headEnd = proseStart(line);
  const head = line.slice(0, headEnd);
  if (isScraps(head)) found.push(span(indentOf(line), head.trimEnd().length));
  if (headEnd === line.length) return found;
  const tailStart = proseEnd(line, headEnd);
  const tail = line.slice(tailStart);
  if (isScraps(tail)) found.push(span(tailStart + indentOf(tail), line.trimEnd().length));
  return found;
}

function isScraps(text: string): boolean {
  const words = text.trim().split(/\s+/);
  if (words.length < FEWEST_SCRAPS) return false;
  const count = (pattern: RegExp) => words.filter((word) => pattern.test(word)).length;
  if (count(SCRAP) < words.length - 1) return false;
  if (new Set(text.match(/[^A-Za-z0-9\s]/g)).size < FEWEST_MARKS) return false;
  const paired = count(PAIRED);
  return paired >= 2 || (paired >= 1 && count(LETTER_DIGIT) >= 2 && RARE.test(text));
}

function indentOf(line: string): number {
  return line.length - line.trimStart().length;
}

/** Where the prose begins. What stands before its first character without a blank is its own: (二)、1.、2026年. */
const PROSE_START = /(?:\(\d{0,2}\)?|\d{1,2}[.)]\s?|[0-9A-Z][\w.%]{0,12}[.)]?)?[^\p{ASCII}\s]/u;

function proseStart(line: string): number {
  return PROSE_START.exec(line)?.index ?? line.length;
}

/** A body paragraph that ends without 。 may end with a half-width mark; a heading ends with neither. */
const LONGEST_HEADING = 40;

/** Where the prose ends, with the digits, the colon and the closing marks that belong to it. */
function proseEnd(line: string, start: number): number {
  let end = line.length;
  while (end > 0 && /[\p{ASCII}\s]/u.test(line[end - 1] ?? '')) end--;
  const last = line[end - 1];
  const own = isHan(last) ? /^(?:[0-9A-Za-z]+[%)]?|\)+|:|[;,.!?](?=\s|$))/ : /^(?::|\))/;
  const next = own.exec(line.slice(end, end + 20))?.[0] ?? '';
  if (/^[;,.!?]/.test(next) && end - start < LONGEST_HEADING) return end;
  if (next.startsWith(')') && !line.slice(0, end).includes('(')) return end;
  return end + next.length;
}

/** True when the whole line is residue of a web page and no text of the draft. */
export function isResidueLine(line: string): boolean {
  const text = line.trim();
  if (text === '' || text.length > LONGEST_RESIDUE) return false;
  if (/^[|｜]{1,3}$/.test(text)) return true;
  if (!hasHan(text) && isScraps(text)) return true;
  return RESIDUE_LINES.some((pattern) => pattern.test(text));
}

const LONGEST_RESIDUE = 200;
