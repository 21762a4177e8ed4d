/** Past documents as read-only text, whatever they were saved as, and excerpts of texts for the side-by-side view. */
import * as vscode from 'vscode';
import { PAST_TEXT, type PastTextParams } from '../../../server/src/lsp/messages';
import type { LanguageServer } from '../language-server';

export const PAST_SCHEME = 'biganzi-past';

export class PastDocuments implements vscode.TextDocumentContentProvider, vscode.Disposable {
  readonly #server: LanguageServer;
  readonly #texts = new Map<string, string>();
  readonly #subscriptions: vscode.Disposable[];

  constructor(server: LanguageServer) {
    this.#server = server;
    this.#subscriptions = [
      vscode.workspace.registerTextDocumentContentProvider(PAST_SCHEME, this),
      vscode.workspace.onDidCloseTextDocument(({ uri }) => this.#texts.delete(uri.toString())),
    ];
  }

  dispose(): void {
    vscode.Disposable.from(...this.#subscriptions).dispose();
  }

  provideTextDocumentContent(uri: vscode.Uri): string {
    return this.#texts.get(uri.toString()) ?? '';
  }

  /** The text of a past document; nothing, and the writer is told, where it cannot be read any more. */
  async textOf(path: string): Promise<string | undefined> {
    const params: PastTextParams = { path };
    const text = await this.#server.ask<string | null>(PAST_TEXT, params);
    if (text === null) void vscode.window.showWarningMessage(vscode.l10n.t('{0} cannot be read any more.', path));
    return text ?? undefined;
  }

  /** A read-only document of this text. The extension of its name makes VS Code show it as it shows drafts. */
  uriFor(name: string, part: string, text: string): vscode.Uri {
    const uri = vscode.Uri.from({ scheme: PAST_SCHEME, path: `/${name}.gw`, query: part });
    this.#texts.set(uri.toString(), text);
    return uri;
  }
}
