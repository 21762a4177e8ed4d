/** Runs the language server and brings it back when it dies. */
import * as vscode from 'vscode';
import {
  CloseAction,
  type CloseHandlerResult,
  type Diagnostic,
  DocumentDiagnosticRequest,
  ErrorAction,
  LanguageClient,
  type LanguageClientOptions,
  State,
  TransportKind,
} from 'vscode-languageclient/node';
import {
  COMPARE_PROGRESS,
  type CompareProgress,
  type InitializationOptions,
  STATUS,
  type Status,
  TEMPLATE_LANGUAGE,
  WORD_LIST_LANGUAGE,
} from '../../server/src/lsp/messages';
import type { ChosenKinds } from './chosen-kinds';
import { WritingPlace } from './writing-place';

/** Whether a document in these languages is a draft, the server decides. */
export const DRAFT_LANGUAGES = ['gongwen', 'plaintext', 'markdown'];
const SCHEMES = ['file', 'untitled', 'vscode-vfs'];
export const DRAFTS: { language: string; scheme: string }[] = DRAFT_LANGUAGES.flatMap((language) =>
  SCHEMES.map((scheme) => ({ language, scheme })),
);

/** A server that dies more often than so many times within the period is not started again unasked. */
const MOST_RESTARTS = 4;
const PERIOD_MS = 3 * 60_000;
/** After so many deaths the native segmenter, the one part that can take the process down, is left out. */
const SUSPICIOUS_DEATHS = 2;

export type ServerState = 'starting' | 'running' | 'failed';

export class LanguageServer implements vscode.Disposable {
  readonly #module: string;
  readonly #compiled: string;
  readonly #kinds: ChosenKinds;
  readonly #log: vscode.LogOutputChannel;
  readonly #stateChanged = new vscode.EventEmitter<ServerState>();
  readonly #statusChanged = new vscode.EventEmitter<Status>();
  readonly #compareProgress = new vscode.EventEmitter<CompareProgress>();
  readonly #writing = new WritingPlace();
  #client: LanguageClient | undefined;
  #deaths: number[] = [];
  #state: ServerState = 'starting';

  readonly onState = this.#stateChanged.event;
  readonly onStatus = this.#statusChanged.event;
  readonly onCompareProgress = this.#compareProgress.event;

  /**
   * @param module path of the server's bundle
   * @param compiled folder in which Node may keep what it has compiled of it
   */
  constructor(module: string, compiled: string, kinds: ChosenKinds, log: vscode.LogOutputChannel) {
    this.#module = module;
    this.#compiled = compiled;
    this.#kinds = kinds;
    this.#log = log;
    this.#writing.onLeft(() => this.#pullAgain());
  }

  get state(): ServerState {
    return this.#state;
  }

  /** Never rejects: a failure is told to the writer. */
  async start(): Promise<void> {
    this.#deaths = [];
    this.#become('starting');
    this.#client = this.#newClient();
    try {
      await this.#client.start();
    } catch (error) {
      this.#log.error(String(error));
      this.#giveUp();
    }
  }

  async stop(): Promise<void> {
    const client = this.#client;
    this.#client = undefined;
    // A client that never came up cannot be stopped, and need not be.
    await client?.dispose().catch(() => {});
  }

  async restart(): Promise<void> {
    await this.stop();
    await this.start();
  }

  /** Asks the server; answers `undefined`, and says so, when it does not run. */
  async ask<T>(method: string, params: object, token?: vscode.CancellationToken): Promise<T | undefined> {
    const client = this.#client;
    if (!client || this.#state === 'failed') {
      this.#sayFailed();
      return undefined;
    }
    await client.start();
    // A token left out must not be sent: it would count as a second parameter.
    return token ? client.sendRequest<T>(method, params, token) : client.sendRequest<T>(method, params);
  }

  /** Shows what is held back where the writer is typing. */
  showAll(): void {
    this.#writing.leave();
  }

