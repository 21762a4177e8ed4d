/** What the writer chose for the outline, kept for the workspace and told to the `when` clauses of its menus. */
import * as vscode from 'vscode';

export interface Preferences {
  /** Headings down to this level are in sight, 1 to 4. */
  readonly level: number;
  /** Points inside paragraphs are shown. */
  readonly points: boolean;
  /** The section that holds the cursor is selected. */
  readonly follow: boolean;
}

const KEY = 'biganzi.outline';
const FIRST: Preferences = { level: 3, points: false, follow: true };

export class PreferenceStore {
  readonly #memento: vscode.Memento;
  #now: Preferences;

  constructor(memento: vscode.Memento) {
    this.#memento = memento;
    this.#now = { ...FIRST, ...memento.get<Partial<Preferences>>(KEY) };
    this.#tell();
  }

  get now(): Preferences {
    return this.#now;
  }

  change(changes: Partial<Preferences>): void {
    this.#now = { ...this.#now, ...changes };
    this.#tell();
    void this.#memento.update(KEY, this.#now);
  }

  #tell(): void {
    void vscode.commands.executeCommand('setContext', 'biganzi.outline.points', this.#now.points);
    void vscode.commands.executeCommand('setContext', 'biganzi.outline.follow', this.#now.follow);
  }
}
