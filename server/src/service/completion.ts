/** What a writer may want next: proposals at clear places only, silence in the middle of ordinary typing. */
import type { Block, Draft, Role } from '../document/types';
import type { OwnTables } from '../rules/own-tables';
import type { Position } from '../text/span';
import { cited } from './completion/citations';
import { closings } from './completion/closings';
import { membersOf } from './completion/formulations';
import { nextNumbers } from './completion/numbers';
import type { Completion, Place } from './completion/place';
import { snippets } from './completion/snippets';
import { units } from './completion/units';

export type { Completion } from './completion/place';

/**
 * Characters after which an editor asks by itself: a title, a bracket, a name, a list, a number, a closing phrase, and
 * letters, which in a Chinese draft are mostly the initials of a phrase. An input method keeps its letters to itself.
 */
export const TRIGGERS = [...'《（(”、此否二三四五六七八九十23456789abcdefghijklmnopqrstuvwxyz'];

const NO_PROSE: ReadonlySet<Role> = new Set<Role>(['code', 'table', 'noise']);

/**
 * The proposals at a place, the likeliest first.
 * @param triggered the editor asks because of a character, not because the writer wants to know
 */
export function completions(
  draft: Draft,
  { line, character }: Position,
  triggered: boolean,
  tables?: OwnTables,
): Completion[] {
  const block = draft.blocks[line];
  const piece = draft.pieces.find(({ start, end }) => start <= line && line < end);
  if (!block || !piece || NO_PROSE.has(block.role)) return [];
  const { source } = block;
  const place: Place = {
    draft,
    piece,
    line,
    before: source.slice(0, character),
    after: source.slice(character),
    tables,
  };
  return [
    ...nextNumbers(place),
    ...closings(place),
    ...(triggered && isHeadingOnly(block) ? [] : membersOf(place)),
    ...cited(place),
    ...(triggered ? [] : units(place)),
    ...snippets(place, triggered),
  ];
}

/** 一、增强“四个意识”: the next key is Enter, which would take what is proposed. */
function isHeadingOnly({ role, headings }: Block): boolean {
  return role === 'heading' && !headings.some(({ runIn }) => runIn);
}
