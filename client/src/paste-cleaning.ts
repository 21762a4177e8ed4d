/** 粘贴并清洗: one of the ways to paste a text that comes from a web page, from Word or from a PDF. */
import * as vscode from 'vscode';
import { CLEAN, type CleanParams, type DocumentCleaning } from '../../server/src/lsp/messages';
import { removedItems, summaryOf } from './cleaning-texts';
import { DRAFTS, type LanguageServer } from './language-server';

const KIND = vscode.DocumentDropOrPasteEditKind.Empty.append('biganzi', 'clean');
/** Says of what is pasted that it was copied from a draft in this window. */
const OWN = 'application/vnd.biganzi.draft';
const TEXT = 'text/plain';

/** Longer texts are opened and cleaned by command; a paste must not wait. */
const MOST_CHARACTERS = 500_000;
const PATIENCE_MS = 1500;
/** So long after it was offered a paste is known by its text. */
const MEMORY_MS = 60_000;
const MESSAGE_MS = 5000;

type Mode = 'offer' | 'always' | 'never';

export function registerPasteCleaning(context: vscode.ExtensionContext, server: LanguageServer): void {
  const provider = new PasteCleaning(server);
  context.subscriptions.push(
    vscode.languages.registerDocumentPasteEditProvider(DRAFTS, provider, {
      providedPasteEditKinds: [KIND],
      copyMimeTypes: [OWN],
      pasteMimeTypes: [TEXT],
    }),
    vscode.workspace.onDidChangeTextDocument((event) => provider.changed(event)),
  );
}

class PasteCleaning implements vscode.DocumentPasteEditProvider {
  readonly #server: LanguageServer;
  /** The last cleaning that was offered. */
  #offered: { readonly uri: string; readonly cleaning: DocumentCleaning; readonly until: number } | undefined;

  constructor(server: LanguageServer) {
    this.#server = server;
  }

  prepareDocumentPaste(
    _document: vscode.TextDocument,
    _ranges: readonly vscode.Range[],
    transfer: vscode.DataTransfer,
  ): void {
    transfer.set(OWN, new vscode.DataTransferItem('1'));
  }

  async provideDocumentPasteEdits(
    document: vscode.TextDocument,
    _ranges: readonly vscode.Range[],
    transfer: vscode.DataTransfer,
    context: vscode.DocumentPasteEditContext,
    token: vscode.CancellationToken,
  ): Promise<vscode.DocumentPasteEdit[]> {
    const mode = vscode.workspace.getConfiguration('biganzi.paste', document).get<Mode>('clean', 'offer');
    const asked = context.triggerKind === vscode.DocumentPasteTriggerKind.PasteAs;
    // What the writer moves about in drafts of this window is not looked at unless asked for.
    if (!asked && (mode === 'never' || transfer.get(OWN) !== undefined)) return [];
    const text = await transfer.get(TEXT)?.asString();
    if (token.isCancellationRequested || !text || !mayNeedCleaning(text)) return [];
    const cleaning = await this.#ask(document, text);
    if (token.isCancellationRequested || !cleaning || cleaning.edits.length === 0) return [];
    this.#offered = { uri: document.uri.toString(), cleaning, until: Date.now() + MEMORY_MS };
    const edit = new vscode.DocumentPasteEdit(cleaning.text, vscode.l10n.t('Paste and Clean'), KIND);
    if (mode !== 'always' && !asked) edit.yieldTo = [vscode.DocumentDropOrPasteEditKind.Text];
    return [edit];
  }

  /** VS Code does not say which of the ways to paste was taken; the text that came in does. */
  changed({ document, contentChanges }: vscode.TextDocumentChangeEvent): void {
    const offered = this.#offered;
    if (!offered || offered.uri !== document.uri.toString()) return;
    const wanted = withoutLineEnds(offered.cleaning.text);
    if (!contentChanges.some(({ text }) => withoutLineEnds(text) === wanted)) return;
    this.#offered = undefined;
    if (Date.now() < offered.until) void tell(offered.cleaning);
  }

  /** A server that is slow or not running must not hold up a paste. */
  async #ask(document: vscode.TextDocument, text: string): Promise<DocumentCleaning | undefined> {
    if (this.#server.state !== 'running') return undefined;
    const params: CleanParams = { uri: document.uri.toString(), text };
    const late = new Promise<undefined>((resolve) => setTimeout(resolve, PATIENCE_MS, undefined));
    try {
      return await Promise.race([this.#server.ask<DocumentCleaning>(CLEAN, params), late]);
    } catch {
      return undefined;
    }
  }
}

/** A word or two of Chinese need no cleaning, and other languages get none. */
function mayNeedCleaning(text: string): boolean {
  return text.length > 1 && text.length <= MOST_CHARACTERS && /\p{Script=Han}|[\u2E80-\u2FDF]/u.test(text);
}

function withoutLineEnds(text: string): string {
  return text.replace(/[\r\n]+/g, '\n');
}

async function tell(cleaning: DocumentCleaning): Promise<void> {
  const summary = summaryOf(cleaning);
  if (cleaning.removed.length === 0) {
    vscode.window.setStatusBarMessage(summary, MESSAGE_MS);
    return;
  }
  const show = vscode.l10n.t('Show What Went');
  if ((await vscode.window.showInformationMessage(summary, show)) !== show) return;
  const title = vscode.l10n.t('Removed by cleaning');
  await vscode.window.showQuickPick(removedItems(cleaning), { title, matchOnDescription: true });
}
