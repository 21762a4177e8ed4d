/** Writes a text in the encoding of its file, so that not one byte changes that nobody meant to change. */
import { decode, encode } from 'iconv-lite';
import type { DecodedText, Encoding } from './encoding';

/** The bytes of a text, with the byte order mark where the encoding has one. */
export function encodeText(text: string, encoding: Encoding): Buffer {
  if (encoding === 'utf-8' || encoding === 'utf-8-bom') return encode(text, 'utf-8', { addBOM: encoding !== 'utf-8' });
  return encode(text, encoding, { addBOM: encoding !== 'gb18030' });
}

/** True when the text, written again, gives these very bytes. A few GB18030 codes and 0x80 for € do not. */
export function isLossless(bytes: Buffer, { text, encoding }: DecodedText): boolean {
  return encodeText(text, encoding).equals(bytes);
}

/** True when the text can be written in this encoding and read again: lone surrogates cannot. */
export function isWritable(text: string, encoding: Encoding): boolean {
  return decode(encodeText(text, encoding), encoding === 'utf-8-bom' ? 'utf-8' : encoding) === text;
}
