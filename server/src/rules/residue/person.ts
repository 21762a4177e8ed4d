/** 沿用旧稿，没有改的领导：外地的领导站在本地领导的位置，职务同单位资料里的姓名不符。 */
import surnames from '../../../data/surnames.json';
import type { Block, Draft } from '../../document/types';
import type { Span } from '../../text/span';
import { collect } from '../collect';
import { peopleIn } from '../consistency/_people';
import { choices } from '../report';
import type { DocumentFinding, DocumentRule, UnitProfile } from '../types';
import { type Place, placesIn } from './_divisions';
import { NO_REGION, type Region, regionOf } from './_region';
import { isPlain } from './_surroundings';

/** 县委书记王某某, 市市长　李某 behind the name of a region. */
const LEADER = new RegExp(
  `^(?<post>(?:[市县区]?委|[市县区省]人民政府)?(?:书记|[省市县区州旗]长)|委副书记、[省市县区州旗]长|人大常委会主任|政协主席)[　 ]{0,2}(?<name>[${surnames.surnames}][　 ]?[\\p{Script=Han}][\\p{Script=Han}]?)(?<next>$|[，。、：　 ]|同志|主持|出席|作|讲|指出|强调|要求|宣布|致)`,
  'du',
);
/** Only who leads the meeting is one's own. */
const LEADS = /^(?:同志)?(?:主持|作(?:了)?(?:重要|工作)?(?:讲话|报告)|强调|指出|要求|宣布|致辞|讲话)/;
/** 县委书记张某某, 旗长乌兰 in the profile: there a post is followed by a name, whatever its surname. */
const LISTED = /^(?<post>.*(?:书记|长|主任|主席|经理))[　 ]*(?<name>[^　 ].{1,3})$/u;

/** 县长任组长, 书记高度重视: surnames that go on as words. */
const WORD = /^(?:任[组主副指总领务职命]|高[度位效标规质]|安[排全置]|方[可能面]|[于和向应同单时都从能全连由相])/;

/** Posts that others hold as well: 副县长, 院长 of another hospital. Of them one is meant only where the names are almost the same. */
const SHARED = /^副|^(?:.*[^省市县区州旗镇乡]长|主任|主席|.*经理)$/;

/** The post was another's at another time. */
const FORMER = /时任|原任|前任|历任|继任|曾任|任命|免去|当选|当时/;

/** A leader with post and name; with `place` where the name of the region stands before: 桐庐县委书记张某某. */
interface Leader {
  readonly post: string;
  readonly name: string;
  readonly span: Span;
  readonly place?: Place;
  readonly isAddress?: boolean;
}

const LONGEST_POST = 16;
/** 县委书记温国徽 for 县委书记温国辉, whatever stands around it: found by what leads in, the name by its place behind it. */
const POST_END = /(?:书记|长|主任|主席|经理)(?=[\p{Script=Han}]{3})/gu;

interface Named {
  /** What stands before and with the post. */
  readonly words: string;
  readonly name: string;
  readonly span: Span;
}

const namedIn = collect(({ text }): readonly Named[] => {
  if (!/书记|长|主[任席]|经理/.test(text) || FORMER.test(text)) return [];
  return [...text.matchAll(POST_END)].map(({ index, 0: { length } }) => {
    const start = index + length;
    const words = text.slice(Math.max(0, start - LONGEST_POST), start);
    return { words, name: text.slice(start, start + 3), span: { start, end: start + 3 } };
  });
});

const leadersOf = collect((block): readonly Leader[] => [...peopleIn(block), ...leadersOfPlaces(block)]);

function leadersOfPlaces(block: Block): Leader[] {
  const { text } = block;
  if (!/书记|长|主[任席]/.test(text) || FORMER.test(text)) return [];
  return placesIn(block).flatMap((place): Leader[] => {
    const match = place.short ? null : LEADER.exec(text.slice(place.end));
    if (!match) return [];
    const [start = 0, end = 0] = match.indices?.groups?.name ?? [];
    const { post = '', name = '' } = match.groups ?? {};
    const span = { start: place.end + start, end: place.end + end };
    return [{ post: postOf(text.slice(place.start, place.end), post), name: name.replace(/[　 ]/g, ''), span, place }];
  });
}

/** 县委书记 for 桐庐县 and 委书记, 县长 for 桐庐县 and 县长. */
function postOf(place: string, rest: string): string {
  const kind = place.at(-1) ?? '';
  return rest.startsWith(kind) || /^人大|^政协/.test(rest) ? rest.replace(/^(?=人大|政协)/, kind) : `${kind}${rest}`;
}

