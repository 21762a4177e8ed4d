/** The word lists of the punctuation rules, from the data file to sources of regular expressions. */
import lists from '../../../data/punctuation-words.json';

export type WordList = keyof typeof lists;

/** Alternatives for a regular expression, the longer word first: `资格证书|资格证`. */
export function anyOf(list: WordList): string {
  return alternatives(lists[list].words.split(' '));
}

/** What follows the first character of each word: `平|谐` for 和平 and 和谐. */
export function anyTailOf(list: WordList): string {
  return alternatives(lists[list].words.split(' ').map((word) => word.slice(1)));
}

function alternatives(words: readonly string[]): string {
  return [...new Set(words)].sort((a, b) => b.length - a.length).join('|');
}
