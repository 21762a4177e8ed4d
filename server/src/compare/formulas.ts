/** The set words that every document uses: standard formulations with their members, formulas, closing phrases. */
import closings from '../../data/closing-phrases.json';
import formulas from '../../data/compare-formulas.json';
import { WordIndex } from '../lexicon/word-index';
import { allFormulations } from '../rules/policy/_members';
import type { Span } from '../text/span';
import { normalText } from './normal';

/** What is shorter says nothing of where a text comes from, nor of what is a formula in it. */
const SHORTEST = 4;

let index: WordIndex<number> | undefined;

function indexOfFormulas(): WordIndex<number> {
  if (index) return index;
  const made = new WordIndex<number>();
  const phrases = [
    ...formulas.phrases,
    ...Object.values(closings.phrases).flat(),
    ...allFormulations().map(({ members }) => members.join('')),
  ];
  for (const phrase of phrases) {
    const units = textOf(normalText(phrase).units);
    if (units.length >= SHORTEST) made.add(units, units.length);
  }
  index = made;
  return index;
}

/** Where formulas of the lists stand in a text, in its compared units. */
export function formulasIn(units: Uint16Array): Span[] {
  const found: Span[] = [];
  indexOfFormulas().scan(textOf(units), (start, length) => found.push({ start, end: start + length }));
  return found;
}

function textOf(units: Uint16Array): string {
  return Buffer.from(units.buffer, units.byteOffset, units.byteLength).toString('utf16le');
}
