/** Where sections go that are dropped on a line of the outline: a tree only says on which, not above or below it. */
import type { Place } from '../../../server/src/lsp/messages';
import { above, type Entry, inOrder } from './entries';

/**
 * On a heading of a higher level, or on the title: to the end of what it holds. On any other heading: to its place, which
 * is behind it when dragged downwards and before it when dragged upwards; from another draft, behind it.
 * @param sections the uppermost of those dragged, in order, all of one draft
 * @returns `undefined` where nothing is to be done: on itself, or on something inside it
 */
export function placeOf(sections: readonly Entry[], target: Entry): Place | undefined {
  const [first] = sections;
  const on = holderOf(target);
  if (!first || !on) return undefined;
  if ([on, ...above(on)].some((each) => sections.includes(each))) return undefined;
  const { line, level } = on.item;
  if (level < Math.min(...sections.map(({ item }) => item.level))) return { into: line };
  return first.draft === on.draft && inOrder(on, first) < 0 ? { before: line } : { after: line };
}

/** Where a copy goes: behind the heading, or to the end of what a higher one holds. */
export function placeOfCopy(level: number, target: Entry): Place | undefined {
  const on = holderOf(target);
  if (!on) return undefined;
  return on.item.level < level ? { into: on.item.line } : { after: on.item.line };
}

/** The end of a draft: of its title, or behind its last section where it has none. */
export function endOf(entries: readonly Entry[]): Place | undefined {
  const title = entries.find(({ item }) => item.level === 0);
  if (title) return { into: title.item.line };
  const last = entries.findLast(({ item }) => item.movable);
  return last && { after: last.item.line };
}

/** A point inside a paragraph stands for the section that holds it. */
function holderOf(entry: Entry): Entry | undefined {
  let holder: Entry | undefined = entry;
  while (holder && !holder.item.movable && holder.item.level > 0) holder = holder.parent;
  return holder;
}
