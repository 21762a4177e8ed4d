/** Tells which way a double quotation mark should face, where the one that stands there faces the wrong way. */
import { HAN } from './_context';

export interface WrongDirection {
  readonly index: number;
  readonly right: '“' | '”';
  /** False when the mark may also be one half of a pair whose other half is missing. */
  readonly certain: boolean;
}

/** Quoted words are short and hold no end of a sentence; a longer stretch is no evidence for a pair. */
const QUOTED = new RegExp(`^(?=.*[${HAN}A-Za-z0-9])[^。！？；\\n]{1,30}$`, 'u');

/** After these an opening mark follows, and no closing one. */
const BEFORE_OPENING = /^$|[\s：，、（《。；]/;

/** Before these a closing mark stands, and no opening one. */
const AFTER_CLOSING = /^$|[，。、；：？！）》]/;

/** Marks that face the wrong way: `”三农“`, `“三农“`, `”三农”`. */
export function wrongDirections(text: string): WrongDirection[] {
  const places = [...text.matchAll(/[“”]/g)].map(({ index }) => index);
  const found: WrongDirection[] = [];
  const start = text.search(/[^\s\uFFFC]/);
  let open = 0;
  for (let at = 0; at < places.length; at++) {
    const index = places[at] ?? 0;
    const mark = text[index];
    const next = places[at + 1];
    const facing = next === undefined ? '' : (text[next] ?? '');
    const before = text[index - 1] ?? '';
    const after = text[index + 1] ?? '';
    if (mark === '“') {
      if (open === 1 && closesPair(text, places, at)) {
        found.push({ index, right: '”', certain: !BEFORE_OPENING.test(before) || AFTER_CLOSING.test(after) });
        open = 0;
      } else open++;
    } else if (open > 0) {
      open--;
    } else if (index === start) {
    } else if (next !== undefined && QUOTED.test(text.slice(index + 1, next))) {
      const opening = BEFORE_OPENING.test(before) && !AFTER_CLOSING.test(after);
      const following = text[places[at + 2] ?? -1] ?? '';
      if (facing === '”') {
        found.push({ index, right: '“', certain: opening });
        open = 1;
      } else if (following !== '”' || (following === '”' && text[places[at + 3] ?? -1] === '“')) {
        const closing = AFTER_CLOSING.test(text[next + 1] ?? '');
        found.push({ index, right: '“', certain: opening || closing });
        found.push({ index: next, right: '”', certain: opening || closing });
        at++;
      }
    }
  }
  return found;
}

/** True when the opening mark number `at`, which stands behind another opening mark, should close that pair. */
function closesPair(text: string, places: readonly number[], at: number): boolean {
  const index = places[at] ?? 0;
  const previous = places[at - 1] ?? 0;
  if (!QUOTED.test(text.slice(previous + 1, index))) return false;
  const next = places[at + 1];
  if (next === undefined || text[next] === '“') return !BEFORE_OPENING.test(text[index - 1] ?? '');
  // “甲“、”乙”: nothing but a divider between the two
  return /^[、，和与及或]{1,2}$/.test(text.slice(index + 1, next)) && text[places[at + 2] ?? -1] === '”';
}
