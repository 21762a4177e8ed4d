/** Carries out what code actions say to ignore. It is kept in settings, so the draft itself stays clean. */
import * as vscode from 'vscode';
import { ClientCommand, type IgnoreArguments, type IgnoreRuleArguments } from '../../server/src/lsp/messages';

export function registerIgnoring(context: vscode.ExtensionContext): void {
  context.subscriptions.push(
    vscode.commands.registerCommand(ClientCommand.ignore, ({ uri, entries }: IgnoreArguments) =>
      update<readonly string[]>(uri, 'ignored', (ignored = []) => [...new Set([...ignored, ...entries])]),
    ),
    vscode.commands.registerCommand(ClientCommand.ignoreRule, ({ uri, rule }: IgnoreRuleArguments) =>
      update<Readonly<Record<string, string>>>(uri, 'severity', (levels = {}) => ({ ...levels, [rule]: 'off' })),
    ),
  );
}

/** Changes a setting of the document's folder, or of the user for a document outside every folder. */
async function update<T>(uri: string, setting: string, change: (value: T | undefined) => T): Promise<void> {
  const resource = vscode.Uri.parse(uri);
  const configuration = vscode.workspace.getConfiguration('biganzi', resource);
  const inFolder = vscode.workspace.getWorkspaceFolder(resource) !== undefined;
  const target = inFolder ? vscode.ConfigurationTarget.WorkspaceFolder : vscode.ConfigurationTarget.Global;
  await configuration.update(setting, change(configuration.get<T>(setting)), target);
}
