/** All helpers that templates may use. There are no others: not those of Handlebars, nor any that a template brings. */
import { CONDITION_HELPERS } from './conditions';
import { DATE_HELPERS } from './dates';
import { GAP_HELPERS } from './gaps';
import { LIST_HELPERS } from './lists';
import type { Helper } from './types';
import { WORD_HELPERS } from './words';

export const HELPERS: ReadonlyMap<string, Helper> = new Map(
  Object.entries({ ...DATE_HELPERS, ...LIST_HELPERS, ...WORD_HELPERS, ...GAP_HELPERS, ...CONDITION_HELPERS }),
);

/** The blocks that templates may use, with one example each. */
export const BLOCKS = ['if', 'unless', 'each'] as const;
export type BlockName = (typeof BLOCKS)[number];

export function isBlockName(name: string): name is BlockName {
  return (BLOCKS as readonly string[]).includes(name);
}
