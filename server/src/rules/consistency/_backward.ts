/** A number told behind the points it is of: 一是…。二是…。以上三条做法. */
import type { Draft } from '../../document/types';
import { collect } from '../collect';
import { choices, isProse } from '../report';
import type { DocumentFinding } from '../types';
import { COUNT, countOf } from './_announced';
import { type PlacedOrdinal, stretchesOf } from './_points';
import { like } from './_tally';

/** 以上三条做法, 上述两点 */
const ABOVE = new RegExp(`(?:以上|上述)(?<name>(?<numeral>${COUNT})(?:个|条|点|项|方面)\\p{Script=Han}{0,4})`, 'dgu');

const aboveIn = collect((block) =>
  isProse(block) && /以上|上述/.test(block.text) ? [...block.text.matchAll(ABOVE)] : [],
);

export function* backwardSlips(draft: Draft): Iterable<DocumentFinding> {
  for (const { index: block, items } of aboveIn(draft)) {
    for (const match of items) {
      const { name = '', numeral = '' } = match.groups ?? {};
      const [start = 0] = match.indices?.groups?.name ?? [];
      const count = countOf(numeral);
      const runs = runsBefore(draft, block, start);
      const points = runs[0];
      if (!points || count === undefined || runs.some(({ length }) => length === count)) continue;
      const words = name.slice(0, numeral.length + 1);
      yield {
        block,
        span: { start, end: start + words.length },
        severity: 'info',
        message: `这里说“${words}”，前面列了${points.length}条`,
        related: points.map((each) => ({ block, span: each.span, message: each.words })),
        fixes: choices({ start, end: start + numeral.length }, like(numeral, points.length)),
      };
    }
  }
}

/** The series of the paragraph that are told whole before a place, of each style one. */
function runsBefore(draft: Draft, block: number, at: number): PlacedOrdinal[][] {
  const runs = new Map<string, PlacedOrdinal[]>();
  const ordinals = stretchesOf(draft).find(({ start, end }) => block >= start && block < end)?.ordinals ?? [];
  for (const each of ordinals) {
    if (each.block !== block || each.span.start >= at || each.style === 'xian') continue;
    if (each.value === 1) runs.set(each.style, [each]);
    else if (runs.get(each.style)?.at(-1)?.value === each.value - 1) runs.get(each.style)?.push(each);
  }
  return [...runs.values()].filter(({ length }) => length > 1);
}
