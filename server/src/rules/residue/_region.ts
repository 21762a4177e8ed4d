/** The writer's own region, from the unit profile, and the places in a draft that are not of it. */
import type { Block, Draft, Role } from '../../document/types';
import type { Span } from '../../text/span';
import { collect } from '../collect';
import { titlesOf } from '../pieces';
import { memoByDraft } from '../report';
import type { DocumentFinding, UnitProfile } from '../types';
import {
  chainOf,
  type Division,
  divisions,
  isWithin,
  type Level,
  type Place,
  placesBetween,
  placesIn,
} from './_divisions';
import { ABOUT_OTHERS, HEADED_BY_OTHERS } from './_frames';
import { type Foreign, isTold, sentenceOf, stemOf } from './_surroundings';

/** Own names must stand in a draft so often before others look strange. */
const OWN_AT_LEAST = 2;
/** 我县, 全县 and 县委 without a name: so often they speak of one's own region as well. */
const SELF_AT_LEAST = 4;
/** What is named more often is what the text is about. */
const FOREIGN_AT_MOST = 8;
/** What is named in a text that never names its own region. */
const ALONE_AT_MOST = 2;
/** So many characters of a title stand elsewhere only where the title is meant. */
const ECHO_AT_LEAST = 7;
/** 人民政府办公室关于 */
const OF_ORGAN = /^(?:人民政府|政府|委员会|委|[\p{Script=Han}]{2,10}[局厅办]关于)/u;
/** In what is longer, more than one thing is spoken of. */
const LONGEST_PARAGRAPH = 2000;
/** Lines that tell whose document it is. */
const HEAD: ReadonlySet<Role> = new Set<Role>(['title', 'caption', 'letterhead', 'brief-head', 'signature', 'imprint']);

/** A mention of the own region. */
export interface Mention {
  readonly block: number;
  readonly span: Span;
}

export class Region {
  /** The deepest divisions that the profile names: one, or several of one name. */
  readonly own: readonly Division[];
  /** 本地区名 without what it lies in and what it is: 桐庐. */
  readonly #names: readonly string[];
  readonly #above: readonly Division[];
  readonly #others: readonly string[];
  readonly #kind: string;

  constructor(profile: UnitProfile) {
    const { 本地区名: name = '', 上级地区: above = '', 相关地区: others = '' } = profile;
    this.own = divisionsOf(name, above);
    this.#above = this.own.flatMap(chainOf);
    const isPart = !this.own.some((each) => namesWhole(name, each));
    this.#names = [...new Set([...(isPart && name !== '' ? [name] : []), ...this.own.map(({ stem }) => stem)])];
    this.#others = [...others.split(/[、，,;；\s]+/), above, name].filter((each) => each !== '');
    this.#kind = kindOf(this.own[0]?.name ?? '');
  }

  /** True where the profile tells of a region that is known. */
  get isKnown(): boolean {
    return this.own.length > 0;
  }

  /** Own region, what it lies in and what lies in it. */
  owns(place: Place): boolean {
    return place.divisions.some(
      (division) =>
        this.#above.includes(division) ||
        this.own.some((own) => isWithin(division, own)) ||
        this.#others.some((other) => other.includes(division.stem)),
    );
  }

  /** True when one of the divisions of this name lies in the own province, or the own prefecture. */
  sharesAbove({ divisions }: Place, level: Level): boolean {
    const above = this.#above.filter((each) => each.level === level);
    return divisions.some((division) => above.some((each) => isWithin(division, each)));
  }

  /** The names that stand for the own region where another stands: of the same level first. */
  namesFor({ divisions: [other], short }: Place): string[] {
    const same = this.#above.filter(({ level }) => level === other?.level);
    const all = same.length > 0 ? same : this.own;
    return [...new Set(all.map(({ name, stem }) => (short ? stem : name)))].slice(0, 3);
  }

