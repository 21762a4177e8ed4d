/** What is shown over a finding: why it is one, the clause it rests on, and an example of each sort. */
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

/** The hover for the findings at a place, or `undefined` where there is none. */
export function hover({ reports }: Review, { line, character }: Position): Hover | undefined {
  const at = { start: character, end: character };
  const here = reports.filter(({ block, span }) => block === line && contains(span, at));
  const [first] = here;
  if (!first) return undefined;
  const rules = [...new Set(here.map(({ rule }) => rule))];
  return { range: rangeOf(first.block, first.span), contents: rules.map(explain).join('\n\n---\n\n') };
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
