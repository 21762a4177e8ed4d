/** Tells our own client what its status item shows, when that has changed; other editors find in their logs what is not checked. */
import type { CancellationToken, Connection } from 'vscode-languageserver/node';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { LanguageService } from '../service/service';
import type { ClientFeatures } from './client-features';
import { STATUS, type Status } from './messages';
import { NEVER } from './never';
import type { Segmenting } from './segmenting';
import { TEXTS } from './texts';

/** Told after a pause, for it is worth less than the findings. In milliseconds. */
const PAUSE = 100;

export class StatusReporter {
  readonly #connection: Connection;
  readonly #service: LanguageService;
  readonly #segmenting: Segmenting;
  readonly #features: Pick<ClientFeatures, 'own' | 'language'>;
  #hasLogged = false;
  readonly #told = new Map<string, string>();
  readonly #waiting = new Map<string, NodeJS.Timeout>();

  constructor(
    connection: Connection,
    service: LanguageService,
    segmenting: Segmenting,
    features: Pick<ClientFeatures, 'own' | 'language'>,
  ) {
    this.#connection = connection;
    this.#service = service;
    this.#segmenting = segmenting;
    this.#features = features;
  }

  async status(document: TextDocument, token: CancellationToken): Promise<Status | undefined> {
    const summary = await this.#service.summary(document, token);
    if (!summary) return undefined;
    const lacks = summary.lacks.map(TEXTS[this.#features.language].lack);
    return { uri: document.uri, ...summary, lacks, segmenter: this.#segmenting.state };
  }

  /** The document has been checked. */
  report(document: TextDocument): void {
    if (this.#waiting.has(document.uri) || (!this.#features.own && this.#hasLogged)) return;
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

  /** An editor that has no status item of ours finds in its log what is not checked; once is enough. */
  #logLacks({ lacks }: Status): void {
    if (lacks.length === 0 || this.#hasLogged) return;
    this.#hasLogged = true;
    this.#connection.console.info(`${lacks.join('')}可在设置biganzi.profile或者.biganzi/profile.json里写明。`);
  }

  async #tell(document: TextDocument): Promise<void> {
    const status = await this.status(document, NEVER);
    if (!status) return;
    if (!this.#features.own) return this.#logLacks(status);
    const json = JSON.stringify(status);
    if (this.#told.get(document.uri) === json) return;
    this.#told.set(document.uri, json);
    await this.#connection.sendNotification(STATUS, status);
  }
}
