/** Names of units that the draft signs with or is sent to, where the first characters of one have been typed. */
import { isOrgan } from '../../document/line-form';
import type { Role } from '../../document/types';
import { wordsOf } from '../../rules/pieces';
import { memoByBlock } from '../../rules/report';
import { isHan } from '../../text/chars';
import { type Completion, type Place, proposal } from './place';

const FEWEST_TYPED = 2;
const SHORTEST = 4;
const NAMING: ReadonlySet<Role> = new Set<Role>(['signature', 'recipient']);
/** A name begins behind one of these though it is a Han character. */
const LEADS = '由向与和同报送请经对在及按';

const unitsOf = memoByBlock((block): readonly string[] =>
  NAMING.has(block.role)
    ? wordsOf(block)
        .split(/[、，,：:\s　]+/)
        .filter((name) => name.length >= SHORTEST && !name.startsWith('各') && isOrgan(name))
    : [],
);

export function units(place: Place): Completion[] {
  const { draft, line, before, after } = place;
  const all = new Set(draft.blocks.flatMap((block, index) => (index === line ? [] : unitsOf(block))));
  return [...all].flatMap((name) => {
    const typed = typedOf(name, before);
    if (typed === 0 || after.startsWith(name.slice(typed))) return [];
    return proposal(place, before.length - typed, 0, {
      kind: 'unit',
      label: name,
      detail: '本文用过的单位名称',
      newText: name,
    });
  });
}

/** How many characters of the name stand before the place; 0 where it is not certain that they begin it. */
function typedOf(name: string, before: string): number {
  for (let typed = Math.min(name.length - 1, before.length); typed >= FEWEST_TYPED; typed--) {
    if (!before.endsWith(name.slice(0, typed))) continue;
    const lead = before.at(-typed - 1);
    return isHan(lead) && !LEADS.includes(lead ?? '') ? 0 : typed;
  }
  return 0;
}
