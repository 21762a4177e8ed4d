/** The word list of a workspace: opens it, with its columns named when it is new, and tells the server when the workspace is trusted. */
import * as vscode from 'vscode';
import { NEW_WORD_LIST, TRUST } from '../../server/src/lsp/messages';
import type { LanguageServer } from './language-server';

const LIST = ['.biganzi', 'words.tsv'];

export function registerWordLists(context: vscode.ExtensionContext, server: LanguageServer): void {
  context.subscriptions.push(
    vscode.workspace.onDidGrantWorkspaceTrust(() => server.tell(TRUST, {})),
    vscode.commands.registerCommand('biganzi.editWords', edit),
  );
}

async function edit(): Promise<void> {
  const folder = await folderOfDraft();
  if (!folder) {
    void vscode.window.showInformationMessage(
      vscode.l10n.t('Open a folder first: its word list lies in the folder .biganzi.'),
    );
    return;
  }
  const list = vscode.Uri.joinPath(folder.uri, ...LIST);
  if (!(await exists(list))) {
    await vscode.workspace.fs.writeFile(list, new TextEncoder().encode(NEW_WORD_LIST));
  }
  await vscode.window.showTextDocument(list);
}

/** The folder of the active document, or the only one there is; else the writer chooses. */
async function folderOfDraft(): Promise<vscode.WorkspaceFolder | undefined> {
  const active = vscode.window.activeTextEditor?.document.uri;
  const folder = active && vscode.workspace.getWorkspaceFolder(active);
  const folders = vscode.workspace.workspaceFolders ?? [];
  return folder ?? (folders.length > 1 ? vscode.window.showWorkspaceFolderPick() : folders[0]);
}

async function exists(uri: vscode.Uri): Promise<boolean> {
  try {
    await vscode.workspace.fs.stat(uri);
    return true;
  } catch {
    return false;
  }
}
