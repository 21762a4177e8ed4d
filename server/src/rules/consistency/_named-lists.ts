/** Formulations told beside their name without a bracket: 经济建设、政治建设、…“五位一体”, “三去一降一补”。落实去产能、…. */

import { matchesIn } from '../../text/matches';
import type { Span } from '../../text/span';
import type { Formulation, Formulations } from '../policy/_members';
import { memo } from '../report';

/** An enumeration that is that of a formulation but for a stranger in it. */
export interface NamedList {
  readonly formulation: Formulation;
  readonly list: Span;
  readonly stranger: string;
}

const QUOTED = /“([^“”]{2,8})”/g;
/** 去产能、去库存、降成本 */
const LIST = /[^，。；：！？“”《》（）()\s、]+(?:、[^，。；：！？“”《》（）()\s、]+){2,}/g;
/** The list that ends where the name begins. */
const LIST_BEFORE = /[^，。；：！？“”《》（）()\s、]+(?:、[^，。；：！？“”《》（）()\s、]+){2,}$/;
/** So near to its name an enumeration is looked for. */
const NEAR = 60;
const FEWEST = 3;
const MOST_STRANGERS = 2;

/** Where two have one name, the first of the table. */
const byName = memo(
  ({ all }: Formulations): ReadonlyMap<string, Formulation> =>
    new Map(all.toReversed().flatMap((each) => [each.title, ...each.names].map((name) => [name, each] as const))),
);

/** The lists of a line with as many items as the formulation that is named beside them, most of which are its members. */
export function* listsBeside(text: string, formulations: Formulations): Iterable<NamedList> {
  for (const match of matchesIn(text, QUOTED)) {
    const formulation = byName(formulations).get(match[1] ?? '');
    if (!formulation || formulation.members.length < FEWEST) continue;
    const from = Math.max(0, match.index - 2 * NEAR);
    const before = LIST_BEFORE.exec(text.slice(from, match.index));
    if (before) yield* judged(before[0], from + before.index, formulation, true);
    const end = match.index + match[0].length;
    for (const list of matchesIn(text.slice(end, end + 2 * NEAR), LIST))
      if (list.index <= NEAR) yield* judged(list[0], end + list.index, formulation);
  }
}

/** @param isWhole the last item ends where the list does: 补短板五大任务 does not */
function* judged(words: string, at: number, formulation: Formulation, isWhole = false): Iterable<NamedList> {
  const { members } = formulation;
  const items = words.split('、');
  if (items.length !== members.length) return;
  const [first = '', last = ''] = [items[0], items.at(-1)];
  // what leads in and what follows: 落实去产能, 补短板五大任务
  const head = members.find((member) => first.endsWith(member));
  const tail = members.find((member) => last.startsWith(member));
  if (head === undefined || (tail === undefined && !isWhole)) return;
  const inner = [head, ...items.slice(1, -1), tail ?? last];
  const strangers = inner.filter((item) => !members.includes(item));
  const missing = members.filter((member) => !inner.includes(member));
  const known = members.length - strangers.length;
  const most = known >= FEWEST && members.length > 4 ? MOST_STRANGERS : 1;
  if (strangers.length === 0 || strangers.length > most || known < Math.max(2, members.length / 2)) return;
  if (strangers.some((item) => !missing.some((member) => areKin(item, member)))) return;
  const start = at + first.length - head.length;
  yield {
    formulation,
    list: { start, end: at + words.length - (tail === undefined ? 0 : last.length - tail.length) },
    stranger: strangers[0] ?? '',
  };
}

/** 去成本 and 降成本, 党的建设 and 生态文明建设: they end alike. */
function areKin(one: string, other: string): boolean {
  return one.slice(-2) === other.slice(-2);
}
