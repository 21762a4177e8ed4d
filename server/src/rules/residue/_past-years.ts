/** A year that is over where a text looks ahead: 2024年，我们要… or the heading 2024年工作安排 in a text of 2026. */
import type { Draft, Piece } from '../../document/types';
import { collect } from '../collect';
import { isRunning, issuedOn } from '../consistency/_lines';
import { titlesOf } from '../pieces';
import { choices } from '../report';
import type { DocumentFinding } from '../types';
import { sentenceAt } from './_periods';

/** 2024年，我们要; 2024年全县将 */
const WILL =
  /(?<![\d—–至-]|[\d年]、)(?<year>20\d{2})年[，,]?(?:我们|各级各部门|各部门|各单位|各级|[全我][省市县区州旗镇乡局校院])(?:要(?![求素点闻])|将(?!近)|力争|必须)/dg;
/** 2024年工作安排 as a heading */
const AHEAD =
  /(?<![\d—–至-]|[\d年]、)(?<year>20\d{2})年度?[^\d，。；完]{0,16}?(?:工作安排|工作打算|工作思路|工作部署|工作计划|总体要求|预期目标)/dg;
/** 2024年经济社会发展主要预期目标是 */
const AIM = /(?<![\d—–至-]|[\d年]、)(?<year>20\d{2})年度?[^\d，。；完]{0,16}?(?:总体要求|预期目标|指导思想)是?[：是]/dg;
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

/** Years of which something to come is told. */
const yearsAhead = collect(({ text, headings }): readonly RegExpExecArray[] => {
  if (!text.includes('年')) return [];
  return [
    ...text.matchAll(WILL),
    ...text.matchAll(AIM),
    ...headings.flatMap(({ title: { start, end } }) =>
      [...text.matchAll(AHEAD)].filter((match) => match.index >= start && match.index < end),
    ),
  ];
}, isRunning);

export function* pastYears(draft: Draft, piece: Piece): Iterable<DocumentFinding> {
  const now = writtenIn(draft, piece);
  if (now === undefined) return;
  const issued = issuedOn(draft, piece);
  const title = titlesOf(draft).find((each) => each.piece === piece)?.text ?? '';
  const own = [now, ...[...title.matchAll(/20\d{2}/g)].map(([year]) => Number(year))];
  for (const { index, block, items } of yearsAhead(draft, piece)) {
    for (const match of items) {
      const year = Number(match.groups?.year);
      if (year >= Math.min(...own)) continue;
      const [from, to] = sentenceAt(block.text, match.index);
      if (PAST.test(block.text.slice(from, to))) continue;
      const [start, end] = match.indices?.groups?.year ?? [0, 0];
      const span = { start, end };
      yield {
        block: index,
        span,
        message: `${issued ? '成文日期' : '标题'}是${now}年，这里仍是“${match[0]}”`,
        ...(issued ? { related: [{ block: issued.block, span: issued.span, message: '成文日期' }] } : {}),
        fixes: choices(span, String(now)),
      };
    }
  }
}
