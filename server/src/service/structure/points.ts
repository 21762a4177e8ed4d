/** Puts the points inside paragraphs in order: 一是二是, 一要二要, 第一第二, 首先其次再次, （1）（2）. */
import type { InlinePoint } from '../../document/types';
import { ordinalLike, type PlacedOrdinal, stretchesOf, textBetween } from '../../rules/consistency/_points';
import { numeralLike } from '../../rules/heading/_series';
import type { Span } from '../../text/span';
import type { Change } from './change';

/** Mends series that begin with one and count up with a gap or a repetition; others are left as they are. */
export function countPoints(change: Change, within: (line: number) => boolean): number {
  let changed = 0;
  const write = (line: number, span: Span, words: string) => {
    if (!within(line) || change.lines.source(line).slice(span.start, span.end) === words) return;
    change.lines.replace(line, span, words);
    changed++;
  };
  for (const { ordinals } of stretchesOf(change.draft)) {
    for (const series of seriesOf(change, ordinals))
      for (const [index, each] of series.entries()) write(each.block, each.span, ordinalLike(each, index + 1));
  }
  change.draft.blocks.forEach(({ points, source }, line) => {
    if (points.length === 0) return;
    for (const series of bracketed(points)) {
      series.forEach(({ mark }, index) => {
        const text = source.slice(mark.start, mark.end);
        const numeral = /\d+|[①-⑳]/.exec(text);
        if (!numeral) return;
        const start = mark.start + numeral.index;
        write(line, { start, end: start + numeral[0].length }, numeralLike(numeral[0], index + 1));
      });
    }
  });
  return changed;
}

/** There is no ordinal behind 再次. */
const MOST_WORDS = 3;

/** A point may hold a series of its own, and so on. */
const MOST_NESTED = 4;

/** The series to be mended: those with a fault that can only be one. */
function seriesOf(change: Change, ordinals: readonly PlacedOrdinal[]): PlacedOrdinal[][] {
  const all: PlacedOrdinal[][] = [];
  const open = new Map<PlacedOrdinal['style'], PlacedOrdinal[][]>();
  for (const own of ordinals) {
    const same = (open.get(own.style) ?? []).slice(-MOST_NESTED);
    const begin = () => {
      const series = [own];
      all.push(series);
      open.set(own.style, [...same, series]);
    };
    const last = (series: readonly PlacedOrdinal[]) => series.at(-1)?.value ?? 0;
    const next = same.findLast((series) => last(series) + 1 === own.value);
    const current = same.at(-1);
    if (own.value === 1) begin();
    else if (next) next.push(own);
    else if (current && goesOn(change, current.at(-1), own)) current.push(own);
    else begin();
  }
  return all.filter((series) => {
    const [first] = series;
    if (first?.value !== 1 || (first.style === 'xian' && series.length > MOST_WORDS)) return false;
    return series.some(({ value }, index) => value !== index + 1) && !holdsAnother(change, series);
  });
}

/** 一是甲，其中一是甲之一、二是甲之二；二是乙: a series inside one of its points. */
function holdsAnother({ draft }: Change, series: readonly PlacedOrdinal[]): boolean {
  const [first] = series;
  const last = series.at(-1);
  if (!first || !last) return false;
  const text = textBetween(
    draft,
    { block: first.block, at: first.span.end },
    { block: last.block, at: last.span.start },
  );
  return /一[是要]|第一|其一|首先/.test(text);
}

/** A repetition, or a gap of one, in a paragraph or where both begin one. */
function goesOn(change: Change, last: PlacedOrdinal | undefined, own: PlacedOrdinal): boolean {
  if (!last || own.value < last.value || own.value > last.value + 2) return false;
  const begins = ({ block, span }: PlacedOrdinal) => span.start === change.draft.blocks[block]?.content.start;
  return last.block === own.block || (begins(last) && begins(own));
}

/** （1）（2）（4）; two of them with a gap may cite something. */
function bracketed(points: readonly InlinePoint[]): InlinePoint[][] {
  const runs: InlinePoint[][] = [];
  for (const point of points) {
    if (point.style !== 'paren') continue;
    const run = runs.at(-1);
    const last = run?.at(-1);
    if (run && last && last.extent.end === point.mark.start) run.push(point);
    else runs.push([point]);
  }
  return runs.filter((run) => {
    const faults = run.filter(({ value }, index) => index > 0 && value !== (run[index - 1]?.value ?? 0) + 1).length;
    return run[0]?.value === 1 && faults > 0 && faults * 2 < run.length - 1;
  });
}
