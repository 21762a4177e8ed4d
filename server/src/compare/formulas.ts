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

/** What stands for a number in a pattern, and for a few words; no words are matched by everything else. */
const SLOTS: Readonly<Record<string, string>> = { '＃': '[0一二三四五六七八九十百千万零〇]{1,12}', '～': '.{0,12}?' };

let patterns: readonly RegExp[] | undefined;

/** 处一万元以上十万元以下的罚款 for 处～＃元以上＃元以下～罚款 */
function allPatterns(): readonly RegExp[] {
  patterns ??= [formulas.patterns.statutes, formulas.patterns.reports, formulas.patterns.organs]
    .flat()
    .map((pattern) => {
      const parts = pattern.split(/([＃～])/).map((part) => SLOTS[part] ?? textOf(normalText(part).units));
      return new RegExp(parts.join(''), 'g');
    });
  return patterns;
}

/** Where formulas of the lists stand in a text, in its compared units. */
export function formulasIn(units: Uint16Array): Span[] {
  const found: Span[] = [];
  const text = textOf(units);
  indexOfFormulas().scan(text, (start, length) => found.push({ start, end: start + length }));
  for (const pattern of allPatterns())
    for (const { index, 0: words } of text.matchAll(pattern)) found.push({ start: index, end: index + words.length });
  return found;
}

function textOf(units: Uint16Array): string {
  return Buffer.from(units.buffer, units.byteOffset, units.byteLength).toString('utf16le');
}
