/** Turns numbers that mix two writings into one. */
import { parseHanNumeral, toHanNumeral } from '../../text/chars';

/** 5 → 五; up to 999. */
export function han(value: number): string {
  return toHanNumeral(value);
}

/** 三十 → 30; up to 999, 0 for what is no numeral. */
export function toDigits(numeral: string): number {
  return parseHanNumeral(numeral) ?? 0;
}

/** 万, 千, 百, 十 and ones as written → the number in digits: 12万5千6百 → 12.56万, 4千 → 4000. Empty when none is told. */
export function sumOf(wan: string | undefined, parts: readonly (string | undefined)[]): readonly string[] {
  const [thousands, hundreds, tens, ones] = parts;
  if (!thousands && !hundreds && !tens) return [];
  const below = Math.round(
    Number(thousands ?? 0) * 1000 + Number(hundreds ?? 0) * 100 + Number(tens ?? 0) * 10 + Number(ones ?? 0),
  );
  if (wan === undefined) return [`${below}`];
  const total = Number(wan) * 10_000 + below;
  return [below % 100 === 0 ? `${total / 10_000}万` : `${total}`];
}
