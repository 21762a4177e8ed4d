/** 恢复忽略的问题: lists what is ignored, and checks again what the writer picks from it. */
import * as vscode from 'vscode';
import { draftInSight } from './active-draft';

/** What can be taken back: an entry of `biganzi.ignored`, or a rule that is off. */
interface Item extends vscode.QuickPickItem {
  readonly setting: 'ignored' | 'severity';
  readonly key: string;
}

/** `heading/sequence@2024/讲话稿.txt#5f0c2a9d41b7`, the same without a place, or `wording/variant=帐目`. */
const ENTRY = /^(?<rule>[^@=]+)(?:@(?<path>.*?)(?<place>#[0-9a-f]+)?|=(?<word>.*))$/;

export function registerRestoring(context: vscode.ExtensionContext): void {
  context.subscriptions.push(vscode.commands.registerCommand('biganzi.restoreIgnored', restore));
}

async function restore(): Promise<void> {
  const resource = draftInSight()?.document.uri;
  const configuration = vscode.workspace.getConfiguration('biganzi', resource);
  const ignored = configuration.get<readonly string[]>('ignored', []).map(toItem);
  const levels = Object.entries(configuration.get<Readonly<Record<string, unknown>>>('severity', {}));
  const off = levels.flatMap(([key, level]): Item[] =>
    level === 'off' ? [{ setting: 'severity', key, label: key, description: vscode.l10n.t('not checked') }] : [],
  );
  const items = [...ignored, ...off];
  if (items.length === 0) {
    void vscode.window.showInformationMessage(vscode.l10n.t('Nothing is ignored.'));
    return;
  }
  const picked = await vscode.window.showQuickPick(items, {
    title: vscode.l10n.t('Ignored'),
    placeHolder: vscode.l10n.t('Choose what is to be checked again'),
    canPickMany: true,
    matchOnDescription: true,
  });
  if (!picked) return;
  for (const setting of ['ignored', 'severity'] as const) {
    const keys = new Set(picked.filter((each) => each.setting === setting).map(({ key }) => key));
    if (keys.size > 0) await takeOut(configuration, setting, keys);
  }
}

function toItem(entry: string): Item {
  const { rule = entry, path, place, word } = ENTRY.exec(entry)?.groups ?? {};
  const label = word === undefined ? (path ?? entry) : `“${word}”`;
  const reach = place ? vscode.l10n.t('one place') : vscode.l10n.t('whole draft');
  return { setting: 'ignored', key: entry, label, description: word === undefined ? `${rule} · ${reach}` : rule };
}

/** Out of whichever settings hold it. */
async function takeOut(
  configuration: vscode.WorkspaceConfiguration,
  setting: string,
  keys: ReadonlySet<string>,
): Promise<void> {
  const values = configuration.inspect<readonly string[] | Readonly<Record<string, unknown>>>(setting);
  const targets = [
    [vscode.ConfigurationTarget.WorkspaceFolder, values?.workspaceFolderValue],
    [vscode.ConfigurationTarget.Workspace, values?.workspaceValue],
    [vscode.ConfigurationTarget.Global, values?.globalValue],
  ] as const;
  for (const [target, value] of targets) {
    if (value === undefined) continue;
    const left = isList(value)
      ? value.filter((entry) => !keys.has(entry))
      : Object.fromEntries(Object.entries(value).filter(([key]) => !keys.has(key)));
    if (Object.keys(left).length === Object.keys(value).length) continue;
    await configuration.update(setting, Object.keys(left).length > 0 ? left : undefined, target);
  }
}

function isList(value: object): value is readonly string[] {
  return Array.isArray(value);
}
