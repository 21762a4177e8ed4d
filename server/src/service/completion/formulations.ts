/** The members of a standard formulation: after its name, and where the enumeration of them has begun. */
import { datedSource } from '../../rules/policy/_advice';
import { type Formulation, formulationsOf, inFull } from '../../rules/policy/_members';
import { formulationBefore } from '../../rules/policy/_named';
import { type Completion, type Place, proposal } from './place';

/** So many members in order are no chance. */
const FEWEST = 2;

export function membersOf(place: Place): Completion[] {
  return [...afterName(place), ...afterMembers(place)];
}

/** “四个意识”| */
function afterName(place: Place): Completion[] {
  const { before, after, tables } = place;
  const named = formulationBefore(before, before.length, tables);
  if (!named) return [];
  const { formulation, span } = named;
  const members = inFull(formulation);
  if (before.includes(members) || after.includes(members)) return [];
  const detail = `“${formulation.title}”的全部内容${sourceOf(formulation)}`;
  return [
    proposal(place, span.start, 0, {
      kind: 'phrase',
      label: members,
      detail,
      newText: members,
      filterText: before.slice(span.start),
    }),
    proposal(place, before.length, 0, { kind: 'phrase', label: `（${members}）`, detail, newText: `（${members}）` }),
  ];
}

/** 增强政治意识、大局意识、| */
function afterMembers(place: Place): Completion[] {
  const { before, after, tables } = place;
  const comma = before.lastIndexOf('、');
  if (comma < 0) return [];
  const listed = before.slice(0, comma);
  const begun = before.slice(comma + 1);
  return formulationsOf(tables).all.flatMap((formulation) => {
    const { title, members } = formulation;
    const count = members.findLastIndex(
      (member, index) =>
        index >= FEWEST - 1 &&
        index < members.length - 1 &&
        listed.endsWith(member) &&
        listed.endsWith(members.slice(0, index + 1).join('、')),
    );
    const rest = members.slice(count + 1);
    if (count < 0 || !rest[0]?.startsWith(begun) || rest.some((member) => after.includes(member))) return [];
    const newText = rest.join('、');
    return proposal(place, comma + 1, 0, {
      kind: 'phrase',
      label: newText,
      detail: `“${title}”的其余内容${sourceOf(formulation)}`,
      newText,
    });
  });
}

/** （党的二十大报告，2022年） */
function sourceOf({ source, since }: Formulation): string {
  const dated = datedSource(source, since);
  return dated === '' ? '' : `（${dated}）`;
}
