/** The built-in word lists, read when first asked for, and what they find in a block. */
import type { Block } from '../document/types';
import type { Word } from '../segment/types';
import { memo } from '../text/memo';
import { jointIndex } from './joint-index';
import { type Entry, type Match, type Matches, matchesAmong } from './lexicon';
import { LISTS, TRADITIONAL } from './lists';
import { parseRow, type Row } from './row';

/** A form is known by its place: where its line begins in `LISTS`, or for traditional characters the complement of theirs. */
const hitsIn = jointIndex(forms);
const entries = new Map<number, Entry>();

/** The wrong forms of the built-in lists with their places: of most rows no more is ever read. */
function* forms(): Iterable<readonly [form: string, place: number]> {
  let end: number;
  for (let place = 0; place < LISTS.length; place = end + 1) {
    end = endOfLine(place);
    const tab = LISTS.indexOf('\t', place);
    if (tab > place && tab < end && LISTS[place] !== '#') yield [LISTS.slice(place, tab), place];
  }
  for (let at = 0; at < TRADITIONAL.length; at += 2) yield [TRADITIONAL.charAt(at), ~at];
}

function endOfLine(place: number): number {
  const end = LISTS.indexOf('\n', place);
  return end < 0 ? LISTS.length : end;
}

function entryAt(place: number): Entry {
  let entry = entries.get(place);
  if (!entry) {
    const row = rowAt(place);
    entry = { wrong: row.wrong, row };
    entries.set(place, entry);
  }
  return entry;
}

/** A line that begins with `#` names the list of the rows below it. */
function rowAt(place: number): Row {
  if (place < 0) return parseRow('traditional', [TRADITIONAL.charAt(~place), TRADITIONAL.charAt(~place + 1)]);
  const name = LISTS.lastIndexOf('\n#', place) + 2;
  return parseRow(LISTS.slice(name, endOfLine(name)), LISTS.slice(place, endOfLine(place)).split('\t'));
}

/** The rows of the built-in lists. */
export function* builtInEntries(): Iterable<Entry> {
  for (const [, place] of forms()) yield entryAt(place);
}

/** What one list finds in a block; its forms are judged again once the words of the block are known. */
export function matchesOf(block: Block, list: string, words?: readonly Word[]): readonly Match[] {
  const { matches } = allMatches(block, words);
  return matches.length === 0 ? matches : matches.filter(({ row }) => row.list === list);
}

/** True when a list has met forms in the block that need its words. */
export function needsWords(block: Block): boolean {
  return allMatches(block).needsWords;
}

function allMatches(block: Block, words?: readonly Word[]): Matches {
  const matches = matchesIn(block);
  return matches.needsWords ? judgedMatches(block, matches, words) : matches;
}

const matchesIn = memo((block: Block) => matchesWith(block));

/** Of the few blocks with forms that need words, the matches once these have been known. */
const judged = new WeakMap<Block, Matches>();

function judgedMatches(block: Block, before: Matches, words: readonly Word[] | undefined): Matches {
  const matches = judged.get(block) ?? (words && matchesWith(block, words));
  if (!matches) return before;
  judged.set(block, matches);
  return matches;
}

function matchesWith(block: Block, words?: readonly Word[]): Matches {
  const hits = hitsIn(block).map(({ start, value }) => ({ start, value: entryAt(value) }));
  return matchesAmong(hits, block.text, words);
}
