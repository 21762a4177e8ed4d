/** 沿用外地的稿子，版头、标题、署名、版记和正文里没有改的机关名称。 */
import type { Block, Draft } from '../../document/types';
import { choices } from '../report';
import type { DocumentFinding, DocumentRule, Severity, UnitProfile } from '../types';
import { placesIn } from './_divisions';
import { LEFT } from './_frames';
import { NO_REGION, type Region, regionOf } from './_region';
import { besides, type Foreign, isHeadedByOthers, isPlain } from './_surroundings';

/** 人民政府办公室, 财政局, 委办公室: what follows the name of a region in that of its organ. */
const ORGAN =
  /^(?!市场)[\p{Script=Han}]{0,20}?(?:政府|委员会|办公[厅室]|局|厅|委(?![员托派])|法院|检察院|人大常委会|政协|支队|大队|总工会|联合会|指挥部|部门|[^主承经联举创兴开民合协公代]办(?=[，。；（]|$))/u;
/** 桐庐县财政局要, 桐庐县水利局牵头: what one's own organ is told to do. */
const DUTY =
  /^[\p{Script=Han}]{0,4}?(?:要(?!求|素|闻)|应当|必须|负责(?!人|同志)|牵头|会同|统筹|将(?!近)|加快|切实|安排专项|建立|对[^，。；]{1,14}(?:开展|进行|实施))|^各(?:科室|股室|处室|单位|部门)|^(?:分管|主要)(?:领导|负责人|负责同志)任/u;
/** 桐庐县委、县政府把…, 桐庐县委县政府始终 */
const LEADERSHIP =
  /^(?:[县市区州旗]?委、?(?:[县市区州旗](?:人民)?|人民)?政府|党委政府)(?:把|将|始终|高度重视|历来|坚持|坚定|多次|每年|出台|要|的要求|的部署|一直|一如既往|向(?:全|广大|奋战|辛勤))/;
