/** The writer's own region, from the unit profile, and the places in a draft that are not of it. */
import type { Block, Draft } from '../../document/types';
import { unquoted } from '../consistency/_lines';
import { memo } from '../report';
import type { UnitProfile } from '../types';
import { chainOf, type Division, divisions, isWithin, type Level, type Place, placesIn } from './_divisions';
import { ABOUT_OTHERS } from './_frames';
import { sentenceAt } from './_periods';

/** Own names must stand in a draft so often before others look strange. */
const OWN_AT_LEAST = 2;
/** What is named more often is what the text is about. */
const FOREIGN_AT_MOST = 5;
/** A place that is not of the writer's region, where the draft else speaks of that. */
export interface Foreign extends Place {
  readonly block: Block;
  readonly index: number;
}

export class Region {
  /** The deepest divisions that the profile names: one, or several of one name. */
  readonly own: readonly Division[];
  /** 本地区名 without what it lies in and what it is: 桐庐. */
  readonly #names: readonly string[];
  readonly #above: readonly Division[];
  readonly #others: readonly string[];

  constructor(profile: UnitProfile) {
    const { 本地区名: name = '', 上级地区: above = '', 相关地区: others = '' } = profile;
    this.own = divisionsOf(name, above);
    this.#above = this.own.flatMap(chainOf);
    const stems = this.own.map(({ stem }) => stem);
    this.#names = [
      ...new Set(
        stems.length > 0 && this.own.some((each) => name.endsWith(each.name) || name === each.stem) ? stems : [name],
      ),
    ];
    this.#others = [...others.split(/[、，,;；\s]+/), above, name].filter((each) => each !== '');
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
      const at = text.indexOf(stem, start - stem.length + 1);
      return at >= 0 && at < end;
    });
  }

  /** How often a draft names the own region. */
  #mentions({ blocks }: Draft): number {
    let count = 0;
    for (const { text } of blocks) for (const name of this.#names) count += text.split(name).length - 1;
    return count;
  }

  /** The foreign places of a draft that speaks of its own region; none of what it speaks of often. */
  readonly foreignIn = memo((draft: Draft): readonly Foreign[] => {
    const all = draft.blocks.flatMap((block, index) =>
      placesIn(block)
        .filter((place) => !this.owns(place) && !this.#crosses(block, place))
        .map((place): Foreign => ({ ...place, block, index })),
    );
    if (all.length === 0) return [];
    const mentions = this.#mentions(draft);
    if (mentions < OWN_AT_LEAST) return [];
    const counts = new Map<string, number>();
    for (const place of all) counts.set(stemOf(place), (counts.get(stemOf(place)) ?? 0) + 1);
    return all.filter((place) => (counts.get(stemOf(place)) ?? 0) <= Math.min(FOREIGN_AT_MOST, mentions));
  });
}

/** Told where the profile names no region: the same of all rules that need one, so that it is said once. */
export const NO_REGION = '单位资料里没有写明县级以上的“本地区名”，没有核对旧稿里外地的地名、机关和领导';

/** The own region of a profile, kept as long as the profile. */
export const regionOf = memo((profile: UnitProfile): Region => new Region(profile));

/** True where a place stands in what the text itself says: not quoted, not among several, not in what it tells of others. */
export function isPlain({ block, start, end }: Foreign): boolean {
  const text = unquoted(block);
  if (text.slice(start, end) !== block.text.slice(start, end)) return false;
  const [from, to] = sentenceAt(block.text, start);
  if (ABOUT_OTHERS.test(block.text.slice(from, to))) return false;
  const beside = block.text.slice(Math.max(0, start - 1), start) + block.text.slice(end, end + 1);
  if (beside.includes('、') && !block.text.slice(end).startsWith('委、')) return false;
  const others = placesIn(block).filter(({ start: at }) => at >= from && at < to);
  return others.length < 4;
}

/** A name in quotation marks is as long at most: “数字浙江”. */
const QUOTED_NAME = 8;

/** For what is said of one's own region alone: only the clause is asked whether it tells of others; no title, no words of others. */
export function isPlainClause({ block, start, end }: Foreign): boolean {
  const { text } = block;
  const from = Math.max(...[...'，。；！？'].map((stop) => text.lastIndexOf(stop, start))) + 1;
  const rest = /[，。；！？]/.exec(text.slice(end));
  const clause = text.slice(from, rest ? end + rest.index : text.length);
  if (/[《》]/.test(clause) || ABOUT_OTHERS.test(clause)) return false;
  if (unquoted(block).slice(start, end) === text.slice(start, end)) return true;
  return text.indexOf('”', end) - text.lastIndexOf('“', start) <= QUOTED_NAME;
}

function stemOf({ divisions: [division] }: Place): string {
  return division?.stem ?? '';
}

function divisionsOf(name: string, above: string): Division[] {
  if (name === '') return [];
  const named = divisions().filter((each) => name.includes(each.name) || name === each.stem);
  const deepest = Math.max(...named.map(({ level }) => level));
  const found = named.filter(({ level }) => level === deepest);
  const told = found.filter(
    ({ parent }) => parent && chainOf(parent).some((each) => `${name}${above}`.includes(each.stem)),
  );
  return told.length > 0 ? told : found;
}
