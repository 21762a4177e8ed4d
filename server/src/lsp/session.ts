/** Everything that lives as long as one connection to one editor. */
import {
  type CancellationToken,
  type Connection,
  type InitializeParams,
  LSPErrorCodes,
  ResponseError,
} from 'vscode-languageserver/node';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { isWordList } from '../service/is-draft';
import { LanguageService } from '../service/service';
import { type ClientFeatures, featuresOf } from './client-features';
import { Diagnostics } from './diagnostics';
import { OpenDocuments } from './documents';
import { Segmenting } from './segmenting';
import { StatusReporter } from './status';
import { EditorWorkspace } from './workspace';

export class Session {
  readonly features: ClientFeatures;
  readonly workspace: EditorWorkspace;
  readonly service: LanguageService;
  readonly documents: OpenDocuments;
  readonly diagnostics: Diagnostics;
  readonly status: StatusReporter;

  constructor(
    readonly connection: Connection,
    params: InitializeParams,
  ) {
    this.features = featuresOf(params);
    this.workspace = new EditorWorkspace(connection, params, this.features);
    const segmenting = new Segmenting(connection, this.features.nativeSegmenter);
    this.service = new LanguageService(this.workspace, undefined, segmenting);
    this.documents = new OpenDocuments(connection, {
      changed: (document) => {
        if (isWordList(document.uri)) void this.workspace.packs.edited(document);
        else this.diagnostics.changed(document.uri);
      },
      closed: (uri) => {
        if (isWordList(uri)) return this.workspace.packs.closed(uri);
        this.workspace.closed(uri);
        this.status.closed(uri);
        this.diagnostics.closed(uri);
      },
    });
    this.status = new StatusReporter(connection, this.service, segmenting, this.features);
    this.diagnostics = new Diagnostics(connection, this.service, this.documents, this.features, (document) => {
      this.status.report(document);
      segmenting.start();
    });
    this.workspace.onOutdated = () => this.diagnostics.refresh();
    segmenting.onState = () => {
      for (const document of this.documents.all()) this.status.report(document);
    };
  }

  /** Settings changed: everything is checked anew. */
  settingsChanged(settings: unknown): void {
    this.workspace.configuration.changed(settings);
    this.diagnostics.refresh();
  }

  /** Packs, or the folders in which they are looked for, are others now. */
  packsChanged(): void {
    this.workspace.packs.forget();
    this.workspace.configuration.forgetAll();
    this.diagnostics.refresh();
  }

  /**
   * Asks the service about an open document. Throws what the protocol wants when the document is not open, when the
   * request was cancelled, and when the text changed before the answer was ready.
   */
  async ask<T>(
    uri: string,
    token: CancellationToken,
    question: (document: TextDocument) => Promise<T | undefined>,
  ): Promise<T> {
    const document = this.documents.get(uri);
    if (!document) throw new ResponseError(LSPErrorCodes.RequestFailed, `not open: ${uri}`);
    const answer = await question(document);
    if (answer !== undefined) return answer;
    throw token.isCancellationRequested
      ? new ResponseError(LSPErrorCodes.RequestCancelled, 'cancelled')
      : new ResponseError(LSPErrorCodes.ContentModified, 'the text has changed');
  }
}
