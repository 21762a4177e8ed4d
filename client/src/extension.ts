/** The extension: starts the language server and offers its commands. It judges nothing itself. */
import * as vscode from 'vscode';
import { ChosenKinds } from './chosen-kinds';
import { registerCommands } from './commands';
import { registerIgnoring } from './ignoring';
import { DRAFT_LANGUAGES, LanguageServer } from './language-server';
import { registerRulePages } from './rule-pages';
import { StatusDisplay } from './status-display';

let server: LanguageServer | undefined;

export async function activate(context: vscode.ExtensionContext): Promise<void> {
  const log = vscode.window.createOutputChannel('笔杆子', { log: true });
  const kinds = new ChosenKinds(context.globalState);
  server = new LanguageServer(context.asAbsolutePath('dist/server.js'), kinds, log);
  const status = new StatusDisplay(server, DRAFT_LANGUAGES);
  context.subscriptions.push(log, server, status);
  registerCommands(context, server, status, kinds, log);
  registerIgnoring(context);
  registerRulePages(context, server);
  await server.start();
}

export async function deactivate(): Promise<void> {
  await server?.stop();
}
