/** VS Code guesses a programming language for a new plain-text document; Chinese prose that it takes for code becomes 公文. */
import * as vscode from 'vscode';
import { isDraft } from '../../server/src/service/is-draft';
import { DRAFT_LANGUAGES } from './language-server';

/** How long it is told. */
const MESSAGE_MS = 8000;

/**
 * Looks only at documents that are in no file and were plain text until now. A language that the writer chooses
 * afterwards stays: the document does not come from plain text then.
 */
export function registerGuessedLanguage(context: vscode.ExtensionContext): void {
  const plain = new Set<string>();
  // For extensions a document that changes its language is closed and opened.
  context.subscriptions.push(
    vscode.workspace.onDidCloseTextDocument(({ isUntitled, languageId, uri }) => {
      if (isUntitled && languageId === 'plaintext') plain.add(uri.toString());
    }),
    vscode.workspace.onDidOpenTextDocument((document) => {
      if (plain.delete(document.uri.toString()) && isProse(document)) void takeAsDraft(document);
    }),
  );
}

function isProse(document: vscode.TextDocument): boolean {
  if (DRAFT_LANGUAGES.includes(document.languageId)) return false;
  const { documents } = vscode.workspace.getConfiguration('biganzi', document);
  return documents !== 'none' && isDraft(document.getText(), 'plaintext', 'chinese');
}

async function takeAsDraft(document: vscode.TextDocument): Promise<void> {
  await vscode.languages.setTextDocumentLanguage(document, 'gongwen');
  const told = vscode.l10n.t(
    'This is Chinese prose, so it is taken as 公文. The language can be changed at the right.',
  );
  vscode.window.setStatusBarMessage(told, MESSAGE_MS);
}
