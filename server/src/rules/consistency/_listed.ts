/** Lists with their number beside them: 春耕、防汛、抗旱三项工作; 县、乡、村三级; 4个工作组，分别为…; 三件实事：修路、架桥、引水. */

import words from '../../../data/count-words.json';
import { matchesIn } from '../../text/matches';
import { choices } from '../report';
import { type Announcement, COUNT, countOf, isCount } from './_announced';
import { clauseBefore } from './_clause';
import type { Slip } from './_slip';
import { like, slipOf } from './_tally';

/** 三项工作 behind 春耕、防汛、抗旱; 五个工作日 are days. */
const LISTED = new RegExp(
  `(${COUNT})(?:(?:个|项|大|件|种|类|条|支|家|方面)\\p{Script=Han}{0,3}?(?:${words.listed.nouns.replaceAll(' ', '|')})(?!日)|${words.listed.measures.replaceAll(' ', '|')})`,
  'yu',
);
/** 春耕、防汛、抗旱, with what it is governed by before it. */
const EVEN_LIST = /(?<![^\s])[^、\s]{1,24}(?:、[^、\s]{1,10}){2,12}$/;
/** 围绕安全、质量、进度抓好 tells of other things. */
const OPENING = new RegExp(`(?:${words.announced.openings.replaceAll(' ', '|')}|[了要将为])$`);

/** 在东片、西片、北片实施 */
const DOING = new RegExp(`(?:${words.listed.verbs.replaceAll(' ', '|')})$`);

export function* listedSlips(text: string, counts: readonly number[]): Iterable<Slip> {
  for (const start of counts) {
    LISTED.lastIndex = start;
    const match = LISTED.exec(text);
    if (!match) continue;
    const [name, numeral = ''] = match;
    const list = EVEN_LIST.exec(clauseBefore(text, start, '、'))?.[0];
    const items = list?.split('、') ?? [];
    const count = countOf(numeral);
    const [first = '', second = ''] = items;
    if (list === undefined || count === undefined || count === items.length) continue;
    if (/[和与及或的等]/.test(items.slice(1).join('')) || OPENING.test(list) || DOING.test(list)) continue;
    // where all items are of one length it is certain what an item is
    const even = items.slice(1).every((item) => item.length === second.length) && first.length >= second.length;
    // 一、抓好春耕、防汛 begins with its number
    if (!even && (items.some((item) => item.length < 2) || Math.abs(count - items.length) > 2)) continue;
    // 抓好春耕，防汛、抗旱、护林四项工作
    if (count > items.length && /[，,]/.test(text[start - list.length - 1] ?? '')) continue;
    yield {
      span: { start, end: start + name.length },
      ...(even ? {} : { severity: 'info' as const }),
      message: `前面列了${items.length}项，这里说“${name}”`,
      related: [{ span: { start: start - list.length, end: start }, message: '列出的各项' }],
      fixes: choices({ start, end: start + numeral.length }, like(numeral, items.length)),
    };
  }
}

/** 县、乡、村三级; 县 and 区 are one tier, and what is no single character (国家、省、市三级, 设区的市、县两级) is not read. */
const TIERS =
  /(?<![、的辖级治])(?<tiers>[国省市县区乡镇街村社组户](?:、[省市县区乡镇街村社组户]){1,5})(?<name>(?<numeral>[两二三四五六])级)/g;
/** “户分类、村收集、镇转运、县处理”四级 */
const TIERED =
  /“(?<tiers>[国省市县区乡镇村组户][^“”、]{1,5}(?:、[国省市县区乡镇村组户][^“”、]{1,5}){1,5})”(?<name>(?<numeral>[两二三四五六])级)/g;
const ONE_TIER = /县.*区|区.*县|乡.*镇|镇.*乡|街|社/;

export function* tierSlips(text: string): Iterable<Slip> {
  if (!text.includes('级')) return;
  for (const { 0: whole, groups, index } of [...matchesIn(text, TIERS), ...matchesIn(text, TIERED)]) {
    const { tiers = '', name = '', numeral = '' } = groups ?? {};
    const number = tiers.split('、').length;
    const initials = tiers.split('、').map(([tier]) => tier);
    if (number === countOf(numeral) || ONE_TIER.test(initials.join(''))) continue;
    const start = index + whole.length - name.length;
    yield {
      span: { start, end: start + name.length },
      message: `前面列了${number}级，这里说“${name}”`,
      related: [{ span: { start: index, end: start }, message: '列出的各级' }],
      fixes: choices({ start, end: start + numeral.length }, like(numeral, number)),
    };
  }
}

/** 4个工作组，分别为综合组、宣传组、督导组。 */
const SEVERALLY = new RegExp(
  `(?<name>(?<numeral>${COUNT})(?:个|家|项|类|支|大|件|条|种|场)(?<what>[\\p{Script=Han}]{1,8}))，?分别(?:为|是)[：:]?(?<list>[^，。；：\\d（）()]+)(?=[。；])`,
  'gu',
);

/** Every item is of what is counted. */
export function* severallySlips(text: string): Iterable<Slip> {
  if (!text.includes('分别')) return;
  for (const { groups, index } of matchesIn(text, SEVERALLY)) {
    const { name = '', numeral = '', what = '', list = '' } = groups ?? {};
    const items = list.split(/[、和及]/);
    const isOfKind = items.every((item) => item.length > 1 && item.at(-1) === what.at(-1));
    const isPlain = list.includes('、') && items.every((item) => item.length > 2 && item.length < 20);
    if (!isCount(text, index) || !(isOfKind || isPlain) || items.length === countOf(numeral) || list.includes('等'))
      continue;
    const start = text.indexOf(list, index + name.length);
    const slip = slipOf(name, index, numeral, items.length, { start, end: start + list.length });
    yield isOfKind ? slip : { ...slip, severity: 'info' };
  }
}

/** ：修路、架桥、引水。 */
const ENUMERATED = /^[：:]([^，。；：、,;:“”（）()和与及等\s]{2,6}(?:、[^，。；：、,;:“”（）()和与及等\s]{2,6})+)。/;
/** ：宣传发动（2月1日至10日）、集中检查（2月11日至28日）。 */
const DATED =
  /^[：:]([^，。；：、,;:“”（）()和与及等\s]{2,8}[（(][^（）()]{1,30}[）)](?:、[^，。；：、,;:“”（）()和与及等\s]{2,8}[（(][^（）()]{1,30}[）)])+)。/;

/** A list that is longer than this is not read. */
const LONGEST = 300;

/** 办好三件实事：修路、架桥、引水、绿化。 */
export function enumeratedSlip(
  text: string,
  { certain, count, numeral, span, words: announced }: Announcement,
): Slip | undefined {
  const rest = certain ? text.slice(span.end, span.end + LONGEST) : '';
  const list = (ENUMERATED.exec(rest) ?? DATED.exec(rest))?.[1];
  const number = list?.replace(/[（(][^（）()]*[）)]/g, '').split('、').length ?? count;
  if (list === undefined || number === count) return undefined;
  return {
    span,
    message: `这里说“${announced}”，后面列了${number}项`,
    related: [{ span: { start: span.end + 1, end: span.end + 1 + list.length }, message: '列出的各项' }],
    fixes: choices(numeral, like(text.slice(numeral.start, numeral.end), number)),
  };
}
