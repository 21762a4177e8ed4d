/** Another 五年规划 where a plan speaks of its own: 到“十四五”末，力争… in a plan for the “十五五”. */
import type { Draft, Piece } from '../../document/types';
import { parseHanNumeral } from '../../text/chars';
import { sentenceAt } from '../consistency/_clause';
import { type Line, titlesOf } from '../pieces';
import { choices } from '../report';
import type { DocumentFinding } from '../types';

/** “十五五”规划, 第十五个五年规划 */
const PERIOD =
  /“?(?<short>十[一二三四五六七八]?)五”?(?=时期|规划|发展|[^五]{0,20}规划)|第(?<long>十[一二三四五六七八]?)个五年/g;
/** What looks back on a period, or is made on the way through it. */
const RETROSPECT = /总结|评估|执行|完成|实施情况|落实情况|审计|回顾|中期|调整|修订|编制/;
/** “十四五”, as it is written in the text. */
const MENTION = /“(?<plan>十[一二三四五六七八]?)五”/dg;
/** Behind the name, what only a plan's own period has: 时期的主要目标是, as the sentence begins. */
const AIMS = [
  /^(?:时期|期间)?[\p{Script=Han}]{0,14}?(?:指导思想|总体要求|总体思路|基本原则|(?:发展|主要|奋斗)目标|目标任务|发展思路)[^，。；]{0,14}$/u,
  /^(?:时期|期间)[^，。；]{0,16}?(?:指导思想|总体要求|主要目标|目标任务)(?:是|：)/,
  /^时期，?是[^。；]{0,60}(?:夯实基础、全面发力|关键(?:时期|期|阶段|五年)|攻坚期|发力期|窗口期|机遇期)/,
  /^时期(?:在[^，。；]{0,20})?具有[^，。；]{0,12}重要地位/,
];
/** 二、“十五五”时期工作的主要考虑 as a heading */
const HEADED = /^(?:时期|期间)?[\p{Script=Han}]{0,12}?(?:主要考虑|要求|重点任务|主要任务|工作安排|工作思路)$/u;
/** 期间，我市要; 末，力争: the sentence may yet tell what has been done. */
const AHEAD = [
  /^(?:时期|期间)[，,]?(?:我|全)[省市县区州旗镇乡局校院](?:要(?!求)|将|必须|应当|力争)/,
  /^(?:时期|期间)[，,]?(?:要(?!求)|将|必须|应当|力争)/,
  /^(?:时期|规划)?期?末[，,][^。；！？]{0,30}(?:力争|争取|确保|将(?!近))/,
  /^规划确定的(?:今年|本年度|全年)/,
  /^(?:时期|期间)[^。；！？]{0,40}[，,](?:特?制[定订]|编制)本(?:规划|方案|计划|意见)/,
  /^(?:时期|期间)[^，。；]{0,14}目标(?:任务)?[，,](?:必须|要(?!求)|应当|需要)/,
];
/** 围绕“十五五”末建成千亿产业集群的目标 */
const TARGET = /(?:围绕|锚定|聚焦|对照|力争|争取|确保|瞄准)(?:到|在)?$/;
const OF_TARGET = /^(?:时期|规划)?期?末/;
/** 力争“十五五”时期, 实化量化“十五五”时期 */
const SOUGHT = /(?:力争|争取|确保|实化量化|擘画|谋划)$/;
/** 确保“十四五”开好局, 高质量完成“十四五”开局各项任务 */
const STARTED = /(?:确保|推动|推进|力争|争取|奋力|努力|全力|实现|完成|做好|抓好)[^，。；]{0,4}$/;
const OF_START = /^(?:时期|规划)?(?:的)?(?:开好局|起好步|良好开局|开门红|高质量开局|开局(?!之年|以来))/;
const STARTED_BEFORE = /[了已曾]|过去|回顾|以来|当年|那年|五年/;
/** 《纲要（草案）》提出了“十五五”时期的主要目标, 提交大会审查: what is being decided now. */
const DRAFT = /草案|提交[^，。；]{0,8}(?:审[议查]|讨论)/;
/** What has been done, or is reckoned to be done by its end, is told of the periods before. */
const DONE =
  /预计|取得|完成|实现了|回顾|以来|成就|提前|超额|圆满|过去|历史|曾|当时|提出|衔接|同期|不平凡|收官|落实情况/;
/** 规划期为2021—2025年, 规划期限：2021年至2025年 */
const SPAN = /规划期限?(?:为|是|：)?(?<from>20\d{2})年?[—–~～至到-]{1,2}(?<to>20\d{2})年/dg;

