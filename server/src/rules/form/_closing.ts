/** The closing phrases of each kind, the last paragraphs of a piece, and where they are too long to hold such a phrase. */
import closings from '../../../data/closing-phrases.json';
import type { DocumentKind, Draft, Piece } from '../../document/types';
import { type Line, linesOf, wordsOf } from '../pieces';

const PHRASES: Partial<Record<DocumentKind, readonly string[]>> = closings.phrases;

/** What a kind of document ends with, the usual phrase first; empty for kinds that end in no set words. */
export function closingPhrases(kind: DocumentKind): readonly string[] {
  return PHRASES[kind] ?? [];
}

/** A closing phrase stands by itself and is short. */
const LONGEST_CLOSING = 40;

/** The last `most` paragraphs of text of a piece, in order. */
export function lastParagraphs(draft: Draft, piece: Piece, most: number): Line[] {
  return linesOf(draft, piece, 'body', 'heading').slice(-most);
}

/** Of the last three paragraphs, those that can be a closing phrase: 妥否，请批示。 */
export function closingLines(draft: Draft, piece: Piece): Line[] {
  return lastParagraphs(draft, piece, 3).filter(({ block }) => wordsOf(block).length <= LONGEST_CLOSING);
}
