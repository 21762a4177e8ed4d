/** Marks the faults of a template that is being written, on the line that each stands on. */
import * as vscode from 'vscode';
import { readTemplate } from '../../../server/src/templates';

/** The faults of a template's text, as the problems panel shows them. */
export function faultsOf(document: vscode.TextDocument): vscode.Diagnostic[] {
  const read = readTemplate(document.getText());
  if ('template' in read) return [];
  return read.faults.map(({ line, message }) => {
    const { range } = document.lineAt(Math.min(line, document.lineCount - 1));
    const diagnostic = new vscode.Diagnostic(range, message, vscode.DiagnosticSeverity.Error);
    diagnostic.source = '笔杆子';
    return diagnostic;
  });
}
