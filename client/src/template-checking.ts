/** Checks the templates of a workspace while they are edited. */
import * as vscode from 'vscode';

/** Templates elsewhere may be anybody's Handlebars. */
const TEMPLATES: vscode.DocumentFilter = { scheme: 'file', pattern: '**/.biganzi/templates/*.hbs' };

/** @param faultsOf loads what reads templates, and so is called only for one */
export function registerTemplateChecking(
  context: vscode.ExtensionContext,
  faultsOf: (document: vscode.TextDocument) => readonly vscode.Diagnostic[],
): void {
  const faults = vscode.languages.createDiagnosticCollection('biganzi-templates');
  const check = (document: vscode.TextDocument) => {
    if (vscode.languages.match(TEMPLATES, document) > 0) faults.set(document.uri, faultsOf(document));
  };
  for (const document of vscode.workspace.textDocuments) check(document);
  context.subscriptions.push(
    faults,
    vscode.workspace.onDidOpenTextDocument(check),
    vscode.workspace.onDidChangeTextDocument(({ document }) => check(document)),
    vscode.workspace.onDidCloseTextDocument(({ uri }) => faults.delete(uri)),
  );
}
