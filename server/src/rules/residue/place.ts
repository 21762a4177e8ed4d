/** 沿用外地的稿子，没有改的地名。 */
import { choices, isProse } from '../report';
import type { DocumentFinding, DocumentRule, Severity } from '../types';
import { placesIn } from './_divisions';
import { type Foreign, isPlain, type Region, regionOf } from './_region';

/** 结合桐庐县实际, 推动桐庐县: what may stand before a name that is whole. */
const LEFT =
  /(?:^|[^\p{Script=Han}]|[在为对向由以把使全我的了于]|结合|推动|推进|促进|加快|建设|服务|助力|提升|打造|展现|谱写|实现|支撑|引领|根据|立足|奋力|书写)$/u;
/** 我市桐庐县 in what another city writes. */
const OUR = /我(?<of>[省市])$/;
/** 全桐庐县, not 安全桐庐 */
const WHOLE = /(?<![安健完齐保])全$/;
/** 在桐庐县委、县政府的坚强领导下 */
const LED = /^委[^，。；]{0,14}领导下/;
/** 桐庐县行政区域内 */
const BOUNDS = /^行政(?:区域|辖区)(?:范围)?[内的]/;
/** 桐庐县经济社会发展, 桐庐县实际, 桐庐县人民: what one says of one's own. */
const OF_OWN =
  /^(?:经济社会|国民经济|高质量发展|实际(?=[，。、情]|$)|人民(?=的|过|群众|对|生活|，|。)|各级|各乡镇|各镇街?|各街道|上下(?=[，要一])|广大|干部群众|现代化建设|振兴发展|改革发展)/;
const SHORT_OF_OWN =
  /^(?:人民(?!政府|法院|检察|出版|医院|路)|儿女|大地(?!震)|经济社会发展|高质量发展|实际(?=[，。、情]|$)|实践(?=[，。的])|新?篇章|新实践|新局面|振兴发展)/;
/** 建设社会主义现代化新徐州, 谱写中国式现代化徐州 */
const BUILT = /(?:建设|打造|谱写|书写)[^，。；、]{0,14}(?:现代化|美丽|幸福|富强|平安|法治|数字|活力|文明|强盛)的?新?$/;
/** 2026年工作方案 behind the name at the head of a title */
const OF_TITLE =
  /^(?:20\d{2}年)?[^，。《》]{2,30}(?:规划|计划|方案|要点|意见|办法|细则|措施|总结|纲要)(?:（[^）]*）)?$/;

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
    bad: [],
    good: [
      '某某县的老家在桐庐县，某某县的经验在桐庐县推广。',
      '在某某县委、县政府的坚强领导下，全县经济社会平稳发展。',
    ],
  },
  check: () => [],
  withProfile: (profile) => {
    const region = regionOf(profile);
    return region.isKnown ? { ...rule, check: (draft) => findingsIn(region.foreignIn(draft), region) } : rule;
  },
};

function* findingsIn(places: readonly Foreign[], region: Region): Iterable<DocumentFinding> {
  for (const place of places) {
    const severity = isProse(place.block) ? standing(place, region) : undefined;
    if (!severity || !isPlain(place)) continue;
    const { block, index, start, end } = place;
    const span = { start, end };
    const own = region.namesFor(place);
    yield {
      block: index,
      span,
      severity,
      message: `“${block.text.slice(start, end)}”不是本地区，应核对是不是旧稿里的地名`,
      fixes: choices(span, ...own),
    };
  }
}

/** How certain it is that one's own region should stand here; `undefined` where others stand as well. */
function standing(place: Foreign, region: Region): Severity | undefined {
  const { block, start, end, short } = place;
  const before = block.text.slice(0, start);
  const behind = block.text.slice(end);
  if (short) return placeName(before, behind) ? 'info' : undefined;
  const of = OUR.exec(before)?.groups?.of;
  if (of) return region.sharesAbove(place, of === '省' ? 0 : 1) ? undefined : 'warning';
  if (block.role === 'title' && before.trim() === '' && OF_TITLE.test(behind)) return 'warning';
  if (WHOLE.test(before) && /^(?![人县市区])/.test(behind)) return 'warning';
  if (!LEFT.test(beforeChain(place))) return undefined;
  if (LED.test(behind) || BOUNDS.test(behind)) return 'warning';
  return OF_OWN.test(behind) || (BUILT.test(before) && /^(?:$|[，。；！])/.test(behind)) ? 'info' : undefined;
}

function placeName(before: string, behind: string): boolean {
  if (BUILT.test(before)) return /^(?:$|[，。；！、]|新?篇章|实践|新实践|建设|而|的)/.test(behind);
  return SHORT_OF_OWN.test(behind) && LEFT.test(before);
}

/** What stands before a name and the names of what it lies in: 浙江省桐庐县. */
function beforeChain({ block, start }: Foreign): string {
  const above = placesIn(block).find(({ end }) => end === start);
  return block.text.slice(0, above?.start ?? start);
}
