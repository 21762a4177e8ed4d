/** Fingerprints of a text: hashes of short runs of characters, chosen so that equal stretches have equal ones. */

/** Characters that one fingerprint is made of. */
export const RUN = 6;
/** Of so many runs in a row at least one is chosen: an equal stretch of `RUN + WINDOW - 1` characters never goes unseen. */
const WINDOW = 4;

const BASE = 0x01000193;
/** `BASE` to the power of `RUN`, as 32-bit integers multiply. */
const LEAVING = Array.from({ length: RUN }).reduce<number>((power) => Math.imul(power, BASE), 1);

/** The hash of every run, in the order of the text: runs that are equal have equal ones. */
export function runHashes(units: Uint16Array): Uint32Array {
  const hashes = new Uint32Array(Math.max(0, units.length - RUN + 1));
  let rolling = 0;
  for (let at = 0; at < units.length; at++) {
    rolling = (Math.imul(rolling, BASE) + (units[at] ?? 0)) | 0;
    if (at >= RUN) rolling = (rolling - Math.imul(units[at - RUN] ?? 0, LEAVING)) | 0;
    if (at >= RUN - 1) hashes[at - RUN + 1] = scrambled(rolling);
  }
  return hashes;
}

/** Spreads what a sum of few characters leaves close together. */
function scrambled(value: number): number {
  let mixed = value ^ (value >>> 16);
  mixed = Math.imul(mixed, 0x85ebca6b);
  mixed ^= mixed >>> 13;
  mixed = Math.imul(mixed, 0xc2b2ae35);
  return (mixed ^ (mixed >>> 16)) >>> 0;
}

/**
 * Where the chosen runs begin: of each `WINDOW` runs in a row the one with the smallest hash, and of equal ones the last
 * (winnowing: Schleimer, Wilkerson, Aiken 2003).
 */
export function chosenRuns(hashes: Uint32Array): number[] {
  const chosen: number[] = [];
  let smallest = -1;
  for (let end = Math.min(WINDOW, hashes.length); end <= hashes.length && end > 0; end++) {
    const start = Math.max(0, end - WINDOW);
    const last = end - 1;
    if (smallest >= start) {
      if ((hashes[last] ?? 0) > (hashes[smallest] ?? 0)) continue;
      smallest = last;
    } else {
      smallest = start;
      for (let at = start + 1; at < end; at++) if ((hashes[at] ?? 0) <= (hashes[smallest] ?? 0)) smallest = at;
    }
    chosen.push(smallest);
  }
  return chosen;
}

/** The fingerprints of a text, in its order. */
export function fingerprints(units: Uint16Array): Uint32Array {
  const hashes = runHashes(units);
  return Uint32Array.from(chosenRuns(hashes), (at) => hashes[at] ?? 0);
}
