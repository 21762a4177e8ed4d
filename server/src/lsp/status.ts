/** Tells our own client what its status item shows, when that has changed. */
import type { CancellationToken, Connection } from 'vscode-languageserver/node';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { LanguageService } from '../service/service';
import { STATUS, type Status } from './messages';
import { NEVER } from './never';
import type { Segmenting } from './segmenting';

/** Told after a pause, for it is worth less than the findings. In milliseconds. */
const PAUSE = 100;

export class StatusReporter {
  readonly #connection: Connection;
  readonly #service: LanguageService;
  readonly #segmenting: Segmenting;
  readonly #wanted: boolean;
  readonly #told = new Map<string, string>();
  readonly #waiting = new Map<string, NodeJS.Timeout>();

  constructor(connection: Connection, service: LanguageService, segmenting: Segmenting, wanted: boolean) {
    this.#connection = connection;
    this.#service = service;
    this.#segmenting = segmenting;
    this.#wanted = wanted;
  }

  async status(document: TextDocument, token: CancellationToken): Promise<Status | undefined> {
    const summary = await this.#service.summary(document, token);
    return summary && { uri: document.uri, ...summary, segmenter: this.#segmenting.state };
  }

  /** The document has been checked. */
  report(document: TextDocument): void {
    if (!this.#wanted || this.#waiting.has(document.uri)) return;
    const tell = () => {
      this.#waiting.delete(document.uri);
      this.#tell(document).catch((error) => this.#connection.console.error(String(error)));
    };
    this.#waiting.set(document.uri, setTimeout(tell, PAUSE));
  }

  closed(uri: string): void {
    clearTimeout(this.#waiting.get(uri));
    this.#waiting.delete(uri);
    this.#told.delete(uri);
  }

  async #tell(document: TextDocument): Promise<void> {
    const status = await this.status(document, NEVER);
    if (!status) return;
    const json = JSON.stringify(status);
    if (this.#told.get(document.uri) === json) return;
    this.#told.set(document.uri, json);
    await this.#connection.sendNotification(STATUS, status);
  }
}
