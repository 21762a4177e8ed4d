/** What the tests of the palette of templates share: own templates on disk, the list, its preview, the inputs. */
import * as vscode from 'vscode';
import { boxOpens, draftUri, eventually, typeText } from './support';

const OWN = draftUri('.biganzi/templates');

export async function writeTemplate(name: string, text: string): Promise<vscode.Uri> {
  const uri = vscode.Uri.joinPath(OWN, name);
  await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(text));
  return uri;
}

export async function removeOwn(): Promise<void> {
  await vscode.workspace.fs.delete(draftUri('.biganzi'), { recursive: true }).then(undefined, () => {});
}

/** The skeleton that stands beside the list. */
export function preview(): string | undefined {
  return vscode.window.visibleTextEditors
    .find(({ document: { uri } }) => uri.scheme === 'biganzi-template')
    ?.document.getText();
}

/** The tabs of every column. */
export function tabs(): string[][] {
  return vscode.window.tabGroups.all.map((group) => group.tabs.map(({ label }) => label));
}

export function activeText(): string {
  return vscode.window.activeTextEditor?.document.getText() ?? '';
}

/** Opens the list; `running` ends with the command. */
export async function openList(command: string): Promise<{ running: Thenable<unknown> }> {
  const running = vscode.commands.executeCommand(command);
  await eventually('the preview', () => preview() !== undefined);
  await boxOpens();
  return { running };
}

/** Opens the list and looks for a template; `running` ends with the command. */
export async function choose(command: string, query: string, shown: RegExp): Promise<{ running: Thenable<unknown> }> {
  const opened = await openList(command);
  await typeText(query);
  await eventually(`the skeleton of ${query}`, () => shown.test(preview() ?? ''));
  return opened;
}
