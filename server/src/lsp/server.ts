/** The language server: answers `initialize` and wires a session to the connection. No judgement lives here. */
import {
  type Connection,
  createConnection,
  DidChangeConfigurationNotification,
  ErrorCodes,
  type InitializeResult,
  IPCMessageReader,
  IPCMessageWriter,
  ResponseError,
  TextDocumentSyncKind,
} from 'vscode-languageserver/node';
import { TRIGGERS } from '../service/completion';
import { FIX_ALL_KIND } from './code-actions';
import { registerCommands, SERVER_COMMANDS } from './commands';
import { registerComparing } from './comparing';
import { CONVERSION_KINDS } from './conversions';
import { FORMATTING, registerFormatting } from './formatting';
import { registerLanguageFeatures } from './language-features';
import { registerOwnRequests } from './own-requests';
import { SEMANTIC_TOKENS } from './semantic-tokens';
import { Session } from './session';
import { STRUCTURE_KINDS } from './structure';

/** Serves one editor over the standard streams or over Node IPC; there is no other way in, so no socket is opened. */
export function startServer(transport: 'stdio' | 'ipc'): void {
  const connection =
    transport === 'stdio'
      ? createConnection(process.stdin, process.stdout)
      : createConnection(new IPCMessageReader(process), new IPCMessageWriter(process));
  serve(connection);
  connection.listen();
}

function serve(connection: Connection): void {
  let session: Session | undefined;

  connection.onInitialize((params) => {
    if (session) throw new ResponseError(ErrorCodes.InvalidRequest, 'initialize came twice');
    session = new Session(connection, params);
    registerLanguageFeatures(session);
    registerFormatting(session);
    registerOwnRequests(session);
    registerCommands(session);
    registerComparing(session);
    return answer();
  });

  connection.onInitialized(() => {
    if (!session) return;
    const { features, workspace } = session;
    if (features.dynamicConfiguration)
      void connection.client.register(DidChangeConfigurationNotification.type, { section: 'biganzi' });
    workspace.packs.watchFolders();
    if (features.workspaceFolders)
      connection.workspace.onDidChangeWorkspaceFolders((event) => {
        workspace.folders.change(event);
        session?.packsChanged();
      });
  });

  connection.onDidChangeWatchedFiles(() => session?.packsChanged());

  connection.onDidChangeConfiguration(({ settings }) => session?.settingsChanged(settings));
}

function answer(): InitializeResult {
  return {
    serverInfo: { name: 'biganzi' },
    capabilities: {
      positionEncoding: 'utf-16',
      textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental },
      diagnosticProvider: { identifier: 'biganzi', interFileDependencies: false, workspaceDiagnostics: false },
      codeActionProvider: { codeActionKinds: ['quickfix', FIX_ALL_KIND, ...CONVERSION_KINDS, ...STRUCTURE_KINDS] },
      documentSymbolProvider: { label: '笔杆子' },
      foldingRangeProvider: true,
      selectionRangeProvider: true,
      hoverProvider: true,
      semanticTokensProvider: SEMANTIC_TOKENS,
      ...FORMATTING,
      // the tab divides the columns of a word list, braces begin a field of a template
      completionProvider: { triggerCharacters: [...TRIGGERS, '\t', '{'] },
      executeCommandProvider: { commands: Object.values(SERVER_COMMANDS) },
      workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
    },
  };
}
