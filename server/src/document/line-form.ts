/** What a line could be by its words alone: a title, a 称谓, a 主送机关, an organ, a person. Kept per line. */
import words from '../../data/line-words.json';
import { kindOfTitle } from './kind';
import type { LineShape } from './line';

/** What the neighbours of a line are asked about it. Every member is false for a line too long to be it. */
export interface LineForm {
  /** Could stand in a title: short, with no sentence in it. */
  readonly titleLike: boolean;
  /** A title by itself, though a punctuation mark may end it: 关于……的通知。 */
  readonly fullTitle: boolean;
  /** Ends as titles end, with a 文种 or the name of a sort of text (办法, 名单). */
  readonly endsTitle: boolean;
  /** Names organs and nothing else: 市财政局　　市教育局. */
  readonly organ: boolean;
  /** The first organs of a title that names several: 市财政局、市教育局、 */
  readonly openOrgans: boolean;
  /** A name with or without a post: 张　三; 省长 李四. */
  readonly person: boolean;
  /** The person's post is told too: 省长 李四. */
  readonly post: boolean;
  /** Says who wrote it: 本报记者　张三　通讯员　李四；作者：张三 */
  readonly byline: boolean;
  /** 各位代表，同志们： */
  readonly salutation: boolean;
  /** 各区人民政府，市政府各部门： */
  readonly recipient: boolean;
  /** A 主送 that lacks its colon, or goes on in the next line: 各区人民政府，市政府各部门、 */
  readonly openRecipient: boolean;
  /** （2026年3月5日）; ——在……会议上 with its day; 2026年3月5日 ……会议通过. */
  readonly caption: boolean;
  /** One title of a collection: 全区办公室主任会议上的讲话 篇3 */
  readonly collected: boolean;
  /** Letters and digits alone, without （试行） and its like at the end; empty for what is too long to be a name. */
  readonly letters: string;
  /** Names of texts that the line issues or passes on: 现将《实施方案》印发给你们. As `letters`. */
  readonly issued: readonly string[];
}

const alternatives = (list: string) => list.split(' ').join('|');
const ORGAN_END = alternatives(words.organEnding.words);
const POST = alternatives(words.postEnding.words);
const PEOPLE = alternatives(words.people.words);
const GENRE = alternatives(words.genreEnding.words);
const HAN = '[\\p{Script=Han}〇×]';

const LONGEST_TITLE_LINE = 70;
const LONGEST_RECIPIENT = 600;

/** 各位代表，同志们：；尊敬的各位领导：；代表李四： */
const SALUTATION = new RegExp(
  `^(?:尊敬的|敬爱的|亲爱的|各位|[^。；？]{0,60})(?:${PEOPLE})[\\s　]?[：:，,！!]$|^(?:同志们|各位代表)$`,
);
/** 各区人民政府，市政府各部门（单位）： */
const RECIPIENT = new RegExp(`(?:${ORGAN_END}|${POST}|人员|负责人)(?:[（(][^（）()]{0,30}[）)])?[\\s　]?[：:]{1,2}$`);
const OPEN_RECIPIENT = new RegExp(
  `^(?:各|[^。；：:]{2,30}(?:${ORGAN_END})[、，,]).{0,200}(?:${ORGAN_END})[，,、。；;]?$`,
);
/** Words that a 主送 does not have but an opening sentence with a colon does. */
const NOT_RECIPIENT = /(?:如下|以下|通知|报告|请示|函告|意见|要求)[：:]$|现将|现就|根据|为了|经研究|批转|印发/;
/** 市财政局；国务院办公厅；××县人民政府（盖章） */
const ORGAN = new RegExp(`^(?:${HAN}|[A-Za-z0-9、·“”])*(?:${ORGAN_END})(?:[（(].{1,6}[）)])?$`, 'u');
/** 市财政局、市教育局、 */
const OPEN_ORGANS = new RegExp(`^(?!各)(?:[\\p{Script=Han}]{1,20}(?:${ORGAN_END})、)+$`, 'u');
const NAME = `${HAN}[\\s　]{0,4}${HAN}(?:[\\s　]{0,4}${HAN}){0,1}`;
/** 张　三 */
const BARE_NAME = new RegExp(`^${NAME}$`, 'u');
/** 国务院总理　李克强；省长刘××；自治区主席 嘎玛泽登 */
const POST_AND_NAME = new RegExp(
  `^(?:${HAN}|、|，){0,30}(?:${POST}|同志)(?:[\\s　：:]+${HAN}[\\p{Script=Han}·×\\s　]{1,8}|${NAME})$`,
  'u',
);
/** 本报记者　张三　通讯员　李四；作者：张三 */
const BYLINE = new RegExp(
  `^(?:(?:本报|本刊|本网|特约)?(?:记者|通讯员|作者|撰稿人?)[\\s　]*[\\s　：:](?:${HAN}|[·、\\s　]){2,40})+$`,
  'u',
);
const DAY =
  '(?:(?:19|20)\\d{2}[年.．-]\\d{1,2}[月.．-]\\d{1,2}日?|[一二][〇○零OoＯ0九][〇○零OoＯ0一二三四五六七八九]{2}年[元一二三四五六七八九十]{1,3}月[一二三四五六七八九十]{1,3}日)';
