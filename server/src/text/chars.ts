/** Character classes of Chinese official text. */

/** Source of a character class for Han characters, 〇 included; for use inside `[...]`. Needs the `u` flag. */
export const HAN_CLASS = '\\p{Script=Han}〇';

const HAN = /^[\p{Script=Han}〇]$/u;
const HAN_ANY = /[\p{Script=Han}〇]/u;
const HAN_ALL = /[\p{Script=Han}〇]/gu;

export function isHan(character: string | undefined): boolean {
  return character !== undefined && HAN.test(character);
}

export function hasHan(text: string): boolean {
  return HAN_ANY.test(text);
}

/** How many Han characters the text holds. */
export function countHan(text: string): number {
  return text.match(HAN_ALL)?.length ?? 0;
}

const DIGITS = '〇一二三四五六七八九';

/** Chinese numerals up to 99 as heading marks use them (十二, 二十, 廿一 is not one); `undefined` for anything else. */
export function parseHanNumeral(text: string): number | undefined {
  const match = /^(?:([一二三四五六七八九])?(百))?(零)?([一二三四五六七八九])?(十)?([一二三四五六七八九])?$/.exec(text);
  if (!match || text === '' || text === '零') return undefined;
  const [, hundreds, hundred, zero, tens, ten, ones] = match;
  const digit = (character: string | undefined) => (character ? DIGITS.indexOf(character) : 0);
  if (ten) return (hundred ? (hundreds ? digit(hundreds) : 1) * 100 : 0) + (tens ? digit(tens) : 1) * 10 + digit(ones);
  if (tens && ones) return undefined; // 一二 is an approximate number or a list, not a numeral
  if (hundred && (tens ?? ones) && !zero) return undefined; // 一百二 is colloquial
  return (hundred ? (hundreds ? digit(hundreds) : 1) * 100 : 0) + digit(tens ?? ones);
}

/** The Chinese numeral of a whole number from 1 to 999, as heading marks write it. */
export function toHanNumeral(value: number): string {
  if (!Number.isInteger(value) || value < 1 || value > 999) throw new RangeError(`no heading numeral for ${value}`);
  const hundreds = Math.floor(value / 100);
  const tens = Math.floor((value % 100) / 10);
  const ones = value % 10;
  let text = hundreds > 0 ? `${DIGITS[hundreds]}百` : '';
  if (tens > 0) text += `${tens === 1 && hundreds === 0 ? '' : DIGITS[tens]}十`;
  else if (hundreds > 0 && ones > 0) text += '零';
  return text + (ones > 0 ? DIGITS[ones] : '');
}