/** 报桐庐县水利局。, 到桐庐县民政局窗口办理 */
const REPORTED_TO = /(?:报|报送|报送至|送|交|到|向|函告|反馈)$/;
/** 请于4月底前报桐庐县水利局 */
const DUE = /前(?:将[^，。；]{1,12})?(?:书面)?(?:报|报送|反馈|函告)(?:至|到|给)?$/;
const ENDS = /^[\p{Script=Han}]{0,8}?(?:$|[，。；（(]|办理|领取|申请|登记|咨询|报名)/u;
/** 中国共产党桐庐县第十三届委员会, 中共桐庐县委 */
const OF_PARTY = /(?:中国共产党|代表中共|代表)$/;
const PARTY = /^第[一二三四五六七八九十]{1,3}届委员会|^[县市区州]?(?:委(?![员托派])|人民政府|政府)/;
/** 由……负责解释, 报……备案 */
const BEFORE = /(?:由|报|报送|报经|经|向|送)$/;
const BEHIND = /^[\p{Script=Han}、]{0,8}?(?:解释|备案|批准|审批|审核|汇总|报告|反映|举报)/u;

/** 请桐庐县水利局作表态发言 */
const INVITED = /请$/;
const SPEAKS = /^作(?:表态|汇报|部署|动员)/;
/** Shorter, a name behind that of a place tells nothing: 县委. */
const SHORTEST_TAIL = 4;

export const rule: DocumentRule = {
  id: 'residue/unit',
  scope: 'document',
  gate: 'form',
  severity: 'warning',
  source: '《党政机关公文处理工作条例》第二十条（四）',
  authority: 'practice',
  title: '没有留着外地的机关名称',
  why: '借用外地的稿子，版头、署名、版记和“由……负责解释”里的机关往往漏改。写明单位资料里的“本地区名”才核对。',
  examples: {
    bad: [
      {
        text: '桐庐县古树名木保护办法\n第一条　为保护桐庐的古树名木，制定本办法。\n第二条　本办法由遂昌县林业局负责解释。\n第三条　桐庐县各单位遵照执行。',
        found: '遂昌县',
        profile: { 本地区名: '桐庐县' },
      },
      {
        text: '桐庐县第二人民医院清廉医院建设工作方案\n桐庐县第二人民医院成立领导小组。\n遂昌县第二人民医院全体职工签订承诺书。',
        found: '遂昌县',
        profile: { 本地区名: '桐庐县', 单位全称: '桐庐县第二人民医院' },
      },
    ],
    good: ['关于做好有关工作的通知\n各乡镇：\n本通知由某某县财政局负责解释。\n某某县财政局\n2026年3月5日'],
  },
  lacks: NO_REGION,
  check: () => [],
  withProfile: (profile) => {
    const region = regionOf(profile);
    return region.isKnown
      ? { ...rule, lacks: undefined, check: (draft) => findingsIn(draft, region, tailOf(profile, region)) }
      : rule;
  },
};

/** 第二人民医院 of 桐庐县第二人民医院; `''` where it is too short to tell. */
function tailOf({ 单位全称: name = '' }: UnitProfile, region: Region): string {
  const own = region.own.flatMap((division) => [division.name, division.brief]).find((each) => name.includes(each));
  const tail = own === undefined ? '' : name.slice(name.indexOf(own) + own.length);
  return tail.length < SHORTEST_TAIL ? '' : tail;
}

/** @param tail how the writer's own unit is called behind the name of its region */
function* findingsIn(draft: Draft, region: Region, tail: string): Iterable<DocumentFinding> {
  const isOwn = ({ block, end }: Foreign) => tail !== '' && block.text.startsWith(tail, end);
  const places = region
    .foreignIn(draft)
    .filter((place) => !place.short && (ORGAN.test(place.block.text.slice(place.end)) || isOwn(place)));
  if (isOfOthers(draft, places)) return;
  for (const place of places) {
    const severity = standing(draft, place, region) ?? (isOwn(place) ? standingForOwn(draft, place) : undefined);
    if (!severity) continue;
    const { block, index, start, end } = place;
    const organ = isOwn(place) ? tail : (ORGAN.exec(block.text.slice(end))?.[0] ?? '');
    const span = { start, end };
    yield {
      block: index,
      span,
      severity,
      message: `“${block.text.slice(start, end)}${organ}”不是本地区的机关，应核对是不是旧稿里的名称`,
      ...region.seenIn(draft),
      fixes: choices(span, ...region.namesFor(place)),
    };
  }
}

/** A document that another region has made, head and tail, is not a borrowed one. */
function isOfOthers({ blocks }: Draft, places: readonly Foreign[]): boolean {
  const signed = places.filter(({ block }) => block.role === 'signature');
  const headed = places.filter(
    ({ block, start }) => block.role === 'letterhead' || (block.role === 'title' && start < 3),
  );
  const names = new Set(signed.map(({ block, start, end }) => block.text.slice(start, end)));
  const lines = blocks.filter(({ role }) => role === 'signature').length;
  return lines === signed.length && headed.some(({ block, start, end }) => names.has(block.text.slice(start, end)));
}

/** 遂昌县第二人民医院全体职工 where the writer is of 桐庐县第二人民医院. */
function standingForOwn(draft: Draft, place: Foreign): Severity | undefined {
  if (!/^(?:body|heading|annotation)$/.test(place.block.role) || !isPlain(place, true)) return undefined;
  if (place.isGuest || isHeadedByOthers(draft, place)) return undefined;
  return LEFT.test(besides(place).before) ? 'info' : undefined;
}

function standing(draft: Draft, place: Foreign, region: Region): Severity | undefined {
  const { blocks } = draft;
  const { block } = place;
  const around = besides(place);
  const before = around.before.trim();
  const { behind } = around;
  switch (block.role) {
    case 'signature': {
      if (before !== '') return undefined;
      // several organs sign together: one of another region among those of one's own
      const signed = blocks.filter(({ role }) => role === 'signature');
      const isOwn = (each: Block) => placesIn(each).some((other) => !other.short && region.owns(other));
      if (signed.length === 1) return isOwn(block) ? undefined : 'warning';
      return signed.some(isOwn) ? 'info' : undefined;
    }
    case 'letterhead':
      return block.element === 'issuer-mark' && before === '' ? 'warning' : undefined;
    case 'imprint':
      return block.element === 'printing' && before === '' ? 'warning' : undefined;
    case 'title':
      return before === '' && /^[\p{Script=Han}]{2,24}?关于(?!转发)/u.test(behind) ? 'warning' : undefined;
    case 'body':
    case 'heading':
    case 'annotation': {
      if (!isPlain(place)) return undefined;
      const organ = ORGAN.exec(behind)?.[0] ?? '';
      const rest = behind.slice(organ.length);
      if (BEFORE.test(before) && BEHIND.test(rest)) return 'info';
      if (OF_PARTY.test(before) && PARTY.test(behind)) return 'warning';
      if (DUE.test(before) && ENDS.test(rest)) return 'info';
      if (place.isGuest || isHeadedByOthers(draft, place)) return undefined;
      if (INVITED.test(before) && SPEAKS.test(rest)) return 'info';
      if (REPORTED_TO.test(before) && ENDS.test(rest)) return 'info';
      return LEFT.test(before) && (LEADERSHIP.test(behind) || DUTY.test(rest)) ? 'info' : undefined;
    }
    default:
      return undefined;
  }
}
