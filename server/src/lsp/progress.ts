/** Shows work-done progress for a check that takes over a second, and nothing for all the others. */
import type { Connection, WorkDoneProgressServerReporter } from 'vscode-languageserver/node';

/** What is over sooner is not worth a word. In milliseconds. */
const PATIENCE = 1000;

export class LongCheck {
  readonly #connection: Pick<Connection, 'window'>;
  readonly #title: string | undefined;
  readonly #patience: number;
  readonly #began = performance.now();
  #reporter: Promise<WorkDoneProgressServerReporter> | undefined;
  #percentage = 0;
  #ended = false;

  /** Without a title, for clients that show no progress, it does nothing. */
  constructor(connection: Pick<Connection, 'window'>, title: string | undefined, patience = PATIENCE) {
    this.#connection = connection;
    this.#title = title;
    this.#patience = patience;
  }

  /** `done` goes from 0 to 1. */
  report(done: number): void {
    if (this.#title === undefined || performance.now() - this.#began < this.#patience) return;
    this.#reporter ??= this.#begin(this.#title);
    const percentage = Math.floor(done * 100);
    if (percentage <= this.#percentage) return;
    this.#percentage = percentage;
    this.#with((reporter) => {
      if (!this.#ended) reporter.report(percentage);
    });
  }

  end(): void {
    this.#ended = true;
    this.#with((reporter) => reporter.done());
  }

  async #begin(title: string): Promise<WorkDoneProgressServerReporter> {
    const reporter = await this.#connection.window.createWorkDoneProgress();
    reporter.begin(title, 0);
    return reporter;
  }

  /** A client that refuses progress goes without. */
  #with(act: (reporter: WorkDoneProgressServerReporter) => void): void {
    this.#reporter?.then(act, () => {});
  }
}
