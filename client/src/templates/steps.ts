/** Goes through questions one by one, forwards and back. */

/** The writer went one step back, or left altogether. */
export type Turn = 'back' | 'cancel';

export interface Place {
  /** From 1. */
  readonly step: number;
  readonly of: number;
  /** The answer given before, where the writer came back. */
  readonly previous: string | undefined;
}

/** What the writer typed; an object, so that no answer can be taken for a turn. */
export interface Reply {
  readonly typed: string;
}

/** Asks every question; `back` when the writer goes back from the first one. */
export async function askInTurn<Q extends { readonly name: string }>(
  questions: readonly Q[],
  ask: (question: Q, place: Place) => Promise<Reply | Turn>,
): Promise<ReadonlyMap<string, string> | Turn> {
  const answers = new Map<string, string>();
  let at = 0;
  for (let question = questions[0]; question; question = questions[at]) {
    const place = { step: at + 1, of: questions.length, previous: answers.get(question.name) };
    const reply = await ask(question, place);
    if (reply === 'cancel' || (reply === 'back' && at === 0)) return reply;
    if (reply === 'back') {
      at--;
      continue;
    }
    answers.set(question.name, reply.typed);
    at++;
  }
  return answers;
}
