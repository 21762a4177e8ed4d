/** Separates Chinese prose from what stands in it and is not prose: addresses, code, noise. */
import type { Span } from '../text/span';
import { OPAQUE } from './types';

/** `https://www.gov.cn/x?y=1`, `www.gov.cn`, `office@example.gov.cn`, `C:\公文\稿.txt` is not one. */
const ADDRESS =
  /(?:https?|ftp):\/\/[!-~]+|(?<![\w.])www\.[\w-]+(?:\.[\w-]+)+(?:\/[!-~]*)?|(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,4}/g;

/** Spans of addresses in a line. */
export function findAddresses(line: string): Span[] {
  if (!/[/@]|www\./.test(line)) return [];
  return [...line.matchAll(ADDRESS)].map((match) => ({ start: match.index, end: match.index + match[0].length }));
}

/** The line with the spans replaced by `OPAQUE`, of the same length. */
export function withOpaque(line: string, spans: readonly Span[]): string {
  if (spans.length === 0) return line;
  let text = '';
  let at = 0;
  for (const { start, end } of [...spans].sort((a, b) => a.start - b.start)) {
    if (end <= at) continue;
    const from = Math.max(start, at);
    text += line.slice(at, from) + OPAQUE.repeat(end - from);
    at = end;
  }
  return text + line.slice(at);
}

const BLANK = new RegExp(`[\\s${OPAQUE}]`);

/** The words of a line without blanks and opaque stretches at its ends. */
export function contentOf(text: string): Span {
  let start = 0;
  let end = text.length;
  while (start < end && BLANK.test(text[start] ?? '')) start++;
  while (end > start && BLANK.test(text[end - 1] ?? '')) end--;
  return { start, end };
}