  /** 丽江 in 美丽江苏: an own name begins or ends inside it. */
  #crosses({ text }: Block, { start, end }: Place): boolean {
    return this.#above.some(({ stem }) => {
      const far = stem.length - 1;
      return text.slice(Math.max(0, start - far), end + far).includes(stem);
    });
  }

  readonly #foreign = collect((block) =>
    placesIn(block).filter((place) => !this.owns(place) && !this.#crosses(block, place)),
  );
  readonly #mentions = collect(({ text }): readonly Span[] => this.#names.flatMap((name) => spansOf(name, text)));
  readonly #selves = collect(({ text }) => selvesOf(this.#kind, text));

  /** What the titles of a draft say behind the own name: 管理办法 of 桐庐县管理办法. */
  readonly #titles = memoByDraft((draft): readonly string[] =>
    titlesOf(draft)
      .flatMap(({ text }) =>
        this.own.flatMap(({ name, brief }) =>
          [name, brief].flatMap((each) => [...text.matchAll(new RegExp(`${each}([^，。《》（）]{6,40})`, 'g'))]),
        ),
      )
      .map(([, rest = '']) => rest.replace(/的(?:通知|公告|决定)$/, '')),
  );

  /** True where behind a place begins what stands in the title behind the own name. */
  echoesTitle(draft: Draft, behind: string): boolean {
    return this.#titles(draft).some((rest) => !OF_ORGAN.test(rest) && sharedLength(rest, behind) >= ECHO_AT_LEAST);
  }

  /** True of a county for a writer in a county, and of a city for one in a city; a province speaks of others. */
  isPeer({ divisions: [division] }: Place): boolean {
    return division !== undefined && division.level > 0 && division.level === this.own[0]?.level;
  }

  /** True where all of its paragraph speaks of one's own, but for this one name. */
  isAlone(place: Foreign): boolean {
    const { text } = place.block;
    return text.length <= LONGEST_PARAGRAPH && !ABOUT_OTHERS.test(text) && this.#isOnly(place, 0, text.length);
  }

  /** True where its sentence names no third region. */
  isSingle(place: Foreign): boolean {
    return this.#isOnly(place, ...sentenceOf(place));
  }

  #isOnly(place: Foreign, from: number, to: number): boolean {
    return placesBetween(place.block, from, to).every((other) => this.owns(other) || stemOf(other) === stemOf(place));
  }

  /** Where a draft names the own region first: in what tells whose document it is, or else in the text. */
  mentionIn(draft: Draft): Mention | undefined {
    const lines = this.#mentions(draft);
    const line = lines.find(({ block }) => HEAD.has(block.role)) ?? lines[0];
    const [span] = line?.items ?? [];
    return line && span && { block: line.index, span };
  }

  /** True where what tells whose document it is names the own region. */
  isHeadOwn(draft: Draft): boolean {
    return HEAD.has(draft.blocks[this.mentionIn(draft)?.block ?? -1]?.role ?? 'body');
  }

  /** For a finding: where the own region is named. */
  seenIn(draft: Draft): Pick<DocumentFinding, 'related'> {
    const own = this.mentionIn(draft);
    return own ? { related: [{ ...own, message: '本地区' }] } : {};
  }

  /** The foreign places of a draft that speaks of its own region; none of what it speaks of often. */
  readonly foreignIn = memoByDraft((draft): readonly Foreign[] => {
    const lines = this.#foreign(draft);
    if (lines.length === 0) return [];
    const own = this.#mentions(draft);
    const names = countOf(own);
    const selves = countOf(this.#selves(draft));
    const isOwnHead = own.some(({ block }) => HEAD.has(block.role));
    const isOwn = isOwnHead || names + Math.min(selves, names) >= OWN_AT_LEAST || selves >= SELF_AT_LEAST;
    if (!isOwn) return [];
    const all = lines.flatMap(({ index, block, items }) =>
      items.map((place): Foreign => ({ ...place, block, index, isGuest: false })),
    );
    const byName = new Map<string, Foreign[]>();
    for (const place of all) {
      const same = byName.get(stemOf(place));
      if (same) same.push(place);
      else byName.set(stemOf(place), [place]);
    }
    const isAboutOthers = draft.pieces.some(({ title }) => HEADED_BY_OTHERS.test(title));
    return [...byName.values()].flatMap((places) => {
      const isHead = places.some(({ block }) => HEAD.has(block.role));
      const most = isOwnHead && !isHead ? Math.max(names + selves, FOREIGN_AT_MOST) : FOREIGN_AT_MOST;
      const often = isAboutOthers ? names : isHead ? names / (isOwnHead ? 1 : 2) : most;
      if (places.length > Math.min(most, often, names > 0 ? Infinity : ALONE_AT_MOST)) return [];
      const isGuest = places.some(isTold);
      return places.map((place) => ({ ...place, isGuest }));
    });
  });
}

