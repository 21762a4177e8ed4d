/** Diagnostics as editors want them: pulled with result ids, or pushed to those that do not pull. */
import {
  type CancellationToken,
  type Connection,
  type DocumentDiagnosticReport,
  DocumentDiagnosticReportKind,
  LSPErrorCodes,
  ResponseError,
} from 'vscode-languageserver/node';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Review } from '../service/reviews';
import type { LanguageService } from '../service/service';
import type { ClientFeatures } from './client-features';
import { toDiagnostics } from './convert';
import type { OpenDocuments } from './documents';
import { NEVER } from './never';
import { LongCheck } from './progress';
import { isTemplate, templateDiagnostics } from './templates';
import { TEXTS } from './texts';

/** Pushing waits for a pause in typing, in milliseconds. */
const PAUSE = 150;

interface Answer {
  readonly review: Review;
  readonly json: string;
  readonly resultId: string;
}

export class Diagnostics {
  readonly #connection: Connection;
  readonly #service: LanguageService;
  readonly #documents: OpenDocuments;
  readonly #features: ClientFeatures;
  readonly #onChecked: (document: TextDocument) => void;
  readonly #answers = new Map<string, Answer>();
  readonly #waiting = new Map<string, NodeJS.Timeout>();
  #results = 0;

  constructor(
    connection: Connection,
    service: LanguageService,
    documents: OpenDocuments,
    features: ClientFeatures,
    onChecked: (document: TextDocument) => void,
  ) {
    this.#connection = connection;
    this.#service = service;
    this.#documents = documents;
    this.#features = features;
    this.#onChecked = onChecked;
  }

  /** Answers a pull. Throws `ServerCancelled` when the text changed meanwhile, so that the client asks again. */
  async pull(uri: string, previous: string | undefined, token: CancellationToken): Promise<DocumentDiagnosticReport> {
    const document = this.#documents.get(uri);
    if (!document) return { kind: DocumentDiagnosticReportKind.Full, items: [] };
    if (isTemplate(document))
      return { kind: DocumentDiagnosticReportKind.Full, items: await templateDiagnostics(document) };
    const review = await this.#review(document, token);
    if (!review) {
      throw token.isCancellationRequested
        ? new ResponseError(LSPErrorCodes.RequestCancelled, 'cancelled')
        : new ResponseError(LSPErrorCodes.ServerCancelled, 'the text has changed', { retriggerRequest: true });
    }
    const last = this.#answers.get(uri);
    if (last?.review === review && last.resultId === previous) return unchanged(last.resultId);
    const items = toDiagnostics(review, uri, this.#features);
    const json = JSON.stringify(items);
    if (last?.json === json) {
      this.#answers.set(uri, { ...last, review });
      if (last.resultId === previous) return unchanged(last.resultId);
      return { kind: DocumentDiagnosticReportKind.Full, resultId: last.resultId, items };
    }
    const resultId = String(++this.#results);
    this.#answers.set(uri, { review, json, resultId });
    return { kind: DocumentDiagnosticReportKind.Full, resultId, items };
  }

  /** The text changed: clients that do not pull get their diagnostics after a pause. */
  changed(uri: string): void {
    if (this.#features.pull) return;
    clearTimeout(this.#waiting.get(uri));
    this.#waiting.set(
      uri,
      setTimeout(() => {
        this.#waiting.delete(uri);
        this.push(uri).catch((error) => this.#connection.console.error(String(error)));
      }, PAUSE),
    );
  }

  /** Settings changed, or a kind was chosen: everything is asked for, or sent, anew. */
  refresh(): void {
    if (this.#features.pull) {
      if (this.#features.refresh) this.#connection.languages.diagnostics.refresh().catch(() => {});
      return;
    }
    for (const { uri } of this.#documents.all()) this.changed(uri);
  }

  closed(uri: string): void {
    clearTimeout(this.#waiting.get(uri));
    this.#waiting.delete(uri);
    this.#answers.delete(uri);
    if (!this.#features.pull) void this.#connection.sendDiagnostics({ uri, diagnostics: [] });
  }

  async push(uri: string): Promise<void> {
    const document = this.#documents.get(uri);
    if (!document) return;
    if (isTemplate(document)) {
      const { version } = document;
      const diagnostics = await templateDiagnostics(document);
      return this.#connection.sendDiagnostics({ uri, version, diagnostics });
    }
    const review = await this.#review(document, NEVER);
    if (!review || this.#documents.get(uri) !== document) return;
    const diagnostics = toDiagnostics(review, uri, this.#features);
    await this.#connection.sendDiagnostics({ uri, version: review.version, diagnostics });
  }

  async #review(document: TextDocument, token: CancellationToken): Promise<Review | undefined> {
    const { progress, language } = this.#features;
    const long = new LongCheck(this.#connection, progress ? TEXTS[language].checking : undefined);
    try {
      const review = await this.#service.review(document, token, (done) => long.report(done));
      if (review) this.#onChecked(document);
      return review;
    } finally {
      long.end();
    }
  }
}

function unchanged(resultId: string): DocumentDiagnosticReport {
  return { kind: DocumentDiagnosticReportKind.Unchanged, resultId };
}
