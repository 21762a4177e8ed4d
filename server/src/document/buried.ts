/** Which of the marks buried in paragraphs are headings: those that the numbering of the draft has room for. */
import type { HeadingMark, MarkStyle } from './types';

/** A line with marks: the one at its beginning where it is a heading, and those inside its text. */
export interface MarkedLine {
  readonly line: number;
  readonly own: HeadingMark | undefined;
  readonly buried: readonly HeadingMark[];
}

/**
 * Of the marks buried in paragraphs, those that the numbering has room for: a series that begins with 1 and counts up
 * together with the marks at the beginning of lines. Two lines that read alike have the same marks, so they are told
 * for each line.
 */
export function confirmBuried(lines: readonly MarkedLine[]): ReadonlyMap<number, readonly HeadingMark[]> {
  const confirmed = new Map<number, HeadingMark[]>();
  const byStyle = new Map<MarkStyle, Marked[]>();
  for (const { line, own, buried } of lines) {
    for (const heading of own ? [own, ...buried] : buried) {
      const list = byStyle.get(heading.style);
      if (list) list.push({ line, heading });
      else byStyle.set(heading.style, [{ line, heading }]);
    }
  }
  for (const list of byStyle.values()) {
    if (list.every(({ heading }) => heading.atLineStart)) continue;
    let chain: Marked[] = [];
    const settle = () => {
      for (const { line, heading } of chain.length > 1 ? chain : [])
        if (!heading.atLineStart) confirmed.set(line, [...(confirmed.get(line) ?? []), heading]);
      chain = [];
    };
    for (const each of list) {
      const { value, atLineStart } = each.heading;
      if (value === (chain.at(-1)?.heading.value ?? Number.NaN) + 1) chain.push(each);
      else if (value === 1) {
        settle();
        chain = [each];
      } else if (atLineStart) settle();
    }
    settle();
  }
  return confirmed;
}

interface Marked {
  readonly line: number;
  readonly heading: HeadingMark;
}
