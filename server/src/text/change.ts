/** Where a list is no longer that of before: what stands above and below an edit is the same. */

/** The items `[start, end)` stand where `[start, oldEnd)` stood. */
export interface Change {
  readonly start: number;
  readonly end: number;
  readonly oldEnd: number;
}

/** @param isSame whether the item at the first index of the old list is that at the second of the new one */
export function changeBetween(
  oldLength: number,
  length: number,
  isSame: (old: number, index: number) => boolean,
): Change {
  const least = Math.min(oldLength, length);
  let start = 0;
  while (start < least && isSame(start, start)) start++;
  let same = 0;
  while (same < least - start && isSame(oldLength - 1 - same, length - 1 - same)) same++;
  return { start, end: length - same, oldEnd: oldLength - same };
}
