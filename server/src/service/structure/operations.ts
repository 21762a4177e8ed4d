/** Each operation on sections, as a change of lines and styles; the numbers follow by themselves. */
import { readDraft } from '../../document/read';
import type { Block, HeadingMark } from '../../document/types';
import { ancestors, type Change, descendants, Impossible } from './change';
import { count, type Placed } from './numbering';
import { type Section, sectionsOf } from './sections';
import { formOf, hashesOf, isNumbered, rankOf, type Style } from './styles';
import type { NumberStyle, Place } from './types';

/** Where the cursor belongs: at the title of a section, or at a line. */
export type Target = { readonly section: Section } | { readonly line: number } | undefined;

export function move(change: Change, lines: readonly number[], place: Place): Target {
  const sections = change.sections(lines);
  const site = siteOf(change, place, sections);
  for (const section of sections) {
    change.restyle(section, descendants(section), site.style ?? section.style);
    change.join(section, site.series ?? section.series);
  }
  put(change, site, unitsOf(change, sections));
  return { section: sections[0] as Section };
}

export function shift(change: Change, lines: readonly number[], step: -1 | 1): Target {
  const sections = change.sections(lines);
  const first = sections[0] as Section;
  const siblings = change.siblings(first);
  const at = siblings.indexOf(first);
  if (sections.some((section, index) => siblings[at + index] !== section))
    throw new Impossible('选中的几节不是相邻的同级各节，不能一起上移或者下移');
  const over = siblings[step === -1 ? at - 1 : at + sections.length];
  if (!over) throw new Impossible(`${change.nameOf(first)}已经是本级的${step === -1 ? '第一' : '最后一'}节`);
  if (over.style !== first.style) throw new Impossible(`${change.nameOf(over)}与本节不是同一种序数，不能越过`);
  change.needsMovable(over);
  return move(change, lines, step === -1 ? { before: over.line } : { after: over.line });
}

export function promote(change: Change, lines: readonly number[]): Target {
  const sections = change.sections(lines);
  for (const section of sections) {
    const { own, below } = placedAt(change, section);
    const parent = own.parent;
    if (!parent) throw new Impossible(`${change.nameOf(section)}已经是最高一级`);
    const ladder = [parent.style, ...stylesOf(own, below)];
    change.restyle(section, below.map(sectionOf), parent.style, ladder);
    change.join(section, change.seriesOf(parent.section));
  }
  return { section: sections[0] as Section };
}

export function demote(change: Change, lines: readonly number[]): Target {
  const sections = change.sections(lines);
  for (const section of sections) {
    const { own, below, all, at } = placedAt(change, section);
    const above = all.slice(0, at).findLast((each) => each.parent === own.parent);
    // a heading buried in a paragraph is none any more when the next of its series is gone
    if (!above?.section.heading.atLineStart || rankOf(above.style) > rankOf(own.style))
      throw new Impossible(`${change.nameOf(section)}前面没有同级的节，降级就跳级了`);
    const last = all.slice(0, at).findLast((each) => each.parent === above);
    const style = last?.style ?? change.below(section.piece, above.style);
    if (!style) throw new Impossible(`${change.nameOf(section)}之下已经没有更低一级的序数可用`);
    change.restyle(section, below.map(sectionOf), style);
    change.join(section, last ? change.seriesOf(last.section) : { owner: above.section });
  }
  return { section: sections[0] as Section };
}

export function remove(change: Change, lines: readonly number[]): Target {
  const sections = change.sections(lines);
  const [first] = sections as [Section];
  const ids = unitsOf(change, sections).flatMap(({ own, gap }) => [...own, ...gap]);
  const at = change.lines.order.indexOf(Math.min(...ids));
  change.lines.remove(ids);
  return { line: Math.max(0, Math.min(at, change.lines.order.length - 1, first.line)) };
}

export function merge(change: Change, line: number): Target {
  const section = change.section(line);
  if (!section.heading.atLineStart) throw new Impossible(`${change.nameOf(section)}写在段落中间，已经是上一节的一部分`);
  const siblings = change.siblings(section);
  const above = siblings[siblings.indexOf(section) - 1];
  if (!above) throw new Impossible(`${change.nameOf(section)}前面没有同级的节可以并入`);
  if (above.style !== section.style) throw new Impossible(`${change.nameOf(above)}与本节不是同一种序数，不能合并`);
  change.unmarked.add(section);
  const last = above.children.at(-1);
  for (const child of section.children) if (last?.style === child.style) change.join(child, change.seriesOf(last));
  return { line: change.lines.order.indexOf(section.line) };
}

export function insertSibling(change: Change, line: number): Target {
  const section = change.section(line);
  change.needsMovable(section);
  const block = change.blockOf(section.line) as Block;
  const hashes = hashesOf(block.source, change.draft.language);
  const indent = /^[ \t\u3000]*/.exec(block.source)?.[0] ?? '';
  const start = hashes ? `${block.source.slice(0, hashes.end)} ` : indent;
  const own = { ...block, source: start, text: start };
  const gap = gapOf(change, section).map(() => change.lines.add(''));
  const id = change.lines.add(start);
  const added: Section = {
    ...section,
    line: id,
    end: id + 1,
    heading: emptyMark(section.heading, start.length),
    children: [],
    series: change.seriesOf(section),
  };
  const title = section.heading.title;
  const form = formOf(block, section.heading, change.draft.language);
  change.add(added, own, title.start === title.end ? change.formOf(section.piece, section.style) : form);
  change.fresh.add(added);
  change.lines.put([...gap, id], section.end - 1);
  return { section: added };
}

