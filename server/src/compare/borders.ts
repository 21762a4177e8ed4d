/** Where a passage that is told begins and ends: not with a title or a signature, nor with the shreds of a sentence beside it. */
import type { Span } from '../text/span';
import { FRAME } from './marks';
import type { NormalText } from './normal';
import type { Pairing } from './pairing';

/** What is equal of a sentence that goes on differently; more of it is told. In units. */
const SHRED = 8;
/** 一 of 一、 stands alone, whatever follows it. */
const ORDINAL = 2;
const SENTENCE_END = /[。！？；\n]/;
const BLANKS = /^[ \u3000]*$/;

/** A passage within its borders. */
export function bordered(pairing: Pairing, draft: NormalText, marks: Uint8Array): Pairing {
  let { start, end } = pairing.draft;
  while (start < end && marks[start] === FRAME) start++;
  while (end > start && marks[end - 1] === FRAME) end--;
  start = withoutFirstShred(draft, { start, end });
  end = withoutLastShred(draft, { start, end });
  return start < end ? within(pairing, { start, end }) : pairing;
}

function withoutFirstShred(draft: NormalText, { start, end }: Span): number {
  for (let at = start + 1; at <= start + SHRED && at < end; at++)
    if (endsSentence(draft, at)) return at - start <= ORDINAL || isCut(draft, start) ? at : start;
  return start;
}

function withoutLastShred(draft: NormalText, { start, end }: Span): number {
  for (let at = end - 1; at >= end - SHRED && at > start; at--)
    if (endsSentence(draft, at)) return end - at <= ORDINAL || isCut(draft, end) ? at : end;
  return end;
}

/** True where a sentence ends before this unit. */
function endsSentence({ text, offsets, ends }: NormalText, at: number): boolean {
  return SENTENCE_END.test(text.slice(ends[at - 1], offsets[at]));
}

/** True where no mark stands before this unit: the sentence it belongs to has begun. */
function isCut({ text, offsets, ends }: NormalText, at: number): boolean {
  return at > 0 && at < ends.length && BLANKS.test(text.slice(ends[at - 1], offsets[at]));
}

/** What of a pairing lies in a stretch of the draft. */
function within(pairing: Pairing, { start, end }: Span): Pairing {
  const equal = pairing.equal.flatMap(({ draft, source, length }) => {
    const cut = Math.max(0, start - draft);
    const left = Math.min(draft + length, end) - draft - cut;
    return left > 0 ? [{ draft: draft + cut, source: source + cut, length: left }] : [];
  });
  if (equal.length === 0) return pairing;
  // sentences in another order are one passage: the first of the draft is not the first of the source
  const around = (side: 'draft' | 'source') => ({
    start: Math.min(...equal.map((run) => run[side])),
    end: Math.max(...equal.map((run) => run[side] + run.length)),
  });
  return { ...pairing, draft: around('draft'), source: around('source'), equal };
}
