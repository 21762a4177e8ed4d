/** The administrative divisions of China down to counties, and where their names stand in a text. */
import type { Block } from '../../document/types';
import { WordIndex } from '../../lexicon/word-index';
import { memoByBlock } from '../report';
import { readTable, wordsOf } from '../table';

/** Provinces are 0, prefectures 1, counties 2. */
export type Level = 0 | 1 | 2;

export interface Division {
  /** 桐庐县 */
  readonly name: string;
  /** The name without what kind of division it is: 桐庐, 内蒙古, 湘西. */
  readonly stem: string;
  /** What is written for a long name: 湘西州, 景宁县; elsewhere the name. */
  readonly brief: string;
  readonly level: Level;
  readonly parent: Division | undefined;
}

/** A name of a division in `block.text`; one name may be that of several. */
export interface Place {
  readonly start: number;
  readonly end: number;
  readonly divisions: readonly Division[];
  /** True where it is written without 省, 市, 县. */
  readonly short: boolean;
}

let read: readonly Division[] | undefined;
let index:
  | WordIndex<{ readonly name: string; readonly divisions: readonly Division[]; readonly short: boolean }>
  | undefined;

/** All of them, read when they are first asked for. */
export function divisions(): readonly Division[] {
  read ??= readAll();
  return read;
}

/** True of a division that is another itself, or lies in it. */
export function isWithin(division: Division | undefined, other: Division): boolean {
  return division !== undefined && (division === other || isWithin(division.parent, other));
}

/** The division and those above it. */
export function chainOf(division: Division): readonly Division[] {
  return division.parent ? [division, ...chainOf(division.parent)] : [division];
}

/** The names in a block, in the order of the text; of names inside one another the longest. */
export const placesIn = memoByBlock((block: Block): readonly Place[] => {
  index ??= indexed();
  const found: Place[] = [];
  index.scan(block.text, (start, { name, divisions, short }) => {
    found.push({ start, end: start + name.length, divisions, short });
  });
  // names are found by where they begin: one that lies in another begins with it or behind it
  found.sort((one, other) => one.start - other.start || other.end - one.end);
  const whole: Place[] = [];
  for (const place of found) if (place.end > (whole.at(-1)?.end ?? 0)) whole.push(place);
  return whole;
});

/** Of the names in a block those that begin in a part of it. */
export function placesBetween(block: Block, from: number, to: number): readonly Place[] {
  const places = placesIn(block);
  let [low, high] = [0, places.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((places[middle]?.start ?? 0) < from) low = middle + 1;
    else high = middle;
  }
  const found: Place[] = [];
  for (let place = places[low]; place && place.start < to; place = places[++low]) found.push(place);
  return found;
}

function readAll(): Division[] {
  const provinces = new Map<string, Division>();
  const all: Division[] = [];
  const kind = kindOfDivision();
  const add = (name: string, level: Level, parent?: Division): Division => {
    const bare = name.replace(kind, '');
    const stem = bare.length > 1 ? bare : name;
    const brief = /族|自治[州县旗]/.test(name) && stem !== name ? `${stem}${name.at(-1)}` : name;
    const division = { name, stem, brief, level, parent };
    all.push(division);
    return division;
  };
  for (const row of readTable('residue/divisions')) {
    const name = row('province');
    const province = provinces.get(name) ?? add(name, 0);
    provinces.set(name, province);
    const prefecture = row('prefecture') === '' ? province : add(row('prefecture'), 1, province);
    for (const county of wordsOf(row('counties'))) add(county, 2, prefecture);
  }
  return all;
}

/** 广西壮族自治区, 香港特别行政区, 徐州市, 阿里地区, 湘西土家族苗族自治州, 管城回族区 */
function kindOfDivision(): RegExp {
  const peoples = listed('residue/peoples').join('|');
  return new RegExp(
    `(?:壮族|回族|维吾尔)?自治区$|特别行政区$|地区$|(?:${peoples})+(?:自治)?[州县区旗]$|[省市县区旗盟]$`,
  );
}

/** Names in full and in brief, and without what kind of division they are. What is also a common word is left out. */
function indexed(): NonNullable<typeof index> {
  const plain = new Set(listed('residue/plain-names'));
  const byName = new Map<string, { short: boolean; divisions: Division[] }>();
  const put = (name: string, division: Division, short: boolean) => {
    if (plain.has(name)) return;
    const entry = byName.get(name);
    if (!entry) byName.set(name, { short, divisions: [division] });
    else if (!entry.divisions.includes(division)) entry.divisions.push(division);
  };
  for (const division of divisions()) {
    const { name, stem, brief } = division;
    put(name, division, false);
    put(brief, division, false);
    if (stem !== name && stem.length < 4) put(stem, division, true);
  }
  const made: NonNullable<typeof index> = new WordIndex();
  for (const [name, { short, divisions }] of byName) made.add(name, { name, short, divisions });
  return made;
}

function listed(table: 'residue/plain-names' | 'residue/peoples'): string[] {
  return readTable(table).flatMap((row) => wordsOf(row('names')));
}
