/** 清洗文稿: shows what cleaning would make of the open draft or of the selected lines, and does it when the writer agrees. */
import * as vscode from 'vscode';
import { CLEAN, type CleanParams, type DocumentCleaning } from '../../server/src/lsp/messages';
import { activeDraft } from './active-draft';
import { change } from './changing';
import { removedItems, summaryOf } from './cleaning-texts';
import type { LanguageServer } from './language-server';

const SCHEME = 'biganzi-cleaned';

/** How long a short success stands in the status bar. */
const MESSAGE_MS = 5000;

/** A cleaning that the writer has not decided on yet. */
interface Proposal {
  readonly document: vscode.TextDocument;
  /** Left out for the whole draft. */
  readonly range: vscode.Range | undefined;
  readonly cleaning: DocumentCleaning;
  /** The cleaned text, which stands on the right of the diff. */
  readonly preview: vscode.Uri;
  /** The summary in the status bar, which goes with the diff. */
  readonly summary: vscode.Disposable;
}

export function registerCleaning(context: vscode.ExtensionContext, server: LanguageServer): void {
  const cleaning = new Cleaning(server);
  context.subscriptions.push(
    cleaning,
    vscode.workspace.registerTextDocumentContentProvider(SCHEME, cleaning),
    vscode.commands.registerCommand('biganzi.clean', () => cleaning.start()),
    vscode.commands.registerCommand('biganzi.applyCleaning', (preview?: vscode.Uri) => cleaning.apply(preview)),
    vscode.commands.registerCommand('biganzi.discardCleaning', (preview?: vscode.Uri) => cleaning.discard(preview)),
    vscode.commands.registerCommand('biganzi.showRemoved', (preview?: vscode.Uri) => cleaning.showRemoved(preview)),
  );
}

class Cleaning implements vscode.TextDocumentContentProvider, vscode.Disposable {
  readonly #server: LanguageServer;
  readonly #proposals = new Map<string, Proposal>();
  readonly #closing: vscode.Disposable;
  #count = 0;

  constructor(server: LanguageServer) {
    this.#server = server;
    this.#closing = vscode.workspace.onDidCloseTextDocument(({ uri }) => this.#forget(uri));
  }

  dispose(): void {
    this.#closing.dispose();
    for (const { preview } of this.#proposals.values()) this.#forget(preview);
  }

  provideTextDocumentContent(uri: vscode.Uri): string {
    return this.#proposals.get(uri.toString())?.cleaning.text ?? '';
  }

  async start(): Promise<void> {
    const editor = activeDraft();
    if (!editor) return;
    await this.#propose(editor.document, editor.selection.isEmpty ? undefined : editor.selection);
  }

  async apply(uri?: vscode.Uri): Promise<void> {
    const proposal = this.#find(uri);
    if (!proposal) return;
    const { document, range, cleaning, preview } = proposal;
    await this.#close(preview);
    // Edits to an older text would hit the wrong characters.
    if (document.isClosed || cleaning.version !== document.version) {
      void vscode.window.showInformationMessage(
        vscode.l10n.t('The draft was changed in the meantime, so here is what cleaning would make of it now.'),
      );
      return this.#propose(await vscode.workspace.openTextDocument(document.uri), range);
    }
    await vscode.window.showTextDocument(document);
    if (await change(document, cleaning.edits)) vscode.window.setStatusBarMessage(summaryOf(cleaning), MESSAGE_MS);
  }

  async discard(uri?: vscode.Uri): Promise<void> {
    const proposal = this.#find(uri);
    if (proposal) await this.#close(proposal.preview);
  }

  /** What would go, line by line; choosing a line shows it. */
  async showRemoved(uri?: vscode.Uri): Promise<void> {
    const proposal = this.#find(uri);
    if (!proposal) return;
    const { cleaning, document } = proposal;
    const items = removedItems(cleaning);
    if (items.length === 0) {
      void vscode.window.showInformationMessage(vscode.l10n.t('Nothing is removed.'));
      return;
    }
    const title = vscode.l10n.t('Removed by cleaning');
    const choice = await vscode.window.showQuickPick(items, { title, matchOnDescription: true });
    if (!choice) return;
    const place = document.validatePosition(new vscode.Position(choice.line, 0));
    await vscode.window.showTextDocument(document, { selection: new vscode.Range(place, place) });
  }

  /** The diff with its buttons above is all that asks: a notification would outlive it. */
  async #propose(document: vscode.TextDocument, range: vscode.Range | undefined): Promise<void> {
    const cleaning = await this.#ask(document, range);
    if (!cleaning) return;
    if (cleaning.edits.length === 0) {
      void vscode.window.showInformationMessage(vscode.l10n.t('The draft is clean already.'));
      return;
    }
    const name = document.uri.path.split('/').at(-1) ?? '';
    const preview = vscode.Uri.from({ scheme: SCHEME, path: `/${++this.#count}/${name}` });
    const summary = vscode.window.setStatusBarMessage(summaryOf(cleaning));
    this.#proposals.set(preview.toString(), { document, range, cleaning, preview, summary });
    await vscode.commands.executeCommand('vscode.diff', document.uri, preview, vscode.l10n.t('Cleaning {0}', name), {
      preview: true,
    } satisfies vscode.TextDocumentShowOptions);
  }

  async #ask(document: vscode.TextDocument, range: vscode.Range | undefined): Promise<DocumentCleaning | undefined> {
    const params: CleanParams = { uri: document.uri.toString(), ...(range ? { range } : {}) };
    const cleaning = await this.#server.ask<DocumentCleaning>(CLEAN, params);
    return cleaning && cleaning.version !== document.version ? this.#ask(document, range) : cleaning;
  }

  /** The proposal on either side of that diff; where none is named, the one made last. */
  #find(uri: vscode.Uri | undefined): Proposal | undefined {
    const all = [...this.#proposals.values()].reverse();
    if (!uri) return all[0];
    return all.find(({ preview, document }) =>
      [preview, document.uri].some((each) => each.toString() === uri.toString()),
    );
  }

  #forget(preview: vscode.Uri): void {
    this.#proposals.get(preview.toString())?.summary.dispose();
    this.#proposals.delete(preview.toString());
  }

  async #close(preview: vscode.Uri): Promise<void> {
    this.#forget(preview);
    const tabs = vscode.window.tabGroups.all
      .flatMap((group) => group.tabs)
      .filter(({ input }) => input instanceof vscode.TabInputTextDiff && `${input.modified}` === `${preview}`);
    if (tabs.length > 0) await vscode.window.tabGroups.close(tabs);
  }
}
