/** What a conversion is: one way to write again what stands under the cursor, or the selected lines. */
import type { Span } from '../../text/span';
import type { TextEdit } from '../diagnostics';

/** 条目, 段落, 数字, 日期, 金额, 标题. */
export type ConversionKind = 'list' | 'paragraph' | 'number' | 'date' | 'amount' | 'title';

export interface Conversion {
  readonly kind: ConversionKind;
  /** Chinese, as titles of fixes are. */
  readonly title: string;
  readonly edits: readonly TextEdit[];
}

/** Words in a line that can be written otherwise. */
export interface Rewriting extends Span {
  readonly kind: ConversionKind;
  readonly forms: readonly { readonly title: string; readonly newText: string }[];
}

/** 改为“…”, each form once and none that stands there already. */
export function formsOf(now: string, ...texts: readonly (string | undefined)[]): Rewriting['forms'] {
  const others = new Set(texts.filter((text) => text !== undefined && text !== now));
  return [...others].map((newText = '') => ({ title: `改为“${newText}”`, newText }));
}
