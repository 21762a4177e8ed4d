/** Spans and positions: the only two ways in which this project says where something is. */

/** A half-open range `[start, end)` in UTF-16 code units; the owner says of what (block or document). */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** A place as LSP counts it: zero-based line, zero-based UTF-16 character. */
export interface Position {
  readonly line: number;
  readonly character: number;
}

export interface Range {
  readonly start: Position;
  readonly end: Position;
}

export function span(start: number, end: number): Span {
  return { start, end };
}

/** The span of a match of a regular expression, or of one of its groups where the expression has the `d` flag. */
export function matchSpan(match: RegExpExecArray | RegExpMatchArray, group = 0): Span {
  if (group === 0) {
    const start = match.index ?? 0;
    return { start, end: start + match[0].length };
  }
  const indices = match.indices?.[group];
  if (!indices) throw new Error('matchSpan: the group did not take part, or the expression lacks the d flag');
  return { start: indices[0], end: indices[1] };
}

export function textOf(text: string, { start, end }: Span): string {
  return text.slice(start, end);
}

/** True when the spans share a code unit; an empty span overlaps what it lies strictly inside. */
export function overlaps(a: Span, b: Span): boolean {
  return a.start < b.end && b.start < a.end;
}

export function contains(outer: Span, inner: Span): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}
