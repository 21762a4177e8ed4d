/** Numbers of any size in Chinese numerals and back, and amounts of money in capital ones; the words come from `nzh`. */
import nzh from 'nzh/cn';

/** 万亿 and above is told in digits. */
const MOST_DIGITS = 12;
const DIGITS = '〇一二三四五六七八九';
const CAPITALS = '零壹贰叁肆伍陆柒捌玖拾佰仟';
const SMALL = '零一二三四五六七八九十百千';

/** `12345.6` → 一万二千三百四十五点六; `undefined` for what is too long. `digits` is a plain number without commas. */
export function toHan(digits: string): string | undefined {
  const [whole = '', fraction] = digits.split('.');
  if (whole.length > MOST_DIGITS || !/^\d+$/.test(whole)) return undefined;
  const words = inSmall(String(Number(whole)));
  return fraction ? `${words}点${inTurn(fraction)}` : words;
}

/** 一万二千三百四十五 → `12345`; `undefined` for what is no number as it is written: 一二, 十十, 百万. */
export function fromHan(numeral: string): string | undefined {
  const [whole = '', fraction, more] = numeral.replaceAll('两', '二').replaceAll('〇', '零').split('点');
  if (more !== undefined || fraction === '') return undefined;
  const value = String(nzh.decodeS(whole));
  // The library reads whatever it is given; only what it would write itself was a number.
  if (!/^\d{1,12}$/.test(value) || inSmall(value) !== whole) return undefined;
  const decimals = fraction === undefined ? '' : fromDigits(fraction);
  return decimals === undefined ? undefined : value + (decimals && `.${decimals}`);
}

/** 十二, but 一百一十二 and 三亿零一十万: only at the head of a number is 一十 shortened. */
function inSmall(whole: string): string {
  return nzh.encodeS(whole, { tenMin: false }).replace(/^一十/, '十');
}

/** `2026` → 二〇二六 */
export function toDigits(number: string): string {
  return [...number].map((digit) => DIGITS[Number(digit)]).join('');
}

/** 二〇二六 → `2026`; `undefined` where another character is among them. */
export function fromDigits(numeral: string): string | undefined {
  const digits = [...numeral.replace(/[零○]/g, '〇')].map((character) => DIGITS.indexOf(character));
  return digits.every((digit) => digit >= 0) ? digits.join('') : undefined;
}

/** In fractions a nought is 零: 三点零五. */
function inTurn(fraction: string): string {
  return toDigits(fraction).replaceAll('〇', '零');
}

/**
 * `1286.50` → 壹仟贰佰捌拾陆元伍角, as 《支付结算办法》附一《正确填写票据和结算凭证的基本规定》 has it: 整 behind 元 alone.
 * `undefined` for nothing at all, for more than two decimals and for what is too long.
 */
export function toAmount(digits: string): string | undefined {
  const [whole = '', fraction = ''] = digits.split('.');
  const cents = fraction.replace(/0+$/, '');
  if (cents.length > 2 || whole.length > MOST_DIGITS || !/^\d+$/.test(whole) || Number(digits) === 0) return undefined;
  return nzh.toMoney(cents ? `${Number(whole)}.${cents}` : String(Number(whole)), { outSymbol: false });
}

/** 壹仟贰佰捌拾陆元伍角 → `1286.50`; `undefined` for what is not written so. */
export function fromAmount(amount: string): string | undefined {
  const match =
    /^(?:([^元圆角分整正]+)[元圆])?(?:零)?(?:([^元圆角分整正零])角)?(?:零)?(?:([^元圆角分整正零])分)?[整正]?$/.exec(
      amount,
    );
  if (!match?.slice(1).some((part) => part !== undefined)) return undefined;
  const [yuan, jiao, fen] = match.slice(1).map((part) => (part === undefined ? '0' : fromCapitals(part)));
  if (yuan === undefined || jiao === undefined || fen === undefined) return undefined;
  return jiao === '0' && fen === '0' ? yuan : `${yuan}.${jiao}${fen}`;
}

function fromCapitals(numeral: string): string | undefined {
  const small = [...numeral].map((character) => SMALL[CAPITALS.indexOf(character)] ?? character).join('');
  // 壹拾 begins a number; in small numerals it is 十 alone.
  return fromHan(small.replace(/^一十/, '十'));
}

/** `1234567.8` → `1,234,567.8`, from five digits on: GB/T 15835—2011 5.1.6 groups by threes, and four need none. */
export function grouped(digits: string): string {
  const [whole = '', fraction] = digits.split('.');
  const groups = whole.length > 4 ? whole.replace(/\B(?=(?:\d{3})+$)/g, ',') : whole;
  return fraction === undefined ? groups : `${groups}.${fraction}`;
}

/** `1.2` and 4 → `12000`: the number with its point moved to the right. */
export function shifted(digits: string, by: number): string {
  const [whole = '', fraction = ''] = digits.split('.');
  const moved = fraction.padEnd(by, '0');
  const rest = moved.slice(by).replace(/0+$/, '');
  const left = (whole + moved.slice(0, by)).replace(/^0+(?=\d)/, '');
  return rest === '' ? left : `${left}.${rest}`;
}
