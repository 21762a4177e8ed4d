/** What a line shows by itself, before its neighbours are asked. Kept per line, so that an edit re-reads one. */
import { countHan } from '../text/chars';
import type { Span } from '../text/span';
import { hintOf } from './hints';
import type { LineShape } from './line';
import type { LineMarkup } from './markdown';
import { type MarkCandidate, parseMark } from './marks';
import { findScraps, isResidueLine } from './noise';
import { findPoints } from './points';
import { contentOf, findAddresses, withOpaque } from './prose';
import { type HeadingMark, OPAQUE } from './types';

/** Reads one line with what Markdown says of it. Never throws. */
export function readLine(source: string, markup?: LineMarkup): LineShape {
  if (markup?.role === 'code') return codeLine(source);
  const noise = markup ? [] : findScraps(source);
  const text = withOpaque(source, [...(markup?.masks ?? []), ...noise, ...findAddresses(source)]);
  const content = contentOf(text);
  const words = text.slice(content.start, content.end);
  const residue = isResidueLine(source);
  const mark = parseMark(text, content.start, content.end, true) ?? unnumbered(content, markup?.depth);
  return {
    source,
    text,
    content,
    noise: noise.length > 0 || !residue ? noise : [bareSpan(source)],
    words,
    mark,
    buried: findBuried(text, content, mark),
    points: findPoints(text, content.start, content.end),
    hint: markup?.role === 'table' ? { role: 'table' } : hintOf(source, words, noise.length > 0, residue),
  };
}

function codeLine(source: string): LineShape {
  const end = source.length;
  return {
    source,
    text: OPAQUE.repeat(end),
    content: { start: end, end },
    noise: [],
    words: '',
    mark: undefined,
    buried: [],
    points: [],
    hint: { role: 'code' },
  };
}

/** A Markdown heading without a number of its own; `#` is the title of the document and no heading in it. */
function unnumbered(content: Span, depth: number | undefined): MarkCandidate | undefined {
  if (depth === undefined || depth < 2 || content.start === content.end) return undefined;
  const at = { start: content.start, end: content.start };
  const heading: HeadingMark = {
    style: 'atx',
    level: depth - 1,
    value: 0,
    mark: at,
    numeral: at,
    title: content,
    runIn: false,
    atLineStart: true,
  };
  return { heading, weak: false, decimal: false };
}

/** The line without the blanks at its ends. */
function bareSpan(source: string): Span {
  return { start: source.length - source.trimStart().length, end: source.trimEnd().length };
}

/** A mark inside a paragraph stands behind a sentence end or blanks. */
const BURIED_AT =
  /(?=[一二三四五六七八九十]{1,3}[、.．]|[（(][一二三四五六七八九十]{1,3}[）)]|\d{1,2}[、.．](?!\d))(?<=[。！？.!?][”’）)]?[\s　]{0,8}|[\p{Script=Han}，,][\s　]{1,8}|\uFFFC[\s　]{0,8})/gu;

/** What every mark inside a paragraph has in it: most lines have none. */
const BURIED_TRACE = /[一二三四五六七八九十\d][、.．）)]/g;

/** More marks than this in one paragraph are no headings but a list or rubbish. */
const MOST_BURIED = 100;

function findBuried(text: string, content: Span, mark: MarkCandidate | undefined): MarkCandidate[] {
  const found: MarkCandidate[] = [];
  const from = mark ? mark.heading.mark.end : content.start + 1;
  BURIED_TRACE.lastIndex = from;
  if (!BURIED_TRACE.test(text)) return found;
  for (const match of text.matchAll(BURIED_AT)) {
    if (match.index < from || match.index >= content.end) continue;
    if (found.length >= MOST_BURIED) break;
    const candidate = parseMark(text, match.index, content.end, false);
    if (candidate && !candidate.weak) found.push(candidate);
  }
  return found;
}

/** Share of Han characters among letters and Han characters of a text: near 1 in Chinese prose, near 0 in code. */
export function chineseShare(text: string): number {
  const han = countHan(text);
  const latin = text.match(/[A-Za-z]+/g)?.length ?? 0;
  return han + latin === 0 ? 0 : han / (han + latin);
}
