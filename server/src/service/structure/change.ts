/** A draft on its way to another structure: its lines, the styles its sections are to have, and the numbers that follow. */
import type { Block, Draft, Language } from '../../document/types';
import { byStyle, headingsByPiece, numeralLike, runsOn } from '../../rules/heading/_series';
import { asWritten, count, type Entry, type Placed } from './numbering';
import { type PieceSections, type Section, type Series, sectionAt, sectionsOf } from './sections';
import {
  type Form,
  formOf,
  gapBefore,
  hashesOf,
  isNumbered,
  markOf,
  rankOf,
  type Style,
  styleOf,
  usualForm,
  usuallyBelow,
} from './styles';
import { Lines } from './text';

/** Why an operation cannot be carried out, said to the writer in one sentence. */
export class Impossible extends Error {}

export class Change {
  readonly draft: Draft;
  readonly lines: Lines;
  readonly pieces: readonly PieceSections[];
  /** Sections whose heading is to be a paragraph. */
  readonly unmarked = new Set<Section>();
  /** Sections whose mark is written anew whatever stands there. */
  readonly fresh = new Set<Section>();
  readonly #styles = new Map<Section, Style>();
  readonly #series = new Map<Section, Series>();
  readonly #added: Section[] = [];
  readonly #blocks = new Map<number, Block>();
  readonly #forms = new Map<Section, Form>();

  constructor(draft: Draft, text: string) {
    this.draft = draft;
    this.lines = new Lines(text);
    this.pieces = sectionsOf(draft);
  }

  /** The innermost section that holds a line. */
  section(line: number): Section {
    const found = sectionAt(this.pieces, line);
    if (!found) throw new Impossible('这里不在任何一节之中');
    return found;
  }

  /** The sections that lines name, in order; those inside another of them are left out. All can be moved. */
  sections(lines: readonly number[]): Section[] {
    const named = new Set(lines.map((line) => this.section(line)));
    const found = [...named].filter((section) => !ancestors(section).some((each) => named.has(each)));
    if (found.length === 0) throw new Impossible('没有选中任何一节');
    for (const section of found) this.needsMovable(section);
    return found.sort((a, b) => a.line - b.line);
  }

  needsMovable(section: Section): void {
    if (!section.movable) throw new Impossible(`${this.nameOf(section)}没有单独成段，不能整节调整`);
  }

  nameOf({ heading, line }: Section): string {
    const { mark, title } = heading;
    const source = this.blockOf(line)?.source ?? '';
    const words = source.slice(mark.start, mark.end).trim() + source.slice(title.start, title.end);
    return `“${words.length > LONGEST_NAME ? `${words.slice(0, LONGEST_NAME)}……` : words}”`;
  }

  siblings({ parent, piece }: Section): readonly Section[] {
    return parent ? parent.children : this.topmost(piece);
  }

  /** Sections of a piece that no other holds. */
  topmost(piece: number): readonly Section[] {
    return this.pieces[piece]?.all.filter(({ parent }) => !parent) ?? [];
  }

  styleOf(section: Section): Style {
    return this.#styles.get(section) ?? section.style;
  }

  seriesOf(section: Section): Series {
    return this.#series.get(section) ?? section.series;
  }

  join(section: Section, series: Series): void {
    this.#series.set(section, series);
  }

  blockOf(line: number): Block | undefined {
    return this.#blocks.get(line) ?? this.draft.blocks[line];
  }

  /** Makes a section known whose lines have been added. */
  add(section: Section, block: Block, form?: Form): void {
    this.#added.push(section);
    this.#blocks.set(section.line, block);
    if (form) this.#forms.set(section, form);
  }

  /** Writes the mark of a section from elsewhere as this draft writes its own; where it has none, as it comes. */
  adapt(section: Section, language: Language): void {
    const style = this.styleOf(section);
    const block = this.blockOf(section.line);
    const known = this.pieces.some(({ all }) => all.some((each) => each.style === style));
    if (block && !known && style === section.style) this.#forms.set(section, formOf(block, section.heading, language));
    this.fresh.add(section);
  }

