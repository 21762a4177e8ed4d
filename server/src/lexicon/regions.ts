/** Tells what stands in a title mark or in a quotation of another text, where words are not the writer's own. */
import type { Span } from '../text/span';

export interface Regions {
  inTitleMark(at: Span): boolean;
  /** In quotation marks around somebody else's words, and not around a term. */
  inQuotation(at: Span): boolean;
}

/** 《关于……的通知》 */
const TITLE_MARK = /《[^《》]*》/g;
/** “绿水青山就是金山银山” */
const QUOTED = /“[^“”]*”/g;
/** A longer stretch in quotation marks is hardly a term. */
const TERM = 20;
/** 指出：“…”, 写道，“…” */
const INTRODUCED = /[：:]$|(?:指出|强调|提出|写道|说道|规定|曰|云|说|讲到)[，,]?$/;
const SENTENCE_END = /[。！？；]/;

const LONGEST_INTRODUCTION = 4;

/** Reads the text once, and only when first asked. */
export function regionsOf(text: string): Regions {
  let titles: readonly Span[] | undefined;
  let quotations: readonly Span[] | undefined;
  return {
    inTitleMark(at) {
      titles ??= spansOf(text, TITLE_MARK);
      return inside(titles, at);
    },
    inQuotation(at) {
      quotations ??= spansOf(text, QUOTED).filter((span) => isQuotation(text, span));
      return inside(quotations, at);
    },
  };
}

function spansOf(text: string, pattern: RegExp): Span[] {
  return Array.from(text.matchAll(pattern), ({ index, 0: { length } }) => ({ start: index, end: index + length }));
}

function isQuotation(text: string, { start, end }: Span): boolean {
  if (end - start - 2 > TERM) return true;
  if (SENTENCE_END.test(text.slice(start, end))) return true;
  return INTRODUCED.test(text.slice(Math.max(0, start - LONGEST_INTRODUCTION), start));
}

/** The spans are in order and do not overlap. */
function inside(spans: readonly Span[], at: Span): boolean {
  let low = 0;
  let high = spans.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((spans[middle]?.end ?? 0) <= at.start) low = middle + 1;
    else high = middle;
  }
  const span = spans[low];
  return span !== undefined && span.start <= at.start && at.end <= span.end;
}
