/** Formulations with fixed members: found in enumerations and compared with the list, for what is missing, out of order or miswritten. */
import type { Span } from '../../text/span';
import type { OwnTables } from '../own-tables';
import { type Fields, membersOf, readTable, wordsOf } from '../table';

export interface Formulation {
  readonly title: string;
  /** What it is called; a list without one of its members is judged only where it is named. */
  readonly names: readonly string[];
  readonly members: readonly string[];
  readonly source: string;
  /** The year of the source. */
  readonly since: string;
}

/** How an enumeration differs from its formulation. */
export interface Difference {
  readonly kind: 'order' | 'missing' | 'miswritten';
  readonly formulation: Formulation;
  /** From the first member to the last. */
  readonly span: Span;
  /** The member that is missing, or that is meant. */
  readonly member: string;
}

/** An item of an enumeration: its place, and its words. */
interface Item {
  readonly start: number;
  readonly words: string;
}

/** 创新、协调、绿色、开放、共享 */
const ENUMERATION = /[^，。；：！？、\s]+(?:[、，][^，。；：！？、\s]+){2,}/g;
const SEPARATOR = /[，。；：！？、和与]/;
/** A formulation of fewer members is not told from chance, unless each of them is a word of its own kind: 简政放权、放管结合、优化服务. */
const FEWEST = 4;
const FEWEST_OF_LONG = 3;
const LONG = 3;
const LONGEST_AT_END = 6;

/** The formulations of a table, read when first asked for. */
export class Formulations {
  readonly #lines: () => readonly Fields[];
  #read:
    | { readonly all: readonly Formulation[]; readonly byMember: ReadonlyMap<string, readonly Formulation[]> }
    | undefined;

  constructor(lines: () => readonly Fields[]) {
    this.#lines = lines;
  }

  /** In the order of the table: for hover and completion. */
  get all(): readonly Formulation[] {
    this.#read ??= read(this.#lines());
    return this.#read.all;
  }

  get byMember(): ReadonlyMap<string, readonly Formulation[]> {
    this.#read ??= read(this.#lines());
    return this.#read.byMember;
  }
}

function read(lines: readonly Fields[]) {
  const all = lines.map((fields) => ({
    title: fields('提法'),
    names: wordsOf(fields('名')),
    members: membersOf(fields('成员')),
    source: fields('来源'),
    since: fields('时间'),
  }));
  const byMember = new Map<string, Formulation[]>();
  for (const formulation of all)
    for (const member of formulation.members) byMember.set(member, [...(byMember.get(member) ?? []), formulation]);
  return { all, byMember };
}

/** The formulation as it is written out. */
export function inFull({ members }: Pick<Formulation, 'members'>): string {
  return members.join(members.some((member) => member.includes('、')) ? '，' : '、');
}

const builtIn = new Formulations(() => readTable('policy/members'));
const ownFormulations = new WeakMap<OwnTables, Formulations>();

/** Those of an office where it has a table of its own, the built-in ones otherwise. */
export function formulationsOf(tables?: OwnTables): Formulations {
  const lines = tables?.lines('policy/members');
  if (!tables || !lines) return builtIn;
  const formulations = ownFormulations.get(tables) ?? new Formulations(() => lines);
  ownFormulations.set(tables, formulations);
  return formulations;
}

/** The built-in formulations, in the order of the table. */
export function allFormulations(): readonly Formulation[] {
  return builtIn.all;
}

export function* differencesIn(text: string, { byMember }: Formulations): Iterable<Difference> {
  if (!text.includes('、')) return;
  // most texts list other things
  const exact = text.split(SEPARATOR).filter((words) => byMember.has(words)).length;
  if (exact < 2) return;
  for (const match of text.matchAll(ENUMERATION)) {
    const items = itemsOf(match[0], match.index, byMember);
    const met = new Set(items.flatMap(({ words }) => byMember.get(words) ?? []));
    for (const formulation of met) {
      if (!isDistinct(formulation.members)) continue;
      const difference = compare(text, items, formulation);
      if (difference) yield difference;
    }
  }
}

function isDistinct(members: readonly string[]): boolean {
  return members.length >= (members.every(({ length }) => length >= LONG) ? FEWEST_OF_LONG : FEWEST);
}

type ByMember = Formulations['byMember'];

function itemsOf(enumeration: string, at: number, byMember: ByMember): Item[] {
  let start = at;
  return enumeration.split(/[、，]/).flatMap((words) => {
    const item = { start, words };
    start += words.length + 1;
    return lastTwo(item, byMember);
  });
}

/** 享乐主义和奢靡之风 is two items where the first of them is a member. */
function lastTwo({ start, words }: Item, byMember: ByMember): Item[] {
  const joint = /和|与|以及|及/.exec(words);
  const first = words.slice(0, joint?.index);
  if (!joint || !byMember.has(first)) return [{ start, words }];
  const rest = joint.index + joint[0].length;
  return [
    { start, words: first },
    { start: start + rest, words: words.slice(rest) },
  ];
}

/** Where a member stands in an item: the whole of it, its end where it opens the list, its beginning where it closes it. */
interface Place extends Span {
  readonly index: number;
}

function placeOf({ start, words }: Item, members: readonly string[], first: boolean, last: boolean): Place | undefined {
  let best: Place | undefined;
  members.forEach((member, index) => {
    const at =
      words === member
        ? 0
        : first && words.endsWith(member)
          ? words.length - member.length
          : last && words.startsWith(member)
            ? 0
            : -1;
    if (at < 0 || (best && best.end - best.start >= member.length)) return;
    best = { index, start: start + at, end: start + at + member.length };
  });
  return best;
}

