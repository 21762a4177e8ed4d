/** Shows kind of document, characters and findings of the active draft in the status bar, and whether the server runs. */
import * as vscode from 'vscode';
import { DOCUMENT_KINDS } from '../../server/src/document/types';
import { type CharacterCounts, COUNT, type CountParams, type Status } from '../../server/src/lsp/messages';
import { draftInSight } from './active-draft';
import { findingsTooltip } from './findings-tooltip';
import type { LanguageServer, ServerState } from './language-server';
import type { ProfileNotice } from './profile-notice';

/** For the `when` clauses of menus: the active document is read as a draft. */
const DRAFT_CONTEXT = 'biganzi.draft';

/** Kinds that are read aloud. */
const SPOKEN: ReadonlySet<string> = new Set(['speech', 'host-script']);

/** A selection is counted once it rests. In milliseconds. */
const REST = 150;

export class StatusDisplay implements vscode.Disposable {
  readonly #server: LanguageServer;
  readonly #notice: ProfileNotice;
  #selected: CharacterCounts | undefined;
  #counting: NodeJS.Timeout | undefined;
  readonly #byUri = new Map<string, Status>();
  readonly #kind = vscode.window.createStatusBarItem('biganzi.kind', vscode.StatusBarAlignment.Right, 102);
  readonly #findings = vscode.window.createStatusBarItem('biganzi.findings', vscode.StatusBarAlignment.Right, 101);
  readonly #health: vscode.LanguageStatusItem;
  readonly #subscriptions: vscode.Disposable[];

  constructor(server: LanguageServer, languages: readonly string[], notice: ProfileNotice) {
    this.#server = server;
    this.#notice = notice;
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
      vscode.window.onDidChangeActiveTextEditor(() => {
        this.#selected = undefined;
        this.#show();
        this.#countSoon();
      }),
      vscode.window.onDidChangeTextEditorSelection(({ textEditor }) => {
        if (textEditor === vscode.window.activeTextEditor) this.#countSoon();
      }),
      vscode.workspace.onDidChangeConfiguration((event) => {
        if (event.affectsConfiguration('biganzi.speakingRate')) this.#show();
      }),
      notice.onSilenced(() => this.#show()),
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
    clearTimeout(this.#counting);
    for (const each of this.#subscriptions) each.dispose();
  }

  #show(): void {
    const active = draftInSight()?.document;
    const status = active && this.of(active.uri);
    void vscode.commands.executeCommand('setContext', DRAFT_CONTEXT, status?.draft === true);
    if (!active || !status?.draft) {
      this.#kind.hide();
      this.#findings.hide();
      return;
    }
    const { kind, chosen, counts, findings, levels } = status;
    const name = DOCUMENT_KINDS[kind];
    const minutes = SPOKEN.has(kind) ? minutesOf(counts, active.uri) : undefined;
    this.#kind.text = [
      name,
      this.#selected
        ? vscode.l10n.t('{0} of {1} characters', told(this.#selected.all), told(counts.all))
        : vscode.l10n.t('{0} characters', told(counts.all)),
      ...(minutes === undefined ? [] : [vscode.l10n.t('about {0} min', minutes)]),
    ].join(' · ');
    this.#kind.tooltip = kindTooltip(name, chosen, counts, this.#selected, minutes);
    const listed = findings - levels.hint;
    this.#findings.text = listed === 0 ? '$(check)' : `$(warning) ${listed}`;
    this.#findings.tooltip = findingsTooltip(status, this.#notice.isWanted);
    this.#kind.show();
    this.#findings.show();
    this.#showSegmenter(status);
  }

  /** A selection counts apart, once it rests. */
  #countSoon(): void {
    clearTimeout(this.#counting);
    this.#counting = setTimeout(() => void this.#count(), REST);
  }

  async #count(): Promise<void> {
    const editor = vscode.window.activeTextEditor;
    const ranges = editor?.selections.filter(({ isEmpty }) => !isEmpty) ?? [];
    const before = this.#selected;
    this.#selected = undefined;
    if (editor && ranges.length > 0 && this.of(editor.document.uri)?.draft) {
      const params: CountParams = { uri: editor.document.uri.toString(), ranges };
      // the text may change under the question; then the next selection is counted
      this.#selected = await this.#server.ask<CharacterCounts>(COUNT, params).catch(() => undefined);
    }
    if (before || this.#selected) this.#show();
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

/** 1,286 */
function told(count: number): string {
  return count.toLocaleString('en-US');
}

/** How long a draft takes to read aloud, in minutes, rounded up. Punctuation is not spoken. */
function minutesOf({ words }: CharacterCounts, uri: vscode.Uri): number | undefined {
  const rate = vscode.workspace.getConfiguration('biganzi', uri).get<number>('speakingRate', 200);
  return rate > 0 && words > 0 ? Math.ceil(words / rate) : undefined;
}

function kindTooltip(
  name: string,
  chosen: boolean,
  counts: CharacterCounts,
  selected: CharacterCounts | undefined,
  minutes: number | undefined,
): vscode.MarkdownString {
  const lines = [
    chosen
      ? vscode.l10n.t('Kind of document: {0}, chosen by you. Click to change.', name)
      : vscode.l10n.t('Kind of document: {0}, found from title and content. Click to change.', name),
    countLine(vscode.l10n.t('Whole draft'), counts),
    ...(selected ? [countLine(vscode.l10n.t('Selection'), selected)] : []),
    ...(minutes === undefined
      ? []
      : [vscode.l10n.t('Reading aloud takes about {0} minutes; the rate can be set.', minutes)]),
  ];
  return new vscode.MarkdownString(lines.join('\n\n'));
}

function countLine(what: string, { all, words, han }: CharacterCounts): string {
  return vscode.l10n.t(
    '{0}: {1} characters, {2} without punctuation, {3} of them Han characters',
    what,
    told(all),
    told(words),
    told(han),
  );
}
