/** Lets references follow what they mean: each is looked up in the text as it was and written as it is to be. */
import { numeralLike } from '../../rules/heading/_series';
import { toHanNumeral } from '../../text/chars';
import type { OtherNumbers } from './captions';
import type { Change } from './change';
import type { Placed } from './numbering';
import { type Reference, type ReferenceKind, type ReferenceNumber, referencesIn } from './references';
import type { Section } from './sections';
import type { Style } from './styles';
import type { Unresolved } from './types';

/** How a section of a style is called by its number: 第三章. What has no entry has no such name. */
const UNIT: Readonly<Partial<Record<Style, { readonly kind: ReferenceKind; readonly word: string }>>> = {
  part: { kind: 'part', word: '部分' },
  chapter: { kind: 'chapter', word: '章' },
  section: { kind: 'section', word: '节' },
  article: { kind: 'article', word: '条' },
  han: { kind: 'part', word: '部分' },
};

/** What is to become of one reference: other numbers, another name, or a word to the writer. */
type Fate = readonly number[] | { readonly newText: string } | 'unresolved' | undefined;

/**
 * Writes references anew whose target has got another number.
 * @returns those left as they are because their target is gone or cannot be told
 */
export function follow(
  change: Change,
  before: readonly (readonly Placed[])[],
  after: readonly (readonly Placed[])[],
  others: OtherNumbers,
): Unresolved[] {
  const { lines, draft } = change;
  const places = lines.places();
  const then = new World(before);
  const now = new World(after, places);
  const stirred = before.map((all) => all.some((each) => !isAsBefore(each, now)));
  const left: { readonly line: number; readonly reference: Reference }[] = [];
  change.pieces.forEach(({ piece }, index) => {
    if (!stirred[index] && !others.any) return;
    for (let line = piece.start; line < piece.end; line++) {
      const block = draft.blocks[line];
      if (!block || !places.has(line)) continue;
      for (const reference of referencesIn(block)) {
        if (reference.owner === 'other') continue;
        const fate = isOther(reference.kind)
          ? fateOfOther(reference, reference.kind, others)
          : stirred[index]
            ? fateOf(reference, { then, now, piece: index, line })
            : undefined;
        if (fate === undefined) continue;
        if (fate === 'unresolved' || reference.owner === 'unclear') left.push({ line, reference });
        else write(change, line, reference, fate);
      }
    }
  });
  return left.map(({ line, reference: { span } }) => ({
    range: { start: at(span.start, line), end: at(span.end, line) },
    text: lines.source(line).slice(span.start, span.end),
  }));

  function at(character: number, line: number) {
    return { line: places.get(line) ?? 0, character: lines.placeOf(line, character).character };
  }
}

function write(change: Change, line: number, { numbers, span }: Reference, fate: Exclude<Fate, string | undefined>) {
  if ('newText' in fate) return change.lines.replace(line, span, fate.newText);
  const source = change.lines.source(line);
  numbers.forEach((number, index) => {
    const value = fate[index];
    if (value !== undefined && value !== number.value)
      change.lines.replace(line, number.span, numeralLike(source.slice(number.span.start, number.span.end), value));
  });
}

function isOther(kind: ReferenceKind): kind is 'attachment' | 'figure' | 'table' {
  return kind === 'attachment' || kind === 'figure' || kind === 'table';
}

function fateOfOther(reference: Reference, kind: 'attachment' | 'figure' | 'table', others: OtherNumbers): Fate {
  const told = reference.numbers.map(({ prefix, value }) => others.now(kind, prefix, value));
  if (told.every((each) => each === undefined)) return undefined;
  const values = reference.numbers.map(({ value }, index) => told[index] ?? value);
  if (values.every((value, index) => value === reference.numbers[index]?.value)) return undefined;
  const sure = values.filter((value) => value !== 'unclear');
  if (sure.length < values.length) return 'unresolved';
  return reference.run && !isRun(reference.numbers, sure) ? 'unresolved' : sure;
}

/** The first and the last still hold as many between them. */
function isRun([first, last]: readonly ReferenceNumber[], [from, to]: readonly number[]): boolean {
  return first !== undefined && last !== undefined && (to ?? 0) - (from ?? 0) === last.value - first.value;
}

interface Place {
  readonly then: World;
  readonly now: World;
  readonly piece: number;
  readonly line: number;
}

function fateOf(reference: Reference, place: Place): Fate {
  const { then, now, piece, line } = place;
  const holder = reference.within && only(reference.within, place);
  if (reference.within && !holder) return undefined;
  const { kind, digits } = reference;
  const values: number[] = [];
  let moved = false;
  for (const { value } of reference.numbers) {
    const found = then.find({ kind, digits, value, holder, piece, line });
    const [target] = found;
    if (!target) {
      values.push(value);
      continue;
    }
    if (found.every((each) => isAsBefore(each, now)) && found.length !== 1) {
      values.push(value);
      continue;
    }
    const placed = now.of(target.section);
    if (found.length > 1 || !placed) return 'unresolved';
    if (placed.style !== target.style) return renamed(reference, placed, place);
    const newHolder = holder && now.of(holder.section);
    const again = now.find({ kind, digits, value: placed.value, holder: newHolder, piece, line });
    if ((holder && !newHolder) || again.length !== 1 || again[0] !== placed) return 'unresolved';
    if (placed.value !== value) moved = true;
    values.push(placed.value);
  }
  if (!moved) return undefined;
  if (reference.run && !keepsRun(reference, place, values, holder)) return 'unresolved';
  return values;
}

