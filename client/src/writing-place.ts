/** Holds back what is found at the very place where the writer is typing: a sentence that is being written has no full stop yet. */
import * as vscode from 'vscode';
import type { Middleware } from 'vscode-languageclient/node';

type ProvideDiagnostics = NonNullable<Middleware['provideDiagnostics']>;

/** The cursor has come to rest after so long. */
const REST_MS = 200;

export class WritingPlace implements vscode.Disposable {
  readonly #subscriptions: vscode.Disposable[];
  #looking: NodeJS.Timeout | undefined;
  readonly #left = new vscode.EventEmitter<void>();
  /** The line that was typed last, while the cursor stays at its end. */
  #line: { readonly uri: string; readonly line: number } | undefined;
  /** Documents of which something is held back. */
  readonly #heldBack = new Set<string>();

  /** The writer has gone elsewhere, and what was held back is to be shown. */
  readonly onLeft = this.#left.event;

  constructor() {
    this.#subscriptions = [
      this.#left,
      vscode.workspace.onDidChangeTextDocument(({ document, contentChanges: [change] }) => {
        if (!change || document !== vscode.window.activeTextEditor?.document) return;
        const line = document.positionAt(change.rangeOffset + change.text.length).line;
        this.#line = { uri: document.uri.toString(), line };
      }),
      vscode.window.onDidChangeTextEditorSelection(({ textEditor }) => {
        if (textEditor === vscode.window.activeTextEditor) this.#lookSoon();
      }),
      vscode.window.onDidChangeActiveTextEditor(() => this.leave()),
      vscode.window.onDidChangeWindowState(({ focused }) => focused || this.leave()),
      vscode.workspace.onWillSaveTextDocument(({ reason }) => {
        if (reason === vscode.TextDocumentSaveReason.Manual) this.leave();
      }),
    ];
  }

  dispose(): void {
    clearTimeout(this.#looking);
    for (const each of this.#subscriptions) each.dispose();
  }

  leave(): void {
    this.#line = undefined;
    if (this.#heldBack.size > 0) this.#left.fire();
  }

  /** Of two keys in a row VS Code tells both changes before the cursor has moved. */
  #lookSoon(): void {
    clearTimeout(this.#looking);
    this.#looking = setTimeout(() => {
      const uri = vscode.window.activeTextEditor?.document.uri;
      if (!uri || !this.#place(uri)) this.leave();
    }, REST_MS);
  }

  readonly provideDiagnostics: ProvideDiagnostics = async (document, previous, token, next) => {
    const uri = 'uri' in document ? document.uri : document;
    const key = uri.toString();
    // The server would say that nothing has changed, but what it said last is not all shown.
    const report = await next(document, this.#heldBack.has(key) ? undefined : previous, token);
    if (report?.kind !== 'full') return report;
    this.#heldBack.delete(key);
    const place = this.#place(uri);
    if (!place) return report;
    const items = report.items.filter(({ range }) => !range.contains(place));
    if (items.length < report.items.length) this.#heldBack.add(key);
    return { ...report, items };
  };

  /** The cursor at the end of the line that is being written; else `undefined`. */
  #place(uri: vscode.Uri): vscode.Position | undefined {
    const editor = vscode.window.activeTextEditor;
    if (!editor?.selection.isEmpty || this.#line?.uri !== uri.toString()) return undefined;
    const { active } = editor.selection;
    const atEnd = editor.document.lineAt(active.line).range.end.isEqual(active);
    return atEnd && active.line === this.#line.line ? active : undefined;
  }
}
