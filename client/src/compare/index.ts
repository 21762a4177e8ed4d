/** 查重: compares the open draft with past documents, lists what was carried over, and shows it side by side. */
import path from 'node:path';
import * as vscode from 'vscode';
import { LSPErrorCodes, ResponseError } from 'vscode-languageclient/node';
import { COMPARE, type Compared, type CompareParams, type IndexFault } from '../../../server/src/lsp/messages';
import { activeDraft } from '../active-draft';
import { toRange } from '../changing';
import type { LanguageServer } from '../language-server';
import { PastDocuments } from './past-documents';
import { type Entry, nameOf, type PassageEntry, type Result, type SourceEntry } from './results';
import { PassageTree, SHOW_PASSAGE, VIEW } from './tree';

/** Set once there is something to show in the view. */
const CONTEXT = 'biganzi.compared';

export function registerCompare(context: vscode.ExtensionContext, server: LanguageServer): void {
  // another draft may lie in the same workspace, and then it has the same archive
  const storage = context.storageUri ?? context.globalStorageUri;
  const compare = new Compare(server, path.join(storage.fsPath, 'compare'));
  context.subscriptions.push(
    compare,
    vscode.commands.registerCommand('biganzi.compare', () => compare.start()),
    vscode.commands.registerCommand('biganzi.compare.again', () => compare.again()),
    vscode.commands.registerCommand('biganzi.compare.clear', () => compare.clear()),
    vscode.commands.registerCommand(SHOW_PASSAGE, (entry: PassageEntry) => compare.showPassage(entry)),
    vscode.commands.registerCommand('biganzi.compare.goToDraft', (entry: PassageEntry) => compare.goToDraft(entry)),
    vscode.commands.registerCommand('biganzi.compare.openSource', (entry: PassageEntry | SourceEntry) =>
      compare.openSource(entry),
    ),
    vscode.commands.registerCommand('biganzi.compare.whole', (entry: PassageEntry | SourceEntry) =>
      compare.showWhole(entry),
    ),
  );
}

class Compare implements vscode.Disposable {
  readonly #server: LanguageServer;
  readonly #index: string;
  readonly #past: PastDocuments;
  readonly #tree = new PassageTree();
  /** The draft that was compared last. */
  #last: vscode.Uri | undefined;
  /** A disk that refuses once refuses every time; the writer knows. */
  #saidUnwritable = false;

  /** @param index path of the folder in which the index is kept */
  constructor(server: LanguageServer, index: string) {
    this.#server = server;
    this.#index = index;
    this.#past = new PastDocuments(server);
  }

  dispose(): void {
    this.#past.dispose();
    this.#tree.dispose();
  }

  async start(): Promise<void> {
    const editor = activeDraft();
    if (editor) await this.#start(editor.document);
  }

  async again(): Promise<void> {
    const document = this.#last && (await openedDraft(this.#last));
    if (document) await this.#start(document);
  }

  async clear(): Promise<void> {
    this.#last = undefined;
    this.#tree.clear();
    await vscode.commands.executeCommand('setContext', CONTEXT, false);
  }

