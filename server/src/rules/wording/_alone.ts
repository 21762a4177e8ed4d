/** Which characters are words by themselves, and on which side of another word they stand: 稳市场, 专项债. */
import { readTable } from '../table';

export const [BEFORE, BEHIND] = [1, 2] as const;

const PLACES: Readonly<Record<string, number>> = { 前: BEFORE, 后: BEHIND, 前后: BEFORE | BEHIND };

let places: Uint8Array | undefined;

/** `BEFORE` and `BEHIND` as bits for a code unit: may it be a word that another one follows, or that follows another one? */
export function placesAlone(code: number): number {
  places ??= readPlaces();
  return places[code] ?? 0;
}

function readPlaces(): Uint8Array {
  const read = new Uint8Array(1 << 16);
  for (const fields of readTable('wording/alone'))
    for (const character of fields('字')) read[character.charCodeAt(0)] = PLACES[fields('位')] ?? 0;
  return read;
}
