/** Text as it is compared: the characters that say something, without punctuation, blanks and differences of width. */

/** Full-width forms ！ to ～ lie at this distance from ASCII. */
const FULL_WIDTH = 0xfee0;

let folds: Uint16Array | undefined;

/** For each code unit the one it is compared as; 0 for those that do not count. */
function foldsOfUnits(): Uint16Array {
  if (folds) return folds;
  folds = new Uint16Array(0x10000);
  for (let unit = 0; unit < 0x10000; unit++) {
    // halves of surrogate pairs are rare characters of names
    if (unit >= 0xd800 && unit < 0xe000) folds[unit] = unit;
    else if (/[\p{L}\p{N}]/u.test(String.fromCharCode(unit))) folds[unit] = fold(unit);
  }
  return folds;
}

function fold(unit: number): number {
  const narrow = unit > 0xff00 && unit < 0xff5f ? unit - FULL_WIDTH : unit;
  return narrow < 0x80 ? String.fromCharCode(narrow).toLowerCase().charCodeAt(0) : narrow;
}

/** Code units that are compared, and where each stands in its text. */
export interface NormalText {
  readonly units: Uint16Array;
  /** Offset in the text, for each unit. */
  readonly offsets: Uint32Array;
}

/** Full-width letters become half-width, capitals small; everything but letters, Han characters and digits is left out. */
export function normalText(text: string): NormalText {
  const to = foldsOfUnits();
  const units = new Uint16Array(text.length);
  const offsets = new Uint32Array(text.length);
  let count = 0;
  for (let offset = 0; offset < text.length; offset++) {
    const unit = to[text.charCodeAt(offset)] ?? 0;
    if (unit === 0) continue;
    units[count] = unit;
    offsets[count++] = offset;
  }
  return { units: units.subarray(0, count), offsets: offsets.subarray(0, count) };
}
