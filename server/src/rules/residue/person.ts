/** 沿用旧稿，没有改的领导：外地的领导站在本地领导的位置，职务同单位资料里的姓名不符。 */
import surnames from '../../../data/surnames.json';
import type { Draft } from '../../document/types';
import { type Person, peopleIn } from '../consistency/_people';
import { choices, memoByBlock } from '../report';
import type { DocumentFinding, DocumentRule, UnitProfile } from '../types';
import { type Foreign, isPlain, NO_REGION, regionOf } from './_region';

/** 县委书记王某某, 市市长　李某 behind the name of a region. */
const LEADER = new RegExp(
  `^(?<post>(?:[市县区]?委|[市县区省]人民政府)?(?:书记|[省市县区州]长)|委副书记、[省市县区州]长|人大常委会主任|政协主席)[　 ]{0,2}(?<name>[${surnames.surnames}][　 ]?[\\p{Script=Han}][\\p{Script=Han}]?)(?<next>$|[，。、：　 ]|同志|主持|出席|作|讲|指出|强调|要求|宣布|致)`,
  'du',
);
/** Only who leads the meeting is one's own. */
const LEADS = /^(?:同志)?(?:主持|作(?:了)?(?:重要|工作)?(?:讲话|报告)|强调|指出|要求|宣布|致辞|讲话)/;
/** 县委书记张某某 in the profile */
const LISTED = new RegExp(
  `^(?<post>.*(?:书记|[省市县区州长镇乡局]长|主任|主席|经理|事长))[　 ]*(?<name>[${surnames.surnames}].{1,2})$`,
  'u',
);

/** 县长任组长, 书记高度重视: surnames that go on as words. */
const WORD = /^(?:任[组主副指总领务职命]|高[度位效标规质]|安[排全置]|方[可能面]|[于和向应同单时都从能全连由相])/;

const leadersOf = memoByBlock((block): readonly Person[] => peopleIn(block));

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
    ],
    good: ['县委书记张某某主持会议。', '某某县县长李某某出席。'],
  },
  lacks: NO_REGION,
  check: () => [],
  withProfile: (profile) => {
    const leaders = leadersIn(profile);
    const region = regionOf(profile);
    if (!region.isKnown && leaders.size === 0) return rule;
    return {
      ...rule,
      lacks: region.isKnown ? undefined : NO_REGION,
      *check(draft) {
        if (region.isKnown) yield* foreignLeaders(region.foreignIn(draft));
        if (leaders.size > 0) yield* otherLeaders(draft, leaders);
      },
    };
  },
};

function* foreignLeaders(places: readonly Foreign[]): Iterable<DocumentFinding> {
  for (const place of places) {
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
    };
  }
}

function* otherLeaders({ blocks }: Draft, leaders: ReadonlyMap<string, readonly string[]>): Iterable<DocumentFinding> {
  for (const [index, block] of blocks.entries()) {
    for (const { post, name, span } of leadersOf(block)) {
      const names = leaders.get(post);
      if (!names || names.includes(name) || WORD.test(name)) continue;
      yield {
        block: index,
        span,
        message: `单位资料里${post}是“${names.join('、')}”，这里是“${name}”`,
        fixes: choices(span, ...names),
      };
    }
  }
}

/** Post to names: 县委书记张某某、县长李某某. */
function leadersIn({ 领导姓名: listed = '' }: UnitProfile): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>();
  for (const each of listed.split(/[、，,;；\n]/)) {
    const { post, name } = LISTED.exec(each.trim())?.groups ?? {};
    if (post && name) found.set(post, [...(found.get(post) ?? []), name]);
  }
  return found;
}
