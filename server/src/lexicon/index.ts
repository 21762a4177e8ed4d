/** The built-in word lists, read when first asked for, and what they find in a block. */
import type { Block } from '../document/types';
import { Lexicon, type Match } from './lexicon';
import { LISTS, TRADITIONAL } from './lists';
import { parseRow, type Row } from './row';

let lexicon: Lexicon | undefined;
const kept = new WeakMap<Block, readonly Match[]>();

/** Every row of the built-in lists; a line that begins with `#` names the list of the rows behind it. */
export function* builtInRows(): Iterable<Row> {
  let list = '';
  for (const line of LISTS.trim().split('\n')) {
    if (line.startsWith('#')) list = line.slice(1);
    else yield parseRow(list, line.split('\t'));
  }
  for (let at = 0; at < TRADITIONAL.length; at += 2)
    yield parseRow('traditional', [TRADITIONAL[at] ?? '', TRADITIONAL[at + 1] ?? '']);
}

/** What one list finds in a block; the text is looked through once for all lists. */
export function matchesOf(block: Block, list: string): readonly Match[] {
  let matches = kept.get(block);
  if (!matches) {
    lexicon ??= new Lexicon(builtInRows());
    matches = lexicon.match(block.text).matches;
    kept.set(block, matches);
  }
  return matches.length === 0 ? matches : matches.filter(({ row }) => row.list === list);
}
