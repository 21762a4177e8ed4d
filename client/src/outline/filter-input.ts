/** The box where the writer says which titles the outline is to show; the tree follows every key. */
import * as vscode from 'vscode';

/** A click into the tree closes the box before the entry is heard of. */
const CLICK_MS = 300;

export class FilterInput implements vscode.Disposable {
  readonly #apply: (query: string) => number | undefined;
  #input: vscode.InputBox | undefined;
  #givingUp: NodeJS.Timeout | undefined;

  /** @param apply filters the tree and answers how many titles match; `undefined` without a filter */
  constructor(apply: (query: string) => number | undefined) {
    this.#apply = apply;
  }

  /** @param before the filter as it is; Escape brings it back */
  open(before: string): void {
    this.keep();
    this.#input?.dispose();
    const input = vscode.window.createInputBox();
    this.#input = input;
    input.title = vscode.l10n.t('Filter Outline');
    input.placeholder = vscode.l10n.t('Words of titles, apart by blanks');
    input.value = before;
    const prompt = (count: number | undefined) => {
      const none = vscode.l10n.t('No title contains “{0}”.', input.value);
      const some = vscode.l10n.t('Titles with “{0}”: {1}', input.value, count ?? 0);
      input.prompt = count === undefined ? undefined : count === 0 ? none : some;
    };
    let accepted = false;
    input.onDidChangeValue((query) => prompt(this.#apply(query)));
    input.onDidAccept(() => {
      accepted = true;
      input.hide();
      void vscode.commands.executeCommand('biganzi.outline.focus');
    });
    input.onDidHide(() => {
      input.dispose();
      if (!accepted) this.#givingUp = setTimeout(() => this.#apply(before), CLICK_MS);
    });
    input.show();
  }

  /** The writer went to what the filter found, so it was not given up. */
  keep(): void {
    clearTimeout(this.#givingUp);
  }

  dispose(): void {
    this.keep();
    this.#input?.dispose();
  }
}
