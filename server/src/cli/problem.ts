/** A problem of the user's input, told in one sentence that says what is wrong and what to do. */
export class CliProblem extends Error {
  override readonly name = 'CliProblem';
}

/** By its name: a command in a bundle of its own has a class of its own. */
export function isCliProblem(error: unknown): error is CliProblem {
  return error instanceof Error && error.name === 'CliProblem';
}
