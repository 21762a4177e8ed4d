/** Shows work-done progress for a check that takes over a second, and nothing for all the others. */
import type { Connection, WorkDoneProgressServerReporter } from 'vscode-languageserver/node';

const PATIENCE = 1000;

export class LongCheck {
  readonly #connection: Connection;
  readonly #title: string | undefined;
  readonly #began = performance.now();
  #reporter: Promise<WorkDoneProgressServerReporter> | undefined;
  #ended = false;

  /** Without a title, for clients that show no progress, it does nothing. */
  constructor(connection: Connection, title: string | undefined) {
    this.#connection = connection;
    this.#title = title;
  }

  /** `done` goes from 0 to 1. */
  report(done: number): void {
    if (this.#title === undefined || performance.now() - this.#began < PATIENCE) return;
    this.#reporter ??= this.#begin(this.#title);
    this.#with((reporter) => {
      if (!this.#ended) reporter.report(Math.round(done * 100));
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
