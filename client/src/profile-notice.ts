/** Says once that some rules are silent for want of the unit profile, and never again when the writer wants no more of it. */
import * as vscode from 'vscode';
import type { Status } from '../../server/src/lsp/messages';
import { draftInSight } from './active-draft';
import type { LanguageServer } from './language-server';

/** Kept for all workspaces: the notice has been shown, or the writer wants to hear no more of it anywhere. */
const TOLD = 'profile.told';
const SILENCED = 'profile.silenced';

/** Notes and first tries are shorter. In characters. */
const SHORTEST_DRAFT = 300;

export class ProfileNotice {
  readonly #kept: vscode.Memento;
  readonly #silenced = new vscode.EventEmitter<void>();
  readonly onSilenced = this.#silenced.event;

  constructor(kept: vscode.Memento) {
    this.#kept = kept;
  }

  /** False when the writer wants to hear no more of what is not checked. */
  get isWanted(): boolean {
    return !this.#kept.get<boolean>(SILENCED, false);
  }

  async silence(): Promise<void> {
    await this.#kept.update(SILENCED, true);
    this.#silenced.fire();
  }

  async tell({ uri, draft, characters, lacks }: Status): Promise<void> {
    if (!draft || lacks.length === 0 || characters < SHORTEST_DRAFT || !this.isWanted) return;
    if (this.#kept.get<boolean>(TOLD, false) || draftInSight()?.document.uri.toString() !== uri) return;
    await this.#kept.update(TOLD, true);
    const fill = vscode.l10n.t('Fill in the unit profile');
    const never = vscode.l10n.t('Do Not Show Again');
    const answer = await vscode.window.showInformationMessage(lacks.join(' '), fill, never);
    if (answer === fill) await vscode.commands.executeCommand('biganzi.fillProfile');
    if (answer === never) await this.silence();
  }
}

export function registerProfileNotice(
  context: vscode.ExtensionContext,
  server: LanguageServer,
  notice: ProfileNotice,
): void {
  context.subscriptions.push(
    server.onStatus((status) => void notice.tell(status)),
    vscode.commands.registerCommand('biganzi.silenceProfile', () => notice.silence()),
  );
}
