/** A problem of the user's input, told in one sentence that says what is wrong and what to do. */
export class CliProblem extends Error {
  override readonly name = 'CliProblem';
}
