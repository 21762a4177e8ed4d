/** 沿用外地的稿子，没有改的地名。 */
import type { Draft } from '../../document/types';
import { choices, isProse } from '../report';
import type { DocumentFinding, DocumentRule, Severity } from '../types';
import { placesBetween } from './_divisions';
import {
  ABOUT_OTHERS,
  BOUNDARY,
  DRAFTING,
  isOfOwnAlone,
  isOfOwnMostly,
  LEFT,
  OF_DRAFTING,
  OF_HOME,
  OF_OWN,
  OPENS,
  ORDERED,
  SHORT_OF_OWN,
  TOLD_TO_DO,
} from './_frames';
import { NO_REGION, type Region, regionOf } from './_region';
import { besides, type Foreign, isHeadedByOthers, isPlain, isPlainClause, stemOf } from './_surroundings';

/** 我市桐庐县 in what another city writes. */
const OUR = /我(?<of>[省市])$/;
/** 全桐庐县, not 安全桐庐 */
const WHOLE = /(?<![安健完齐保])全$/;
const OF_WHOLE = /^(?:[市县区州](?![^，。]?级)|人民|干部|上下|各级|党员|范围|境内|社会)/;
/** 在桐庐县委、县政府的坚强领导下, 与桐庐县委的要求, 桐庐县委、县政府向全县人民 */
const LED =
  /^[市县区州省旗]?委(?:[^，。；]{0,14}领导下|(?:、?[市县区州省旗]?(?:人民)?政府)?(?:的?(?:决策)?部署|的?(?:工作)?要求|(?:向|团结?带领|带领)(?:全[市县区州省旗]|广大)))/;
/** 郑州经开区: a zone stands for what it lies in. */
const ZONE = /^(?:经开区|高新区|(?:经济|高新|技术|产业)*开发区|保税区)/;
/** 桐庐县行政区域内 */
const BOUNDS = /^行政(?:区域|辖区)(?:范围)?[内的]/;
/** 编制了《上海市国民经济和社会发展 */
const DRAFTED = /(?:编制|制[定订]|起草)(?:形成)?了?[《“]?$/;
const OF_PLAN = /^(?:国民经济和)?社会发展(?!统计)/;
/** 《桐庐县管理办法》已经县政府常务会议审议通过 */
const PASSED = /^[^《》]{4,40}》(?:（[^）]*）)?(?:已|业)?经(?:[省市县区州旗]|第|研究)/;
/** 2026年 before the name at the head of a title, 工作方案 behind it. */
const HEAD_OF_TITLE = /^\s*(?:20\d{2}年)?$/;
const OF_TITLE =
  /^(?:20\d{2}年)?[^，。《》]{0,30}(?:规划|计划|方案|要点|意见|办法|细则|措施|总结|纲要|政府工作报告)(?:（[^）]*）)?$/;

export const rule: DocumentRule = {
  id: 'residue/place',
  scope: 'document',
  gate: 'citation',
  severity: 'warning',
  source: '《党政机关公文处理工作条例》第二十条（四）',
  authority: 'practice',
  title: '没有留着外地的地名',
  why: '借用外地的稿子，地名往往漏改几处。写明单位资料里的“本地区名”才核对；引文、籍贯、合作、考察里的地名不算。',
  examples: {
    bad: [
      {
        text: '在桐庐县教育大会上的讲话\n在五莲县委、县政府的坚强领导下，桐庐的教育迈出新步伐。\n把桐庐县的学校办得更好。',
        found: '五莲县',
        profile: { 本地区名: '桐庐县' },
      },
      {
        text: '在桐庐县教育大会上的讲话\n全县上下要结合桐庐实际抓好落实。五莲县要立足资源禀赋，学习兄弟县经验。',
        found: '五莲县',
        profile: { 本地区名: '桐庐县' },
      },
      {
        text: '桐庐县教育局2026年工作总结\n桐庐县建成学校12所，学习了余杭经验。五莲县学位数比上年增加900个。',
        found: '五莲县',
        profile: { 本地区名: '桐庐县' },
      },
    ],
    good: [
      '某某县的老家在桐庐县，某某县的经验在桐庐县推广。',
      '在某某县委、县政府的坚强领导下，全县经济社会平稳发展。',
    ],
  },
  lacks: NO_REGION,
  check: () => [],
  withProfile: (profile) => {
    const region = regionOf(profile);
    return region.isKnown ? { ...rule, lacks: undefined, check: (draft) => findingsIn(draft, region) } : rule;
  },
};