  async #start(document: vscode.TextDocument): Promise<void> {
    const folders = foldersFor(document);
    if (folders.length === 0) {
      void vscode.window.showInformationMessage(
        vscode.l10n.t('Open the folder with your past documents first; the draft is compared with what lies in it.'),
      );
      return;
    }
    const result = await this.#compare(document, folders);
    if (!result) return;
    sayFaults(result.compared.faults.filter((fault) => fault !== 'unwritable' || !this.#saidUnwritable));
    this.#saidUnwritable ||= result.compared.faults.includes('unwritable');
    await vscode.commands.executeCommand('setContext', CONTEXT, true);
    this.#last = document.uri;
    this.#tree.show(result);
    await vscode.commands.executeCommand(`${VIEW}.focus`);
  }

  /** The passage on the right, and on the left what stands in the past document: whole paragraphs of both. */
  async showPassage({ passage, result }: PassageEntry): Promise<void> {
    const { range, source, sourceRange } = passage;
    const text = await this.#past.textOf(source);
    if (text === undefined) return;
    const name = nameOf(result.document.fileName);
    const excerpt = (lines: readonly string[], { start, end }: typeof range) =>
      lines.slice(start.line, end.line + 1).join('\n');
    const left = this.#past.uriFor(
      nameOf(source),
      `${source}:${sourceRange.start.line}-${sourceRange.end.line}`,
      excerpt(linesOf(text), sourceRange),
    );
    const right = this.#past.uriFor(
      name,
      `${result.document.uri}:${range.start.line}-${range.end.line}@${result.compared.version}`,
      excerpt(result.lines, range),
    );
    const title = vscode.l10n.t(
      '{0} line {1} ↔ {2} line {3}',
      nameOf(source),
      sourceRange.start.line + 1,
      name,
      range.start.line + 1,
    );
    const selection = new vscode.Range(0, range.start.character, 0, range.start.character);
    await vscode.commands.executeCommand('vscode.diff', left, right, title, {
      preview: true,
      selection,
    } satisfies vscode.TextDocumentShowOptions);
  }

  /** Both documents whole; the draft can be edited there. */
  async showWhole(entry: PassageEntry | SourceEntry): Promise<void> {
    const first = firstOf(entry);
    if (!first) return;
    const { passage, result } = first;
    const place = await placeNow(first);
    const text = await this.#past.textOf(passage.source);
    if (place === undefined || text === undefined) return;
    const left = this.#past.uriFor(nameOf(passage.source), passage.source, text);
    const title = `${nameOf(passage.source)} ↔ ${nameOf(result.document.fileName)}`;
    await vscode.commands.executeCommand('vscode.diff', left, result.document.uri, title, {
      selection: place,
    } satisfies vscode.TextDocumentShowOptions);
  }

  async goToDraft(entry: PassageEntry): Promise<void> {
    const place = await placeNow(entry);
    if (place) await vscode.window.showTextDocument(entry.result.document.uri, { selection: place });
  }

  /** The past document itself, or its text where VS Code would not show it as it is: Word, GB18030. */
  async openSource(entry: PassageEntry | SourceEntry): Promise<void> {
    const first = firstOf(entry);
    if (!first) return;
    const { source, sourceRange } = first.passage;
    const text = await this.#past.textOf(source);
    if (text === undefined) return;
    const line = linesOf(text)[sourceRange.start.line];
    const uri = vscode.Uri.file(source);
    const asItIs = await Promise.resolve(vscode.workspace.openTextDocument(uri)).catch(() => undefined);
    const isSame =
      asItIs && sourceRange.start.line < asItIs.lineCount && asItIs.lineAt(sourceRange.start.line).text === line;
    await vscode.window.showTextDocument(isSame ? uri : this.#past.uriFor(nameOf(source), source, text), {
      selection: toRange(sourceRange),
    });
  }

  async #compare(document: vscode.TextDocument, folders: readonly string[]): Promise<Result | undefined> {
    const params: CompareParams = { uri: document.uri.toString(), folders, index: this.#index };
    const options = {
      location: vscode.ProgressLocation.Notification,
      title: vscode.l10n.t('Comparing with past documents'),
      cancellable: true,
    };
    const { version } = document;
    const lines = linesOf(document.getText());
    const compared = await vscode.window.withProgress(options, async (progress, token) => {
      let told = 0;
      const listening = this.#server.onCompareProgress(({ done, all }) => {
        progress.report({ message: `${done}/${all}`, increment: (100 * (done - told)) / all });
        told = done;
      });
      try {
        return await this.#server.ask<Compared>(COMPARE, params, token);
      } catch (error) {
        if (!isCancelled(error)) sayFailed(error);
        return undefined;
      } finally {
        listening.dispose();
      }
    });
    if (!compared) return undefined;
    // The writer went on writing: places in the text are others now.
    return compared.version === version ? { document, lines, compared } : this.#compare(document, folders);
  }
}

/** The folders of the workspace; for a draft outside of any, its own. */
function foldersFor({ uri }: vscode.TextDocument): string[] {
  const folders = (vscode.workspace.workspaceFolders ?? []).map((folder) => folder.uri);
  if (uri.scheme === 'file' && !vscode.workspace.getWorkspaceFolder(uri)) folders.push(vscode.Uri.joinPath(uri, '..'));
  return folders.filter(({ scheme }) => scheme === 'file').map(({ fsPath }) => fsPath);
}

/** By the writer, or because the draft was compared anew. */
function isCancelled(error: unknown): boolean {
  return error instanceof ResponseError && error.code === LSPErrorCodes.RequestCancelled;
}

function sayFailed(error: unknown): void {
  void vscode.window.showErrorMessage(
    vscode.l10n.t('The comparison could not be finished; your drafts are not affected. {0}', String(error)),
  );
}

function sayFaults(faults: readonly IndexFault[]): void {
  const sentences: Readonly<Record<IndexFault, string>> = {
    foreign: vscode.l10n.t('The index of past documents came from another version and was made anew.'),
    damaged: vscode.l10n.t('The index of past documents was damaged and was made anew.'),
    unwritable: vscode.l10n.t('The index of past documents could not be kept; the next comparison takes as long.'),
  };
  for (const fault of faults) void vscode.window.showInformationMessage(sentences[fault]);
}

function firstOf(entry: Entry): PassageEntry | undefined {
  if (entry.kind === 'passage') return entry;
  return entry.kind === 'source' ? entry.passages[0] : undefined;
}

/** Nothing, and the writer is told, where the draft is gone. */
async function openedDraft(uri: vscode.Uri): Promise<vscode.TextDocument | undefined> {
  const document = await Promise.resolve(vscode.workspace.openTextDocument(uri)).catch(() => undefined);
  if (!document) void vscode.window.showWarningMessage(vscode.l10n.t('{0} cannot be read any more.', nameOf(uri.path)));
  return document;
}

/** Where the passage stands in the draft as it is now; near its old place when it was changed. */
async function placeNow({ passage, result }: PassageEntry): Promise<vscode.Range | undefined> {
  const document = await openedDraft(result.document.uri);
  if (!document) return undefined;
  const range = toRange(passage.range);
  if (document.version === result.compared.version) return range;
  const words = result.lines[range.start.line]?.slice(
    range.start.character,
    range.isSingleLine ? range.end.character : undefined,
  );
  const at = words ? document.getText().indexOf(words) : -1;
  if (at < 0 || !words) return document.validateRange(new vscode.Range(range.start, range.start));
  return new vscode.Range(document.positionAt(at), document.positionAt(at + words.length));
}

function linesOf(text: string): string[] {
  return text.split(/\r\n|\n|\r/);
}
