/** Goes through the files of one command; one that cannot be read is named, and the others go on. */
import { type Input, nameOf, readInput } from './input';
import { remark } from './output';
import { isCliProblem } from './problem';

/** Exit status of a command that could not do all it was asked: wrong usage, or unreadable input. */
export const FAILED = 2;

/** Calls `work` for each readable input in turn. Returns 0, or `FAILED` when one could not be read or worked on. */
export async function eachInput(
  files: readonly string[],
  work: (input: Input) => void | Promise<void>,
): Promise<number> {
  let status = 0;
  for (const file of files) {
    try {
      const input = await readInput(file);
      if (input.text === '') remark(`${nameOf(file)}：是空文件。`);
      await work(input);
    } catch (error) {
      if (!isCliProblem(error)) throw error;
      remark(error.message);
      status = FAILED;
    }
  }
  return status;
}
