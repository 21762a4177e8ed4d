/** VS Code guesses a programming language for a new plain-text document; Chinese prose that it takes for code becomes 公文. */
import * as vscode from 'vscode';
import { DRAFT_LANGUAGES } from './language-server';

/** Chinese prose is hardly anything but Han characters and full-width marks; code with Chinese comments is half of other things. */
const FULL_WIDTH = /[\p{Script=Han}〇\u3001-\u301f\uff01-\uff5e“”‘’—…]/gu;
const LEAST_FULL_WIDTH = 0.6;
/** So much of a long text is looked at. In UTF-16 code units. */
const SAMPLE = 10_000;

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
      if (!isUntitled || languageId !== 'plaintext') return;
      const name = uri.toString();
      plain.add(name);
      // It is opened again at once, or it is really closed, and another may get its name.
      queueMicrotask(() => plain.delete(name));
    }),
    vscode.workspace.onDidOpenTextDocument((document) => {
      if (plain.delete(document.uri.toString()) && isProse(document)) void takeAsDraft(document);
    }),
  );
}

function isProse(document: vscode.TextDocument): boolean {
  if (DRAFT_LANGUAGES.includes(document.languageId)) return false;
  const { documents } = vscode.workspace.getConfiguration('biganzi', document);
  if (documents === 'none') return false;
  const sample = document.getText().slice(0, SAMPLE).replace(/\s+/g, '');
  const wide = sample.match(FULL_WIDTH)?.length ?? 0;
  return sample.length > 0 && wide / sample.length >= LEAST_FULL_WIDTH;
}

async function takeAsDraft(document: vscode.TextDocument): Promise<void> {
  await vscode.languages.setTextDocumentLanguage(document, 'gongwen');
  const told = vscode.l10n.t(
    'This is Chinese prose, so it is taken as 公文. The language can be changed at the right.',
  );
  vscode.window.setStatusBarMessage(told, MESSAGE_MS);
}
