/**
 * Which lines can hold what a rule looks for, told by single characters: one walk through a line answers for all rules,
 * where each would walk through it with an expression of its own to find nothing in most lines.
 */
import type { Block } from '../document/types';
import { memoByBlock } from './report';

/** So many sets of characters share a walk, as many as there are bits. */
const BITS = 32;

/** Sets of characters, each with a bit of its own. */
class Sets {
  /** By code unit the bits of the sets that have it. */
  readonly #bitsOf = new Int32Array(1 << 16);
  #count = 0;
  #isRead = false;

  /** The bits of all sets of which the line has a character. */
  readonly foundIn = memoByBlock(({ text }): number => {
    this.#isRead = true;
    const bitsOf = this.#bitsOf;
    let found = 0;
    for (let at = 0; at < text.length; at++) found |= bitsOf[text.charCodeAt(at)] ?? 0;
    return found;
  });

  get isClosed(): boolean {
    return this.#isRead || this.#count === BITS;
  }

  add(characters: string): number {
    const bit = 1 << this.#count++;
    for (let at = 0; at < characters.length; at++)
      this.#bitsOf[characters.charCodeAt(at)] = (this.#bitsOf[characters.charCodeAt(at)] ?? 0) | bit;
    return bit;
  }
}

let open = new Sets();

/** True of lines that have one of the characters. To be made once for all lines. */
export function clue(characters: string): (block: Block) => boolean {
  if (open.isClosed) open = new Sets();
  const { foundIn } = open;
  const bit = open.add(characters);
  return (block) => (foundIn(block) & bit) !== 0;
}

/** 2026, 3.5 */
export const hasFigures = clue('0123456789');
/** 三, 十二, 两 */
export const hasHanNumerals = clue('一二三四五六七八九十两');
