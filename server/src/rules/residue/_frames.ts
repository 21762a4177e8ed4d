/** What stands around the name of one's own region, and what tells that a text speaks of another; from `frames.tsv`. */
import { readTable } from '../table';

const frames = readTable('residue/frames').map((row) => ({ kind: row('kind'), words: row('words') }));

function of(...kinds: readonly string[]): string {
  return frames
    .filter(({ kind }) => kinds.includes(kind))
    .map(({ words }) => words)
    .join('|');
}

/** 考察, 对口, 来自, 毗邻: of a sentence. */
export const ABOUT_OTHERS = new RegExp(of('others'));
/** 公司, 大学, 高铁: a sentence that names what is called after a place. */
export const NAMED_AFTER = new RegExp(of('names'));
/** 考察报告, 外地经验: of a title or a heading. */
export const HEADED_BY_OTHERS = new RegExp(of('about'));
/** 结合桐庐县实际, 推动桐庐县: what may stand before a name that is whole. */
export const LEFT = new RegExp(`(?:^|[^\\p{Script=Han}]|[在为对向由以把将使让是全我的了于和与]|${of('left')})$`, 'u');
/** 桐庐县经济社会发展, 桐庐县实际: what one says of one's own. */
export const OF_OWN = new RegExp(`^(?:${of('own')})`);
/** 徐州儿女, 徐州新篇章 */
export const SHORT_OF_OWN = new RegExp(`^(?:${of('own', 'short')})`);
/** 平安徐州, 现代化新徐州, “强富美高”新徐州 */
const SLOGAN = new RegExp(`(?:(?:${of('slogan')})的?新?|”的?新)$`);
/** What may follow a slogan: 新篇章, a mark, another slogan. */
const OF_SLOGAN = new RegExp(`^(?:$|[，。；！、”]|${of('slogan', 'behind-slogan')})`);
/** 总书记考察浙江重要讲话, 对浙江工作的重要指示 */
const INSTRUCTED = /(?:视察|考察|对)$/;
const INSTRUCTION = /^[\p{Script=Han}]{0,8}?(?:作出)?的?(?:一?系列)?(?:重要(?:讲话|指示)|目标定位|战略定位)/u;
/** 结合桐庐实际, 从桐庐县情出发 */
const ACTUAL = new RegExp(`(?:${of('actual')})$`);
const OF_ACTUAL = new RegExp(`^(?:${of('of-actual')})`);
/** 谱写桐庐乡村振兴新篇章 */
const VERSE = new RegExp(`(?:${of('verse')})(?:出|了)?$`);
const OF_VERSE = new RegExp(`^(?:${of('of-verse')})`);
/** 关心支持桐庐建设的各界人士 */
const CARE = new RegExp(`(?:${of('care')})$`);
const OF_CARE = new RegExp(`^(?:${of('of-care')})`);
/** 确保桐庐县安全度汛 */
const KEEP = new RegExp(`(?:${of('keep')})$`);
const OF_KEEP = new RegExp(`^(?:${of('of-keep')})`, 'u');
/** 为桐庐县高质量发展作出贡献 */
const FOR = /为$/;
const OF_GIFT = new RegExp(`^(?:${of('gift')})`);
/** 将桐庐县列入试点 */
const PUT = /[将把]$/;
const OF_PUT = /^(?:列入|纳入|列为|确定为)/;
/** 把桐庐建设成为 */
const MAKE = /把$/;
const OF_MAKE = /^(?:建成|打造成|建设成|建设得|建得)/;
/** 我们桐庐县 */
const WE = /我们$/;
const OF_WE = /^(?![和与跟、])/;
/** 鼓励桐庐县农户入社 */
const GUIDE = new RegExp(`(?:${of('guide')})$`);
const OF_GUIDE = new RegExp(`^(?:${of('of-guide')})`);
/** 落实桐庐县第十四次党代会精神 */
const SPIRIT = new RegExp(`(?:${of('spirit')})(?:好|了)?$`);
const OF_SPIRIT = new RegExp(`^(?:${of('of-spirit')})`);
/** 擦亮桐庐县名片 */
const RENOWN = new RegExp(`(?:${of('renown')})$`);
const OF_RENOWN = new RegExp(`^(?:${of('of-renown')})`);
/** 推动桐庐红色旅游高质量发展 */
const GROWTH = new RegExp(`(?:${of('growth')})$`);
const OF_GROWTH = new RegExp(`^(?:${of('of-growth')})`);
/** 桐庐县办理 in 在桐庐县办理 */
const IN = /(?:^|[^存现所正实])在$/;
const OF_DOING = new RegExp(`^(?:${of('doing')})`);

/** 制定桐庐县管理办法, 印发《桐庐县实施方案》 */
export const DRAFTING = new RegExp(`(?:${of('drafting')})了?《?$`);
export const OF_DRAFTING = new RegExp(`^(?:${of('of-drafting')})`);
/** 。桐庐县将全力配合, 下一步，桐庐县境内 */
const BEGINS = /(?:^|[。；！]|下一步，|近年来，|当前，|目前，|如今，|[一二三四五六七八九]、|[）.．])[\s　]*$/;
const OF_SUBJECT = new RegExp(`^(?:${of('subject')})`);

type Frame = readonly [before: RegExp, behind: RegExp];
/** Where nothing but one's own region stands. */
const OWN_ALONE: readonly Frame[] = [
  [INSTRUCTED, INSTRUCTION],
  [SLOGAN, OF_SLOGAN],
  [ACTUAL, OF_ACTUAL],
  [VERSE, OF_VERSE],
  [CARE, OF_CARE],
  [MAKE, OF_MAKE],
  [KEEP, OF_KEEP],
  [WE, OF_WE],
  [GUIDE, OF_GUIDE],
  [SPIRIT, OF_SPIRIT],
];
/** Where mostly one's own region stands. */
const OWN_MOSTLY: readonly Frame[] = [
  [FOR, OF_GIFT],
  [PUT, OF_PUT],
  [GROWTH, OF_GROWTH],
  [IN, OF_DOING],
  [RENOWN, OF_RENOWN],
  [BEGINS, OF_SUBJECT],
];

export function isOfOwnAlone(before: string, behind: string): boolean {
  return holds(OWN_ALONE, before, behind);
}

export function isOfOwnMostly(before: string, behind: string): boolean {
  return holds(OWN_MOSTLY, before, behind);
}

function holds(frames: readonly Frame[], before: string, behind: string): boolean {
  return frames.some(([left, right]) => left.test(before) && right.test(behind));
}

/** 贯彻落实《桐庐县管理办法》: of what has been issued at home. */
export const OF_HOME = new RegExp(`(?:${of('own-title')})《?$`);
/** 桐庐县要, 桐庐县必须: what a county tells no other county. */
export const TOLD_TO_DO = /^(?:要(?![求素点闻案道])|必须|应当)/;
/** 。桐庐县要, 二、桐庐县要 */
export const OPENS = BEGINS;
/** 桐庐县各乡镇要: what no one tells another region's offices. */
export const ORDERED = new RegExp(`^(?:${of('ordered')})`);
/** What stands before a name with which something begins: a mark, 在, 把, 确保. */
export const BOUNDARY = new RegExp(
  `(?:^|[，。；：！　\\s]|[（(][一二三四五六七八九十\\d]{1,3}[）)]|[在为对以把将使让是全我的了]|${of('left')})$`,
);
