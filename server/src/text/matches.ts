/** All matches of an expression, for lines of which most have none. */

const NONE: readonly RegExpExecArray[] = [];

/**
 * What `text.matchAll(pattern)` gives, without the copy of the expression that `matchAll` begins with.
 *
 * @param pattern has the `g` flag, and matches some character
 */
export function matchesIn(text: string, pattern: RegExp): readonly RegExpExecArray[] {
  pattern.lastIndex = 0;
  let match = pattern.exec(text);
  if (!match) return NONE;
  const found: RegExpExecArray[] = [];
  for (; match; match = pattern.exec(text)) found.push(match);
  return found;
}