/** The period that the title of a piece is about; `undefined` where it names none, or several. */
export function periodOf(draft: Draft, piece: Piece): number | undefined {
  const title = titlesOf(draft).find((each) => each.piece === piece)?.text ?? '';
  if (!/规划|计划|纲要|方案|意见/.test(title) || RETROSPECT.test(title)) return undefined;
  const found = new Set([...title.matchAll(PERIOD)].map(({ groups }) => groups?.short ?? groups?.long ?? ''));
  const [only = ''] = found;
  return found.size === 1 ? parseHanNumeral(only) : undefined;
}

/** True where the title names a period at all: a summary of the last one is written in the next. */
export function namesPeriod(draft: Draft, piece: Piece): boolean {
  const title = titlesOf(draft).find((each) => each.piece === piece)?.text ?? '';
  return /十[一二三四五六七八]?五|第十.?个五年/.test(title);
}

/** The period that a year lies in: 15 for 2026. */
export function periodAt(year: number): number {
  return Math.floor((year - 1951) / 5);
}

/** @param of what tells the period: the title, or the year of the text */
export function* wrongPeriods(lines: readonly Line[], period: number, of: 'title' | 'year'): Iterable<DocumentFinding> {
  const own = hanOf(period);
  for (const { index, block } of lines) {
    const { text, headings } = block;
    for (const match of text.includes('五”') ? text.matchAll(MENTION) : []) {
      const told = parseHanNumeral(match.groups?.plan ?? '');
      const [start, end] = match.indices?.groups?.plan ?? [0, 0];
      if (told === undefined || told >= period) continue;
      const heading = headings.find(({ title }) => title.start <= start && end <= title.end);
      const behind = text.slice(end + 2, heading?.title.end);
      const isHeaded = heading !== undefined && HEADED.test(behind) && !DONE.test(behind);
      if (!isHeaded && !isAhead(text, told, start, end + 2, behind)) continue;
      const span = { start: match.index, end: end + 2 };
      yield {
        block: index,
        span,
        ...(of === 'year' ? { severity: 'info' } : {}),
        message: `${of === 'title' ? `标题是“${own}五”的规划` : `成文在“${own}五”时期`}，这里仍是“${match.groups?.plan}五”`,
        fixes: choices(span, `“${own}五”`),
      };
    }
    for (const match of of === 'title' && text.includes('规划期') ? text.matchAll(SPAN) : []) {
      const from = Number(match.groups?.from);
      const to = Number(match.groups?.to);
      const first = firstYearOf(period);
      // a plan may reach further than its period; what ends before it has begun is another's
      if (to !== from + 4 || to >= first) continue;
      const [start = 0] = match.indices?.groups?.from ?? [];
      const [, end = 0] = match.indices?.groups?.to ?? [];
      const span = { start, end: end + 1 };
      const years = `${first}—${first + 4}年`;
      yield {
        block: index,
        span,
        message: `“${own}五”是${years}，规划期不应是${text.slice(start, end + 1)}`,
        fixes: choices(span, years),
      };
    }
  }
}

/** @param period the period that is told */
function isAhead(text: string, period: number, start: number, end: number, behind: string): boolean {
  const [from, to] = sentenceAt(text, start);
  const sentence = text.slice(from, to);
  if (DRAFT.test(sentence)) return /^(?:时期|期间|规划)/.test(behind) && !/完成|实施情况|执行情况|评估/.test(sentence);
  const aim = AIMS.map((pattern) => pattern.exec(behind)).find((found) => found !== null);
  if (aim) return !DONE.test(text.slice(from, end + aim[0].length));
  if (TARGET.test(text.slice(from, start - 1)) && OF_TARGET.test(behind))
    return !DONE.test(text.slice(from, start - 1));
  if (SOUGHT.test(text.slice(from, start - 1)) && /^(?:时期|期间)/.test(behind)) return !DONE.test(sentence);
  if (STARTED.test(text.slice(from, start - 1)) && OF_START.test(behind))
    return !STARTED_BEFORE.test(sentence) && !yearsIn(sentence).some((year) => periodAt(year) <= period);
  return AHEAD.some((pattern) => pattern.test(behind)) && !DONE.test(sentence);
}

function yearsIn(sentence: string): number[] {
  return (sentence.match(/(?<!\d)20\d{2}(?=年)/g) ?? []).map(Number);
}

/** 14 for “十四五”, which began in 2021. */
function firstYearOf(period: number): number {
  return 1951 + 5 * period;
}

function hanOf(period: number): string {
  return `十${['', ...'一二三四五六七八九'][period - 10] ?? ''}`;
}
