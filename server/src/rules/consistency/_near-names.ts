/** Documents named in 《》 a character apart: 《某某县防汛应急预案》 and 《某某县防汛应急予案》 are one document, and one name is wrong. */
import type { Block, Draft } from '../../document/types';
import type { Span } from '../../text/span';
import { collectPlaced, type Line } from '../collect';
import { titlesOf } from '../pieces';
import { choices, isProse } from '../report';
import { readTable, wordsOf } from '../table';
import type { DocumentFinding } from '../types';
import { areAlike } from '../wording/_alike';
import { difference } from './_cited';

interface Named {
  readonly name: string;
  readonly span: Span;
  /** A 发文字号 follows: it is told apart by that. */
  readonly numbered: boolean;
  /** The title of the draft issues it. */
  readonly own?: boolean;
  /** Where its sentence begins. */
  readonly sentence?: number;
  /** The text issues it: 现将《…》印发给你们. */
  readonly issued?: boolean;
}

/** 《某某县防汛应急预案》（某政办发 */
const NAME = /《(?<name>(?!关于修[改正订])[^《》]{8,60})》(?<numbered>[（(][^（）()]*[〔[][^（）()]*号)?/dg;
/** 关于印发某某县防汛应急预案的通知 */
const OWN = /(?:印发|发布|公布)《?(?<name>[^《》〈〉]{8,60}?)》?的(?:通知|公告|通告|决定)$/d;
/** 现将《 and what follows 》 */
const NOW = /现将《$/;
const ISSUED = /^[^《，。；]{0,6}(?:印发|公布|发布|予以|转发)/;
/** 》已经县政府同意，现印发给你们 */
const AGREED = /^》[　 ]*(?:已经?|业经|经)[^《。；]{2,30}，(?:现|予以)[^《。；]{0,4}(?:印发|公布|发布)/;
/** What makes another document of a name: a year, a batch, a level. */
const OTHER_DOCUMENT = /[\dA-Za-z一二三四五六七八九十两上下前后东西南北中春夏秋冬分总副非不省市县区国乡镇部厅局委院]/;
/** So many characters a name of what is issued shares with that in the title, at its head and at its end. */
const SHARED = 3;
const LONGEST_SLIP = 4;
/** Shorter names may well be those of two documents: 《安全管理办法》《安全实施办法》. */
const SHORTEST_NAME = 10;
/** 判定 and 判断: words that a name quoted from memory has for one another. */
const WORDS = readTable('consistency/name-words').map((row) => wordsOf(row('words')));
/** 》、《 and 》和《 */
const BESIDE = 6;

function namesIn({ text }: Block): readonly Named[] {
  if (!text.includes('《')) return [];
  return [...text.matchAll(NAME)].map((match) => {
    const [start = 0, end = 0] = match.indices?.groups?.name ?? [];
    const issued =
      (NOW.test(text.slice(0, start)) && ISSUED.test(text.slice(end + 1, end + 16))) ||
      AGREED.test(text.slice(end, end + 44));
    return {
      name: match.groups?.name ?? '',
      span: { start, end },
      sentence: text.lastIndexOf('。', start),
      numbered: match.groups?.numbered !== undefined,
      issued,
    };
  });
}

const namesOf = collectPlaced(namesIn, (block) => isProse(block) || block.role === 'table');

interface Place extends Named {
  readonly block: number;
}

/** The name that is told first stands, or that of the title; the others are shown against it. */
export function* nearNames(draft: Draft): Iterable<DocumentFinding> {
  const own = titlesOf(draft).flatMap((title): Place[] => {
    const match = OWN.exec(title.text);
    const [start = 0, end = 0] = match?.indices?.groups?.name ?? [];
    const at = match && title.place(start, end);
    return at ? [{ name: match.groups?.name ?? '', numbered: false, own: true, ...at }] : [];
  });
  const named = namesOf(draft).map((each: Named & Line): Place => ({ ...each, block: each.index }));
  const first = new Map<string, Place>();
  for (const place of [...own, ...named]) if (!first.has(place.name)) first.set(place.name, place);
  const byPart = new Map<string, Place[]>();
  for (const place of first.values()) {
    // two names that differ in one place share their first characters or their last
    const parts = [`^${place.name.slice(0, 4)}`, `${place.name.slice(-4)}$`];
    const others = new Set(parts.flatMap((part) => byPart.get(part) ?? []));
    const other = [...others].find((each) => areOne(each, place));
    for (const part of parts) byPart.set(part, [...(byPart.get(part) ?? []), place]);
    if (other) yield finding(place, other);
  }
}

function areOne(one: Place, other: Place): boolean {
  if (one.numbered && other.numbered) return false;
  // 《…合资经营企业法》《…合作经营企业法》 stand side by side because they are two
  if (one.block === other.block && one.sentence === other.sentence && gapBetween(one.span, other.span) < BESIDE)
    return false;
  if (isOtherPlan(one, other) || isOtherIssue(one, other)) return true;
  const [left, right] = difference(one.name, other.name);
  if (Math.max(left.length, right.length) <= LONGEST_SLIP && haveWordsMixed(one.name, other.name)) return true;
  if (left.length > 1 || right.length > 1 || OTHER_DOCUMENT.test(left + right)) return false;
  // 供热管理办法 and 供气管理办法 are two
  return left === '' || right === '' || areAlike(left, right);
}

/** 《某某隐患判定标准》, 《某某隐患判断标准》 */
function haveWordsMixed(one: string, other: string): boolean {
  if (Math.min(one.length, other.length) < SHORTEST_NAME) return false;
  return WORDS.some((words) =>
    words.some((word) => one.includes(word) && words.some((each) => one.replace(word, each) === other)),
  );
}

/** 三年行动计划, 三年行动方案: what the title issues is called by another kind. */
const PLAN = /(?:计划|方案|要点|意见)$/;

function isOtherPlan(one: Place, other: Place): boolean {
  if (!one.own || other.numbered || !PLAN.test(one.name) || !PLAN.test(other.name)) return false;
  return one.name !== other.name && one.name.replace(PLAN, '') === other.name.replace(PLAN, '');
}

/** 关于印发某某县行政复议办法的通知, and 现将《某某县复议办法》印发给你们: what is issued is what the title says. */
function isOtherIssue(one: Place, other: Place): boolean {
  if (!one.own || !other.issued || one.name === other.name) return false;
  const [left, right] = difference(one.name, other.name);
  let head = 0;
  while (one.name[head] === other.name[head]) head++;
  const sharedEnd = other.name.length - head - right.length;
  return left.length <= LONGEST_SLIP && right.length <= LONGEST_SLIP && head >= SHARED && sharedEnd >= SHARED;
}

function gapBetween(one: Span, other: Span): number {
  return Math.max(one.start, other.start) - Math.min(one.end, other.end);
}

function isOneApart(one: string, other: string): boolean {
  return difference(one, other).every(({ length }) => length < 2);
}

function finding(here: Place, there: Place): DocumentFinding {
  return {
    block: here.block,
    span: here.span,
    severity: 'info',
    message: `《${here.name}》与前文《${there.name}》${isOneApart(here.name, there.name) ? '只差一字' : '不一致'}，应是同一文件`,
    related: [{ block: there.block, span: there.span, message: `前文《${there.name}》` }],
    fixes: [
      ...choices(here.span, there.name),
      {
        title: `前文改为“${here.name}”`,
        edits: [{ block: there.block, span: there.span, newText: here.name }],
        preferred: false,
      },
    ],
  };
}
