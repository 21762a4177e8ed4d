/** Has regular expressions compiled to machine code from the first: a draft tries hundreds of them, each on every line. */
import { setFlagsFromString } from 'node:v8';

/**
 * V8 compiles an expression for its interpreter and, when it is met again, once more to machine code. Here it is met again
 * with the next line, so the first is a waste: a quarter of the time of the first check. To be called when the modules
 * of Node are loaded: their kept code is not taken under other flags.
 */
export function compileExpressionsAtOnce(): void {
  setFlagsFromString('--no-regexp-tier-up');
}
