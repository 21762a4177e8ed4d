/** Changes the structure of a draft for whoever asks, view or text command: one question to the server, one undoable edit. */
import * as vscode from 'vscode';
import {
  STRUCTURE,
  type StructureAnswer,
  type StructureOperation,
  type StructureParams,
  type Unresolved,
} from '../../server/src/lsp/messages';
import { change, editorOf, mayChange, toRange } from './changing';
import type { LanguageServer } from './language-server';

/** How long a short remark stands in the status bar. */
const REMARK_MS = 5000;

/**
 * Carries out an operation whose lines are those of the document as it is now, and tells the writer what needs telling.
 * @returns the server's answer when the draft was changed, `undefined` when it is as it was
 */
export async function applyStructure(
  server: LanguageServer,
  document: vscode.TextDocument,
  operation: StructureOperation,
): Promise<StructureAnswer | undefined> {
  if (!(await mayChange(document.uri))) return undefined;
  const answer = await askStructure(server, document, operation);
  if (!answer) return undefined;
  // Edits to an older text would hit the wrong characters.
  if (answer.version !== document.version) {
    return remark(vscode.l10n.t('The draft was changed in the meantime, so nothing was moved. Please try again.'));
  }
  if (answer.edits.length === 0) return sayWhyNot(operation, answer);
  if (!(await change(document, answer.edits))) return undefined;
  if (answer.select) await select(document, toRange(answer.select), operation.type === 'insertSibling');
  if (answer.unresolved.length > 0) void showUnresolved(document, answer.unresolved);
  return answer;
}

/** The server's answer alone; nothing is changed. */
export function askStructure(
  server: LanguageServer,
  document: vscode.TextDocument,
  operation: StructureOperation,
): Promise<StructureAnswer | undefined> {
  const params: StructureParams = { uri: document.uri.toString(), operation };
  return server.ask<StructureAnswer>(STRUCTURE, params);
}

/** Puts the cursor there. Where a title is to be written the editor gets the focus, else it stays where it was. */
async function select(document: vscode.TextDocument, range: vscode.Range, write: boolean): Promise<void> {
  const editor = editorOf(document.uri);
  if (!editor) return;
  if (write) {
    await vscode.window.showTextDocument(document, { viewColumn: editor.viewColumn ?? vscode.ViewColumn.Active });
  }
  editor.selection = new vscode.Selection(range.start, range.end);
  editor.revealRange(range, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
}

/** A section that cannot go further is told in passing: the writer is holding the key down. */
function sayWhyNot({ type }: StructureOperation, { message }: StructureAnswer): undefined {
  if (message === undefined) return undefined;
  if (type === 'up' || type === 'down') return remark(message);
  void vscode.window.showInformationMessage(message);
  return undefined;
}

function remark(message: string): undefined {
  vscode.window.setStatusBarMessage(message, REMARK_MS);
  return undefined;
}

interface UnresolvedItem extends vscode.QuickPickItem {
  readonly range: vscode.Range;
}

/** References that were left as they are, to be looked at one by one. */
async function showUnresolved(document: vscode.TextDocument, unresolved: readonly Unresolved[]): Promise<void> {
  const look = vscode.l10n.t('Show Them');
  const message = vscode.l10n.t(
    '{0} references could not be followed and were left as they are. Please check them.',
    unresolved.length,
  );
  if ((await vscode.window.showWarningMessage(message, look)) !== look) return;
  const items = unresolved.map(({ range, text }): UnresolvedItem => {
    const place = document.validateRange(toRange(range));
    return {
      label: text,
      description: vscode.l10n.t('line {0}', place.start.line + 1),
      detail: document.lineAt(place.start.line).text.trim(),
      range: place,
    };
  });
  const show = async ({ range }: UnresolvedItem, preserveFocus: boolean) => {
    const viewColumn = editorOf(document.uri)?.viewColumn ?? vscode.ViewColumn.Active;
    await vscode.window.showTextDocument(document, { selection: range, preserveFocus, viewColumn });
  };
  const title = vscode.l10n.t('References to check');
  const choice = await vscode.window.showQuickPick(items, {
    title,
    onDidSelectItem: (item) => void show(item as UnresolvedItem, true),
  });
  if (choice) await show(choice, false);
}
