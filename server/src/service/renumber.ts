/** Renumbers a draft at the writer's word: every 结构层次序数 counts up from the one before it. */
import type { Draft } from '../document/types';
import { renumberAll } from '../rules/heading/_series';
import { toTextEdit } from './diagnostics';
import type { Mended } from './fix-all';

/** The edits, one for each heading that gets another number. */
export function renumber(draft: Draft): Mended {
  const edits = renumberAll(draft).map((edit) => toTextEdit(draft, edit, edit.block ?? 0));
  return { edits, mended: edits.length };
}
