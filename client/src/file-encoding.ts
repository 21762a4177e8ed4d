/** Opens a draft in GB18030 as what it is: VS Code reads every text file as UTF-8, shows holes, and would save the holes. */
import * as vscode from 'vscode';
import { decodeText } from '../../server/src/text/encoding';
import { DRAFT_LANGUAGES } from './language-server';

/** What VS Code shows for bytes that are no UTF-8. */
const HOLE = '\uFFFD';
const MESSAGE_MS = 8000;

export function registerFileEncoding(context: vscode.ExtensionContext): void {
  // Whoever wants another encoding afterwards gets it.
  const seen = new Set<string>();
  const look = async (document: vscode.TextDocument) => {
    const { uri, languageId } = document;
    if (uri.scheme !== 'file' || !DRAFT_LANGUAGES.includes(languageId) || seen.has(uri.toString())) return;
    if (document.isDirty || !document.getText().includes(HOLE)) return;
    seen.add(uri.toString());
    await openAsItIs(document);
  };
  context.subscriptions.push(
    vscode.workspace.onDidOpenTextDocument(look),
    vscode.workspace.onDidCloseTextDocument(({ uri }) => seen.delete(uri.toString())),
  );
  for (const document of vscode.workspace.textDocuments) void look(document);
}

/** Changes what is shown, never the file; a document that is changed meanwhile stays as it is. */
async function openAsItIs({ uri }: vscode.TextDocument): Promise<void> {
  try {
    const decoded = decodeText(Buffer.from(await vscode.workspace.fs.readFile(uri)));
    if (typeof decoded === 'string' || decoded.encoding !== 'gb18030') return;
    await vscode.workspace.openTextDocument(uri, { encoding: 'gb18030' });
    const name = uri.path.split('/').at(-1) ?? '';
    vscode.window.setStatusBarMessage(vscode.l10n.t('{0} is in GB18030 and was opened so.', name), MESSAGE_MS);
  } catch {
    // The file is gone, or is being written to: it stays as VS Code shows it.
  }
}
