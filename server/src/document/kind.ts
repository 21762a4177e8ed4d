/** The kind of a document, found from its title and, where the title is silent, from its content. */
import type { DocumentKind } from './types';

/** Endings of titles, the longest and most telling first. */
const TITLE_KINDS: readonly (readonly [RegExp, DocumentKind])[] = [
  // 全市经济工作会议主持词
  [/(?:主持词|主持稿|主持讲话|主持辞)$/, 'host-script'],
  // 在全区办公室主任会议上的讲话；新年贺词；表态发言（提纲）
  [/(?:讲话|讲话稿|讲话提纲|讲话要点|讲稿|演讲|演讲稿|党课|党课稿)$/, 'speech'],
  [
    /(?:发言|发言稿|发言材料|发言提纲|致辞|致词|祝词|祝辞|贺词|贺信|答谢词|欢迎词|欢送词|开幕词|闭幕词|悼词)$/,
    'speech',
  ],
  [/在.{2,60}(?:会|会议|大会|论坛|仪式|培训班|开班式)上的?(?:发言|讲话|致辞|汇报发言)/, 'speech'],
  // 政务信息；信息专报
  [/(?:政务|党委|党建|工作|每日|舆情|紧急|专报)信息$|信息(?:专报|摘报|快报)$/, 'info'],
  [/(?:简报|快报|专报|情况反映|工作动态)$/, 'brief'],
  [/(?:调研报告|调查报告|考察报告|的调查|的调研|调研与思考|调查与思考|的(?:若干|几点)?思考)$/, 'research'],
  [/(?:请示|请示报告|申请报告)$/, 'request'],
  [/批复$/, 'reply'],
  // 关于商请支持的函；对第20号建议的答复
  [/函$|函告$|(?:建议|提案|来信|议案)的(?:答复|复函|答复意见)$/, 'letter'],
  [/(?:通知|通知书)$/, 'notice'],
  [/通报$/, 'circular'],
  [/通告$/, 'proclamation'],
  [/公告$/, 'announcement'],
  [/公报$/, 'communique'],
  [/决议$/, 'resolution'],
  [/决定$/, 'decision'],
  [/(?<![口指法军夏])令$/, 'order'],
  [/议案$/, 'motion'],
  [/纪要$/, 'minutes'],
  [/意见$/, 'opinion'],
  // 2025年工作总结及2026年工作计划
  [/总结(?:(?:及|和|与|暨).{0,20}(?:计划|打算|安排|思路|要点))?$/, 'summary'],
  [/(?:述职|述廉|述法|述责).{0,6}报告$/, 'summary'],
  [/(?:汇报|汇报材料|汇报提纲|汇报稿)$/, 'briefing'],
  [/(?:方案|计划|规划|纲要|要点|安排|预案|打算|工作思路)$/, 'plan'],
  [/报告$/, 'report'],
];

/** A note behind the 文种 does not hide it: （试行）, （2026年3月5日）, 篇3, 国办函〔2005〕21号. */
const TRAILING_NOTE =
  /[（(](?:[^（）()]{0,20}(?:稿|草案|试行|暂行|节选|摘要|代拟|摘登|修订|修正|会议通过|提纲|范文|篇)[^（）()]{0,20}|[^（）()]{0,8}\d{4}年[^（）()]{0,20})[）)]$|篇[0-9一二三四五六七八九十]+$|\p{Script=Han}{1,12}[〔［[（(]\d{4}[〕］\]）)]第?\d{1,5}号$/u;

const LONGEST_TITLE = 300;

/** The kind a title says, or `unknown`. */
export function kindOfTitle(title: string): DocumentKind {
  if (title.length > LONGEST_TITLE) return 'unknown';
  let text = title.replace(/\s/g, '').replace(/[。．.；;，,、：:！!”’》]+$/, '');
  for (let round = 0; round < 2; round++) text = text.replace(TRAILING_NOTE, '');
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
