/** Where passages stand in a text: the characters, the lines, and how much of it they are. */
import { lineOffsets } from '../text/lines';
import type { Position, Range, Span } from '../text/span';
import type { NormalText } from './normal';

/** Marks that end what stands before them. */
const ENDING = /[。！？；”’）》」』]/;

/** Where compared units stand in their text, with the mark that ends their sentence. */
export function spanIn({ text, offsets, ends }: NormalText, { start, end }: Span): Span {
  let last = ends[end - 1] ?? 0;
  while (ENDING.test(text[last] ?? '')) last++;
  return { start: offsets[start] ?? 0, end: last };
}

/** Lines and characters of a text. */
export class Places {
  readonly #offsets: readonly number[];

  constructor(text: string) {
    this.#offsets = lineOffsets(text);
  }

  range({ start, end }: Span): Range {
    return { start: this.#at(start), end: this.#at(end) };
  }

  #at(offset: number): Position {
    let low = 0;
    let high = this.#offsets.length;
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if ((this.#offsets[middle] ?? 0) <= offset) low = middle;
      else high = middle;
    }
    return { line: low, character: offset - (this.#offsets[low] ?? 0) };
  }
}

/** Of what is no blank and no frame, how much lies in the spans. */
export function shareOf(text: string, spans: readonly Span[], frames: Uint8Array): number {
  let all = 0;
  let covered = 0;
  const marks = new Uint8Array(text.length);
  for (const { start, end } of spans) marks.fill(1, start, end);
  for (let at = 0; at < text.length; at++) {
    if (frames[at] || /[\s\uFFFC]/.test(text[at] ?? ' ')) continue;
    all++;
    covered += marks[at] ?? 0;
  }
  return all === 0 ? 0 : Math.round((covered / all) * 10_000) / 10_000;
}
