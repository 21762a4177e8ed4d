/** Puts the points inside paragraphs in order: 一是二是, 一要二要, 第一第二, 首先其次再次, （1）（2）. */
import type { Block, Draft, InlinePoint } from '../../document/types';
import { numeralLike } from '../../rules/heading/_series';
import type { Change } from './change';

interface PlacedPoint {
  readonly line: number;
  readonly block: Block;
  readonly point: InlinePoint;
}

/** Mends series that begin with one and count up with a gap or a repetition; others are left as they are. */
export function countPoints(change: Change, within: (line: number) => boolean): number {
  let changed = 0;
  for (const series of allSeries(change.draft)) {
    const words = series[0]?.point.style === 'shou-xian' ? ordinalWords(series) : numerals(series);
    series.forEach(({ line, point }, index) => {
      const wanted = words?.[index];
      if (!wanted || !within(line)) return;
      const source = change.lines.source(line);
      const at = numeralOf(source, point);
      if (source.slice(at.start, at.end) === wanted) return;
      change.lines.replace(line, at, wanted);
      changed++;
    });
  }
  return changed;
}

/** Points of one style that follow each other in a paragraph, or each at the beginning of its own below one heading. */
function allSeries({ blocks, pieces }: Draft): PlacedPoint[][] {
  const done: PlacedPoint[][] = [];
  for (const { start, end } of pieces) {
    const open = new Map<string, PlacedPoint[]>();
    for (let line = start; line < end; line++) {
      const block = blocks[line];
      if (!block) continue;
      if (block.role === 'heading') open.clear();
      for (const point of block.points) {
        const own = { line, block, point };
        const list = open.get(point.style);
        const last = list?.at(-1);
        if (list && last && goesOn(last, own)) list.push(own);
        else {
          const fresh = [own];
          open.set(point.style, fresh);
          done.push(fresh);
        }
      }
    }
  }
  return done.filter((series) => series.length > 1 && series[0]?.point.value === 1);
}

function goesOn(last: PlacedPoint, own: PlacedPoint): boolean {
  const { value } = own.point;
  if (value === 1 || last.point.value === 0) return false;
  if (last.line === own.line) return true;
  return value === last.point.value + 1 || (isFirst(last) && isFirst(own)) || (value === 0 && isFirst(own));
}

/** True for a point that its paragraph begins with. */
function isFirst({ block, point }: PlacedPoint): boolean {
  return point.mark.start === block.content.start;
}

/** The numerals of a series whose values never go back; `undefined` for what may be no series. */
function numerals(series: readonly PlacedPoint[]): string[] | undefined {
  const values = series.map(({ point }) => point.value);
  const steps = values.slice(1).map((value, index) => value - (values[index] ?? 0));
  const faults = steps.filter((step) => step !== 1).length;
  if (faults === 0 || steps.some((step) => step < 0 || step > 2)) return undefined;
  // a gap may be a point that is counted elsewhere, and （1）（3） may cite something
  if (faults > steps.length / 2 && series[0]?.point.style === 'paren') return undefined;
  return series.map(({ block: { source }, point }, index) => {
    const { start, end } = numeralOf(source, point);
    return numeralLike(source.slice(start, end), index + 1);
  });
}

const ORDINALS = ['首先', '其次', '再次'] as const;

/** 首先, 其次, 其次, 最后 → 首先, 其次, 再次, 最后; there are words for three. */
function ordinalWords(series: readonly PlacedPoint[]): string[] | undefined {
  const counted = series.filter(({ point }) => point.value > 0).length;
  const values = series.map(({ point }) => point.value).filter((value) => value > 0);
  if (counted > ORDINALS.length || values.some((value, index) => index > 0 && value < (values[index - 1] ?? 0)))
    return undefined;
  return series.map(({ block: { source }, point }, index) =>
    point.value === 0 ? source.slice(point.mark.start, point.mark.end) : (ORDINALS[index] ?? ''),
  );
}

/** The numeral inside the mark: 一 of 一是, 1 of （1）; the whole word of 首先. */
function numeralOf(source: string, { mark, style }: InlinePoint) {
  if (style === 'shou-xian') return mark;
  const text = source.slice(mark.start, mark.end);
  const match = /[一二三四五六七八九十]+|\d+|[①-⑳]/.exec(text);
  const start = mark.start + (match?.index ?? 0);
  return { start, end: start + (match?.[0].length ?? 0) };
}
