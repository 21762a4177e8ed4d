/** Small helpers with which every rule makes its findings and fixes. */
import type { Block, Draft, Role } from '../document/types';
import { memo } from '../text/memo';
import type { Span } from '../text/span';
import type { Fix } from './types';

export { memo } from '../text/memo';

/** The one right replacement of a span. */
export function replace(at: Span, newText: string, title?: string): Fix[] {
  return [{ title: title ?? titleOf(newText), edits: [{ span: at, newText }], preferred: true }];
}

/** Several possible replacements, of which the writer chooses; none is preferred. */
export function choices(at: Span, ...newTexts: readonly string[]): Fix[] {
  return newTexts.map((newText) => ({
    title: titleOf(newText),
    edits: [{ span: at, newText }],
    preferred: false,
  }));
}

/** Words that hold quotation marks stand without others around them. */
function titleOf(newText: string): string {
  if (newText === '') return '删去';
  return /“[^“”]+”/.test(newText) ? `改为：${newText}` : `改为“${newText}”`;
}

/** Keeps what `compute` says of a block for as long as the block lives. */
export function memoByBlock<T>(compute: (block: Block) => T): (block: Block) => T {
  return memo(compute);
}

/** Keeps what `compute` says of a draft: for what several document rules need, so that it is found once for each edit. */
export function memoByDraft<T>(compute: (draft: Draft) => T): (draft: Draft) => T {
  return memo(compute);
}

const PROSE: ReadonlySet<Role> = new Set<Role>([
  'title',
  'caption',
  'salutation',
  'recipient',
  'heading',
  'body',
  'attachment-note',
  'annotation',
]);

/** True for blocks that hold sentences: not blank, code, noise, tables, 版头 or 版记. */
export function isProse(block: Block): boolean {
  return PROSE.has(block.role);
}
