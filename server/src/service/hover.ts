/** What is shown over a finding (what is wrong, why, the clause it rests on, an example of each sort) and over a formulation. */

import type { Report } from '../rules/active';
import type { OwnTables } from '../rules/own-tables';
import { datedSource } from '../rules/policy/_advice';
import { inFull } from '../rules/policy/_members';
import { collocationsOf, formulationAt, type NamedFormulation } from '../rules/policy/_named';
import { AUTHORITIES, type Explanation, GATES, type Rule } from '../rules/types';
import { contains, type Position, type Range } from '../text/span';
import { rangeOf } from './diagnostics';
import type { Review } from './reviews';
import { plainText } from './rule-page';

export interface Hover {
  readonly range: Range;
  /** Markdown. */
  readonly contents: string;
}

/** Examples longer than this are no help in a hover. */
const LONGEST_EXAMPLE = 120;

/** Stands for the end of a line in an example of several lines. */
const LINE_END = ' ↵ ';

/** The Markdown of a link to the page of a rule, for an editor that can follow it. */
export type LinkToRule = (rule: Rule) => string | undefined;

/** What is left to the editor that asks. */
export interface HoverWishes {
  readonly linkTo?: LinkToRule | undefined;
  /** The editor shows the message of a finding above its hover: once is enough. */
  readonly withoutMessage?: boolean;
}

/** The hover for the findings and the formulation at a place, or `undefined` where there is neither. */
export function hover(
  { reports, draft, tables }: Review,
  { line, character }: Position,
  { linkTo, withoutMessage = false }: HoverWishes = {},
): Hover | undefined {
  const at = { start: character, end: character };
  const here = reports.filter(({ block, span }) => block === line && contains(span, at));
  const named = formulationAt(draft.blocks[line]?.text ?? '', character, tables);
  const span = here[0]?.span ?? named?.span;
  if (!span) return undefined;
  const parts = [
    // of several findings the message says which is which
    ...here.map((report) => explain(report, linkTo?.(report.rule), withoutMessage && here.length === 1)),
    ...(named ? [formulationPage(named, tables)] : []),
  ];
  return { range: rangeOf(line, span), contents: parts.join('\n\n---\n\n') };
}

/** The members of a formulation in order, and the words it goes with. */
function formulationPage({ formulation }: Pick<NamedFormulation, 'formulation'>, tables?: OwnTables): string {
  const { title, members, source, since } = formulation;
  const collocations = collocationsOf(formulation, tables);
  return [
    `**${plainText(title)}**　固定提法`,
    plainText(inFull({ members })),
    ...(collocations.length > 0 ? [`搭配：${plainText(collocations.join('；'))}`] : []),
    `依据：${plainText(datedSource(source, since))}；以最新的中央文件为准`,
  ].join('\n\n');
}

function explain({ rule, message, about }: Report, link: string | undefined, withoutMessage: boolean): string {
  const { title, why, authority, gate } = rule;
  const { bad, good } = examplesOf(rule, about);
  return [
    ...(withoutMessage ? [] : [`**${plainText(message)}**`]),
    `${GATES[gate]}　${plainText(title)}。${plainText(why)}`,
    `依据：${plainText(about?.source || rule.source)}（${AUTHORITIES[authority]}）`,
    ...(bad ? [`误例：${plainText(bad)}`] : []),
    ...(good ? [`正例：${plainText(good)}`] : []),
    ...(link ? [link] : []),
  ].join('\n\n');
}

/** Those of the row of a list are nearer to the finding than those of its rule. */
function examplesOf({ examples }: Rule, about: Explanation | undefined): { bad?: string; good?: string } {
  if (about?.bad && about.good) return about;
  const bad = examples.bad.find(({ text }) => isShort(text)) ?? examples.bad[0];
  const goods = examples.good.map((each) => (typeof each === 'string' ? each : each.text));
  const good = bad?.fixed ?? goods.find(isShort) ?? goods[0];
  return {
    ...(bad ? { bad: about?.bad || excerpt(bad.text, bad.found) } : {}),
    ...(good === undefined ? {} : { good: about?.good || excerpt(good, '') }),
  };
}

function isShort(text: string): boolean {
  return text.length <= LONGEST_EXAMPLE && !text.includes('\n');
}

/** On one line, and of a long example what stands around the words it is about. */
function excerpt(text: string, found: string): string {
  const line = text.replaceAll('\n', LINE_END);
  if (line.length <= LONGEST_EXAMPLE) return line;
  const start = Math.max(0, line.indexOf(found.replaceAll('\n', LINE_END)) - LONGEST_EXAMPLE / 2);
  const end = start + LONGEST_EXAMPLE;
  return `${start > 0 ? '……' : ''}${line.slice(start, end)}${end < line.length ? '……' : ''}`;
}