function emptyMark(heading: HeadingMark, at: number): HeadingMark {
  const nothing = { start: at, end: at };
  return { ...heading, mark: nothing, numeral: nothing, title: nothing, runIn: false, value: 0 };
}

/** Puts in text from elsewhere; what it says of numbers is that of its own draft and stays. */
export function insertText(change: Change, text: string, place: Place): Target {
  const draft = readDraft(text.replace(/(?:\r\n|\n|\r)+$/, ''), change.draft.language);
  const found = sectionsOf(draft).flatMap(({ all }) => all);
  const uppermost = found.filter(({ parent }) => !parent);
  const site = siteOf(change, place, []);
  const ids = draft.blocks.map(({ source }) => change.lines.add(source));
  const series = new Map<Section['series'], Section['series']>();
  const sections = new Map<Section, Section>();
  for (const section of found) {
    const own = series.get(section.series) ?? { owner: section.parent && sections.get(section.parent) };
    series.set(section.series, own);
    const copy: Section = {
      ...section,
      piece: site.piece,
      line: ids[section.line] ?? 0,
      parent: section.parent && sections.get(section.parent),
      children: [],
      series: own,
    };
    sections.set(section, copy);
    change.add(copy, draft.blocks[section.line] as Block);
  }
  for (const section of uppermost) {
    const below = descendants(section).flatMap((each) => sections.get(each) ?? []);
    const copy = sections.get(section) as Section;
    const style = site.style ?? section.style;
    if (site.style) change.restyle(copy, below, style);
    if (site.series && change.styleOf(copy) === site.style) change.join(copy, site.series);
    for (const each of [copy, ...below]) change.adapt(each, draft.language);
  }
  const gap = site.after === undefined ? [] : gapOf(change, site.after).map(() => change.lines.add(''));
  put(change, site, [{ own: ids, gap }]);
  const first = uppermost[0] && sections.get(uppermost[0]);
  return first ? { section: first } : { line: change.lines.order.indexOf(ids[0] ?? 0) };
}

const LADDERS: Readonly<Record<NumberStyle, readonly Style[]>> = {
  han: ['han', 'han-paren', 'digit', 'digit-paren', 'circled'],
  'han-digit': ['han', 'digit', 'digit-paren', 'circled'],
  chapter: ['chapter', 'section', 'article', 'han-paren', 'digit', 'digit-paren'],
};
/** Chapters without 节 hold 条 themselves. */
const CHAPTERS_AND_ARTICLES: readonly Style[] = ['chapter', 'article', 'han-paren', 'digit', 'digit-paren'];

export function convertStyle(change: Change, to: NumberStyle): Target {
  const families = change.pieces.map(({ all }) => familyOf(all));
  const family = families.find((each) => each !== undefined);
  if (!family) throw new Impossible('文中没有带序数的标题');
  change.pieces.forEach(({ all }, piece) => {
    // a 办法 that a 通知 issues keeps its 章 and 条
    if (families[piece] !== family) return;
    const styles = [...new Set(all.map(({ style }) => style).filter(isNumbered))].sort((a, b) => rankOf(a) - rankOf(b));
    const ladder = to === 'chapter' && styles.length === 2 ? CHAPTERS_AND_ARTICLES : LADDERS[to];
    if (styles.length > ladder.length)
      throw new Impossible(`文中有${styles.length}级标题，这种样式只有${ladder.length}级`);
    for (const section of all) {
      const style = ladder[styles.indexOf(section.style as (typeof styles)[number])];
      if (style) change.setStyle(section, style);
    }
  });
  return undefined;
}

/** Whether a piece has 章 and 条 or 一、 and （一）; `undefined` without numbered headings. */
function familyOf(all: readonly Section[]): 'chapters' | 'points' | undefined {
  const numbered = all.filter(({ style }) => isNumbered(style));
  if (numbered.length === 0) return undefined;
  return numbered.some(({ style }) => rankOf(style) < rankOf('han')) ? 'chapters' : 'points';
}

/** Where sections are put, and what they become there. */
interface Site {
  readonly piece: number;
  /** Left out where the text has no section yet: sections keep their own. */
  readonly style?: Style;
  readonly series?: Section['series'];
  /** In front of this section, or behind the words of this one, or behind a line. */
  readonly before?: Section;
  readonly after?: Section;
  readonly behind?: number;
}

function siteOf(change: Change, place: Place, moved: readonly Section[]): Site {
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
interface Unit {
  readonly own: readonly number[];
  readonly gap: readonly number[];
}

function unitsOf(change: Change, sections: readonly Section[]): Unit[] {
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
function gapOf(change: Change, { line, end, piece }: Section): number[] {
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

function put(change: Change, site: Site, units: readonly Unit[]): void {
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

interface Standing {
  readonly own: Placed;
  readonly at: number;
  readonly all: readonly Placed[];
  /** What it holds now, in order. */
  readonly below: readonly Placed[];
}

/** How a section stands among the others, styles given so far taken into account. */
function placedAt(change: Change, section: Section): Standing {
  const all = count(change.entries()[section.piece] ?? [], new Set());
  const at = all.findIndex((each) => each.section === section);
  const own = all[at] as Placed;
  let end = at + 1;
  while (end < all.length && rankOf((all[end] as Placed).style) > rankOf(own.style)) end++;
  return { own, at, all, below: all.slice(at + 1, end) };
}

function sectionOf({ section }: Placed): Section {
  return section;
}

/** The styles of a section and of what it holds, from the uppermost down. */
function stylesOf(own: Placed, below: readonly Placed[]): Style[] {
  return [...new Set([own.style, ...below.map(({ style }) => style)])].sort((a, b) => rankOf(a) - rankOf(b));
}
