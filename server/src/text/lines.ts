/** Lines of a text, with any of the three line ends. */

const LINE_END = /\r\n|\n|\r/;

/** The lines without their ends; a text that ends with a line end has an empty last line, as editors show it. */
export function splitLines(text: string): string[] {
  return text.split(LINE_END);
}

/** Offset of each line's first code unit. */
export function lineOffsets(text: string): number[] {
  const offsets = [0];
  for (const match of text.matchAll(/\r\n|\n|\r/g)) offsets.push(match.index + match[0].length);
  return offsets;
}
