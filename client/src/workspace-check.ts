/** Checks all drafts of the workspace at the writer's word: progress, a way to stop, results in Problems. */
import * as vscode from 'vscode';
import { CHECK_TEXT, type CheckedText, type CheckTextParams } from '../../server/src/lsp/messages';
import { draftFiles } from './draft-files';
import type { LanguageServer } from './language-server';

/** So many files are checked at most. */
const MOST = 2000;
/** Larger files are no drafts. In bytes. */
const LARGEST = 8_000_000;

interface Tally {
  drafts: number;
  findings: number;
  withFindings: number;
  readonly unreadable: string[];
}

export function registerWorkspaceCheck(context: vscode.ExtensionContext, server: LanguageServer): void {
  const found = vscode.languages.createDiagnosticCollection('biganzi.workspace');
  const remove = (uris: readonly vscode.Uri[]) => {
    for (const uri of uris) found.delete(uri);
  };
  context.subscriptions.push(
    found,
    vscode.commands.registerCommand('biganzi.checkWorkspace', () => checkAll(server, found)),
    // What has a tab has findings of its own; a text that is no longer shown may be open for a while still.
    vscode.window.tabGroups.onDidChangeTabs(({ opened }) => remove(opened.flatMap(uriOf))),
    vscode.workspace.onDidDeleteFiles(({ files }) => remove(files)),
    vscode.workspace.onDidRenameFiles(({ files }) => remove(files.map(({ oldUri }) => oldUri))),
  );
}

async function checkAll(server: LanguageServer, found: vscode.DiagnosticCollection): Promise<void> {
  const files = await firstFiles();
  if (files.length === 0) {
    void vscode.window.showInformationMessage(
      vscode.l10n.t('There are no drafts in the workspace: files .gw, .gongwen, .txt or .md.'),
    );
    return;
  }
  found.clear();
  const tally: Tally = { drafts: 0, findings: 0, withFindings: 0, unreadable: [] };
  const title = vscode.l10n.t('Checking all drafts');
  const stopped = await vscode.window.withProgress(
    { location: vscode.ProgressLocation.Notification, title, cancellable: true },
    async (progress, token) => {
      for (const [index, uri] of files.entries()) {
        if (token.isCancellationRequested) return true;
        progress.report({
          increment: 100 / files.length,
          message: `${index + 1}/${files.length} ${vscode.workspace.asRelativePath(uri)}`,
        });
        await checkFile(server, uri, found, tally);
      }
      return false;
    },
  );
  await tell(tally, stopped, files.length === MOST);
}

async function firstFiles(): Promise<vscode.Uri[]> {
  const files: vscode.Uri[] = [];
  for (const { uri } of vscode.workspace.workspaceFolders ?? [])
    for await (const file of draftFiles(uri)) {
      files.push(file);
      if (files.length === MOST) return files;
    }
  return files;
}

async function checkFile(
  server: LanguageServer,
  uri: vscode.Uri,
  found: vscode.DiagnosticCollection,
  tally: Tally,
): Promise<void> {
  const open = vscode.workspace.textDocuments.find((document) => document.uri.toString() === uri.toString());
  const params = await paramsOf(uri, open).catch(() => undefined);
  if (!params) {
    tally.unreadable.push(vscode.workspace.asRelativePath(uri));
    return;
  }
  const checked = await server.ask<CheckedText>(CHECK_TEXT, params);
  if (!checked?.draft) return;
  tally.drafts++;
  tally.findings += checked.diagnostics.length;
  if (checked.diagnostics.length > 0) tally.withFindings++;
  if (!isShown(uri)) found.set(uri, await server.toDiagnostics(checked.diagnostics));
}

/** A draft in a tab shows its findings already. */
function isShown(uri: vscode.Uri): boolean {
  const tabs = vscode.window.tabGroups.all.flatMap((group) => group.tabs);
  return tabs.flatMap(uriOf).some((shown) => shown.toString() === uri.toString());
}

function uriOf({ input }: vscode.Tab): vscode.Uri[] {
  return input instanceof vscode.TabInputText ? [input.uri] : [];
}

async function paramsOf(uri: vscode.Uri, open: vscode.TextDocument | undefined): Promise<CheckTextParams> {
  if (open) return { uri: uri.toString(), languageId: open.languageId, text: open.getText() };
  const { size } = await vscode.workspace.fs.stat(uri);
  if (size > LARGEST) throw new Error('too large');
  const text = await vscode.workspace.decode(await vscode.workspace.fs.readFile(uri), { uri });
  return { uri: uri.toString(), languageId: languageOf(uri), text };
}

function languageOf({ path }: vscode.Uri): string {
  if (/\.md$/i.test(path)) return 'markdown';
  return /\.txt$/i.test(path) ? 'plaintext' : 'gongwen';
}

async function tell(
  { drafts, findings, withFindings, unreadable }: Tally,
  stopped: boolean,
  more: boolean,
): Promise<void> {
  const sentences = [
    stopped
      ? vscode.l10n.t('Stopped after {0} drafts; what was found stays in Problems.', drafts)
      : findings === 0
        ? vscode.l10n.t('Checked {0} drafts: nothing found.', drafts)
        : vscode.l10n.t('Checked {0} drafts: {1} findings in {2} of them.', drafts, findings, withFindings),
    ...(more && !stopped ? [vscode.l10n.t('The first {0} files were checked; there are more.', MOST)] : []),
    ...(unreadable.length > 0 ? [vscode.l10n.t('These files could not be read: {0}', unreadable.join('、'))] : []),
  ];
  const show = vscode.l10n.t('Show Problems');
  const answer = await vscode.window.showInformationMessage(sentences.join(' '), ...(findings > 0 ? [show] : []));
  if (answer === show) await vscode.commands.executeCommand('workbench.panel.markers.view.focus');
}