  setStyle(section: Section, style: Style): void {
    this.#styles.set(section, style);
  }

  /**
   * Gives a section and all below it other styles: the uppermost gets `style`, each style below it the one that stands
   * below in this draft.
   */
  restyle(section: Section, below: readonly Section[], style: Style, ladder?: readonly Style[]): void {
    const from = this.styleOf(section);
    if (from === style) return;
    const styles = [...new Set([from, ...below.map((each) => this.styleOf(each))])].sort(
      (a, b) => rankOf(a) - rankOf(b),
    );
    const to = new Map<Style, Style>();
    let next: Style | undefined = style;
    for (const [index, each] of styles.entries()) {
      const wanted: Style | undefined = ladder ? ladder[index] : next;
      if (!wanted) throw new Impossible(`${this.nameOf(section)}之下已经没有更低一级的序数可用`);
      to.set(each, wanted);
      next = this.below(section.piece, wanted);
    }
    for (const each of [section, ...below]) this.setStyle(each, to.get(this.styleOf(each)) ?? this.styleOf(each));
  }

  /** The style that stands below another in this piece; `undefined` below the deepest. */
  below(piece: number, style: Style): Style | undefined {
    const all = this.pieces[piece]?.all ?? [];
    const counts = new Map<Style, number>();
    for (const { parent, style: own } of all) if (parent?.style === style) counts.set(own, (counts.get(own) ?? 0) + 1);
    const most = mostOf(counts);
    if (most) return most;
    if (style === 'chapter' && all.some((each) => each.style === 'article')) return 'article';
    return usuallyBelow(style);
  }

  /** How a style is written in this piece, else in another, else by the standard. */
  formOf(piece: number, style: Style): Form {
    for (const each of [this.pieces[piece], ...this.pieces]) {
      const forms = new Map<string, number>();
      for (const section of each?.all ?? []) {
        const block =
          section.style === style && section.heading.atLineStart ? this.draft.blocks[section.line] : undefined;
        if (!block) continue;
        const key = JSON.stringify(formOf(block, section.heading, this.draft.language));
        forms.set(key, (forms.get(key) ?? 0) + 1);
      }
      const most = mostOf(forms);
      if (most) return JSON.parse(most) as Form;
    }
    return usualForm(style);
  }