/** 第三条至第五条 after a change holds just what it held. */
function keepsRun(reference: Reference, { then, now, piece, line }: Place, values: readonly number[], holder?: Placed) {
  const [from = 0, to = 0] = values;
  if (!isRun(reference.numbers, values)) return false;
  const [first] = reference.numbers;
  for (let step = 0; step <= to - from; step++) {
    const [target] = then.find({ ...reference, value: (first?.value ?? 0) + step, holder, piece, line });
    const value = target && now.of(target.section)?.value;
    if (value === undefined || value < from || value > to) return false;
  }
  return true;
}

/** 第二部分 becomes 第二章 where its heading does. */
function renamed(reference: Reference, placed: Placed, { now, piece, line }: Place): Fate {
  const unit = UNIT[placed.style];
  if (!unit || reference.numbers.length > 1 || reference.within || reference.kind === 'item') return 'unresolved';
  const again = now.find({ kind: unit.kind, digits: false, value: placed.value, holder: undefined, piece, line });
  if (again.length !== 1 || again[0] !== placed) return 'unresolved';
  return { newText: `第${reference.digits ? placed.value : toHanNumeral(placed.value)}${unit.word}` };
}

function only(reference: Reference, place: Place): Placed | undefined {
  const holder = reference.within && only(reference.within, place);
  if (reference.within && !holder) return undefined;
  const [number, ...more] = reference.numbers;
  if (!number || more.length > 0) return undefined;
  const { piece, line } = place;
  const found = place.then.find({ ...reference, value: number.value, holder, piece, line });
  return found.length === 1 ? found[0] : undefined;
}

function isAsBefore({ section, style, value, parent }: Placed, now: World): boolean {
  const placed = now.of(section);
  return (
    placed !== undefined &&
    placed.style === style &&
    placed.value === value &&
    placed.parent?.section === parent?.section
  );
}

interface Query {
  readonly kind: ReferenceKind;
  readonly digits: boolean;
  readonly value: number;
  /** What it is said to stand in. */
  readonly holder: Placed | undefined;
  readonly piece: number;
  /** Where it is read. */
  readonly line: number;
}

/** The sections of every piece with their numbers, for looking up what a reference means. */
class World {
  readonly #pieces: readonly Numbered[];
  readonly #of = new Map<Section, Placed>();

  /** @param places of the lines; left out where they stand as in the text */
  constructor(placed: readonly (readonly Placed[])[], places?: ReadonlyMap<number, number>) {
    this.#pieces = placed.map((all) => new Numbered(all, places));
    for (const each of placed.flat()) this.#of.set(each.section, each);
  }

  of(section: Section): Placed | undefined {
    return this.#of.get(section);
  }

  /** All sections that the words may mean where they are read. */
  find({ kind, digits, value, holder, piece, line }: Query): readonly Placed[] {
    const numbered = this.#pieces[piece];
    const style = numbered?.styleOf(kind, digits);
    if (!numbered || !style) return [];
    const fits = numbered.with(style, value);
    if (holder) return fits.filter((each) => isBelow(each, holder));
    if (kind === 'item' || kind === 'section') {
      for (let scope = numbered.holderOf(line); scope; scope = scope.parent) {
        const above = scope;
        if (numbered.holds(above, style)) return fits.filter((each) => each.parent === above);
      }
    }
    return kind === 'part' && style !== 'part' ? fits.filter((each) => !each.parent) : fits;
  }
}

/** The sections of one piece, by their numbers. */
class Numbered {
  readonly #all: readonly Placed[];
  readonly #places: ReadonlyMap<number, number> | undefined;
  readonly #byNumber = new Map<string, Placed[]>();
  /** Which styles stand right below a section. */
  readonly #below = new Map<Placed, Set<Style>>();
  /** What 第三部分 means: the one with the mark 三、 where nothing is called 部分. */
  readonly #part: Style | undefined;

  constructor(all: readonly Placed[], places: ReadonlyMap<number, number> | undefined) {
    this.#all = all;
    this.#places = places;
    for (const each of all) {
      const key = `${each.style} ${each.value}`;
      const same = this.#byNumber.get(key);
      if (same) same.push(each);
      else this.#byNumber.set(key, [each]);
      if (!each.parent) continue;
      const styles = this.#below.get(each.parent);
      if (styles) styles.add(each.style);
      else this.#below.set(each.parent, new Set([each.style]));
    }
    const topmost = all.filter(({ parent }) => !parent);
    if (all.some(({ style }) => style === 'part')) this.#part = 'part';
    else if (topmost.length > 0 && topmost.every(({ style }) => style === 'han')) this.#part = 'han';
  }

  with(style: Style, value: number): readonly Placed[] {
    return this.#byNumber.get(`${style} ${value}`) ?? [];
  }

  holds(section: Placed, style: Style): boolean {
    return this.#below.get(section)?.has(style) ?? false;
  }

  styleOf(kind: ReferenceKind, digits: boolean): Style | undefined {
    if (kind === 'item') return digits ? 'digit-paren' : 'han-paren';
    if (kind === 'chapter' || kind === 'section' || kind === 'article') return kind;
    return kind === 'part' ? this.#part : undefined;
  }

  /** The innermost section whose heading stands on the line or above it. */
  holderOf(line: number): Placed | undefined {
    const place = (id: number) => this.#places?.get(id) ?? id;
    const at = place(line);
    let low = 0;
    let high = this.#all.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (place(this.#all[middle]?.section.line ?? 0) <= at) low = middle + 1;
      else high = middle;
    }
    return this.#all[low - 1];
  }
}

function isBelow(each: Placed, holder: Placed): boolean {
  for (let above = each.parent; above; above = above.parent) if (above === holder) return true;
  return false;
}
