/** Years that do not fit: 今年（2025年） in a document of 2026, 2025年是“十四五”开局之年, 今年是建党100周年. */
import type { Block, Draft, Piece } from '../../document/types';
import { parseHanNumeral } from '../../text/chars';
import type { Span } from '../../text/span';
import { clue } from '../clues';
import type { Holding } from '../collect';
import { choices } from '../report';
import { readTable, wordsOf } from '../table';
import type { DocumentFinding } from '../types';
import { collectDated, type DatedLine, type Day, isRunning, tellsFigures, unquoted } from './_lines';

/** 上年 and 本年 are those of the year that a report is on. */
const OFFSETS: Readonly<Record<string, number>> = { 前: -2, 去: -1, 今: 0, 明: 1, 后: 2 };
const RELATIVE = '(?<relative>[前去今明后])年';
/** 今年（2026年）, 去年（即2025年）, 2026年（今年） */
const EQUATED = [
  new RegExp(`${RELATIVE}度?[（(]即?(?<year>(?:19|20)\\d{2})年?[）)]`, 'dg'),
  new RegExp(`(?<!\\d)(?<year>(?:19|20)\\d{2})年[（(]即?${RELATIVE}[）)]`, 'dg'),
  new RegExp(`${RELATIVE}(?:也)?就?是(?<year>(?:19|20)\\d{2})年(?=[，。；])`, 'dg'),
];
/** 2026年是, 今年恰逢, 明天是: a sentence about what this year is. */
const SUBJECT =
  /(?:(?:(?<![\d—–-])(?<year>(?:19|20)\d{2})|(?<relative>[去今明]))年|(?<today>[昨今明][天日]))(?:\d{1,2}月\d{1,2}日，?)?[^\d，。；！？去今明]{0,6}(?:不仅|既|将)?(?:是|恰逢|适逢|正值|迎来)/dg;
/** “十四五”规划的收官之年; the year of a plan counted from its first. */
const PLAN_YEAR =
  /“?(?<plan>十[一二三四五六七八]?)五”?(?:时期|规划|计划|发展|建设|实施|纲要|目标|任务|蓝图|征程|的|和){0,6}(?<which>开局|起步|收官|首|第[一二三四五]|最后一|关键(?=之)|攻坚(?=之)|承上启下(?=之))(?:之)?年/g;
const WHICH: Readonly<Record<string, number>> = { 开局: 1, 起步: 1, 首: 1, 收官: 5, 最后一: 5 };
/** 关键之年: any of the five. */
const ANY = /关键|攻坚|承上启下/;
const EVENTS = readTable('consistency/founding-years').flatMap((row) =>
  wordsOf(row('event')).map((event): readonly [string, number] => [event, Number(row('year'))]),
);
const FOUNDED = new Map(EVENTS);
/** 中国共产党成立105周年, 改革开放四十周年 */
const ANNIVERSARY = new RegExp(
  `(?<event>${EVENTS.map(([event]) => event)
    .sort((a, b) => b.length - a.length)
    .join('|')})(?<count>\\d{1,3}|[一二三四五六七八九十百零]{1,5})周年`,
  'dg',
);