function* findingsIn(draft: Draft, region: Region): Iterable<DocumentFinding> {
  const places = region.foreignIn(draft).filter(({ block }) => isProse(block));
  if (places.length === 0) return;
  const told = places.map((place) => ({ place, severity: standing(draft, place, region) }));
  // where one mention is left over, the others mostly are as well
  const left = new Set(
    told.filter(({ severity }) => severity && severity !== 'hint').map(({ place }) => stemOf(place)),
  );
  for (const { place, severity } of told) {
    const isLeftToo = !place.isGuest && left.has(stemOf(place)) && isPlain(place) && region.isSingle(place);
    if (!severity && !isLeftToo) continue;
    const { block, index, start, end } = place;
    const span = { start, end };
    yield {
      block: index,
      span,
      severity: severity ?? 'hint',
      message: `“${block.text.slice(start, end)}”不是本地区，应核对是不是旧稿里的地名`,
      ...region.seenIn(draft),
      fixes: choices(span, ...region.namesFor(place)),
    };
  }
}

/** How certain it is that one's own region should stand here; `undefined` where others stand as well. */
function standing(draft: Draft, place: Foreign, region: Region): Severity | undefined {
  const { block, short, isGuest } = place;
  const { before, behind: rest } = besides(place);
  const behind = rest.replace(ZONE, '');
  if (DRAFTED.test(before) && OF_PLAN.test(behind)) return 'warning';
  if ((OF_HOME.test(before) || isPlain(place)) && region.echoesTitle(draft, behind) && !ABOUT_OTHERS.test(before))
    return 'warning';
  if (before.endsWith('《') && PASSED.test(behind)) return 'warning';
  if (!isGuest && DRAFTING.test(before) && OF_DRAFTING.test(behind) && region.isAlone(place)) return 'info';
  if (!short && ORDERED.test(behind) && LEFT.test(before)) return 'info';
  if (!short && region.isPeer(place) && OPENS.test(before) && TOLD_TO_DO.test(behind) && isPlainClause(place))
    return 'info';
  if (isOfOwnAlone(before, behind) && isPlainClause(place)) return 'info';
  if (!isPlain(place)) return undefined;
  const of = OUR.exec(before)?.groups?.of;
  if (of && !short) return region.sharesAbove(place, of === '省' ? 0 : 1) ? undefined : 'warning';
  if (WHOLE.test(before) && (short ? OF_WHOLE.test(behind) : /^(?![人县市区])/.test(behind))) return 'warning';
  const left = beforeChain(place, before);
  if (LED.test(behind) && LEFT.test(left)) return 'warning';
  if (isGuest || isHeadedByOthers(draft, place)) return undefined;
  if (block.role === 'title' && HEAD_OF_TITLE.test(before) && OF_TITLE.test(behind))
    return short ? undefined : 'warning';
  if (isOfOwnMostly(before, behind)) return 'info';
  if (!LEFT.test(left)) return undefined;
  if (BOUNDS.test(behind)) return short ? undefined : 'warning';
  if ((short ? SHORT_OF_OWN : OF_OWN).test(behind)) return 'info';
  const isSubject = !short && region.isPeer(place) && BOUNDARY.test(left);
  return isSubject && (region.isAlone(place) || (region.isHeadOwn(draft) && region.isSingle(place)))
    ? 'hint'
    : undefined;
}

/** What stands before a name and the names of what it lies in: 浙江省桐庐县. */
function beforeChain({ block, start }: Foreign, before: string): string {
  const above = placesBetween(block, start - before.length, start).find(({ end }) => end === start);
  return above ? before.slice(0, above.start - start) : before;
}
