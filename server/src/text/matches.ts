/** All matches of an expression, for lines of which most have none. */

const NONE: readonly RegExpExecArray[] = [];

/**
 * What `text.matchAll(pattern)` gives. `matchAll` begins with a copy of the expression, which costs more than to ask first
 * whether there is anything to find.
 *
 * @param pattern has the `g` flag
 */
export function matchesIn(text: string, pattern: RegExp): Iterable<RegExpExecArray> {
  pattern.lastIndex = 0;
  const isThere = pattern.test(text);
  pattern.lastIndex = 0;
  return isThere ? text.matchAll(pattern) : NONE;
}
