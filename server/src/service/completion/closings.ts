/** The phrase that ends this kind of document, on a line just begun with nothing below it but signature and date. */
import type { Role } from '../../document/types';
import { closingLines, closingPhrases, lastParagraphs } from '../../rules/form/_closing';
import { wordsOf } from '../../rules/pieces';
import { type Completion, lineBegun, type Place, proposal } from './place';

const BELOW: ReadonlySet<Role> = new Set<Role>([
  'blank',
  'attachment-note',
  'signature',
  'date',
  'annotation',
  'imprint',
  'noise',
]);

export function closings(place: Place): Completion[] {
  const begun = lineBegun(place);
  if (!begun) return [];
  const { draft, piece, line, before } = place;
  const phrases = closingPhrases(piece.kind);
  if (phrases.length === 0 || draft.blocks.slice(line + 1, piece.end).some(({ role }) => !BELOW.has(role))) return [];
  // a document that has its closing phrase needs no other
  const ended = closingLines(draft, piece).some(({ index, block }) => index !== line && ends(wordsOf(block), phrases));
  if (ended) return [];
  const last = lastParagraphs(draft, piece, 2).findLast(({ index }) => index < line);
  if (!last) return [];
  const indent = begun.indent === '' ? last.block.source.slice(0, last.block.content.start) : '';
  return phrases
    .filter((phrase) => phrase.startsWith(begun.words) && phrase !== begun.words)
    .map((phrase) =>
      proposal(place, before.length - begun.words.length, 0, {
        kind: 'phrase',
        label: phrase,
        detail: '结束语',
        newText: (/^[\s　]*$/.test(indent) ? indent : '') + phrase,
        filterText: phrase,
      }),
    );
}

/** With or without the mark that ends the phrase. */
function ends(words: string, phrases: readonly string[]): boolean {
  return phrases.some((phrase) => words.includes(phrase.slice(0, -1)));
}