/** （2026年3月5日……通过）；（摘要）；【2026年3月5日】 */
const BRACKETED = /^[（(【][^（(）)】]{1,118}(?:[（(][^（）()]{0,40}[）)][^（）()]{0,80})*[）)】]$/;
/** ——2026年2月3日在××市第十六届人民代表大会第四次会议上；2026年3月5日在……会议上 市长 张三 */
const DAY_AND_PLACE = new RegExp(
  `^(?:——|—|--|――|──)?[\\s　]*[（(]?${DAY}[）)]?[\\s　]*(?:在|于).{2,60}(?:上|会|会议)(?:[\\s　]|[）)]?$)`,
);
/** 2018年12月7日……会议通过；2019年1月1日起施行；2026年3月5日 星期四 */
const DAY_AND_EVENT = new RegExp(
  `^${DAY}[\\s　]?.{0,50}(?:通过|批准|公布|发布|修订|修正|施行|实施|印发)(?:[\\s　].{0,80})?$|^${DAY}[\\s　]+星期[一二三四五六日天]$`,
);
/** 特此通知; 妥否，请批示: the words of a closing phrase, which no name of an organ begins with. */
export const CLOSING_WORDS = new RegExp(`^(?:${alternatives(words.closing.words)})`);

const kept = new WeakMap<LineShape, LineForm>();

/** The form of a line; computed once for each `LineShape`. Never throws. */
export function formOf(shape: LineShape): LineForm {
  let form = kept.get(shape);
  if (!form) {
    form = readForm(shape);
    kept.set(shape, form);
  }
  return form;
}

const NOTHING: LineForm = {
  titleLike: false,
  fullTitle: false,
  endsTitle: false,
  organ: false,
  openOrgans: false,
  person: false,
  post: false,
  byline: false,
  salutation: false,
  recipient: false,
  openRecipient: false,
  caption: false,
  collected: false,
  letters: '',
  issued: [],
};

function readForm({ words: line, mark, hint }: LineShape): LineForm {
  if (line === '' || line.length > LONGEST_RECIPIENT) return NOTHING;
  const strongMark = mark !== undefined && !mark.weak && mark.heading.style !== 'atx';
  const recipient = isRecipient(line);
  if (line.length > 200 || strongMark)
    return {
      ...NOTHING,
      recipient: recipient && !strongMark,
      issued: issuedBy(line),
      collected: isCollected(line),
      letters: lettersOf(line),
    };
  const bare = line.replace(/[。．.！!；;，,、：:]$/, '');
  const short = !hint && line.length <= LONGEST_TITLE_LINE;
  const said = short && kindOfTitle(bare) !== 'unknown';
  const byline = short && BYLINE.test(line);
  const post = short && line.length <= 44 && POST_AND_NAME.test(line) && !said;
  return {
    titleLike: short && !byline && isTitleLike(line),
    fullTitle: said && /关于|印发|转发|在.{2,60}上的/.test(bare) && isTitleLike(bare),
    endsTitle: short && endsTitle(bare),
    organ: short && line.length <= 60 && isOrgan(line),
    openOrgans: short && line.endsWith('、') && OPEN_ORGANS.test(line),
    person: short && (post || (BARE_NAME.test(line) && !said)),
    post,
    byline,
    salutation: line.length <= 90 && SALUTATION.test(line),
    recipient,
    openRecipient:
      !hint && !/[。；！？]/.test(line.slice(0, -1)) && !NOT_RECIPIENT.test(line) && OPEN_RECIPIENT.test(line),
    caption: !hint && (BRACKETED.test(line) || DAY_AND_PLACE.test(line) || DAY_AND_EVENT.test(line)),
    collected: isCollected(line),
    letters: lettersOf(line),
    issued: issuedBy(line),
  };
}

function isTitleLike(line: string): boolean {
  return (
    !/[。；，、：:;,！!？?]$/.test(line) && !/[。；！？]/.test(line) && /\p{Script=Han}.*\p{Script=Han}/u.test(line)
  );
}

const GENRE_END = new RegExp(`(?:${GENRE}|(?<!代)表)(?:[（(][^（）()]{1,30}[）)])?[”》]?$`);

/** True when the text ends as titles do: with a 文种, or as an attachment is named. */
export function endsTitle(text: string): boolean {
  return kindOfTitle(text) !== 'unknown' || GENRE_END.test(text.replace(/[\s　]+/g, ''));
}

/** True for names of organs and nothing else: 市财政局　　市教育局. No name has a 的 in it: 统筹各类资源的平台 is unfinished text. */
export function isOrgan(line: string): boolean {
  if (line.includes('的')) return false;
  const names = line.split(/[\s　]{2,}|[\s　](?=[^\s　]{4})/).map((name) => name.replace(/[\s　]/g, ''));
  return !CLOSING_WORDS.test(line) && names.every((name) => name.length <= 40 && ORGAN.test(name));
}

function isRecipient(line: string): boolean {
  if (!(line.endsWith('：') || line.endsWith(':')) || /[。；！？]/.test(line) || NOT_RECIPIENT.test(line)) return false;
  return RECIPIENT.test(line);
}

/** 全区办公室主任会议上的讲话 篇3 */
const COLLECTED = /^.{2,60}?(?:[\s　]+|[（(]|第)?篇[\s　]?(?:\d{1,3}|[一二三四五六七八九十]{1,3})[）)]?[:：]?$/;

function isCollected(line: string): boolean {
  return line.length <= LONGEST_TITLE_LINE && line.includes('篇') && COLLECTED.test(line);
}

function lettersOf(line: string): string {
  return line.length <= LONGEST_TITLE_LINE ? lettersIn(line) : '';
}

/** Letters and digits of a name, without （试行） and its like at the end. */
export function lettersIn(name: string): string {
  return name.replace(/[（(][^（）()]{1,12}[）)][。]?$/, '').replace(/[^\p{L}\p{N}]/gu, '');
}

function issuedBy(line: string): readonly string[] {
  if (!line.includes('《') || !/印发|发布|公布|转发|批转|批准|修订|通过|附后/.test(line)) return NOTHING.issued;
  return [...line.matchAll(/《([^《》]{4,80})》/g)].map(([, name]) => lettersIn(name ?? ''));
}
