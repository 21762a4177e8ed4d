/** Carries out what code actions say to ignore, or to take as right. It is kept in settings, so the draft itself stays clean. */
import * as vscode from 'vscode';
import {
  type AddWordArguments,
  ClientCommand,
  type IgnoreArguments,
  type IgnoreRuleArguments,
  type MoreArguments,
} from '../../server/src/lsp/messages';

type Levels = Readonly<Record<string, string>>;

export function registerIgnoring(context: vscode.ExtensionContext): void {
  context.subscriptions.push(
    vscode.commands.registerCommand(ClientCommand.ignore, async ({ uri, entries }: IgnoreArguments) => {
      await update<readonly string[]>(uri, 'ignored', (ignored = []) => [...new Set([...ignored, ...entries])]);
      const takeBack = (ignored: readonly string[] = []) => ignored.filter((entry) => !entries.includes(entry));
      tell(vscode.l10n.t('Ignored. It is kept in the settings, not in the draft.'), () =>
        update<readonly string[]>(uri, 'ignored', takeBack),
      );
    }),
    vscode.commands.registerCommand(ClientCommand.ignoreRule, async ({ uri, rule }: IgnoreRuleArguments) => {
      await update<Levels>(uri, 'severity', (levels = {}) => ({ ...levels, [rule]: 'off' }));
      tell(vscode.l10n.t('Not checked any more in this workspace: {0}', rule), () =>
        update<Levels>(uri, 'severity', (levels = {}) => without(levels, rule)),
      );
    }),
    vscode.commands.registerCommand(ClientCommand.addWord, async ({ uri, word, scope }: AddWordArguments) => {
      const resource = vscode.Uri.parse(uri);
      await changeWords(resource, scope, (words) => ({ ...words, [word]: 'word' }));
      tell(vscode.l10n.t('“{0}” is in the dictionary now.', word), () =>
        changeWords(resource, scope, (words) => without(words, word)),
      );
    }),
    vscode.commands.registerCommand(ClientCommand.more, async ({ choices }: MoreArguments) => {
      const items = choices.map((choice) => ({ label: choice.title, choice }));
      const picked = await vscode.window.showQuickPick(items, { title: vscode.l10n.t('Do not tell any more') });
      if (picked) await vscode.commands.executeCommand(picked.choice.command, picked.choice.argument);
    }),
  );
}

/** Says what was done for a while, and takes it back where it was a slip. */
async function tell(message: string, takeBack: () => Promise<void>): Promise<void> {
  const undo = vscode.l10n.t('Undo');
  if ((await vscode.window.showInformationMessage(message, undo)) === undo) await takeBack();
}

function without(record: Levels, key: string): Levels {
  return Object.fromEntries(Object.entries(record).filter(([each]) => each !== key));
}

/** Words of all scopes are taken together, so only the words of this one are written. */
async function changeWords(
  resource: vscode.Uri,
  scope: AddWordArguments['scope'],
  change: (words: Levels) => Levels,
): Promise<void> {
  const configuration = vscode.workspace.getConfiguration('biganzi', resource);
  const values = configuration.inspect<Levels>('words');
  const [target, words] =
    scope === 'user'
      ? [vscode.ConfigurationTarget.Global, values?.globalValue]
      : [vscode.ConfigurationTarget.WorkspaceFolder, values?.workspaceFolderValue];
  await configuration.update('words', unlessEmpty(change(words ?? {})), target);
}

/** Changes a setting of the document's folder, or of the user for a document outside every folder. */
async function update<T extends object>(
  uri: string,
  setting: string,
  change: (value: T | undefined) => T,
): Promise<void> {
  const resource = vscode.Uri.parse(uri);
  const configuration = vscode.workspace.getConfiguration('biganzi', resource);
  const inFolder = vscode.workspace.getWorkspaceFolder(resource) !== undefined;
  const target = inFolder ? vscode.ConfigurationTarget.WorkspaceFolder : vscode.ConfigurationTarget.Global;
  await configuration.update(setting, unlessEmpty(change(configuration.get<T>(setting))), target);
}

/** A setting that holds nothing need not stand in the file. */
function unlessEmpty<T extends object>(value: T): T | undefined {
  return Object.keys(value).length > 0 ? value : undefined;
}
