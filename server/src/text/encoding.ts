/** Finds out the encoding of a file. */

export type Encoding = 'utf-8' | 'utf-8-bom' | 'gb18030' | 'utf-16le' | 'utf-16be';

export interface DecodedText {
  /** Without the byte order mark. */
  readonly text: string;
  readonly encoding: Encoding;
}

/** Why bytes are no text that can be read: another format, NUL bytes, or no encoding that is known. */
export type DecodeProblem = 'word' | 'pdf' | 'binary' | 'unknown';

const BOMS: readonly (readonly [Encoding, readonly number[]])[] = [
  ['utf-8-bom', [0xef, 0xbb, 0xbf]],
  ['utf-16le', [0xff, 0xfe]],
  ['utf-16be', [0xfe, 0xff]],
];

/** First bytes of files that offices keep beside their drafts: .docx is a zip archive, .doc an OLE container. */
const SIGNATURES: readonly (readonly [DecodeProblem, string])[] = [
  ['word', 'PK\x03\x04'],
  ['word', '\xd0\xcf\x11\xe0'],
  ['pdf', '%PDF-'],
];

/** The text of a file, or why it has none. Damaged text is `unknown`, never text with holes. Never throws. */
export function decodeText(bytes: Buffer): DecodedText | DecodeProblem {
  for (const [problem, signature] of SIGNATURES) {
    if (bytes.subarray(0, signature.length).equals(Buffer.from(signature, 'latin1'))) return problem;
  }
  const bom = BOMS.find(([, mark]) => mark.every((byte, index) => bytes[index] === byte))?.[0];
  const candidates: readonly Encoding[] = bom ? [bom] : ['utf-8', 'gb18030'];
  if (!bom?.startsWith('utf-16') && bytes.includes(0)) return 'binary';
  for (const encoding of candidates) {
    const text = decodeAs(bytes, encoding);
    if (text === undefined || (encoding === 'gb18030' && !looksChinese(bytes))) continue;
    return text.includes('\0') ? 'binary' : { text, encoding };
  }
  return 'unknown';
}

function decodeAs(bytes: Buffer, encoding: Encoding): string | undefined {
  try {
    return new TextDecoder(encoding === 'utf-8-bom' ? 'utf-8' : encoding, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/**
 * GB18030 takes nearly any pair of high bytes, Big5 and Latin-1 text too. Real Chinese text stays for the most part
 * within GB 2312: rows 1–3 (punctuation, numerals, full-width letters) and 16–87 (characters), both bytes above 0xA0.
 */
function looksChinese(bytes: Buffer): boolean {
  let common = 0;
  let all = 0;
  for (let index = 0; index < bytes.length; index++) {
    const lead = bytes[index] ?? 0;
    if (lead < 0x80) continue;
    all++;
    const trail = bytes[++index] ?? 0;
    if (trail < 0x40) index += 2;
    else if (trail > 0xa0 && ((lead > 0xa0 && lead < 0xa4) || (lead >= 0xb0 && lead < 0xf8))) common++;
  }
  return common * 2 >= all;
}
