/** Another 五年规划 where a plan speaks of its own: 到“十四五”末，力争… in a plan for the “十五五”. */
import type { Draft, Piece } from '../../document/types';
import { parseHanNumeral } from '../../text/chars';
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
/** Behind the name, what only a plan's own period has: 时期的主要目标; 期间，我市要; 末，力争. */
const AHEAD = [
  /^(?:时期|期间)?(?:[\p{Script=Han}]{0,12}?)(?:指导思想|总体要求|总体思路|基本原则|发展目标|主要目标|奋斗目标|发展思路)$/u,
  /^(?:时期|期间)[，,]?(?:我|全)[省市县区州旗镇乡局校院](?:要(?!求)|将|必须|应当|力争)/,
  /^(?:时期|期间)[，,]?(?:要(?!求)|将|必须|应当|力争)/,
  /^(?:时期|规划)?期?末[，,][^。；！？]{0,30}(?:力争|争取|确保|将(?!近))/,
  /^(?:时期|期间)[^。；！？]{0,40}[，,](?:特?制[定订]|编制)本(?:规划|方案|计划|意见)/,
];
/** What has been done is told of the periods before. */
const DONE = /取得|完成|实现了|回顾|以来|成就|提前|超额|圆满|过去|历史|曾|当时|提出|衔接|同期/;
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

export function* wrongPeriods(lines: readonly Line[], period: number): Iterable<DocumentFinding> {
  const own = hanOf(period);
  for (const { index, block } of lines) {
    const { text, headings } = block;
    for (const match of text.includes('五”') ? text.matchAll(MENTION) : []) {
      const told = parseHanNumeral(match.groups?.plan ?? '');
      const [start, end] = match.indices?.groups?.plan ?? [0, 0];
      if (told === undefined || told >= period) continue;
      const heading = headings.find(({ title }) => title.start <= start && end <= title.end);
      const behind = text.slice(end + 2, heading?.title.end);
      const [from, to] = sentenceAt(text, start);
      if (DONE.test(text.slice(from, to)) || !AHEAD.some((pattern) => pattern.test(behind))) continue;
      const span = { start: match.index, end: end + 2 };
      yield {
        block: index,
        span,
        message: `标题是“${own}五”的规划，这里仍是“${match.groups?.plan}五”`,
        fixes: choices(span, `“${own}五”`),
      };
    }
    for (const match of text.includes('规划期') ? text.matchAll(SPAN) : []) {
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

/** 14 for “十四五”, which began in 2021. */
function firstYearOf(period: number): number {
  return 1951 + 5 * period;
}

function hanOf(period: number): string {
  return `十${['', ...'一二三四五六七八九'][period - 10] ?? ''}`;
}

/** The sentence around a place. */
export function sentenceAt(text: string, at: number): readonly [number, number] {
  const start = Math.max(...[...'。；！？'].map((stop) => text.lastIndexOf(stop, at))) + 1;
  const rest = /[。；！？]/.exec(text.slice(at));
  return [start, rest ? at + rest.index : text.length];
}