export const rule: DocumentRule = {
  id: 'residue/person',
  scope: 'document',
  gate: 'citation',
  severity: 'info',
  source: '《党政机关公文处理工作条例》第二十条（四）',
  authority: 'practice',
  title: '没有留着外地的、前任的领导',
  why: '借用外地的或者往年的稿子，领导的姓名往往漏改。写明单位资料里的“本地区名”或“领导姓名”才核对。',
  examples: {
    bad: [
      {
        text: '县委书记王某某强调，要压实责任。',
        found: '王某某',
        profile: { 领导姓名: '县委书记张某某' },
      },
      {
        text: '会后，杨润择局长看望一线工作人员。',
        found: '杨润择',
        profile: { 领导姓名: '局长杨润泽' },
      },
      {
        text: '会后，王建国书记看望一线工作人员。',
        found: '王建国',
        profile: { 领导姓名: '县委书记李志远、县长王建国' },
      },
    ],
    good: ['县委书记张某某主持会议。', '某某县县长李某某出席。'],
  },
  lacks: NO_REGION,
  check: () => [],
  withProfile: (profile) => {
    const region = regionOf(profile);
    const leaders = leadersIn(profile, region);
    if (!region.isKnown && leaders.size === 0) return rule;
    return {
      ...rule,
      lacks: region.isKnown ? undefined : NO_REGION,
      *check(draft) {
        if (region.isKnown) yield* foreignLeaders(draft, region);
        if (leaders.size > 0) yield* otherLeaders(draft, leaders, region);
        if (leaders.size > 0) yield* nearLeaders(draft, leaders);
      },
    };
  },
};

function* foreignLeaders(draft: Draft, region: Region): Iterable<DocumentFinding> {
  for (const place of region.foreignIn(draft)) {
    const { block, index, start, end } = place;
    const match = place.short ? null : LEADER.exec(block.text.slice(end));
    if (!match) continue;
    const speaks = block.role === 'caption' || block.role === 'signature';
    const behind = block.text.slice(end + match[0].length - (match.groups?.next ?? '').length);
    if (!speaks && !(LEADS.test(behind) && isPlain(place))) continue;
    const [, stop = 0] = match.indices?.groups?.name ?? [];
    yield {
      block: index,
      span: { start, end: end + stop },
      message: `“${block.text.slice(start, end + stop)}”不是本地区的领导，应核对是不是旧稿里的姓名`,
      ...region.seenIn(draft),
    };
  }
}

/** Two names that differ in one character of three. */
function isNear(one: string, other: string): boolean {
  if (one.length !== 3 || other.length !== 3 || other.includes('某')) return false;
  return [...one].filter((each, at) => each !== other[at]).length === 1;
}

function* otherLeaders(
  draft: Draft,
  leaders: ReadonlyMap<string, readonly string[]>,
  region: Region,
): Iterable<DocumentFinding> {
  for (const { index, items } of leadersOf(draft)) {
    for (const { post, name, span, place } of items) {
      const names = leaders.get(post);
      if (!names || names.includes(name) || WORD.test(name)) continue;
      if (SHARED.test(post)) continue;
      if (place && !place.divisions.some((division) => region.own.includes(division))) continue;
      if (names.some((own) => isNear(own, name))) continue;
      yield otherName(index, span, post, names, name);
    }
  }
}

/** 县委书记温国徽, where the profile has 温国辉. */
function* nearLeaders(draft: Draft, leaders: ReadonlyMap<string, readonly string[]>): Iterable<DocumentFinding> {
  for (const { index, items } of namedIn(draft)) {
    for (const { words, name, span } of items) {
      for (const [post, names] of leaders) {
        if (!words.endsWith(post) || /[副原前]/.test(words.at(-1 - post.length) ?? '') || names.includes(name))
          continue;
        if (names.some((own) => isNear(own, name))) yield otherName(index, span, post, names, name);
      }
    }
  }
  yield* addressed(draft, leaders);
}

/** 杨润择局长, where the profile has 局长杨润泽; 邢某某书记, where it has 县长邢某某. */
function* addressed(draft: Draft, leaders: ReadonlyMap<string, readonly string[]>): Iterable<DocumentFinding> {
  const all = [...leaders.values()].flat();
  for (const { index, items } of leadersOf(draft)) {
    for (const { post: told, name, span, isAddress } of items) {
      if (!isAddress) continue;
      const [post, names] = [...leaders].find(([each]) => each.endsWith(told) && !each.endsWith(`副${told}`)) ?? [];
      if (!post || !names || names.includes(name)) continue;
      // a 副职 may be called by the post alone, and another's 书记 is no 书记 here
      const isOther = told === '书记' && leaders.has(post) && all.includes(name);
      if (isOther || names.some((own) => isNear(own, name))) yield otherName(index, span, post, names, name);
    }
  }
}

function otherName(block: number, span: Span, post: string, names: readonly string[], name: string): DocumentFinding {
  return {
    block,
    span,
    message: `单位资料里${post}是“${names.join('、')}”，这里是“${name}”`,
    fixes: choices(span, ...names),
  };
}

/** Post to names: 县委书记张某某、县长李某某. */
function leadersIn({ 领导姓名: listed = '' }: UnitProfile, region: Region): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>();
  for (const each of listed.split(/[、，,;；\n]/)) {
    const { post: told, name } = LISTED.exec(each.trim())?.groups ?? {};
    const own = region.own.flatMap((division) => [division.name, division.brief]).find((one) => told?.startsWith(one));
    const post = own === undefined ? told : postOf(own, told?.slice(own.length) ?? '');
    if (post && name) found.set(post, [...(found.get(post) ?? []), name]);
  }
  return found;
}
