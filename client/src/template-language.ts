/** Gives templates of the writer's own folder their language; those of a workspace have it by where they lie. */
import * as vscode from 'vscode';
import { TEMPLATE_LANGUAGE } from '../../server/src/lsp/messages';
import { TEMPLATE_EXTENSION, userFolder } from './template-folders';

export function registerTemplateLanguage(context: vscode.ExtensionContext): void {
  const recognize = (document: vscode.TextDocument) => {
    const { uri, languageId } = document;
    if (languageId === TEMPLATE_LANGUAGE || uri.scheme !== 'file' || !uri.path.endsWith(TEMPLATE_EXTENSION)) return;
    const folder = userFolder()?.uri.path;
    if (folder !== undefined && uri.path.slice(0, uri.path.lastIndexOf('/')) === folder)
      void vscode.languages.setTextDocumentLanguage(document, TEMPLATE_LANGUAGE);
  };
  for (const document of vscode.workspace.textDocuments) recognize(document);
  context.subscriptions.push(vscode.workspace.onDidOpenTextDocument(recognize));
}
