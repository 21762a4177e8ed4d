/** The kind of a document, found from its title and, where the title is silent, from its content. */
import titleKinds from '../../data/title-kinds.json';
import { DOCUMENT_KINDS, type DocumentKind } from './types';

const alternatives = (words: string) => words.split(' ').join('|');

/** Titles that no ending alone tells: they come before the endings, or after them. */
const SPECIAL_FIRST: readonly (readonly [RegExp, DocumentKind])[] = [
  // 在全市经济工作会议上的发言（摘要）
  [/在.{2,60}(?:会|会议|大会|论坛|仪式|培训班|开班式)上的?(?:发言|讲话|致辞|汇报发言)/, 'speech'],
  // 2025年工作总结及2026年工作计划
  [/总结(?:及|和|与|暨).{0,20}(?:计划|打算|安排|思路|要点)$/, 'summary'],
  [/(?:述职|述廉|述法|述责).{0,6}报告$/, 'summary'],
];
const SPECIAL_LAST: readonly (readonly [RegExp, DocumentKind])[] = [
  [/(?<![口指法军夏])令$/, 'order'],
  [/报告$/, 'report'],
];

/** What titles end with, the longest and most telling first. */
const TITLE_KINDS: readonly (readonly [RegExp, DocumentKind])[] = [
  ...SPECIAL_FIRST,
  ...titleKinds.endings.kinds.flatMap(([kind = '', words = '']) =>
    isKind(kind) ? [[new RegExp(`(?:${alternatives(words)})$`), kind] as const] : [],
  ),
  ...SPECIAL_LAST,
];

function isKind(name: string): name is DocumentKind {
  return name in DOCUMENT_KINDS;
}

/** A note behind the 文种 does not hide it: （试行）, （2026年3月5日）, 篇3, 国办函〔2005〕21号. */
const TRAILING_NOTE = new RegExp(
  `[（(](?:[^（）()]{0,20}(?:${alternatives(titleKinds.notes.words)})[^（）()]{0,20}|[^（）()]{0,8}\\d{4}年[^（）()]{0,20})[）)]$|篇[0-9一二三四五六七八九十]+$|\\p{Script=Han}{1,12}[〔［[（(]\\d{4}[〕］\\]）)]第?\\d{1,5}号$`,
  'u',
);

/** What a note ends in. */
const NOTE_ENDS = '）)号0123456789一二三四五六七八九十';
/** What a title ends in that tells its kind, but for those that say where something is said. */
const TITLE_ENDS = new Set(
  titleKinds.endings.kinds
    .flatMap(([, words = '']) => words.split(' ').map((word) => word.at(-1)))
    .concat(...'划算排路点告令'),
);

const LONGEST_TITLE = 300;

/** The kind a title says, or `unknown`. */
export function kindOfTitle(title: string): DocumentKind {
  if (title.length > LONGEST_TITLE) return 'unknown';
  let text = title.replace(/\s/g, '').replace(/[。．.；;，,、：:！!”’》]+$/, '');
  for (let round = 0; round < 2 && NOTE_ENDS.includes(text.at(-1) ?? ''); round++)
    text = text.replace(TRAILING_NOTE, '');
  // most lines end as no title does
  if (!TITLE_ENDS.has(text.at(-1)) && !text.includes('在')) return 'unknown';
  return TITLE_KINDS.find(([pattern]) => pattern.test(text))?.[1] ?? 'unknown';
}

/** What the beginning and the end of a text tell of its kind. */
export interface ContentClues {
  /** The first few hundred characters of text below the title. */
  readonly opening: string;
  /** The last lines of text above 署名, each whole. */
  readonly closing: readonly string[];
  /** 同志们： stands above the text, or begins a paragraph of it. */
  readonly saluted: boolean;
}

/** 我代表国务院，向大会报告政府工作；我代表……向大会作报告 */
const ORAL_REPORT = /我(?:受.{2,20}委托|代表.{2,40})[，,]?(?:向.{2,30})?(?:作|报告)(?:.{0,12}报告|.{0,12}工作)/;
const HOST_WORDS =
  /(?:下面|现在|首先|接下来)[，,]?(?:有?请|进行).{2,40}(?:讲话|致辞|发言|传达|宣读|第.项)|现在开会|(?:会议|大会)到此(?:圆满)?结束|现在散会|(?:今天|本次|这次)(?:的)?会议(?:共|主要)?有.{1,6}项议程/g;
const SPEECH_WORDS =
  /(?:我|先|就).{0,20}讲(?:[几三四五两二]|以下).{0,4}(?:点|个|意见)|(?:作|做)(?:重要)?讲话|(?:同志们|各位代表|各位领导|朋友们)[，,：:！!]/;

/** 现将有关事项通知如下：the words with which statutory kinds open. */
const OPENINGS: readonly (readonly [RegExp, DocumentKind])[] = [
  [/听取(?:和|并|、)?审议了?.{2,80}报告[\s\S]*(?:批准|同意)(?:这个|该|上述)?报告/, 'resolution'],
  [/(?:通知|安排)如下[：:。]/, 'notice'],
  [/通报如下[：:。]/, 'circular'],
  [/(?:函复|函告|答复|复函)如下[：:。]/, 'letter'],
  [/批复如下[：:。]/, 'reply'],
  [/请示如下[：:。]/, 'request'],
  [/汇报如下[：:。]/, 'briefing'],
  [/报告如下[：:。]/, 'report'],
  [/通告如下[：:。]/, 'proclamation'],
  [/公告如下[：:。]/, 'announcement'],
  [/提出(?:如下|以下)(?:实施|指导)?意见[：:。]/, 'opinion'],
  [/会议纪要如下[：:。]|会议(?:议定|明确)(?:如下|以下)?事项/, 'minutes'],
  [/决定如下[：:。]|作出如下决定/, 'decision'],
];

const CLOSINGS: readonly (readonly [RegExp, DocumentKind])[] = [
  [/^(?:以上请示|特此请示|[妥当可]否[，,])/, 'request'],
  [/^(?:特此|专此|以上)报告/, 'report'],
  [/^(?:此复|特此批复)/, 'reply'],
  [/^(?:特此|专此)(?:函|致函|复函)|(?:为盼|为荷)[。！]?$/, 'letter'],
  [/^特此通知/, 'notice'],
  [/^特此通报/, 'circular'],
  [/^特此通告/, 'proclamation'],
  [/^(?:特此|现予)公告/, 'announcement'],
  [/^(?:现提请|请予)审议/, 'motion'],
];

/** The kind that a text betrays whose title is silent, or `unknown`. Never throws. */
export function kindOfContent({ opening, closing, saluted }: ContentClues): DocumentKind {
  const hosted = (`${opening}\n${closing.join('\n')}`.match(HOST_WORDS)?.length ?? 0) >= 2;
  if (hosted) return 'host-script';
  if (ORAL_REPORT.test(opening)) return 'report';
  const closed = CLOSINGS.find(([pattern]) => closing.some((line) => pattern.test(line)))?.[1];
  if (closed) return closed;
  const opened = OPENINGS.find(([pattern]) => pattern.test(opening))?.[1];
  if (opened) return opened;
  return saluted || SPEECH_WORDS.test(opening) ? 'speech' : 'unknown';
}
