/** Items counted in their own sentence: “四个到位”：责任到位、人员到位; 春耕、防汛、抗旱三项工作. */

import words from '../../../data/count-words.json';
import type { Block } from '../../document/types';
import { toHanNumeral } from '../../text/chars';
import { matchesIn } from '../../text/matches';
import { clue, hasFigures, hasHanNumerals } from '../clues';
import { collect } from '../collect';
import { allFormulations } from '../policy/_members';
import { isProse, memoByBlock } from '../report';
import { type Announcement, announcementsIn, COUNT, countOf, countsIn, isCount, namesIn } from './_announced';
import { clauseBefore } from './_clause';
import { type Definition, definitionsOf } from './_definitions';
import { enumeratedSlip, listedSlips, severallySlips, tierSlips } from './_listed';
import { overfullSlips } from './_overfull';
import type { Slip } from './_slip';
import { slipOf } from './_tally';
import { wordedSlips } from './_worded';

const MEASURE = '(?:个|大|项|张|本|条|类|支|对|道|份|篇|种|件|句)';
/** What the list stands behind: “四个到位”： and 四个到位，即 and “三突出”（ and “两个确保”，做到 */
const LEADS_ON =
  /(?:也?就是|是指|分别是|[亦也]?即|(?:做到|实现|坚持|推动|确保)(?<=[”"][，。]..))[：:，,]?|[：:（(]|——/g;
/** A pause before words that lead on is no part of the name; a bracket follows it at once. */
const PAUSE = /[，。]$/;
/** “四个到位” before it. */
const NAMED = new RegExp(
  `(${COUNT})${MEASURE}?“?((?![万亿千百])[\\p{Script=Han}]{2,4}?|一|(?<=“.?)\\p{Script=Han}(?=”))[”"]?(?:的?(?:${words.named.tails.replaceAll(' ', '|')}))?$`,
  'u',
);
/** The name is no longer than this. */
const LONGEST_NAME = 14;
/** 责任清单、任务清单“三张清单” */
const NAMED_BEHIND = new RegExp(`“(${COUNT})${MEASURE}?([\\p{Script=Han}]{1,4})”`, 'gu');
/** A list that is longer than this is not read. */
const LONGEST_LIST = 400;

/** What a line announces, and where it counts its own items wrongly. */
interface Counts {
  readonly announcements: readonly Announcement[];
  readonly slips: readonly Slip[];
}

const NOTHING: Counts = { announcements: [], slips: [] };

/** “四 and “3: most names in quotation marks count nothing. */
const QUOTED_COUNT = /“[两二三四五六七八九十\d]|[两二三四五六七八九十\d][个大]“/;

const hasQuote = clue('“');
const hasList = clue('、”：');

const countsOf = memoByBlock((block: Block): Counts => {
  const { text } = block;
  const counts = countsIn(text);
  const quotesCount = hasQuote(block) && QUOTED_COUNT.test(text);
  const announcements = [
    ...(counts.length > 0 ? announcementsIn(text, counts) : []),
    ...(quotesCount ? namesIn(text).filter(({ words }) => !isKnown(words)) : []),
  ];
  if (!hasList(block)) return announcements.length > 0 ? { announcements, slips: [] } : NOTHING;
  const slips = [
    ...namedSlips(text),
    ...(quotesCount ? [...quotedSlips(text), ...repeatedSlips(text)] : []),
    ...definitionsOf(block).flatMap((definition) => definitionSlip(definition) ?? []),
    ...listedSlips(text, counts),
    ...tierSlips(text),
    ...overfullSlips(text),
    ...wordedSlips(text),
    ...severallySlips(text),
    ...announcements.flatMap((announcement) => enumeratedSlip(text, announcement) ?? []),
  ];
  return { announcements, slips };
});

/** Without a numeral nothing is counted. */
function mayCount(block: Block): boolean {
  return isProse(block) && (hasHanNumerals(block) || hasFigures(block));
}

export const announcements = collect((block) => countsOf(block).announcements, mayCount);
export const itemSlips = collect((block) => countsOf(block).slips, mayCount);

function* namedSlips(text: string): Iterable<Slip> {
  for (const { 0: lead, index } of matchesIn(text, LEADS_ON)) {
    const start = Math.max(0, index - LONGEST_NAME);
    const before = text.slice(start, index);
    const name = NAMED.exec(/^[：:（(—]/.test(lead) ? before : before.replace(PAUSE, ''));
    if (!name || !isCount(text, start + name.index)) continue;
    const from = index + lead.length;
    const rest = text.slice(from, from + LONGEST_LIST);
    const list = (/[（(]/.test(lead) ? /^[^（）()]*/ : /^[^。；！？]*/).exec(rest)?.[0] ?? '';
    const slip = miscounted(name[0], start + name.index, name[1] ?? '', name[2] ?? '', { list, from });
    if (slip) yield slip;
  }
}

function* quotedSlips(text: string): Iterable<Slip> {
  for (const match of matchesIn(text, NAMED_BEHIND)) {
    const [whole, numeral = '', core = ''] = match;
    // 参谋员、监督员“两大员”; “三日”、“五日” are no names
    if (core.length === 1 && !/[个大项]/.test(whole)) continue;
    const list = clauseBefore(text, match.index, '、');
    const slip = miscounted(whole.slice(1), match.index + 1, numeral, core, { list, from: match.index - list.length });
    if (slip) yield slip;
  }
}

/** 以“四个强化”提质增效。强化组织，…；强化流程，…。 */
const QUOTED = new RegExp(`“(${COUNT})${MEASURE}?([\\p{Script=Han}]{2,4})”[^。；：“”]*。`, 'gu');

/** Every clause behind the sentence begins with what is counted. */
function* repeatedSlips(text: string): Iterable<Slip> {
  for (const { 0: sentence, 1: numeral = '', 2: core = '', index } of matchesIn(text, QUOTED)) {
    const from = index + sentence.length;
    const items = text
      .slice(from, from + LONGEST_LIST)
      .split(/[。；]/)
      .filter((item) => item.trim() !== '');
    const name = sentence.slice(1, sentence.indexOf('”'));
    const isList = items.length > 1 && items.every((item) => item.startsWith(core));
    if (!isList || countOf(numeral) === items.length || isKnown(name)) continue;
    yield slipOf(name, index + 1, numeral, items.length, { start: from, end: text.length });
  }
}

/** Each item has the word that is counted: 到位 of 四个到位. */
function miscounted(
  named: string,
  at: number,
  numeral: string,
  core: string,
  { list, from }: { readonly list: string; readonly from: number },
): Slip | undefined {
  const count = countOf(numeral);
  const isLong = /[；;]/.test(list);
  // 一缺人才，二缺资金 of “两缺”
  const items = list
    .split(isLong ? /[；;]/ : /[、，,]/)
    .filter((item) => item.trim() !== '')
    .map((item, index) => item.trim().replace(new RegExp(`^${toHanNumeral(index + 1)}(?=${core})`), ''));
  const isByItem = isLong || (core.length === 1 && core !== '一');
  const number = isByItem ? items.length : items.reduce((sum, item) => sum + item.split(core).length - 1, 0);
  if (count === undefined || items.length < 2 || number === count || list.includes('等')) return undefined;
  // 在10个社区（东街社区、西街社区）试点 gives examples
  if (!/[”"]/.test(named) && Math.abs(count - number) > 2) return undefined;
  const name = named.slice(0, named.indexOf(core, numeral.length) + core.length);
  // “五有”：有场所、有设备
  const isOf =
    core.length === 1 && core !== '一'
      ? (item: string) => item.startsWith(core) || (/[个大项]/.test(named) && item.length > 2 && item.endsWith(core))
      : (item: string) => hasAtEdge(item, core) || (/[”"]/.test(named) && item.split(core).length === 2);
  if (isKnown(name) || !items.every(isOf)) return undefined;
  return slipOf(name, at, numeral, number, { start: from, end: from + list.length });
}

/** What is known by name is compared with its list by another rule. */
export function isKnown(name: string): boolean {
  return allFormulations().some(({ names }) => names.includes(name));
}

/** 四大产业: so many of a kind, whatever the items are called; 三支一扶, 四治两改 count twice. */
const OF_A_KIND = new RegExp(
  `^(${COUNT})(?:个|大|项|张|本|条|类|支|种)(?:(?![一二两三四五六七八九十])\\p{Script=Han}){1,4}$`,
  'u',
);

/** “四大产业”（茶叶、果蔬、畜禽）: one too few or too many; a list that is much shorter only gives examples. */
function definitionSlip({ name, span, members, list }: Definition): Slip | undefined {
  const numeral = OF_A_KIND.exec(name)?.[1] ?? '';
  const count = countOf(numeral);
  const isPlain = members.every((member) => !/[和与及]/.test(member));
  if (count === undefined || Math.abs(members.length - count) !== 1 || !isPlain || isKnown(name)) return undefined;
  return { ...slipOf(name, span.start, numeral, members.length, list), severity: 'info' };
}

/** 责任到位 or 坚持党建引领, in quotation marks or not. */
function hasAtEdge(item: string, core: string): boolean {
  const bare = item.replace(/[“”‘’"]/g, '').trim();
  return bare.startsWith(core) || bare.endsWith(core);
}
