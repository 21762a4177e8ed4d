/** Leaders named with their posts: 市委书记王建国 and, elsewhere, 市委书记王建军. */
import surnames from '../../../data/surnames.json';
import type { Block } from '../../document/types';
import type { Span } from '../../text/span';
import { clue } from '../clues';
import type { Line } from '../pieces';
import { choices } from '../report';
import type { DocumentFinding } from '../types';
import { areAlike } from '../wording/_alike';
import { sentenceAt } from './_clause';

/** Posts of which a place has one, told without the name of the place; 副 makes one of several. */
const SINGLE =
  '(?:省|市|县|区|州|旗|镇|乡|街道)(?:委副?书记|人大常委会副?主任|政协副?主席)|副?[省市县区州旗镇乡]长|[镇乡]党委副?书记|街道党工委副?书记';
/** 县财政局局长, 县财政局副局长 */
const OF_ORGAN =
  '[\\p{Script=Han}]{1,10}(?:局副?局长|厅副?厅长|部副?部长|委(?:员会)?副?主任|办副?主任|办公室副?主任|中心副?主任|院副?院长|校副?校长|村党支部副?书记|社区党委副?书记|公司副?董事长|公司副?总经理)';
/** 副院长, 教授, 队长 without the name of what they lead: of those there are several. */
const BARE = '副?(?:[局厅院校处科所站队部厂园]长|教授|主任|主席|经理|董事长|总工程师)';
/** One is 主任 of one thing and 副主任 of another. */
const MANY = /^副?(?:主任|主席|经理)$/;
const IS_BARE = new RegExp(`^${BARE}$`);
/** What may stand in front: a comma, 区委副书记、, 市委常委、, 由, 一是. */
const BEFORE = '(?<=^|[，。；：、！？（\\s　由请和是])';
const AFTER =
  '(?=[，。；：、！？）\\s　]|同志|主持|出席|参加|作|讲|指出|强调|表示|说|在|带|率|到|赴|致|介绍|通报|宣读|传达|汇报|代表|对|就|围绕|担任|陪同|要求|认为|提出|深入|先后|一行|负责|牵头|召集|任|兼任|每|分管|多次|亲自|主管|带领|组织|汇总|督导|检查|调研|会见|看望|慰问|现场|简要|详细|布置|部署|察看|以及|等)';
/** A name: of the commonest surnames with any length, of those that are words as well only in three characters. */
const ALL = `${surnames.surnames}${surnames.wordlike}`;
/** 高标准, 于会前: words, not names. */
const WORDS = '高[标质规频水度位效层等]|方[可能面案便]|马[上不]|白天|易于|于[是会当同上前下本此日夜晨今昨年]';
const NAME = `[${surnames.surnames}][\\p{Script=Han}]{1,2}?|(?!${WORDS})[${surnames.wordlike}][\\p{Script=Han}]{2}`;
/** 市委书记王建国主持 */
const NAMED = new RegExp(`${BEFORE}(?<post>${SINGLE}|(?![副原前])${OF_ORGAN}|${BARE})(?<name>${NAME})${AFTER}`, 'dgu');
/** 成员：赵春华 县应急管理局局长, 刘　强　市长 */
const LISTED = new RegExp(
  `(?<=^|[：:])[\\s　]*(?<name>[${surnames.surnames}](?:[\\p{Script=Han}]{2}|[ 　]*[\\p{Script=Han}]))[ 　\\t]+(?<post>(?!副)(?:${SINGLE}|${OF_ORGAN}))(?=$|[、，；（\\s　])`,
  'dgu',
);
/** 宋丽绢副局长牵头 */
const TITLED = new RegExp(
  `(?<=^|[，。；：、！？（\\s　由请])(?<name>(?!${WORDS})[${ALL}][\\p{Script=Han}]{2})(?<post>(?:副?[省市县区州旗镇乡局厅院校处科所站队部]长|副?书记|副?主任|副?主席|副?总经理|董事长))${AFTER}`,
  'dgu',
);
/** 由李建国同志负责, 县妇联主席李红霞同志 */
const COMRADE = new RegExp(
  `(?<=^|[，。；：、！？（\\s　由请]|干部|职工|民警|医生|教师|村民|党员|主席|书记|主任|[局院校所站科处队部组链班]长|[中部院司处办班]的)(?<name>[${surnames.surnames}][\\p{Script=Han}]{2})(?=同志)`,
  'dgu',
);
/** 出席：李某某、王某某 */
const ATTENDING = /^[\s　]*(?:出席|列席|参加|参会|记录|主持)(?:人员?|会议)?[：:]/;
const ATTENDED = new RegExp(`(?<=[：:、，\\s　])(?<name>[${ALL}][\\p{Script=Han}]{2})(?=[、，\\s　]|$)`, 'dgu');
/** 会议由, 一是, 请: what runs into the name of an organ. */
const LEAD = /^.{0,5}[由请是]/;
/** Someone else held the post at another time: of all of a paragraph, or of one sentence. */
const FORMER = /时任|前任|历任|继任|曾任|任命|任职|免去|辞去|当选/;
const FORMER_HERE = /原(?!则|因|料|来|有|本|始|先|材|油|汁|味)|接任|先后/;

export interface Person {
  /** `''` for 某某同志. */
  readonly post: string;
  readonly name: string;
  readonly span: Span;
  readonly postSpan: Span;
  /** 出席：李某某、王某某 */
  readonly isListed: boolean;
  /** 宋丽绢副局长: behind the name the post is a form of address, which may leave out whose it is, and 副. */
  readonly isAddress: boolean;
}

