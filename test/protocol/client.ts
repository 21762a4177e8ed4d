/** An editor for tests: starts the built server as a process of its own and speaks LSP to it over its streams. */
import { type ChildProcess, fork, spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { setTimeout } from 'node:timers/promises';
import {
  type ApplyWorkspaceEditParams,
  ApplyWorkspaceEditRequest,
  type ClientCapabilities,
  type CodeAction,
  CodeActionRequest,
  createProtocolConnection,
  type Diagnostic,
  DidChangeTextDocumentNotification,
  DidCloseTextDocumentNotification,
  DidOpenTextDocumentNotification,
  type DocumentDiagnosticReport,
  DocumentDiagnosticRequest,
  ExitNotification,
  InitializedNotification,
  InitializeRequest,
  type InitializeResult,
  IPCMessageReader,
  IPCMessageWriter,
  LogMessageNotification,
  type LogMessageParams,
  type MessageReader,
  type MessageWriter,
  type Position,
  type ProtocolConnection,
  type Range,
  ShutdownRequest,
  StreamMessageReader,
  StreamMessageWriter,
  type TextDocumentContentChangeEvent,
  type WorkspaceEdit,
} from 'vscode-languageserver-protocol/node';
import { TextDocument } from 'vscode-languageserver-textdocument';

/** What a modern editor can do. */
export const MODERN: ClientCapabilities = {
  workspace: {
    configuration: true,
    applyEdit: true,
    workspaceFolders: true,
    didChangeConfiguration: { dynamicRegistration: true },
    workspaceEdit: { documentChanges: true },
    diagnostics: { refreshSupport: true },
  },
  window: { workDoneProgress: true },
  textDocument: {
    diagnostic: { relatedInformation: true, tagSupport: { valueSet: [1] } },
    publishDiagnostics: { relatedInformation: true, tagSupport: { valueSet: [1] } },
    codeAction: { codeActionLiteralSupport: { codeActionKind: { valueSet: ['quickfix', 'source.fixAll'] } } },
    documentSymbol: { hierarchicalDocumentSymbolSupport: true },
    hover: { contentFormat: ['markdown'] },
  },
};

export interface ClientOptions {
  readonly capabilities?: ClientCapabilities;
  readonly initializationOptions?: unknown;
  readonly folder?: string;
  readonly transport?: 'stdio' | 'ipc';
  /** What `workspace/configuration` answers for the section `biganzi`, by document. */
  readonly settings?: (uri: string | undefined) => unknown;
}

export class TestClient {
  readonly #documents = new Map<string, TextDocument>();
  readonly log: LogMessageParams[] = [];
  initializeResult: InitializeResult | undefined;
  refreshes = 0;
  /** Edits that the server asked to apply; they are accepted and not carried out. */
  readonly edits: ApplyWorkspaceEditParams[] = [];

  private constructor(
    readonly process: ChildProcess,
    readonly connection: ProtocolConnection,
  ) {}

  /** A server that has been greeted and is ready. */
  static async start(options: ClientOptions = {}): Promise<TestClient> {
    const client = TestClient.spawn(options.transport);
    const { connection } = client;
    const folder = options.folder ?? 'file:///drafts';
    connection.onRequest('workspace/configuration', ({ items }: { items: { scopeUri?: string }[] }) =>
      items.map(({ scopeUri }) => options.settings?.(scopeUri) ?? null),
    );
    connection.onRequest('workspace/diagnostic/refresh', () => {
      client.refreshes++;
      return null;
    });
    connection.onRequest(ApplyWorkspaceEditRequest.type, (params) => {
      client.edits.push(params);
      return { applied: true };
    });
    connection.onRequest('client/registerCapability', () => null);
    connection.onRequest('window/workDoneProgress/create', () => null);
    connection.onNotification(LogMessageNotification.type, (message) => {
      client.log.push(message);
    });
    client.initializeResult = await connection.sendRequest(InitializeRequest.type, {
      processId: process.pid,
      rootUri: null,
      workspaceFolders: [{ uri: folder, name: 'drafts' }],
      capabilities: options.capabilities ?? MODERN,
      initializationOptions: options.initializationOptions,
    });
    await connection.sendNotification(InitializedNotification.type, {});
    return client;
  }

  /** A server that has not been greeted. */
  static spawn(transport: 'stdio' | 'ipc' = 'stdio'): TestClient {
    const server = path.resolve(process.env.BIGANZI_SERVER ?? 'dist/server.js');
    if (transport === 'ipc') {
      const child = fork(server, { execArgv: [] });
      return TestClient.#connect(child, new IPCMessageReader(child), new IPCMessageWriter(child));
    }
    const child = spawn(process.execPath, [server, '--stdio'], { stdio: ['pipe', 'pipe', 'inherit'] });
    return TestClient.#connect(child, new StreamMessageReader(child.stdout), new StreamMessageWriter(child.stdin));
  }

  static #connect(child: ChildProcess, reader: MessageReader, writer: MessageWriter): TestClient {
    const connection = createProtocolConnection(reader, writer);
    connection.onError(() => {});
    connection.listen();
    return new TestClient(child, connection);
  }

  async open(text: string, { uri = 'file:///drafts/讲话稿.gw', languageId = 'gongwen' } = {}): Promise<string> {
    this.#documents.set(uri, TextDocument.create(uri, languageId, 1, text));
    await this.connection.sendNotification(DidOpenTextDocumentNotification.type, {
      textDocument: { uri, languageId, version: 1, text },
    });
    return uri;
  }

  async change(uri: string, ...contentChanges: TextDocumentContentChangeEvent[]): Promise<void> {
    const document = this.#document(uri);
    const version = document.version + 1;
    TextDocument.update(document, contentChanges, version);
    await this.connection.sendNotification(DidChangeTextDocumentNotification.type, {
      textDocument: { uri, version },
      contentChanges,
    });
  }

  async close(uri: string): Promise<void> {
    this.#documents.delete(uri);
    await this.connection.sendNotification(DidCloseTextDocumentNotification.type, { textDocument: { uri } });
  }

  /** The next notification of this method that `wanted` accepts. */
  next<T>(method: string, wanted: (params: T) => boolean = () => true): Promise<T> {
    return new Promise((resolve) => {
      const subscription = this.connection.onNotification(method, (params: T) => {
        if (!wanted(params)) return;
        subscription.dispose();
        resolve(params);
      });
    });
  }

  /** Resolves when the condition holds; the test's own time limit ends the waiting. */
  async until(condition: () => boolean): Promise<void> {
    while (!condition()) await setTimeout(10);
  }

  /** The text as the editor has it. */
  text(uri: string, range?: Range): string {
    return this.#document(uri).getText(range);
  }

  position(uri: string, offset: number): Position {
    return this.#document(uri).positionAt(offset);
  }

  version(uri: string): number {
    return this.#document(uri).version;
  }

  pull(uri: string, previousResultId?: string): Promise<DocumentDiagnosticReport> {
    return this.connection.sendRequest(DocumentDiagnosticRequest.type, {
      textDocument: { uri },
      ...(previousResultId === undefined ? {} : { previousResultId }),
    });
  }

  async diagnostics(uri: string): Promise<Diagnostic[]> {
    const report = await this.pull(uri);
    return report.kind === 'full' ? report.items : [];
  }

  async codeActions(uri: string, range: Range, only?: string[]): Promise<CodeAction[]> {
    const answer = await this.connection.sendRequest(CodeActionRequest.type, {
      textDocument: { uri },
      range,
      context: { diagnostics: [], ...(only ? { only } : {}) },
    });
    return (answer ?? []).filter((action): action is CodeAction => 'kind' in action);
  }

  /** The text after an edit; versions must be those of the text. */
  applied(uri: string, edit: WorkspaceEdit | undefined): string {
    const edits = (edit?.documentChanges ?? []).flatMap((change) => {
      if (!('edits' in change)) throw new Error('only text is edited');
      if (change.textDocument.version !== this.version(uri)) throw new Error('an edit for another version');
      return change.edits;
    });
    return TextDocument.applyEdits(
      this.#document(uri),
      edits.filter((each) => 'newText' in each),
    );
  }

  /** Shuts the server down as an editor does; resolves to its exit status. */
  async stop(): Promise<number | null> {
    const exited = once(this.process, 'exit');
    await this.connection.sendRequest(ShutdownRequest.type);
    await this.connection.sendNotification(ExitNotification.type);
    const [status] = await exited;
    this.connection.dispose();
    return status;
  }

  #document(uri: string): TextDocument {
    const document = this.#documents.get(uri);
    if (!document) throw new Error(`not open: ${uri}`);
    return document;
  }
}
