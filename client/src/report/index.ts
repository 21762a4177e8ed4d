/** 校核报告 in a panel beside the draft: it follows the text, and each line of it leads to its place. */
import { randomBytes } from 'node:crypto';
import * as vscode from 'vscode';
import { REPORT, type ReportAnswer, type ReportParams } from '../../../server/src/lsp/messages';
import { activeDraft } from '../active-draft';
import type { LanguageServer } from '../language-server';
import { type FromPage, reportShell, type ToPage } from './page';
import { saveReport } from './save';

const VIEW = 'biganzi.report';

export function registerReport(context: vscode.ExtensionContext, server: LanguageServer): void {
  const panels = new Map<string, ReportPanel>();
  const keep = (uri: vscode.Uri, panel: vscode.WebviewPanel) => {
    const report = new ReportPanel(server, uri, panel);
    panels.set(uri.toString(), report);
    panel.onDidDispose(() => panels.delete(uri.toString()));
    return report;
  };
  context.subscriptions.push(
    vscode.commands.registerCommand('biganzi.report', async () => {
      const editor = activeDraft();
      if (!editor) return;
      const { uri } = editor.document;
      const open = panels.get(uri.toString());
      if (open) return open.reveal();
      keep(uri, vscode.window.createWebviewPanel(VIEW, vscode.l10n.t('Proofreading Report'), vscode.ViewColumn.Beside));
    }),
    vscode.window.registerWebviewPanelSerializer(VIEW, {
      // after the window was loaded anew, the panel comes back with the draft it was about
      async deserializeWebviewPanel(panel, state: { uri?: string } | undefined) {
        if (state?.uri === undefined) return panel.dispose();
        keep(vscode.Uri.parse(state.uri), panel);
      },
    }),
    server.onStatus(({ uri }) => void panels.get(uri)?.refresh()),
  );
}

/** One panel for one draft. */
class ReportPanel {
  readonly #server: LanguageServer;
  readonly #uri: vscode.Uri;
  readonly #panel: vscode.WebviewPanel;
  #shown = '';
  #ready = false;

  constructor(server: LanguageServer, uri: vscode.Uri, panel: vscode.WebviewPanel) {
    this.#server = server;
    this.#uri = uri;
    this.#panel = panel;
    panel.webview.options = { enableScripts: true, localResourceRoots: [] };
    panel.webview.onDidReceiveMessage((message: FromPage) => this.#hear(message));
    panel.onDidChangeViewState(() => void this.refresh());
    panel.webview.html = reportShell({
      nonce: randomBytes(16).toString('base64'),
      uri: uri.toString(),
      language: vscode.env.language,
      save: vscode.l10n.t('Save Report…'),
      waiting: vscode.l10n.t('Checking…'),
    });
  }

  reveal(): void {
    this.#panel.reveal();
  }

  /** Shows the report of the text as it is now; a hidden panel waits until it is seen. */
  async refresh(): Promise<void> {
    if (!this.#ready || !this.#panel.visible) return;
    const answer = await this.#ask('body');
    if (!answer || answer.text === this.#shown) return;
    this.#shown = answer.text;
    this.#panel.title = answer.title === '' ? vscode.l10n.t('Proofreading Report') : `校核报告：${answer.title}`;
    const message: ToPage = { body: answer.text, style: answer.style ?? '' };
    await this.#panel.webview.postMessage(message);
  }

  async #hear(message: FromPage): Promise<void> {
    switch (message.type) {
      case 'ready':
        this.#ready = true;
        this.#shown = '';
        return this.refresh();
      case 'go':
        return this.#go(message.line, message.character);
      case 'save':
        return saveReport(this.#uri, (format) => this.#ask(format));
      case 'profile':
        await vscode.commands.executeCommand('biganzi.fillProfile');
    }
  }

  /** The server knows only open documents: one that was closed is opened again, unseen. */
  async #ask(format: ReportParams['format']): Promise<ReportAnswer | undefined> {
    try {
      await vscode.workspace.openTextDocument(this.#uri);
      const params: ReportParams = { uri: this.#uri.toString(), format };
      return await this.#server.ask<ReportAnswer>(REPORT, params);
    } catch {
      // the draft is gone, or was changed while it was read: another report follows with the next status
      return undefined;
    }
  }

  async #go(line: number, character: number): Promise<void> {
    const place = new vscode.Position(line, character);
    const seen = vscode.window.visibleTextEditors.find(
      ({ document }) => document.uri.toString() === this.#uri.toString(),
    );
    await vscode.window.showTextDocument(await vscode.workspace.openTextDocument(this.#uri), {
      viewColumn: seen?.viewColumn ?? vscode.ViewColumn.One,
      selection: new vscode.Range(place, place),
    });
  }
}
