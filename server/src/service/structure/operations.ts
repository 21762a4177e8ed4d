/** Each operation on sections, as a change of lines and styles; the numbers follow by themselves. */
import { readDraft } from '../../document/read';
import type { Block, HeadingMark } from '../../document/types';
import { type Change, descendants, Impossible } from './change';
import { count, type Placed } from './numbering';
import { type Section, sectionsOf } from './sections';
import { gapOf, put, siteOf, unitsOf } from './site';
import { formOf, hashesOf, rankOf, type Style } from './styles';
import type { Place } from './types';

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
