/** What goes to the terminal: results to standard output, remarks and problems to standard error. */

/** Writes a result. A reader that has seen enough (`| head`) is no fault. */
export function print(text: string): void {
  process.stdout.write(text.endsWith('\n') || text === '' ? text : `${text}\n`);
}

/** Writes a text as it is, without a line end of its own. */
export function printRaw(text: string): void {
  process.stdout.write(text);
}

export function printJson(value: unknown): void {
  print(JSON.stringify(value, undefined, 2));
}

/** Says something to the user that is not part of the result. */
export function remark(sentence: string): void {
  process.stderr.write(`${sentence}\n`);
}
