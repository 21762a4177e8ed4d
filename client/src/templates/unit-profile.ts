/** The unit profile: read from the settings and from the workspace, and kept there when the writer wants it. */
import * as vscode from 'vscode';
import { readProfile } from '../../../server/src/templates';

const SETTING = 'profile';

/** Values by name; the file of the workspace goes before the settings. In Restricted Mode it is not read. */
export async function readUnitProfile(): Promise<ReadonlyMap<string, string>> {
  const set = readProfile(vscode.workspace.getConfiguration('biganzi').get(SETTING));
  const file = profileFile();
  if (!file || !vscode.workspace.isTrusted) return set;
  return new Map([...set, ...readProfile(await parsed(file))]);
}

/** `.biganzi/profile.json` in the folder of the active document, else in the first one. */
function profileFile(): vscode.Uri | undefined {
  const active = vscode.window.activeTextEditor?.document.uri;
  const folder = (active && vscode.workspace.getWorkspaceFolder(active)) ?? vscode.workspace.workspaceFolders?.[0];
  return folder && vscode.Uri.joinPath(folder.uri, '.biganzi', 'profile.json');
}

async function parsed(file: vscode.Uri): Promise<unknown> {
  let bytes: Uint8Array;
  try {
    bytes = await vscode.workspace.fs.readFile(file);
  } catch {
    return {};
  }
  try {
    return JSON.parse(new TextDecoder().decode(bytes));
  } catch {
    void vscode.window.showWarningMessage(vscode.l10n.t('.biganzi/profile.json cannot be read: it is not valid JSON.'));
    return undefined;
  }
}

/** Asks where to keep what the writer told about the unit. */
export async function offerToKeep(values: ReadonlyMap<string, string>): Promise<void> {
  if (values.size === 0) return;
  const file = vscode.workspace.isTrusted ? profileFile() : undefined;
  const inWorkspace = vscode.l10n.t('For This Workspace');
  const everywhere = vscode.l10n.t('Everywhere');
  const names = [...values.keys()].join('、');
  const answer = await vscode.window.showInformationMessage(
    vscode.l10n.t('Keep {0} for the next drafts?', names),
    ...(file ? [inWorkspace, everywhere] : [everywhere]),
  );
  if (answer === everywhere) {
    const configuration = vscode.workspace.getConfiguration('biganzi');
    const before = configuration.inspect<object>(SETTING)?.globalValue;
    await configuration.update(SETTING, merged(before, values), vscode.ConfigurationTarget.Global);
  }
  if (answer === inWorkspace && file) await keepInFile(file, values);
}

/** Where the values stand already: in the file of the folder if there is one, else in the settings. An empty value goes. */
export async function keepProfile(values: ReadonlyMap<string, string>): Promise<void> {
  const file = vscode.workspace.isTrusted ? profileFile() : undefined;
  if (file && (await exists(file))) return keepInFile(file, values);
  const configuration = vscode.workspace.getConfiguration('biganzi');
  const { workspaceValue, globalValue } = configuration.inspect<object>(SETTING) ?? {};
  const [before, target] =
    workspaceValue === undefined
      ? [globalValue, vscode.ConfigurationTarget.Global]
      : [workspaceValue, vscode.ConfigurationTarget.Workspace];
  await configuration.update(SETTING, merged(before, values), target);
}

async function exists(file: vscode.Uri): Promise<boolean> {
  try {
    await vscode.workspace.fs.stat(file);
    return true;
  } catch {
    return false;
  }
}

function merged(before: object | undefined, values: ReadonlyMap<string, string>): object {
  const all = Object.entries({ ...before, ...Object.fromEntries(values) });
  return Object.fromEntries(all.filter(([name, value]) => value !== '' || !values.has(name)));
}

/** What else stands in the file stays; a file that cannot be read is not written over. */
async function keepInFile(file: vscode.Uri, values: ReadonlyMap<string, string>): Promise<void> {
  const before = await parsed(file);
  if (typeof before !== 'object' || before === null) return;
  const text = `${JSON.stringify(merged(before, values), undefined, 2)}\n`;
  await vscode.workspace.fs.writeFile(file, new TextEncoder().encode(text));
}
