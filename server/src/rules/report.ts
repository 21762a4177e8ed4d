/** Small helpers with which every rule makes its findings and fixes. */
import type { Block, Draft, Role } from '../document/types';
import type { Span } from '../text/span';
import type { Fix } from './types';

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

/**
 * Where what is kept of an object stands: a property of the object that no one else sees. Every rule asks for something of
 * every block with every key, and a property is found many times as fast as an entry of a weak map.
 */
const KEPT = Symbol('kept');
let places = 0;
/** Stands for `undefined` that has been computed. */
const NOTHING = Symbol('undefined');

/** Keeps what `compute` says of an object for as long as the object lives. A copy of the object begins anew. */
export function memo<K extends object, T>(compute: (key: K) => T): (key: K) => T {
  const place = places++;
  return (key) => {
    const values = valuesOf(key);
    const before = values[place];
    if (before !== undefined) return (before === NOTHING ? undefined : before) as T;
    const value = compute(key);
    values[place] = value === undefined ? NOTHING : value;
    return value;
  };
}

function valuesOf(key: { [KEPT]?: unknown[] }): unknown[] {
  const values = key[KEPT];
  if (values) return values;
  const fresh = new Array<unknown>(places).fill(undefined);
  Object.defineProperty(key, KEPT, { value: fresh });
  return fresh;
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
