/** Tells which way a double quotation mark should face, where the one that stands there faces the wrong way. */
import { HAN } from './_context';

export interface WrongDirection {
  readonly index: number;
  readonly right: '“' | '”';
}

/** Quoted words are short and hold no end of a sentence; a longer stretch is no evidence for a pair. */
const QUOTED = new RegExp(`^(?=.*[${HAN}A-Za-z0-9])[^。！？；\\n]{1,30}$`, 'u');

/** After these an opening mark follows, and no closing one. */
const BEFORE_OPENING = /^$|[\s：，、（《；]/;

/** Before these a closing mark stands, and no opening one. */
const AFTER_CLOSING = /^$|[，。、；：？！）》]/;

/** A quotation of an earlier paragraph may end here. */
const SENTENCE_END = /^$|[。！？…]/;

/** The paragraph ends with its sentence, and is no line of a wrapped text. */
const WHOLE = /[。！？；：][”’）]?\s*$/;

/**
 * Marks that face the wrong way: `”三农“`, `“三农“`, `”三农”`. Where one turned mark and two missing ones explain the
 * text alike, the mark is turned.
 */
export function wrongDirections(text: string): WrongDirection[] {
  const places = [...text.matchAll(/[“”]/g)].map(({ index }) => index);
  const start = text.search(/[^\s\uFFFC]/);
  const whole = WHOLE.test(text.slice(-20));
  const found: WrongDirection[] = [];
  let open = 0;
  for (let at = 0; at < places.length; at++) {
    const index = places[at] ?? 0;
    if (text[index] === '“') {
      const turned = open === 1 && closesPair(text, places, at);
      if (turned) found.push({ index, right: '”' });
      open = turned ? 0 : open + 1;
    } else if (open > 0) open--;
    else if (index > start && opensPair(text, places, at, whole)) {
      found.push({ index, right: '“' });
      const next = places[at + 1] ?? 0;
      if (text[next] === '”') open = 1;
      else {
        found.push({ index: next, right: '”' });
        at++;
      }
    }
  }
  return found;
}

/** True when the opening mark number `at`, which stands behind another opening mark, should close that pair. */
function closesPair(text: string, places: readonly number[], at: number): boolean {
  const index = places[at] ?? 0;
  const next = places[at + 1];
  if (!QUOTED.test(text.slice((places[at - 1] ?? 0) + 1, index))) return false;
  if (next === undefined || text[next] === '“') return !BEFORE_OPENING.test(text[index - 1] ?? '');
  // “甲“、”乙”: nothing but a divider between the two
  return /^[、，和与及或]{1,2}$/.test(text.slice(index + 1, next)) && text[places[at + 2] ?? -1] === '”';
}

/** True when the closing mark number `at`, which closes nothing, should open a pair with the mark behind it. */
function opensPair(text: string, places: readonly number[], at: number, whole: boolean): boolean {
  const index = places[at] ?? 0;
  const next = places[at + 1];
  const before = text[index - 1] ?? '';
  if (next === undefined || SENTENCE_END.test(before)) return false;
  const words = text.slice(index + 1, next);
  if (!QUOTED.test(words) || /[：:]$/.test(words)) return false;
  if (text[next] === '”') return true;
  if (alternating(text, places, at) % 2 === 1) return false; // a lone mark, and sound pairs behind it
  return whole || BEFORE_OPENING.test(before) || AFTER_CLOSING.test(text[next + 1] ?? '');
}

/** How many marks from number `at` on face the two ways in turn. */
function alternating(text: string, places: readonly number[], at: number): number {
  let end = at + 1;
  while (end < places.length && text[places[end] ?? -1] !== text[places[end - 1] ?? -1]) end++;
  return end - at;
}
