/** Residue of web pages: forum anti-copy strings, download bars, notices of document sites. */
import { hasHan } from '../text/chars';
import { type Span, span } from '../text/span';
import { RESIDUE_LINES } from './residue';

/**
 * A run of short ASCII scraps as forums put around copied text: `& ~+ f/ `: E+ `7 ~8 i+ q. J( m`.
 * Each scrap has one to three characters, and scraps of punctuation are among them.
 */
const SCRAP = /^[!-~]{1,3}$/;
const SCRAP_MARK = /[^0-9A-Za-z]/;

/** Fewest scraps in a row that make noise; `A B C D` of a real text has no marks and never so many. */
const FEWEST_SCRAPS = 4;

/** Spans of anti-copy scraps at the beginning and the end of a line, or the whole line; never across Han characters. */
export function findScraps(line: string): Span[] {
  const found: Span[] = [];
  const headEnd = firstHan(line);
  const head = line.slice(0, headEnd);
  if (isScraps(head)) {
    found.push(span(indentOf(line), head.trimEnd().length));
    if (headEnd === line.length) return found;
  }
  const tailStart = lastHanEnd(line);
  if (tailStart > headEnd || (tailStart > 0 && found.length === 0)) {
    const tail = line.slice(tailStart);
    const skip = /^[”’）》」。，；：！？、]*\s?/.exec(tail)?.[0].length ?? 0;
    const rest = tail.slice(skip);
    if (isScraps(rest))
      found.push(span(tailStart + skip + (rest.length - rest.trimStart().length), line.trimEnd().length));
  }
  return found;
}

function isScraps(text: string): boolean {
  const words = text.trim().split(/\s+/);
  if (words.length < FEWEST_SCRAPS) return false;
  const scraps = words.filter((word) => SCRAP.test(word));
  const marked = scraps.filter((word) => SCRAP_MARK.test(word));
  return scraps.length >= words.length - 1 && marked.length * 2 >= scraps.length - 1 && marked.length >= 3;
}

function indentOf(line: string): number {
  return line.length - line.trimStart().length;
}

function firstHan(line: string): number {
  // a half-width bracket or digit mark before the first Han character is the text's own: (二)、1.
  const match = /(?:\(|\d{1,2}[.、])?[\p{Script=Han}〇]|[“‘（《「【]/u.exec(line);
  return match ? match.index : line.length;
}

function lastHanEnd(line: string): number {
  for (let index = line.length; index > 0; index--) {
    if (/[\p{Script=Han}〇]/u.test(line[index - 1] ?? '')) return index;
  }
  return 0;
}

/** True when the whole line is residue of a web page and no text of the draft. */
export function isResidueLine(line: string): boolean {
  const text = line.trim();
  if (text === '') return false;
  if (isScraps(text) && !hasHan(text)) return true;
  if (/^[|｜_=*·•\-—～~]{1,3}$/.test(text)) return /^[|｜]+$/.test(text);
  return text.length <= 200 && RESIDUE_LINES.some((pattern) => pattern.test(text));
}
