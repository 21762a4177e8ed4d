/** What is shown over a finding (why it is one, the clause it rests on, an example of each sort) and over a formulation. */
import { collocationsOf, formulationAt, type NamedFormulation } from '../rules/policy/_named';
import { AUTHORITIES, GATES, type Rule } from '../rules/types';
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

/** The hover for the findings and the formulation at a place, or `undefined` where there is neither. */
export function hover({ reports, draft }: Review, { line, character }: Position): Hover | undefined {
  const at = { start: character, end: character };
  const here = reports.filter(({ block, span }) => block === line && contains(span, at));
  const named = formulationAt(draft.blocks[line]?.text ?? '', character);
  const span = here[0]?.span ?? named?.span;
  if (!span) return undefined;
  const rules = [...new Set(here.map(({ rule }) => rule))];
  const parts = [...rules.map(explain), ...(named ? [formulationPage(named)] : [])];
  return { range: rangeOf(line, span), contents: parts.join('\n\n---\n\n') };
}

/** The members of a formulation in order, and the words it goes with. */
export function formulationPage({ formulation }: Pick<NamedFormulation, 'formulation'>): string {
  const { title, members, source } = formulation;
  const collocations = collocationsOf(formulation);
  return [
    `**${plainText(title)}**　固定提法`,
    plainText(members.join('、')),
    ...(collocations.length > 0 ? [`搭配：${plainText(collocations.join('；'))}`] : []),
    `依据：${plainText(source)}；以最新的中央文件为准`,
  ].join('\n\n');
}

function explain({ title, why, source, authority, gate, examples }: Rule): string {
  const bad = examples.bad.find(({ text }) => isShort(text));
  const good = bad?.fixed ?? examples.good.map((each) => (typeof each === 'string' ? each : each.text)).find(isShort);
  return [
    `**${plainText(title)}**　${GATES[gate]}`,
    plainText(why),
    `依据：${plainText(source)}（${AUTHORITIES[authority]}）`,
    ...(bad ? [`误例：${plainText(bad.text)}`] : []),
    ...(good && isShort(good) ? [`正例：${plainText(good)}`] : []),
  ].join('\n\n');
}

function isShort(text: string): boolean {
  return text.length <= LONGEST_EXAMPLE && !text.includes('\n');
}