const EQUATED_TRACE = /年度?[（(]|是(?:20|19)/;
const CLAIM_TRACE = /[之周首一二三四五]年/;

interface Told {
  readonly span: Span;
  readonly relative: string | undefined;
  readonly year: number | undefined;
}

/** 今年（2026年）: the years that it makes this one. */
interface Equated extends Told {
  readonly base: number;
}

const hasYear = clue('年');
const mayTell = (block: Block) => tellsFigures(block) && hasYear(block);

const equatedIn = collectDated((block): readonly Equated[] => {
  if (!EQUATED_TRACE.test(block.text)) return [];
  const text = unquoted(block);
  return EQUATED.flatMap((pattern) =>
    [...text.matchAll(pattern)].map((match) => {
      const { relative = '', year } = match.groups ?? {};
      const [start = 0, end = 0] = match.indices?.groups?.year ?? [];
      return { span: { start, end }, relative, year: Number(year), base: Number(year) - (OFFSETS[relative] ?? 0) };
    }),
  );
}, mayTell);

/** What a year is said to be, with the year it would have to be. */
const claimsIn = collectDated(
  (block): readonly (Told & Claim)[] => {
    if (!CLAIM_TRACE.test(block.text)) return [];
    const { text } = block;
    const subjects = [...unquoted(block).matchAll(SUBJECT)];
    return subjects.flatMap((subject, order) => {
      const from = subject.index + subject[0].length;
      const stop = /[。；！？]|\d{4}年|[去今明]年/.exec(text.slice(from));
      const end = Math.min(stop ? from + stop.index : text.length, subjects[order + 1]?.index ?? text.length);
      const { year, today } = subject.groups ?? {};
      // 明天是建党105周年 is of this year
      const relative = today ? '今' : subject.groups?.relative;
      const [start = 0] = subject.indices?.groups?.[year ? 'year' : today ? 'today' : 'relative'] ?? [];
      const span = { start, end: start + (year?.length ?? 2) };
      const told = { span, relative, year: year === undefined ? undefined : Number(year) };
      return predicates(text.slice(from, end)).flatMap((said) =>
        [...plansIn(said), ...anniversariesIn(said)].map((claim) => ({ ...told, ...claim })),
      );
    });
  },
  (block) => isRunning(block) && hasYear(block),
);

/** What is said of the year itself: ，是 and ，也是 go on with it; 以优异成绩迎接建党100周年 speaks of another. */
function predicates(said: string): string[] {
  const clauses = said.split('，');
  const last = clauses.findIndex(
    (clause, order) => order > 0 && !/^(?:也|又|还|更|同时|既)*(?:是|恰逢|适逢|正值|迎来)/.test(clause),
  );
  return clauses
    .slice(0, last < 0 ? clauses.length : last)
    .filter((clause) => !/迎接|献礼|筹备|准备|谋划|衔接/.test(clause));
}

interface Claim {
  readonly right: number;
  /** The last year it may be, where that is another. */
  readonly last?: number;
  readonly what: string;
}

function plansIn(said: string): Claim[] {
  return [...said.matchAll(PLAN_YEAR)].map(({ 0: what, groups: { plan = '', which = '' } = {} }) => {
    const before = 1950 + 5 * (parseHanNumeral(plan) ?? 0);
    if (ANY.test(which)) return { right: before + 1, last: before + 5, what };
    return { right: before + (WHICH[which] ?? parseHanNumeral(which.slice(1)) ?? 1), what };
  });
}

function anniversariesIn(said: string): Claim[] {
  return [...said.matchAll(ANNIVERSARY)].flatMap(({ 0: what, groups: { event = '', count = '' } = {} }) => {
    const number = /\d/.test(count) ? Number(count) : parseHanNumeral(count);
    const founded = FOUNDED.get(event);
    return number === undefined || founded === undefined ? [] : { right: founded + number, what };
  });
}

/** A text is written some weeks before or after the turn of the year. */
function fits(base: number, { year, month }: Day): boolean {
  return base === year || (month === 1 && base === year - 1) || (month >= 11 && base === year + 1);
}

function fitsAny(first: number, last: number, offset: number, day: Day): boolean {
  return Array.from({ length: last - first + 1 }, (_, each) => first + each - offset).some((year) => fits(year, day));
}

export function* wrongYears(draft: Draft, piece: Piece, issued: DatedLine | undefined): Iterable<DocumentFinding> {
  yield* equated(equatedIn(draft, piece), issued);
  for (const { index, items } of claimsIn(draft, piece)) {
    for (const { span, relative, year, right, last, what } of items) {
      const years = last === undefined ? `是${right}年` : `在${right}年至${last}年`;
      if (year !== undefined) {
        if (year >= right && year <= (last ?? right)) continue;
        yield {
          block: index,
          span,
          message: `${what}${years}，不是${year}年`,
          ...(last === undefined ? { fixes: choices(span, String(right)) } : {}),
        };
      } else if (issued && relative && !fitsAny(right, last ?? right, OFFSETS[relative] ?? 0, issued.day)) {
        yield {
          block: index,
          span,
          message: `${what}${years}，与成文日期所在的${issued.day.year}年不符`,
          related: [{ block: issued.block, span: issued.span, message: '成文日期' }],
        };
      }
    }
  }
}

function* equated(lines: readonly Holding<Equated>[], issued: DatedLine | undefined): Iterable<DocumentFinding> {
  let first: { readonly block: number; readonly span: Span; readonly base: number; readonly words: string } | undefined;
  for (const { index, items } of lines) {
    for (const { span, relative, year, base } of items) {
      const words = `${relative}年（${year}年）`;
      if (issued) {
        if (fits(base, issued.day)) continue;
        yield {
          block: index,
          span,
          message: `“${words}”与成文日期所在的${issued.day.year}年不符`,
          fixes: choices(span, String(issued.day.year + (OFFSETS[relative ?? ''] ?? 0))),
          related: [{ block: issued.block, span: issued.span, message: '成文日期' }],
        };
      } else if (first && first.base !== base) {
        yield {
          block: index,
          span,
          message: `“${words}”与前文“${first.words}”矛盾`,
          fixes: choices(span, String(first.base + (OFFSETS[relative ?? ''] ?? 0))),
          related: [{ block: first.block, span: first.span, message: `前文“${first.words}”` }],
        };
      }
      first ??= { block: index, span, base, words };
    }
  }
}
