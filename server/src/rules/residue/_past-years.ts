/** A year that is over where a text looks ahead: 2024年，我们要… or the heading 2024年工作安排 in a text of 2026. */

import type { Block, Draft, Piece } from '../../document/types';
import { matchesIn } from '../../text/matches';
import { clue } from '../clues';
import { collect } from '../collect';
import { sentenceAt } from '../consistency/_clause';
import { issuedOn, tellsFigures } from '../consistency/_lines';
import { titlesOf } from '../pieces';
import { choices } from '../report';
import type { DocumentFinding } from '../types';

/** 2024年，我们要; 2024年全县将 */
const WILL =
  /(?<![\d—–至-]|[\d年]、)(?<year>20\d{2})年[，,]?(?:我们|各级各部门|各部门|各单位|各级|[全我][省市县区州旗镇乡局校院])(?:要(?![求素点闻])|将(?!近)|力争|必须)/dg;
/** 2024年工作安排 as a heading */
const AHEAD =
  /(?<![\d—–至-]|[\d年]、)(?<year>20\d{2})年度?[^\d，。；完]{0,16}?(?:工作安排|工作打算|工作思路|工作部署|工作计划|总体要求|预期目标)/dg;
/** 2024年经济社会发展主要预期目标是 */
const AIM = /(?<![\d—–至-]|[\d年]、)(?<year>20\d{2})年度?[^\d，。；完]{0,16}?(?:总体要求|预期目标|指导思想)是?[：是]/dg;
/** 今天我们召开这次会议，主要任务是总结2025年工作，部署2026年工作; 做好2026年工作，要 */
const TODAY = [
  /(?:主要任务是|今天(?:我们)?在?这?里?召开|这次会议)[^。；！？]{0,80}?(?:部署|安排|谋划|研究)(?<year>20\d{2})年/dg,
  /(?<=(?:^|[。；：！])[　 ]*)(?:做好|抓好|完成好?)(?<year>20\d{2})年[^\d，。；]{0,12}(?:工作|任务)[，,](?:要(?!求)|必须|责任|意义|任务|关键)/dg,
];
/** 动员部署阶段（2025年3月） in a plan that names its own year */
const PHASE = /(?:阶段|步骤)(?:[（(：:]|时间[：:])(?<year>20\d{2})年/dg;
/** （4月1日至2025年6月30日）: the step begins in the year of the text, which goes without saying. */
const STEP = /(?<=[（(])(?:\d{1,2}月(?:\d{1,2}日|[上中下]旬)?|即日起)(?:至|到|—|-)(?<year>20\d{2})年(?=\d{1,2}月)/dg;
/** 确保2025年底前完工 in a text of 2026, and what tells of an older one that asked for it */
const BY_END =
  /(?:确保|力争|争取|务必|务求|必须|要(?!求)|打算|计划)(?:在|于|到)?[^，。；！？\d]{0,10}?(?<year>20\d{2})年(?:1[0-2]月)?底(?:以?前)(?!的)/dg;
const TOLD_BEFORE = /了|已|曾|原|当时|提出|明确|要求|部署|规定|通知|意见|方案|规划|行动|以来|截至|回顾|去年|上年/;
/** 即将过去的2025年: of the year it is, or of the last one in its first weeks. */
const LEAVING = /(?:即将|刚刚)过去的(?<year>20\d{2})年/dg;
/** What looks back in its title may be written much later. */
const RETROSPECT = /总结|评估|回顾|完成|情况|以来|[—–～至-]20/;
const PAST = /完成|情况|回顾|总结|进展|成效|落实|执行|实现|提出|要求的|指出|强调|调整|比|当时|原/;

/** The year of the 成文日期, else the only one in the title; `undefined` where neither tells it. */
export function writtenIn(draft: Draft, piece: Piece): number | undefined {
  const issued = issuedOn(draft, piece);
  if (issued) return issued.day.year;
  const title = titlesOf(draft).find((each) => each.piece === piece)?.text ?? '';
  const years = title.match(/(?<!\d)20\d{2}(?=年)/g) ?? [];
  return years.length === 1 && !RETROSPECT.test(title) ? Number(years[0]) : undefined;
}

/** A year of which something to come is told. */
interface Ahead {
  readonly match: RegExpExecArray;
  /** So many years before its text it is at its place: 刚刚过去的2025年 in a text of 2026. */
  readonly ago: 0 | 1;
  /** What in its sentence tells that all of it is over. */
  readonly over?: RegExp | undefined;
  /** Judged only where the title tells the year: a plan may be issued when it is under way. */
  readonly isOfTitle?: boolean;
}

const hasYear = clue('年');
const tellsYear = (block: Block) => tellsFigures(block) && hasYear(block);

const yearsAhead = collect(({ text, headings }): readonly Ahead[] => {
  const found = (pattern: RegExp, over?: RegExp, ago: 0 | 1 = 0) =>
    [...matchesIn(text, pattern)].map((match): Ahead => ({ match, ago, over }));
  return [
    ...found(WILL, PAST),
    ...found(AIM, PAST),
    ...headings.flatMap(({ title: { start, end } }) =>
      found(AHEAD, PAST).filter(({ match: { index } }) => index >= start && index < end),
    ),
    ...TODAY.flatMap((pattern) => found(pattern)),
    ...found(BY_END, TOLD_BEFORE),
    ...found(STEP, TOLD_BEFORE),
    ...found(LEAVING, undefined, 1),
    ...found(PHASE).map((each): Ahead => ({ ...each, isOfTitle: true })),
  ];
}, tellsYear);

export function* pastYears(draft: Draft, piece: Piece): Iterable<DocumentFinding> {
  const now = writtenIn(draft, piece);
  if (now === undefined) return;
  const issued = issuedOn(draft, piece);
  const title = titlesOf(draft).find((each) => each.piece === piece)?.text ?? '';
  const titled = [...title.matchAll(/20\d{2}/g)].map(([year]) => Number(year));
  const own = [now, ...titled];
  for (const { index, block, items } of yearsAhead(draft, piece)) {
    for (const { match, ago, over, isOfTitle } of items) {
      const year = Number(match.groups?.year);
      if (isOfTitle && titled.length !== 1) continue;
      if (year >= Math.min(...own) - ago) continue;
      const [from, to] = sentenceAt(block.text, match.index);
      if (over?.test(block.text.slice(from, to))) continue;
      const [start, end] = match.indices?.groups?.year ?? [0, 0];
      const span = { start, end };
      yield {
        block: index,
        span,
        message: `${issued ? '成文日期' : '标题'}是${now}年，这里仍是“${toldIn(match)}”`,
        ...(issued ? { related: [{ block: issued.block, span: issued.span, message: '成文日期' }] } : {}),
        fixes: choices(span, String(now - ago)),
      };
    }
  }
}

/** Of a long match the clause with the year: 部署2025年. */
function toldIn({ 0: words, groups }: RegExpExecArray): string {
  if (words.length < 20) return words;
  const end = words.lastIndexOf(groups?.year ?? '') + '2025年'.length;
  return words.slice(words.lastIndexOf('，', end) + 1, end);
}
