/** Where sections can be put, and which lines go there with them. */
import { ancestors, type Change, Impossible } from './change';
import type { Section } from './sections';
import type { Style } from './styles';
import type { Place } from './types';

/** Where sections are put, and what they become there. */
export interface Site {
  readonly piece: number;
  /** Left out where the text has no section yet: sections keep their own. */
  readonly style?: Style;
  readonly series?: Section['series'];
  /** In front of this section, or behind the words of this one, or behind a line. */
  readonly before?: Section;
  readonly after?: Section;
  readonly behind?: number;
}

/** The site a place names; throws `Impossible` where the sections moved cannot go there. */
export function siteOf(change: Change, place: Place, moved: readonly Section[]): Site {
  if ('into' in place) {
    const title = change.pieces.findIndex(({ piece }) => piece.titleLines.includes(place.into));
    if (title >= 0 || change.draft.outline.length === 0) return endOfPiece(change, Math.max(0, title), moved);
    const target = change.section(place.into);
    if (moved.includes(target)) throw new Impossible(INTO_ITSELF);
    check(change, target, moved);
    const last = target.children.findLast((child) => !moved.includes(child)) ?? target.children.at(-1);
    const style = last?.style ?? change.below(target.piece, target.style);
    if (!style) throw new Impossible(`${change.nameOf(target)}之下已经没有更低一级的序数可用`);
    const series = last ? change.seriesOf(last) : { owner: target };
    return { piece: target.piece, style, series, after: target };
  }
  const line = 'before' in place ? place.before : place.after;
  // a draft without sections takes them where the cursor is
  if (moved.length === 0 && change.pieces.every(({ all }) => all.length === 0)) return { piece: 0, behind: line };
  const target = change.section(line);
  check(change, target, moved);
  const { piece, style } = target;
  const site = { piece, style, series: change.seriesOf(target) };
  return 'before' in place ? { ...site, before: target } : { ...site, after: target };
}

function endOfPiece(change: Change, piece: number, moved: readonly Section[]): Site {
  if (moved.some((section) => section.piece !== piece)) throw new Impossible(ACROSS);
  const topmost = change.topmost(piece);
  const last = topmost.findLast((section) => !moved.includes(section)) ?? topmost.at(-1);
  if (last) {
    change.needsMovable(last);
    return { piece, style: last.style, series: change.seriesOf(last), after: last };
  }
  const end = change.pieces[piece]?.end ?? 0;
  return { piece, behind: end - 1 };
}

const INTO_ITSELF = '不能把一节移到它自己里面';
const ACROSS = '正文和附件各自编号，不能把一节移到另一篇里';

function check(change: Change, target: Section, moved: readonly Section[]): void {
  change.needsMovable(target);
  if (moved.some((section) => section !== target && ancestors(target).includes(section)))
    throw new Impossible(INTO_ITSELF);
  if (moved.some(({ piece }) => piece !== target.piece)) throw new Impossible(ACROSS);
  if (moved.some((section) => tailBetween(change, section, target)))
    throw new Impossible('中间隔着落款或者附件说明，不能移过去');
}

/** 落款 in the middle of a piece is not passed. */
function tailBetween({ pieces }: Change, a: Section, b: Section): boolean {
  const [first, last] = a.line < b.line ? [a, b] : [b, a];
  const tails = pieces[a.piece]?.tails ?? [];
  return tails.some((line) => first.line < line && line < last.line);
}

/** A section's lines, and the blank lines that part it from its neighbour. */
export interface Unit {
  readonly own: readonly number[];
  readonly gap: readonly number[];
}

/** What moves with each section: no blank line goes with two of them. */
export function unitsOf(change: Change, sections: readonly Section[]): Unit[] {
  const used = new Set<number>();
  return sections.map((section, index) => {
    let gap = gapOf(change, section);
    for (let before = index; gap.some((id) => used.has(id)) && before > 0; before--)
      gap = blanksBefore(change, (sections[before - 1] as Section).line);
    gap = gap.filter((id) => !used.has(id));
    for (const id of gap) used.add(id);
    return { own: linesOf(section.line, section.end), gap };
  });
}

/** Blank lines behind a section; before it, where nothing of the text follows. */
export function gapOf(change: Change, { line, end, piece }: Section): number[] {
  const { blocks } = change.draft;
  if (end < (change.pieces[piece]?.end ?? 0)) {
    let next = end;
    while (blocks[next]?.role === 'blank') next++;
    return linesOf(end, next);
  }
  return blanksBefore(change, line);
}

function blanksBefore({ draft }: Change, line: number): number[] {
  let first = line;
  while (draft.blocks[first - 1]?.role === 'blank') first--;
  return linesOf(first, line);
}

function linesOf(start: number, end: number): number[] {
  return Array.from({ length: Math.max(0, end - start) }, (_, index) => start + index);
}

/** Puts lines at a site, in the order they come in. */
export function put(change: Change, site: Site, units: readonly Unit[]): void {
  const taken = new Set(units.flatMap(({ own, gap }) => [...own, ...gap]));
  const { lines, draft } = change;
  if (site.before) {
    const { line } = site.before;
    // before itself: it stays where it is
    const order = lines.order;
    let at = order.indexOf(line);
    while (taken.has(order[at] ?? -1)) at++;
    at--;
    while (at >= 0 && taken.has(order[at] ?? -1)) at--;
    lines.put(
      units.flatMap(({ own, gap }) => [...own, ...gap]),
      order[at] ?? -1,
    );
    return;
  }
  let behind = site.after ? site.after.end - 1 : (site.behind ?? -1);
  const floor = site.after ? site.after.line : 0;
  while (behind > floor && (taken.has(behind) || draft.blocks[behind]?.role === 'blank')) behind--;
  if (taken.has(behind)) while (behind >= 0 && (taken.has(behind) || draft.blocks[behind]?.role === 'blank')) behind--;
  lines.put(
    units.flatMap(({ own, gap }) => [...gap, ...own]),
    behind,
  );
}
