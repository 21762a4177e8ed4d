/** Shows one input after another without a moment in between: what a quick writer types then would land in the draft. */
import type * as vscode from 'vscode';

export class InputChain implements vscode.Disposable {
  #shown: vscode.QuickInput | undefined;

  /** Shows the input in the place of the one before. */
  show(input: vscode.QuickInput): void {
    const before = this.#shown;
    this.#shown = input;
    input.show();
    before?.dispose();
  }

  dispose(): void {
    this.#shown?.dispose();
  }
}
