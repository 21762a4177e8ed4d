/** Short names that a draft introduces (以下简称“市发改委”) and what it then says in their stead. */
import type { Block } from '../../document/types';
import type { Span } from '../../text/span';
import { clue } from '../clues';
import type { Line } from '../pieces';
import { choices, memoByBlock } from '../report';
import type { DocumentFinding } from '../types';
import { unquoted } from './_lines';

/** 某某市发展和改革委员会（以下简称“市发改委”）, 《某某市河道条例》（市人大常委会公告，以下简称《条例》） */
const INTRODUCED =
  /(?<full>《[^《》]{2,90}》|[\p{Script=Han}]{4,40})[（(](?:[^（）()]{0,60}[，,；])?以下简称(?:为)?[：:]?(?<short>“[^“”]{2,30}”|《[^《》]{1,30}》|[\p{Script=Han}]{2,12})[）)]/dgu;
/** An organ's name, whose end tells so. */
const ORGAN_END = /[局委办厅部院]$|委员会$|办公室$|公司$|集团$|中心$|专班$|(?<=.{2})指$/;
/** 公司, 集团, 集团有限公司: a company is called by any of them. */
const COMPANY_END = /(?:集团)?(?:股份)?(?:有限)?(?:责任)?公司$|集团$/;

export interface Introduced {
  /** 《某某市河道条例》, or as much of the words before the bracket as the short name is drawn from. */
  readonly full: string;
  readonly fullSpan: Span;
  /** Without quotation marks, with 《》. */
  readonly short: string;
  readonly shortSpan: Span;
}

const hasShort = clue('称');

export function introducedIn(block: Block): readonly Introduced[] {
  const { text } = block;
  if (!hasShort(block) || !text.includes('以下简称')) return [];
  return [...text.matchAll(INTRODUCED)].flatMap((match) => {
    const { full = '', short = '' } = match.groups ?? {};
    const [start = 0, end = 0] = match.indices?.groups?.full ?? [];
    const [from = 0, to = 0] = match.indices?.groups?.short ?? [];
    const bare = short.replace(/[“”]/g, '');
    const own = full.startsWith('《') ? full : drawnFrom(full, bare);
    if (own === undefined) return [];
    return {
      full: own,
      fullSpan: { start: end - own.length, end: Math.max(start, end) },
      short: bare,
      shortSpan: { start: from, end: to },
    };
  });
}

/** The shortest end of the words that holds every character of the short name in order. */
function drawnFrom(words: string, short: string): string | undefined {
  let at = words.length;
  for (let index = short.length - 1; index >= 0; index--) {
    at = words.lastIndexOf(short[index] ?? '', at - 1);
    if (at < 0) return undefined;
  }
  return words.slice(at);
}

type Place = Introduced & Line;

/** @param lines where the names are used */
export function* wrongShortNames(places: readonly Place[], lines: readonly Line[]): Iterable<DocumentFinding> {
  for (const [order, place] of places.entries()) {
    yield* introducedBefore(place, places.slice(0, order));
    yield* thirdForm(place, lines, places);
  }
}

/** 《条例》 for two laws, or two short names for one. */
function* introducedBefore(place: Place, before: readonly Place[]): Iterable<DocumentFinding> {
  const same = before.find(
    ({ short, full }) =>
      short === place.short && full !== place.full && full.startsWith('《') && place.full.startsWith('《'),
  );
  if (same) {
    yield {
      block: place.index,
      span: place.shortSpan,
      message: `前文以“${same.short}”简称${same.full}，这里又简称${place.full}`,
      related: [{ block: same.index, span: same.shortSpan, message: `前文的“${same.short}”` }],
    };
  }
  const other = before.find(({ short, full }) => full === place.full && unmarked(short) !== unmarked(place.short));
  if (!other || !(place.full.startsWith('《') || isOneOrgan(place, other))) return;
  yield {
    block: place.index,
    span: place.shortSpan,
    message: `${inMarks(place.full)}前文简称“${other.short}”，这里又简称“${place.short}”`,
    related: [{ block: other.index, span: other.shortSpan, message: `前文的简称“${other.short}”` }],
    fixes: choices(place.shortSpan, `“${other.short}”`),
  };
}

/** Both short names are those of one organ, and not one of them a part of the other: 县河长办, 县河长制办. */
function isOneOrgan({ full, short }: Introduced, other: Introduced): boolean {
  return full.length > 6 && ORGAN_END.test(full) && !short.includes(other.short) && !other.short.includes(short);
}

/** 《》 stand by themselves. */
function inMarks(name: string): string {
  return name.startsWith('《') ? name : `“${name}”`;
}