function sharedLength(one: string, other: string): number {
  let length = 0;
  while (length < one.length && one[length] === other[length]) length++;
  return length;
}

function spansOf(name: string, text: string): Span[] {
  const spans: Span[] = [];
  for (let start = text.indexOf(name); start >= 0; start = text.indexOf(name, start + name.length))
    spans.push({ start, end: start + name.length });
  return spans;
}

function countOf(lines: readonly { readonly items: readonly unknown[] }[]): number {
  return lines.reduce((count, { items }) => count + items.length, 0);
}

/** 桐庐县, 浙江省桐庐县, 桐庐 for 桐庐县; not 桐庐经济开发区. */
function namesWhole(name: string, { name: whole, stem, brief }: Division): boolean {
  return name.endsWith(whole) || name.endsWith(brief) || name === stem;
}

/** 县 of 桐庐县; 区 where the name tells nothing. */
function kindOf(name: string): string {
  return /[省市县区州旗]$/.exec(name)?.[0] ?? '区';
}

/** What stands before 县委 where it is one's own: 经县委研究; 桐庐县委 tells its name. */
const BEFORE_SELF = /[^\p{Script=Han}]|[经请由报是在向对照和为与到受全我]/u;
const OF_SELF = /^(?:委|政府|直|四套)/;

/** Where a text says 我县, 全县, 县委, 县政府. */
function selvesOf(kind: string, text: string): number[] {
  const found: number[] = [];
  for (let at = text.indexOf(kind); at >= 0; at = text.indexOf(kind, at + 1)) {
    const before = text[at - 1] ?? '';
    const isOurs = before === '全' || before === '我';
    if (isOurs || (OF_SELF.test(text.slice(at + 1, at + 3)) && (before === '' || BEFORE_SELF.test(before))))
      found.push(at);
  }
  return found;
}

/** Told where the profile names no region: the same of all rules that need one, so that it is said once. */
export const NO_REGION = '单位资料里没有写明县级以上的“本地区名”，没有核对旧稿里外地的地名、机关和领导';

/** Regions that were asked for, by what tells them: what is kept of lines is kept for each. */
const regions = new Map<string, Region>();

/** The own region of a profile: the same for profiles that tell the same. */
export function regionOf(profile: UnitProfile): Region {
  const { 本地区名: name = '', 上级地区: above = '', 相关地区: others = '' } = profile;
  const key = [name, above, others].join('\n');
  const region = regions.get(key) ?? new Region(profile);
  regions.set(key, region);
  return region;
}

function divisionsOf(name: string, above: string): Division[] {
  if (name === '') return [];
  const inName = deepestIn(
    name,
    above,
    ({ name: whole, stem, brief }) => [whole, brief].some((each) => name.includes(each)) || name === stem,
  );
  if (inName.length > 0) return inName;
  // 西安经济技术开发区, 南湖街道: what it lies in stands in the other field, or begins its name
  const lies = deepestIn(above, name, ({ name: whole, brief }) => above.includes(whole) || above.includes(brief));
  return lies.length > 0 ? lies : deepestIn(name, above, ({ stem, level }) => level < 2 && name.startsWith(stem));
}

/** The deepest of the divisions that a text names; of several of one name those that the other text tells of. */
function deepestIn(text: string, other: string, isNamed: (division: Division) => boolean): Division[] {
  const named = divisions().filter(isNamed);
  const deepest = Math.max(...named.map(({ level }) => level));
  const found = named.filter(({ level }) => level === deepest);
  const told = found.filter(
    ({ parent }) => parent && chainOf(parent).some((each) => `${text}${other}`.includes(each.stem)),
  );
  return told.length > 0 ? told : found;
}
