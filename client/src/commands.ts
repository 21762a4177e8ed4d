/** The commands of the palette, except those on rules. */
import * as vscode from 'vscode';
import { DOCUMENT_KINDS, type DocumentKind } from '../../server/src/document/types';
import {
  CHECK,
  type DocumentParams,
  type Edits,
  FIX_ALL,
  SET_KIND,
  type SetKindParams,
  type Status,
} from '../../server/src/lsp/messages';
import { activeDraft } from './active-draft';
import { change } from './changing';
import type { ChosenKinds } from './chosen-kinds';
import type { LanguageServer } from './language-server';
import type { StatusDisplay } from './status-display';

export function registerCommands(
  context: vscode.ExtensionContext,
  server: LanguageServer,
  status: StatusDisplay,
  kinds: ChosenKinds,
  log: vscode.LogOutputChannel,
): void {
  const register = (command: string, run: (...args: never[]) => unknown) =>
    context.subscriptions.push(vscode.commands.registerCommand(command, run));
  register('biganzi.check', () => check(server));
  register('biganzi.fixAll', () =>
    mend(server, FIX_ALL, {
      none: vscode.l10n.t('There is nothing that can be fixed for certain.'),
      some: (count) => vscode.l10n.t('Fixed {0} findings.', count),
    }),
  );
  register('biganzi.chooseKind', () => chooseKind(server, status, kinds));
  register('biganzi.showLog', () => log.show());
  register('biganzi.restart', () => server.restart());
}

async function check(server: LanguageServer): Promise<void> {
  const editor = activeDraft();
  if (!editor) return;
  const params: DocumentParams = { uri: editor.document.uri.toString() };
  server.showAll();
  const status = await server.ask<Status>(CHECK, params);
  if (!status) return;
  if (status.findings === 0) {
    void vscode.window.showInformationMessage(vscode.l10n.t('Checked: nothing found.'));
    return;
  }
  await vscode.commands.executeCommand('workbench.panel.markers.view.focus');
}

interface MendingTexts {
  readonly none: string;
  readonly some: (count: number) => string;
}

/** How long a short success stands in the status bar. */
const MESSAGE_MS = 5000;

async function mend(server: LanguageServer, method: string, texts: MendingTexts): Promise<void> {
  const editor = activeDraft();
  if (!editor) return;
  const { document } = editor;
  const params: DocumentParams = { uri: document.uri.toString() };
  const answer = await server.ask<Edits>(method, params);
  if (!answer) return;
  // Edits to an older text would hit the wrong characters.
  if (answer.version !== document.version) return mend(server, method, texts);
  if (answer.edits.length === 0) {
    void vscode.window.showInformationMessage(texts.none);
    return;
  }
  if (await change(document, answer.edits)) vscode.window.setStatusBarMessage(texts.some(answer.mended), MESSAGE_MS);
}

interface KindItem extends vscode.QuickPickItem {
  readonly documentKind?: DocumentKind | null;
}

async function chooseKind(server: LanguageServer, status: StatusDisplay, kinds: ChosenKinds): Promise<void> {
  const editor = activeDraft();
  if (!editor) return;
  const uri = editor.document.uri.toString();
  const current = status.of(editor.document.uri);
  const items: KindItem[] = [
    { label: vscode.l10n.t('Find from title and content'), documentKind: null },
    { label: '', kind: vscode.QuickPickItemKind.Separator },
    ...Object.entries(DOCUMENT_KINDS).flatMap(([id, label]): KindItem[] =>
      id === 'unknown' ? [] : [{ label, description: id, documentKind: id as DocumentKind }],
    ),
  ];
  const title = vscode.l10n.t('Kind of document');
  const placeHolder = current ? vscode.l10n.t('Now: {0}', DOCUMENT_KINDS[current.kind]) : title;
  const choice = await vscode.window.showQuickPick(items, { title, placeHolder, matchOnDescription: true });
  if (choice?.documentKind === undefined) return;
  await kinds.choose(uri, choice.documentKind);
  await server.tell(SET_KIND, { uri, kind: choice.documentKind } satisfies SetKindParams);
}