/** 市发展改革委主任 of 市发展和改革委员会副主任 */
function leading(post: string): string {
  return post.replace('副', '').replace('委员会', '委').replace('和', '');
}

const hasPost = clue('记任席理授师长志');
/** 书记王, 局长李, 　局长 */
const BEHIND_POST = new RegExp(
  `(?:书记|主任|主席|经理|教授|程师|[省市县区州旗镇乡局厅部院校事处科所站队厂园]长)(?:[${ALL}]|$|[、，；（\\s　])`,
);
const ADDRESS = '(?:同志|副?(?:书记|主任|主席|总经理|董事长|.长))';
/** 李某某局长, 李某某同志: posts are fewer than characters that may be a surname, and are looked for first. */
const BEFORE_POST = new RegExp(`${ADDRESS}(?<=[${ALL}]..${ADDRESS})`);

export function peopleIn(block: Block): readonly Person[] {
  const { text } = block;
  if (!hasPost(block) || FORMER.test(text)) return [];
  const isList = ATTENDING.test(text);
  if (!isList && !BEHIND_POST.test(text) && !BEFORE_POST.test(text)) return [];
  const patterns = [NAMED, LISTED, TITLED, COMRADE, ...(isList ? [ATTENDED] : [])];
  const isFormer = FORMER_HERE.test(text)
    ? (at: number) => FORMER_HERE.test(text.slice(...sentenceAt(text, at)))
    : () => false;
  return patterns.flatMap((pattern) =>
    [...text.matchAll(pattern)].flatMap((match) => {
      if (isFormer(match.index)) return [];
      const { post: words = '', name = '' } = match.groups ?? {};
      const post = words.replace(LEAD, '');
      const [start = 0, end = 0] = match.indices?.groups?.name ?? [];
      const to = match.indices?.groups?.post?.[1] ?? start;
      return {
        post,
        name: name.replace(/[ 　]/g, ''),
        span: { start, end },
        postSpan: { start: to - post.length, end: to },
        isListed: pattern === ATTENDED,
        isAddress: pattern === TITLED,
      };
    }),
  );
}

/** Two names of one post that differ in one character; of one of several 副职, in one that sounds or looks the same. */
export function* misnamed(all: readonly (Person & Line)[]): Iterable<DocumentFinding> {
  const before: (Person & Line)[] = [];
  const names = new Set<string>();
  for (const person of all) {
    const { name, post, index, span } = person;
    const isKnown = names.has(name);
    const other = isKnown ? undefined : before.find((each) => isSameMan(each, person));
    names.add(name);
    before.push(person);
    if (!other) continue;
    yield {
      block: index,
      span,
      severity: 'info',
      message: `${other.post || post}前文是“${other.name}”，这里是“${name}”`,
      related: [{ block: other.index, span: other.span, message: `前文“${other.name}”` }],
      fixes: [
        ...choices(span, other.name),
        {
          title: `前文改为“${name}”`,
          edits: [{ block: other.index, span: other.span, newText: name }],
          preferred: false,
        },
      ],
    };
  }
}

function isSameMan(one: Person & Line, other: Person & Line): boolean {
  // 出席：李云帆、李云凡: side by side they are two
  if (one.index === other.index && one.isListed && other.isListed) return false;
  const pair = differenceOf(one.name, other.name);
  if (!pair) return false;
  if (one.post === other.post && one.post !== '' && !one.post.includes('副') && !IS_BARE.test(one.post)) return true;
  // 县教育局副局长 is called 副局长 behind her name
  return areAlike(...pair) && (one.post.endsWith(other.post) || other.post.endsWith(one.post));
}

/** The one character in which two names of three characters differ; two surnames are of two people where they are not alike. */
function differenceOf(one: string, other: string): readonly [string, string] | undefined {
  if (one.length !== 3 || other.length !== 3) return undefined;
  if (one[0] !== other[0] && !areAlike(one[0] ?? '', other[0] ?? '')) return undefined;
  const at = [0, 1, 2].filter((index) => one[index] !== other[index]);
  const [first] = at;
  return at.length === 1 && first !== undefined ? [one[first] ?? '', other[first] ?? ''] : undefined;
}

/** No one sits in two of these: 县政协主席 is neither 县长 nor 县人大常委会副主任. */
const BODY = /^(?<level>[省市县区州旗])(?:人大|政协)|^副?(?<seat>[省市县区州旗])长$/;

function bodyOf(post: string): string {
  const { level, seat } = BODY.exec(post)?.groups ?? {};
  return level ?? seat ?? '';
}

/** One person who leads an organ here and is second in it there, or in another body. */
export function* promoted(all: readonly (Person & Line)[]): Iterable<DocumentFinding> {
  const byName = new Map<string, Person & Line>();
  for (const person of all) {
    const { name, post, index, postSpan, isAddress } = person;
    if (post === '' || isAddress || MANY.test(post)) continue;
    const keys = [leading(post), bodyOf(post)].filter((key) => key !== '').map((key) => `${key} ${name}`);
    const before = keys.map((key) => byName.get(key)).find((each) => each !== undefined && each.post !== post);
    for (const key of keys) if (!byName.has(key)) byName.set(key, person);
    if (!before) continue;
    yield {
      block: index,
      span: postSpan,
      severity: 'info',
      message: `${name}前文是“${before.post}”，这里是“${post}”`,
      related: [{ block: before.index, span: before.postSpan, message: `前文“${before.post}”` }],
      fixes: [
        ...choices(postSpan, before.post),
        {
          title: `前文改为“${post}”`,
          edits: [{ block: before.index, span: before.postSpan, newText: post }],
          preferred: false,
        },
      ],
    };
  }
}
