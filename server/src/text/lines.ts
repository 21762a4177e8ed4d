/** Lines of a text, with any of the three line ends. */

const LINE_END = /\r\n|\n|\r/;

/** The lines without their ends; a text that ends with a line end has an empty last line, as editors show it. */
export function splitLines(text: string): string[] {
  // Most drafts hold no \r, and splitting by a plain string is many times as fast.
  return text.includes('\r') ? text.split(LINE_END) : text.split('\n');
}

/** Offset of each line's first code unit. */
export function lineOffsets(text: string): number[] {
  const offsets = [0];
  for (const match of text.matchAll(/\r\n|\n|\r/g)) offsets.push(match.index + match[0].length);
  return offsets;
}

/** An equal string that does not hold in memory the text it was cut from. */
export function detached(line: string): string {
  return Buffer.from(line, 'utf16le').toString('utf16le');
}

/** The line end that the text uses first; `\n` where it has but one line. New lines are ended as the old ones are. */
export function firstLineEnd(text: string): string {
  return LINE_END.exec(text)?.[0] ?? '\n';
}
