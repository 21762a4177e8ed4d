/** Shows the skeleton of a template beside the draft while the writer chooses, and leaves nothing behind. */
import * as vscode from 'vscode';

const SCHEME = 'biganzi-template';
const PAGE = vscode.Uri.from({ scheme: SCHEME, path: '/模板预览.gw' });

export class SkeletonPreview {
  readonly #changed = new vscode.EventEmitter<vscode.Uri>();
  readonly #provider: vscode.Disposable;
  #text = '';
  #opened: Promise<unknown> | undefined;

  constructor() {
    this.#provider = vscode.workspace.registerTextDocumentContentProvider(SCHEME, {
      onDidChange: this.#changed.event,
      provideTextDocumentContent: () => this.#text,
    });
  }

  show(text: string): void {
    this.#text = text;
    this.#changed.fire(PAGE);
    this.#opened ??= this.#open();
  }

  /** Closes the preview, with the column that was opened for it. */
  async close(): Promise<void> {
    await this.#opened;
    const tabs = vscode.window.tabGroups.all
      .flatMap(({ tabs: each }) => each)
      .filter(({ input }) => input instanceof vscode.TabInputText && input.uri.scheme === SCHEME);
    if (tabs.length > 0) await vscode.window.tabGroups.close(tabs, true);
    this.#provider.dispose();
    this.#changed.dispose();
  }

  async #open(): Promise<void> {
    // Whatever is open stays in sight: a walkthrough that comes back into sight takes the focus from the input.
    const { activeTab } = vscode.window.tabGroups.activeTabGroup;
    const viewColumn = activeTab ? vscode.ViewColumn.Beside : vscode.ViewColumn.Active;
    try {
      // as a tab of its own: a tab in preview mode would take the place of what the writer has open there
      await vscode.window.showTextDocument(PAGE, { viewColumn, preserveFocus: true, preview: false });
    } catch {
      // the list works without a preview
    }
  }
}
