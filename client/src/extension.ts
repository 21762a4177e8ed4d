/** The extension: starts the language server and offers its commands. It judges nothing itself. */
import * as vscode from 'vscode';
import type { Status } from '../../server/src/lsp/messages';
import { ChosenKinds } from './chosen-kinds';
import { registerCleaning } from './cleaning';
import { registerCommands } from './commands';
import { registerCompare } from './compare';
import { compiledCodeFolder } from './compiled-code';
import { registerConversions } from './conversions';
import { registerFileEncoding } from './file-encoding';
import { registerGuessedLanguage } from './guessed-language';
import { registerIgnoring } from './ignoring';
import { DRAFT_LANGUAGES, LanguageServer, type ServerState } from './language-server';
import { registerLetterTrigger } from './letter-trigger';
import { registerOutline } from './outline';
import { registerPasteCleaning } from './paste-cleaning';
import { ProfileNotice, registerProfileNotice } from './profile-notice';
import { registerReport } from './report';
import { registerRestoring } from './restoring';
import { registerRulePages } from './rule-pages';
import { StatusDisplay } from './status-display';
import { registerStructureCommands } from './structure-commands';
import { registerTemplateCommands } from './template-commands';
import { registerWalkthrough } from './walkthrough';
import { registerWordLists } from './word-lists';
import { registerWorkspaceCheck } from './workspace-check';

/** What `activate` gives to whoever asks for this extension. */
export interface Api {
  /** What the server last said of an open document. */
  statusOf(uri: vscode.Uri): Status | undefined;
  serverState(): ServerState;
}

let server: LanguageServer | undefined;

export async function activate(context: vscode.ExtensionContext): Promise<Api> {
  const log = vscode.window.createOutputChannel('笔杆子', { log: true });
  const kinds = new ChosenKinds(context.globalState);
  const running = new LanguageServer(context.asAbsolutePath('dist/server.js'), compiledCodeFolder(context), kinds, log);
  server = running;
  const notice = new ProfileNotice(context.globalState);
  const status = new StatusDisplay(running, DRAFT_LANGUAGES, notice);
  context.subscriptions.push(log, running, status);
  registerCommands(context, running, status, kinds, log);
  registerConversions(context);
  registerCleaning(context, running);
  registerPasteCleaning(context, running);
  registerCompare(context, running);
  registerFileEncoding(context);
  registerGuessedLanguage(context);
  registerIgnoring(context);
  registerOutline(context, running, status);
  registerProfileNotice(context, running, notice);
  registerReport(context, running);
  registerRestoring(context);
  registerRulePages(context, running);
  registerStructureCommands(context, running);
  registerTemplateCommands(context, status);
  registerLetterTrigger(context, status);
  registerWalkthrough(context);
  registerWordLists(context, running);
  registerWorkspaceCheck(context, running);
  await running.start();
  return { statusOf: (uri) => status.of(uri), serverState: () => running.state };
}

export async function deactivate(): Promise<void> {
  await server?.stop();
}