function compare(text: string, items: readonly Item[], formulation: Formulation): Difference | undefined {
  const { members } = formulation;
  const exact = items.map(({ words }) => members.includes(words));
  // the run around what is exactly a member, with two items more at either end
  const head = exact.indexOf(true);
  const tail = exact.lastIndexOf(true);
  const from = Math.max(0, head - 2);
  const run = items.slice(from, tail + 3);
  const places = run.map((item, index) => placeOf(item, members, from + index < head, from + index > tail));
  const known = places.filter((place) => place !== undefined);
  const [first] = known;
  const last = known.at(-1);
  if (!first || !last || new Set(known.map(({ index }) => index)).size < known.length) return undefined;
  const inside = places.slice(places.indexOf(first), places.indexOf(last) + 1);
  const span = { start: first.start, end: last.end };
  const ascending = known.every(({ index }, at) => at === 0 || index > (known[at - 1]?.index ?? -1));
  const missing = members.find((_, index) => !known.some((place) => place.index === index)) ?? '';
  if (known.length === members.length)
    return ascending ||
      inside.includes(undefined) ||
      (isTwoLists(text.slice(span.start, span.end)) &&
        !isWhole(run.slice(places.indexOf(first), places.indexOf(last) + 1), members))
      ? undefined
      : { kind: 'order', formulation, span, member: '' };
  if (known.length < members.length - 1 || !ascending) return undefined;
  if (inside.includes(undefined)) return miswritten(text, run, places, formulation, missing, span);
  const atEnd = miswrittenAtEnd(text, run, places, formulation, missing, span);
  if (atEnd) return atEnd;
  return isNamed(text, formulation, span) && !continues(text, span)
    ? { kind: 'missing', formulation, span, member: missing }
    : undefined;
}

/** 富强、民主、和谐、文明，自由、平等…: nothing but members between the first and the last. */
function isWhole(run: readonly Item[], members: readonly string[]): boolean {
  return run.length === members.length && run.slice(1, -1).every(({ words }) => members.includes(words));
}

/** 推进伟大工程，要结合伟大斗争、伟大事业 */
function isTwoLists(run: string): boolean {
  return run.includes('，') && run.includes('、');
}

/** One item stands where the missing member should, and shares all but one of its characters, or the list is told by its name. */
function miswritten(
  text: string,
  run: readonly Item[],
  places: readonly (Place | undefined)[],
  formulation: Formulation,
  member: string,
  around: Span,
): Difference | undefined {
  const strangers = run.filter(
    (item, index) => !places[index] && item.start > around.start && item.start + item.words.length < around.end,
  );
  const [stranger] = strangers;
  if (!stranger || strangers.length > 1) return undefined;
  if (!differsByOne(stranger.words, member) && !isQuoted(text, formulation, around)) return undefined;
  const before = places[run.indexOf(stranger) - 1];
  if (before?.index !== formulation.members.indexOf(member) - 1) return undefined;
  const span = { start: stranger.start, end: stranger.start + stranger.words.length };
  return { kind: 'miswritten', formulation, span, member };
}

/** 坚持维新、协调、绿色、开放、共享; 产业兴旺、生态宜居、乡风文明、治理有效、生活富足的总要求 */
function miswrittenAtEnd(
  text: string,
  run: readonly Item[],
  places: readonly (Place | undefined)[],
  formulation: Formulation,
  member: string,
  around: Span,
): Difference | undefined {
  const { members } = formulation;
  // a long member was written otherwise at other times
  if (member.length > LONGEST_AT_END && !isQuoted(text, formulation, around)) return undefined;
  const isFirst = member === members[0];
  if (!isFirst && member !== members.at(-1)) return undefined;
  const next = isFirst
    ? places.findIndex((place) => place !== undefined) - 1
    : places.findLastIndex((place) => place !== undefined) + 1;
  const item = run[next];
  if (!item || item.words.length < member.length) return undefined;
  const start = isFirst ? item.start + item.words.length - member.length : item.start;
  const words = isFirst ? item.words.slice(-member.length) : item.words.slice(0, member.length);
  const isMeant =
    differsByOne(words, member) ||
    (isNamed(text, formulation, around) && (endAlike(words, member) || startAlike(words, member)));
  return isMeant ? { kind: 'miswritten', formulation, span: { start, end: start + member.length }, member } : undefined;
}

/** 规矩意识, 看齐意识 */
function endAlike(a: string, b: string): boolean {
  return a.length > 3 && a.slice(2) === b.slice(2);
}

/** 两手抓紧, 两手发力 */
function startAlike(a: string, b: string): boolean {
  return a.length > 3 && a.slice(0, 2) === b.slice(0, 2);
}

function differsByOne(a: string, b: string): boolean {
  return a.length === b.length && a.length > 1 && [...a].filter((character, at) => character !== b[at]).length === 1;
}

/** The sentence says which formulation it lists. */
function isNamed(text: string, { names }: Formulation, { start, end }: Span): boolean {
  const from = Math.max(text.lastIndexOf('。', start) + 1, start - 40);
  const stop = text.indexOf('。', end);
  const sentence = text.slice(from, Math.min(stop < 0 ? text.length : stop, end + 20));
  return names.some((name) => sentence.includes(name));
}

/** “四不两直” in quotation marks beside its list: what stands in it is told for that. */
function isQuoted(text: string, { title }: Formulation, { start, end }: Span): boolean {
  return text.slice(Math.max(0, start - 12), end + 12).includes(`“${title}”`);
}

/** 创新、协调、绿色等, 开放、绿色、…… */
function continues(text: string, { end }: Span): boolean {
  return /^[^，。；]{0,4}等|^[、…—]/.test(text.slice(end, end + 5));
}
