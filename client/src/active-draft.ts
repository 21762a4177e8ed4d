/** Which draft a command is for. */
import * as vscode from 'vscode';
import { DRAFTS } from './language-server';

/** The active document when the server may read it; the only one in sight when a panel beside it has the focus. */
export function draftInSight(): vscode.TextEditor | undefined {
  const { activeTextEditor, visibleTextEditors } = vscode.window;
  const [editor, another] = (activeTextEditor ? [activeTextEditor] : visibleTextEditors).filter(
    ({ document }) => vscode.languages.match(DRAFTS, document) > 0,
  );
  return another ? undefined : editor;
}

/** The draft in sight; else says what to do. */
export function activeDraft(): vscode.TextEditor | undefined {
  const editor = draftInSight();
  if (editor) return editor;
  void vscode.window.showInformationMessage(
    vscode.l10n.t('Open a draft first: a document in the language 公文, plain text or Markdown.'),
  );
  return undefined;
}
