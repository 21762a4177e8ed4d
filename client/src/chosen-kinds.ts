/** The kinds that the writer chose, kept on this machine only and never in the drafts' own folder. */
import type * as vscode from 'vscode';
import type { DocumentKind } from '../../server/src/document/types';

const KEY = 'kinds';
/** The oldest choices are forgotten. */
const MOST = 500;

export class ChosenKinds {
  readonly #memory: vscode.Memento;

  constructor(memory: vscode.Memento) {
    this.#memory = memory;
  }

  /** By document URI. */
  all(): Readonly<Record<string, DocumentKind>> {
    return this.#memory.get(KEY, {});
  }

  async choose(uri: string, kind: DocumentKind | null): Promise<void> {
    const others = Object.entries(this.all()).filter(([key]) => key !== uri);
    const entries = kind ? [...others, [uri, kind] as const] : others;
    await this.#memory.update(KEY, Object.fromEntries(entries.slice(-MOST)));
  }
}
