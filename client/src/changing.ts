/** Changes an open draft for the commands that do: one undoable edit, and one sentence where it is read-only. */
import * as vscode from 'vscode';
import type { Edits, Unresolved } from '../../server/src/lsp/messages';

/** False, and told, when the document cannot be changed: to be asked before the writer is asked anything. */
export async function mayChange(uri: vscode.Uri): Promise<boolean> {
  return (await isWritable(uri)) || sayReadOnly();
}

/** One undoable change. It goes through the editor, which alone knows whether it is read-only; false, and told, when it is. */
export async function change(document: vscode.TextDocument, edits: Edits['edits']): Promise<boolean> {
  const changes = edits.map(({ range, newText }) => vscode.TextEdit.replace(toRange(range), newText));
  const editor = editorOf(document.uri);
  if (!editor) {
    const edit = new vscode.WorkspaceEdit();
    edit.set(document.uri, changes);
    return (await vscode.workspace.applyEdit(edit)) || sayReadOnly();
  }
  const { version } = document;
  const done = await editor.edit((edit) => {
    for (const { range, newText } of changes) edit.replace(range, newText);
  });
  // A read-only editor says that it is done, and does nothing.
  return (done && document.version !== version) || sayReadOnly();
}

/** The editor that shows the document; the active one when several do. */
export function editorOf(uri: vscode.Uri): vscode.TextEditor | undefined {
  const shows = ({ document }: vscode.TextEditor) => document.uri.toString() === uri.toString();
  const active = vscode.window.activeTextEditor;
  return active && shows(active) ? active : vscode.window.visibleTextEditors.find(shows);
}

export function toRange({ start, end }: Unresolved['range']): vscode.Range {
  return new vscode.Range(start.line, start.character, end.line, end.character);
}

async function isWritable(uri: vscode.Uri): Promise<boolean> {
  if (uri.scheme === 'untitled') return true;
  if (vscode.workspace.fs.isWritableFileSystem(uri.scheme) === false) return false;
  try {
    return (await vscode.workspace.fs.stat(uri)).permissions !== vscode.FilePermission.Readonly;
  } catch {
    // The file is gone, but its text can be edited and saved again.
    return true;
  }
}

function sayReadOnly(): false {
  void vscode.window.showInformationMessage(vscode.l10n.t('This draft is read-only, so nothing was changed.'));
  return false;
}