  /** Diagnostics of an answer as the editor has them. */
  toDiagnostics(items: readonly object[]): Promise<vscode.Diagnostic[]> {
    return this.#client?.protocol2CodeConverter.asDiagnostics(items as Diagnostic[]) ?? Promise.resolve([]);
  }

  async tell(method: string, params: object): Promise<void> {
    if (this.#client?.state === State.Running) await this.#client.sendNotification(method, params);
  }

  dispose(): void {
    this.#stateChanged.dispose();
    this.#statusChanged.dispose();
    this.#compareProgress.dispose();
    this.#writing.dispose();
  }

  /** Asks for the diagnostics of the open documents once more. */
  #pullAgain(): void {
    const feature = this.#client?.getFeature(DocumentDiagnosticRequest.method);
    for (const document of vscode.workspace.textDocuments)
      if (vscode.languages.match(DRAFTS, document) > 0) {
        // There is one provider for all of them.
        feature?.getProvider(document)?.onDidChangeDiagnosticsEmitter.fire();
        return;
      }
  }

  #newClient(): LanguageClient {
    const program = {
      module: this.#module,
      transport: TransportKind.ipc,
      options: { env: { NODE_COMPILE_CACHE: this.#compiled } },
    };
    const options: LanguageClientOptions = {
      documentSelector: [
        ...DRAFTS,
        ...[WORD_LIST_LANGUAGE, TEMPLATE_LANGUAGE].map((language) => ({ language, scheme: 'file' })),
      ],
      outputChannel: this.#log,
      initializationOptions: (): InitializationOptions => ({
        kinds: this.#kinds.all(),
        commands: true,
        trusted: vscode.workspace.isTrusted,
        nativeSegmenter: this.#deaths.length < SUSPICIOUS_DEATHS,
        locale: vscode.env.language,
      }),
      initializationFailedHandler: () => false,
      errorHandler: {
        error: () => ({ action: ErrorAction.Continue, handled: true }),
        closed: () => this.#closed(),
      },
      markdown: { isTrusted: { enabledCommands: ['biganzi.showRule'] } },
      middleware: { provideDiagnostics: this.#writing.provideDiagnostics },
      diagnosticPullOptions: { onChange: true, onTabs: true },
    };
    const client = new LanguageClient('biganzi', '笔杆子', { run: program, debug: program }, options);
    client.onNotification(STATUS, (status: Status) => this.#statusChanged.fire(status));
    client.onNotification(COMPARE_PROGRESS, (progress: CompareProgress) => this.#compareProgress.fire(progress));
    client.onDidChangeState(({ newState }) => {
      if (newState === State.Running) this.#become('running');
    });
    return client;
  }

  #closed(): CloseHandlerResult {
    const now = Date.now();
    this.#deaths = [...this.#deaths.filter((death) => now - death < PERIOD_MS), now];
    if (this.#deaths.length <= MOST_RESTARTS) {
      this.#log.warn('The language server ended unexpectedly and is started again.');
      this.#become('starting');
      return { action: CloseAction.Restart, handled: true };
    }
    this.#giveUp();
    return { action: CloseAction.DoNotRestart, handled: true };
  }

  #giveUp(): void {
    this.#log.error('The language server does not run and is not started again.');
    this.#become('failed');
    this.#sayFailed();
  }

  async #sayFailed(): Promise<void> {
    const showLog = vscode.l10n.t('Show Log');
    const restart = vscode.l10n.t('Restart');
    const message = vscode.l10n.t(
      'Biganzi stopped working: its language server keeps failing. Your drafts are not affected.',
    );
    const answer = await vscode.window.showErrorMessage(message, showLog, restart);
    if (answer === showLog) this.#log.show();
    if (answer === restart) await this.restart();
  }

  #become(state: ServerState): void {
    this.#state = state;
    this.#stateChanged.fire(state);
  }
}
