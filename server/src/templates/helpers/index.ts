/** All helpers that templates may use. There are no others: not those of Handlebars, nor any that a template brings. */
import { CONDITION_HELPERS } from './conditions';
import { DATE_HELPERS } from './dates';
import { GAP_HELPERS } from './gaps';
import { LIST_HELPERS } from './lists';
import type { Helper, Helpers } from './types';
import { WORD_HELPERS } from './words';

export { BLOCKS, type BlockName, isBlockName } from './blocks';

/** As the documentation groups them. */
export const HELPER_GROUPS: Readonly<Record<string, Helpers>> = {
  留空和选择: GAP_HELPERS,
  日期: DATE_HELPERS,
  列表和序号: LIST_HELPERS,
  文字和数字: WORD_HELPERS,
  条件: CONDITION_HELPERS,
};

export const HELPERS: ReadonlyMap<string, Helper> = new Map(
  Object.values(HELPER_GROUPS).flatMap((helpers) => Object.entries(helpers)),
);
