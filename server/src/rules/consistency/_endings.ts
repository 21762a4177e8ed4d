/** Where something may stand twice: lines with a sentence that ends in the same words as another of the draft. */
import type { Block } from '../../document/types';
import { collect, collectRepeated } from '../collect';
import { isRunning } from './_lines';

/** What is shorter has no sentence worth telling. */
const SHORTEST = 20;
/** So many characters are compared, marks and blanks between them left out. */
const COMPARED = 12;

/** The sentences of a line by their last words. */
function endingsIn({ text }: Block): readonly number[] {
  const endings: number[] = [];
  if (text.length < SHORTEST) return endings;
  // read from its end, a sentence begins with what it ends in
  let [ending, compared] = [0, 0];
  for (let at = text.length - 1; at >= 0; at--) {
    const unit = text.charCodeAt(at);
    if (isStop(unit)) {
      if (compared > 0) endings.push(ending);
      [ending, compared] = [0, 0];
    } else if (compared < COMPARED && isOfWord(unit)) {
      ending = (Math.imul(ending, 31) + unit) | 0;
      compared++;
    }
  }
  if (compared > 0) endings.push(ending);
  return endings;
}

/** True of 。！？ */
function isStop(unit: number): boolean {
  return unit === 0x3002 || unit === 0xff01 || unit === 0xff1f;
}

/** True of figures, letters and Han characters. */
function isOfWord(unit: number): boolean {
  return unit >= 0x3400 ? unit <= 0x9fff : unit < 0x80 && /[0-9A-Za-z]/.test(String.fromCharCode(unit));
}

/** Different endings are seldom one number, and what is read in such a line is compared word for word. */
export const repeatedLines = collectRepeated(collect(endingsIn, isRunning), (ending) => ending);
