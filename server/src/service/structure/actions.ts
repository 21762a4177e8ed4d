/** What can be done with the section whose heading the cursor is on. */
import type { Draft } from '../../document/types';
import type { Range } from '../../text/span';
import type { TextEdit } from '../diagnostics';
import { perform } from './perform';
import type { StructureOperation } from './types';

export interface StructureAction {
  readonly operation: StructureOperation;
  readonly edits: readonly TextEdit[];
}

/** The operations that have something to do; none but for a cursor without selection in the line of a heading. */
export function structureActions(draft: Draft, text: string, { start, end }: Range): StructureAction[] {
  const { line } = start;
  if (end.line !== line || end.character !== start.character) return [];
  if (!draft.blocks[line]?.headings.some(({ atLineStart }) => atLineStart)) return [];
  const lines = [line];
  const operations: StructureOperation[] = [
    { type: 'up', lines },
    { type: 'down', lines },
    { type: 'promote', lines },
    { type: 'demote', lines },
    { type: 'insertSibling', line },
    { type: 'merge', line },
  ];
  return operations
    .map((operation) => ({ operation, edits: perform(draft, text, operation).edits }))
    .filter(({ edits }) => edits.length > 0);
}
