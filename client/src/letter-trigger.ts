/**
 * Asks for proposals when the initials of a phrase are typed in a Markdown draft: VS Code is silent there on its own,
 * and takes no letter for a trigger where letters are words.
 */
import * as vscode from 'vscode';
import type { StatusDisplay } from './status-display';

/** tf, tfq; no part of an address or of an English word that began before */
const INITIALS = /(?<![\w@.:/-])[a-z]{2,9}$/;

export function registerLetterTrigger(context: vscode.ExtensionContext, status: StatusDisplay): void {
  const typed = ({ document, contentChanges: [change, ...more] }: vscode.TextDocumentChangeEvent) => {
    if (!change || more.length > 0 || document.languageId !== 'markdown' || !/^[a-z]$/.test(change.text)) return;
    if (vscode.window.activeTextEditor?.document !== document || !status.of(document.uri)?.draft) return;
    const { line, character } = change.range.start;
    if (!INITIALS.test(document.lineAt(line).text.slice(0, character + 1))) return;
    void vscode.commands.executeCommand('editor.action.triggerSuggest', { auto: true });
  };
  context.subscriptions.push(vscode.workspace.onDidChangeTextDocument(typed));
}
