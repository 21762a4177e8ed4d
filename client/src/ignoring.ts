/** Carries out what code actions say to ignore, or to take as right. It is kept in settings, so the draft itself stays clean. */
import * as vscode from 'vscode';
import {
  type AddWordArguments,
  ClientCommand,
  type IgnoreArguments,
  type IgnoreRuleArguments,
} from '../../server/src/lsp/messages';

export function registerIgnoring(context: vscode.ExtensionContext): void {
  context.subscriptions.push(
    vscode.commands.registerCommand(ClientCommand.ignore, ({ uri, entries }: IgnoreArguments) =>
      update<readonly string[]>(uri, 'ignored', (ignored = []) => [...new Set([...ignored, ...entries])]),
    ),
    vscode.commands.registerCommand(ClientCommand.ignoreRule, ({ uri, rule }: IgnoreRuleArguments) =>
      update<Readonly<Record<string, string>>>(uri, 'severity', (levels = {}) => ({ ...levels, [rule]: 'off' })),
    ),
    vscode.commands.registerCommand(ClientCommand.addWord, ({ uri, word, scope }: AddWordArguments) =>
      addWord(vscode.Uri.parse(uri), word, scope),
    ),
  );
}

/** Words of all scopes are taken together, so only the words of this one are written. */
async function addWord(resource: vscode.Uri, word: string, scope: AddWordArguments['scope']): Promise<void> {
  const configuration = vscode.workspace.getConfiguration('biganzi', resource);
  const values = configuration.inspect<Readonly<Record<string, string>>>('words');
  const [target, words] =
    scope === 'user'
      ? [vscode.ConfigurationTarget.Global, values?.globalValue]
      : [vscode.ConfigurationTarget.WorkspaceFolder, values?.workspaceFolderValue];
  await configuration.update('words', { ...words, [word]: 'word' }, target);
}

/** Changes a setting of the document's folder, or of the user for a document outside every folder. */
async function update<T>(uri: string, setting: string, change: (value: T | undefined) => T): Promise<void> {
  const resource = vscode.Uri.parse(uri);
  const configuration = vscode.workspace.getConfiguration('biganzi', resource);
  const inFolder = vscode.workspace.getWorkspaceFolder(resource) !== undefined;
  const target = inFolder ? vscode.ConfigurationTarget.WorkspaceFolder : vscode.ConfigurationTarget.Global;
  await configuration.update(setting, change(configuration.get<T>(setting)), target);
}
