/** Shows kind of document, characters and findings of the active draft in the status bar, and whether the server runs. */
import * as vscode from 'vscode';
import { DOCUMENT_KINDS } from '../../server/src/document/types';
import type { Status } from '../../server/src/lsp/messages';
import type { LanguageServer, ServerState } from './language-server';

/** For the `when` clauses of menus: the active document is read as a draft. */
const DRAFT_CONTEXT = 'biganzi.draft';

export class StatusDisplay implements vscode.Disposable {
  readonly #byUri = new Map<string, Status>();
  readonly #kind = vscode.window.createStatusBarItem('biganzi.kind', vscode.StatusBarAlignment.Right, 102);
  readonly #findings = vscode.window.createStatusBarItem('biganzi.findings', vscode.StatusBarAlignment.Right, 101);
  readonly #health: vscode.LanguageStatusItem;
  readonly #subscriptions: vscode.Disposable[];

  constructor(server: LanguageServer, languages: readonly string[]) {
    this.#kind.name = vscode.l10n.t('Kind of document');
    this.#kind.command = 'biganzi.chooseKind';
    this.#findings.name = vscode.l10n.t('Findings');
    this.#findings.command = 'workbench.actions.view.problems';
    this.#health = vscode.languages.createLanguageStatusItem('biganzi.health', [...languages]);
    this.#health.name = '笔杆子';
    this.#subscriptions = [
      server.onStatus((status) => {
        this.#byUri.set(status.uri, status);
        this.#show();
      }),
      server.onState((state) => {
        if (state === 'failed') this.#byUri.clear();
        this.#showHealth(state);
        this.#show();
      }),
      vscode.window.onDidChangeActiveTextEditor(() => this.#show()),
      vscode.workspace.onDidCloseTextDocument(({ uri }) => this.#byUri.delete(uri.toString())),
      this.#kind,
      this.#findings,
      this.#health,
    ];
    this.#showHealth(server.state);
  }

  /** What the server last said of a document. */
  of(uri: vscode.Uri): Status | undefined {
    return this.#byUri.get(uri.toString());
  }

  dispose(): void {
    for (const each of this.#subscriptions) each.dispose();
  }

  #show(): void {
    const active = vscode.window.activeTextEditor?.document;
    const status = active && this.of(active.uri);
    void vscode.commands.executeCommand('setContext', DRAFT_CONTEXT, status?.draft === true);
    if (!status?.draft) {
      this.#kind.hide();
      this.#findings.hide();
      return;
    }
    const { kind, chosen, characters, findings, fixable } = status;
    const name = DOCUMENT_KINDS[kind];
    this.#kind.text = vscode.l10n.t('{0} · {1} characters', name, characters.toLocaleString('en-US'));
    this.#kind.tooltip = chosen
      ? vscode.l10n.t('Kind of document: {0}, chosen by you. Click to change.', name)
      : vscode.l10n.t('Kind of document: {0}, found from title and content. Click to change.', name);
    this.#findings.text = findings === 0 ? '$(check)' : `$(warning) ${findings}`;
    this.#findings.tooltip = findingsTooltip(findings, fixable);
    this.#kind.show();
    this.#findings.show();
    this.#showSegmenter(status);
  }

  #showHealth(state: ServerState): void {
    this.#health.busy = state === 'starting';
    if (state === 'failed') {
      this.#health.severity = vscode.LanguageStatusSeverity.Error;
      this.#health.text = vscode.l10n.t('Biganzi is not running');
      this.#health.detail = '';
      this.#health.command = { command: 'biganzi.restart', title: vscode.l10n.t('Restart') };
    } else {
      this.#health.severity = vscode.LanguageStatusSeverity.Information;
      this.#health.text = '笔杆子';
      this.#health.command = { command: 'biganzi.showLog', title: vscode.l10n.t('Show Log') };
    }
  }

  #showSegmenter({ segmenter }: Status): void {
    const texts = {
      loading: vscode.l10n.t('loading the dictionary'),
      nodejieba: vscode.l10n.t('word boundaries by nodejieba'),
      intl: vscode.l10n.t('word boundaries by the built-in segmenter; nodejieba is not available here'),
    };
    this.#health.detail = texts[segmenter];
  }
}

function findingsTooltip(findings: number, fixable: number): vscode.MarkdownString {
  if (findings === 0) return new vscode.MarkdownString(vscode.l10n.t('Nothing found.'));
  const text = new vscode.MarkdownString(vscode.l10n.t('{0} findings. Click to list them.', findings));
  if (fixable > 0) {
    const link = vscode.l10n.t('Fix the {0} certain ones', fixable);
    text.appendMarkdown(`\n\n[${link}](command:biganzi.fixAll)`);
    text.isTrusted = { enabledCommands: ['biganzi.fixAll'] };
  }
  return text;
}