/** 《条例》 and 条例 are one name. */
function unmarked(name: string): string {
  return name.replace(/[《》“”]/g, '');
}

/** 市发展改革委, where 市发改委 was introduced for 市发展和改革委员会. */
function* thirdForm(
  { index: from, full, short, shortSpan }: Place,
  lines: readonly Line[],
  places: readonly Place[],
): Iterable<DocumentFinding> {
  // a name that says the same characters again and again would be looked for in too many ways
  if (full.length - new Set(full).size > 6) return;
  if (full === short || full.startsWith('《') || !ORGAN_END.test(full) || !ORGAN_END.test(short)) return;
  for (const { index, block } of lines) {
    if (index < from) continue;
    const found = shortened(
      full,
      short,
    )(block).find(
      ({ words, at }) =>
        (index > from || at > shortSpan.end) && !places.some((other) => other.short === words || other.full === words),
    );
    if (!found) continue;
    const span = { start: found.at, end: found.at + found.words.length };
    yield {
      block: index,
      span,
      severity: 'info',
      message: `“${full}”前文已简称“${short}”，这里又称“${found.words}”`,
      related: [{ block: from, span: shortSpan, message: `前文的简称“${short}”` }],
      fixes: choices(span, short),
    };
    return;
  }
}

/** A third form keeps to one of the two: it is drawn from the short name, or the short name from it. */
function between(words: string, short: string): boolean {
  if (short.includes(words) || words.includes(short)) return false;
  const [stem, own] = [words.replace(COMPANY_END, ''), short.replace(COMPANY_END, '')];
  if (own !== short && stem === own) return true;
  return holds(words, short) || holds(short, words) || isOneOff(words, short);
}

/** 镇旅游中心, 镇旅发中心; 区行审局, 区审批局: both drawn from one name, with another character each. */
function isOneOff(one: string, other: string): boolean {
  if (one.length !== other.length || one.at(-1) !== other.at(-1)) return false;
  return [...one].some((_, at) => holds(other, one.slice(0, at) + one.slice(at + 1)));
}

/** A stray character makes no other name of these: 县教育局和, 县教育局党组. */
const STRAY = '(?![的和与及级属直各等党驻本该])\\p{Script=Han}';

/** 县厕改专班, 假日办专班 for 县改厕专班, 假日专班: two characters in the wrong order, or one too many. */
function slipsOf(short: string): string {
  const slips = [...short].slice(1).flatMap((next, before) => {
    const [head, at, tail] = [short.slice(0, before), short[before] ?? '', short.slice(before + 2)];
    const swapped = before > 0 && at !== next ? [`${head}${next}${at}${tail}`] : [];
    return [...swapped, `${head}${at}(?![${at}${next}])${STRAY}${next}${tail}`];
  });
  return slips.join('|');
}

/** True when the longer name has every character of the shorter in order. */
function holds(longer: string, shorter: string): boolean {
  return drawnFrom(longer, shorter) !== undefined;
}

const finders = new Map<string, ReturnType<typeof finderOf>>();

/** Finds what a full name is shortened to: its first character and the last of its short name, and some between in their order. */
function shortened(full: string, short: string): ReturnType<typeof finderOf> {
  const key = `${full} ${short}`;
  const kept = finders.get(key) ?? finderOf(full, short);
  if (finders.size > 100) finders.clear();
  finders.set(key, kept);
  return kept;
}

function finderOf(full: string, short: string) {
  const [first = '', ...rest] = full;
  const company = COMPANY_END.exec(full)?.[0];
  const last = short.endsWith('委员会') ? '委' : (short.at(-1) ?? '');
  const ends = company ? '(?:集团|公司)' : last;
  const middle = rest.slice(0, company ? -company.length : rest.lastIndexOf(last));
  const drawn = `${first}${middle.map((character) => `${character}?`).join('')}${ends}`;
  const slips = new RegExp(`(?<![全各本我该])(?:${slipsOf(short)})(?![员会挥导]|公[室司厅])`, 'gu');
  const pattern = new RegExp(`(?<![全各本我该])${drawn}(?![员会挥导]|公[室司厅])`, 'g');
  return memoByBlock((block): readonly { readonly words: string; readonly at: number }[] => {
    if (!block.text.includes(first)) return [];
    const found = [...unquoted(block).matchAll(pattern)].filter(
      ([words]) => words.length >= 4 && between(words, short),
    );
    if (short.length >= 4) found.push(...unquoted(block).matchAll(slips));
    return found.map((match) => ({ words: match[0], at: match.index })).filter(({ words }) => !full.includes(words));
  });
}
