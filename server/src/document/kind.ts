/** The kind of a document, found from its title and, where the title is silent, from its content. */
import type { DocumentKind } from './types';

/** Endings of titles, the longest and most telling first. */
const TITLE_KINDS: readonly (readonly [RegExp, DocumentKind])[] = [
  [/(?:主持词|主持讲话|主持辞)$/, 'host-script'],
  [
    /(?:讲话|讲话稿|发言|发言稿|发言材料|致辞|致词|祝词|贺词|欢迎词|开幕词|闭幕词|演讲|讲稿|党课|动员讲话|表态发言|讲话提纲|讲话要点)(?:[（(].{1,12}[）)])?$/,
    'speech',
  ],
  [/(?:在.{2,60}(?:会|会议|大会|座谈会|论坛|仪式|现场会|培训班|开班式)上的(?:发言|讲话|致辞|报告))/, 'speech'],
  [/简报$|快报$|专报$/, 'brief'],
  [/(?:调研报告|调查报告|考察报告|情况的调查|的调查与思考|的调研与思考|调研与思考|调查与思考)$/, 'research'],
  [/请示(?:报告)?$/, 'request'],
  [/批复$/, 'reply'],
  [/(?:复函|的函|函告|商请函|邀请函|征求意见函|建议函|公函)$/, 'letter'],
  [/^.{0,30}(?:关于.{2,80})?函$/, 'letter'],
  [/(?:紧急通知|会议通知|补充通知|通知书?)$/, 'notice'],
  [/通报$/, 'circular'],
  [/通告$/, 'proclamation'],
  [/公告$/, 'announcement'],
  [/公报$/, 'communique'],
  [/(?:决议|决议（草案）)$/, 'resolution'],
  [/决定$/, 'decision'],
  [/(?:命令|令|嘉奖令|任免令)$/, 'order'],
  [/议案$/, 'motion'],
  [/(?:会议纪要|纪要)$/, 'minutes'],
  [/(?:实施意见|指导意见|若干意见|意见)$/, 'opinion'],
  [/(?:工作总结|总结|述职报告|述职述廉报告|述责述廉报告)$/, 'summary'],
  [/(?:情况汇报|工作汇报|汇报材料|汇报提纲|汇报)$/, 'briefing'],
  [/(?:实施方案|工作方案|方案|计划|规划|规划纲要|工作要点|要点|安排|预案|实施细则的安排|打算)$/, 'plan'],
  [/(?:报告)$/, 'report'],
];

/** 通知 that carries another text is still a 通知; a bracketed note behind the kind does not hide it. */
const TRAILING_NOTE =
  /[（(](?:[^（）()]{0,20}(?:稿|草案|试行|暂行|节选|摘要|代拟|摘登|修订|会议通过)[^（）()]{0,20}|[^（）()]{0,8}\d{4}年[^（）()]{0,20})[）)]$|\s*篇?[\s0-9一二三四五六七八九十]+$/;

/** The kind a title says, or `unknown`. */
export function kindOfTitle(title: string): DocumentKind {
  let text = title.replace(/[\s　。！]+$/g, '').replace(/\s/g, '');
  for (let round = 0; round < 2; round++) text = text.replace(TRAILING_NOTE, '');
  for (const [pattern, kind] of TITLE_KINDS) if (pattern.test(text)) return kind;
  return 'unknown';
}

const SPEECH_OPENING =
  /(?:我|先|就).{0,20}讲(?:[几三四五两二]点|[几三四五两二]个|以下)|我代表.{2,30}(?:向|对)|(?:作|做)(?:重要)?讲话/;

/** The kind that the opening words of an untitled text betray; only 讲话稿 does so surely enough. */
export function kindOfContent(opening: string, hasSpeechSalutation: boolean): DocumentKind {
  if (hasSpeechSalutation || /同志们[，,：:！]/.test(opening)) return 'speech';
  return SPEECH_OPENING.test(opening) ? 'speech' : 'unknown';
}
