/** Counts the sections of a draft anew: in the order and the styles that they are to have. */
import type { Section, Series } from './sections';
import { isNumbered, rankOf, type Style } from './styles';

/** A section in the order that is counted. */
export interface Entry {
  readonly section: Section;
  readonly style: Style;
  readonly series: Series;
}

/** A section with the number it gets. */
export interface Placed extends Entry {
  readonly parent: Placed | undefined;
  /** 0 where the style has no numbers. */
  readonly value: number;
}

/** As `placed` says it now. */
export function asWritten(sections: readonly Section[]): Placed[] {
  const of = new Map<Section, Placed>();
  return sections.map((section) => {
    const { style, series, heading, parent } = section;
    const placed = { section, style, series, parent: parent && of.get(parent), value: heading.value };
    of.set(section, placed);
    return placed;
  });
}

/**
 * Every style counts up from one below each section that holds it; where the draft lets it run on under the next one it
 * runs on, as 条 always does. A second list below the same section begins anew.
 * @param runsOn styles whose numbers run on in this piece
 * @param startOf where a style begins that does not begin with one
 * @param keeps sections whose number stays
 */
export function count(
  entries: readonly Entry[],
  runsOn: ReadonlySet<Style>,
  startOf: ReadonlyMap<Style, number> = new Map(),
  keeps: (section: Section) => boolean = () => false,
): Placed[] {
  const stack: Placed[] = [];
  const last = new Map<Style, Placed>();
  return entries.map((entry) => {
    const { style, series } = entry;
    for (let top = stack.at(-1); top && rankOf(top.style) >= rankOf(style); top = stack.at(-1)) stack.pop();
    const parent = stack.at(-1);
    const previous = last.get(style);
    const restarts =
      !previous ||
      (previous.parent !== parent && !runsOn.has(style)) ||
      (previous.parent === parent && previous.series !== series && previous.series.owner === series.owner);
    const first = previous ? 1 : (startOf.get(style) ?? 1);
    const next = restarts ? first : previous.value + 1;
    const value = keeps(entry.section) ? entry.section.heading.value : isNumbered(style) ? next : 0;
    const placed: Placed = { ...entry, parent, value };
    last.set(style, placed);
    stack.push(placed);
    return placed;
  });
}