  /** The sections of every piece in their new order. */
  entries(): Entry[][] {
    const byPiece: Entry[][] = this.pieces.map(() => []);
    const onLine = new Map<number, Section[]>();
    for (const section of [...this.pieces.flatMap(({ all }) => all), ...this.#added]) {
      if (this.unmarked.has(section)) continue;
      const list = onLine.get(section.line);
      if (list) list.push(section);
      else onLine.set(section.line, [section]);
    }
    for (const id of this.lines.order) {
      for (const section of onLine.get(id) ?? [])
        byPiece[section.piece]?.push({ section, style: this.styleOf(section), series: this.seriesOf(section) });
    }
    return byPiece;
  }

  /** The sections of every piece as they were. */
  before(): Placed[][] {
    return this.pieces.map(({ all }) => asWritten(all));
  }

  /**
   * The sections of every piece with their new numbers.
   * @param mends counts lists from one that begin with another number in a text of 条 that may be an excerpt
   */
  count(mends: boolean, keeps?: (section: Section) => boolean): Placed[][] {
    return this.entries().map((entries, piece) => {
      const on = new Set<Style>(['article']);
      const starts = new Map<Style, number>();
      for (const list of byStyle(headingsByPiece(this.draft)[piece] ?? [])) {
        const [first] = list;
        if (!first) continue;
        if (runsOn(list)) on.add(styleOf(first.heading));
        if (!mends && first.heading.style === 'article' && list.every(({ heading }) => heading.value > 1))
          starts.set('article', first.heading.value);
      }
      return count(entries, on, starts, keeps);
    });
  }

  /** Writes the marks of sections that get another number or another style, and takes away those of paragraphs. */
  writeMarks(placed: readonly (readonly Placed[])[]): number {
    let changed = 0;
    for (const each of placed.flat()) if (this.#writeMark(each)) changed++;
    for (const section of this.unmarked) this.#unmark(section);
    return changed;
  }

  #writeMark({ section, style, value }: Placed): boolean {
    const { heading, line } = section;
    const block = this.blockOf(line);
    if (!block) return false;
    if (style === section.style && !this.fresh.has(section)) {
      if (value === heading.value || !isNumbered(style)) return false;
      if (value > 999) return false;
      const sample = block.source.slice(heading.numeral.start, heading.numeral.end);
      this.lines.replace(line, heading.numeral, numeralLike(sample, value));
      return true;
    }
    const form = this.#forms.get(section) ?? this.formOf(section.piece, style);
    const mark = markOf(style, form, value);
    if (mark === undefined) throw new Impossible(`${this.nameOf(section)}这一级的序数不够用`);
    const title = block.source.slice(heading.title.start, heading.title.end);
    const alone = title === '' && !this.fresh.has(section);
    if (alone && isNumbered(style) && rankOf(style) >= rankOf('digit'))
      throw new Impossible(`${this.nameOf(section)}的题目在下一行，不能用这一级的序数`);
    const gap = alone ? '' : gapBefore(title, form, style) || (title === '' ? form.gap : '');
    this.lines.replace(line, this.#markSpan(section, block), mark === '' ? '' : mark + gap);
    this.#writeHashes(section, block, style, form);
    return true;
  }

  /** The mark with the blanks behind it. */
  #markSpan({ heading: { mark, title } }: Section, { source }: Block) {
    const blank = /^\s*$/.test(source.slice(mark.end, Math.max(mark.end, title.start)));
    return { start: mark.start, end: blank ? Math.max(mark.end, title.start) : mark.end };
  }

  #writeHashes(section: Section, block: Block, style: Style, form: Form): void {
    if (this.draft.language !== 'markdown' || !section.heading.atLineStart) return;
    const at = hashesOf(block.source, 'markdown');
    const now = at ? at.end - at.start : 0;
    if (!isNumbered(section.style) && !at)
      throw new Impossible(`${this.nameOf(section)}不是以“#”开头的标题，不能改变级别`);
    const shift = Math.round(rankOf(style) - rankOf(section.style));
    const wanted = form.hashes ?? (now > 0 ? Math.min(6, Math.max(1, now + shift)) : 0);
    if (wanted === now) return;
    if (at) this.lines.replace(section.line, wanted > 0 ? at : this.#hashSpan(block, at), '#'.repeat(wanted));
    else if (section.heading.mark.start === 0)
      this.lines.replace(section.line, { start: 0, end: 0 }, `${'#'.repeat(wanted)} `);
  }

  #hashSpan({ source }: Block, { start, end }: { readonly start: number; readonly end: number }) {
    const blanks = /^[ \t]*/.exec(source.slice(end))?.[0].length ?? 0;
    return { start, end: end + blanks };
  }

  #unmark(section: Section): void {
    const block = this.blockOf(section.line);
    if (!block) return;
    const { mark } = section.heading;
    // 第一章 alone on its line leaves nothing behind
    if (isNumbered(section.style) && mark.start === block.content.start && mark.end === block.content.end) {
      this.lines.remove([section.line]);
      return;
    }
    this.lines.replace(section.line, this.#markSpan(section, block), '');
    const at = hashesOf(block.source, this.draft.language);
    if (at) this.lines.replace(section.line, this.#hashSpan(block, at), '');
  }
}

const LONGEST_NAME = 20;

export function ancestors(section: Section): Section[] {
  const found: Section[] = [];
  for (let each = section.parent; each; each = each.parent) found.push(each);
  return found;
}

/** All below a section, in order. */
export function descendants({ children }: Section): Section[] {
  return children.flatMap((child) => [child, ...descendants(child)]);
}

function mostOf<T>(counts: ReadonlyMap<T, number>): T | undefined {
  let most: T | undefined;
  for (const [each, times] of counts) if (most === undefined || times > (counts.get(most) ?? 0)) most = each;
  return most;
}
