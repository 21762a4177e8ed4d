/** How a wrong number of items is told, and the right one written. */
import { toHanNumeral } from '../../text/chars';
import type { Span } from '../../text/span';
import { choices } from '../report';
import type { Slip } from './_slip';

export function slipOf(name: string, at: number, numeral: string, number: number, list: Span): Slip {
  return {
    span: { start: at, end: at + name.length },
    message: `这里说“${name}”，列了${number}个`,
    related: [{ span: list, message: '列出的各项' }],
    fixes: choices({ start: at, end: at + numeral.length }, like(numeral, number)),
  };
}

/** The number in the numerals of the other. */
export function like(numeral: string, number: number): string {
  if (/\d/.test(numeral)) return String(number);
  return number === 2 ? '两' : toHanNumeral(number);
}
