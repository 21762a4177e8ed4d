/** Where the writer's own templates lie: in the workspace, and in the folder of the settings. */
import { homedir } from 'node:os';
import * as vscode from 'vscode';

export const TEMPLATE_EXTENSION = '.hbs';

export function workspaceTemplates(folder: vscode.Uri): vscode.Uri {
  return vscode.Uri.joinPath(folder, '.biganzi', 'templates');
}

/** The folder of the writer's own templates, or `undefined` where the setting is empty. */
export function userFolder(): { readonly uri: vscode.Uri; readonly shown: string } | undefined {
  const shown = vscode.workspace
    .getConfiguration('biganzi')
    .get('templateFolder', '')
    .trim()
    .replace(/[\\/]+$/, '');
  return shown === '' ? undefined : { uri: vscode.Uri.file(shown.replace(/^~(?=$|[\\/])/, homedir())), shown };
}
