/** The languages of an editor in which drafts are written. */
import type { Language } from '../document/types';

const LANGUAGES: Readonly<Record<string, Language>> = {
  gongwen: 'gongwen',
  markdown: 'markdown',
  plaintext: 'plaintext',
  text: 'plaintext', // Vim and its kin
};

/** The language a document is read in, or `undefined` for languages that are never drafts. */
export function languageOf(languageId: string): Language | undefined {
  return LANGUAGES[languageId];
}
