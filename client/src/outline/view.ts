/** The view 公文大纲: its messages, what it remembers of folding, and the way from an entry to the text and back. */
import * as vscode from 'vscode';
import { editorOf } from '../changing';
import type { Drafts } from './drafts';
import { type Entry, type EntryName, entryAt } from './entries';
import { FilterInput } from './filter-input';
import { REVEAL } from './items';
import type { PreferenceStore } from './preferences';
import type { Element, OutlineTree } from './tree';

export const VIEW = 'biganzi.outline';
/** The cursor is followed when it rests. */
const FOLLOW_MS = 120;
/** Two clicks on one entry within this time are a double click. */
const DOUBLE_CLICK_MS = 400;
/** VS Code takes the choice of a row by a key for a click; it comes within this time. */
const KEY_MS = 200;
/** How long the line of a heading is lit up that was gone to. */
const LIGHT_MS = 1000;

export class OutlineView implements vscode.Disposable {
  readonly view: vscode.TreeView<Element>;
  readonly #drafts: Drafts;
  readonly #tree: OutlineTree;
  readonly #preferences: PreferenceStore;
  readonly #filter: FilterInput;
  readonly #light = vscode.window.createTextEditorDecorationType({
    isWholeLine: true,
    backgroundColor: new vscode.ThemeColor('editor.rangeHighlightBackground'),
  });
  readonly #subscriptions: vscode.Disposable[];
  #following: NodeJS.Timeout | undefined;
  #keyed = 0;
  #clicked: { readonly key: number; readonly at: number } | undefined;

  constructor(
    drafts: Drafts,
    tree: OutlineTree,
    preferences: PreferenceStore,
    dragAndDropController: vscode.TreeDragAndDropController<Element>,
  ) {
    this.#drafts = drafts;
    this.#tree = tree;
    this.#preferences = preferences;
    this.view = vscode.window.createTreeView(VIEW, {
      treeDataProvider: tree,
      dragAndDropController,
      canSelectMany: true,
      showCollapseAll: true,
    });
    this.#filter = new FilterInput((query) => {
      tree.filter(query);
      this.#tell();
      return tree.matchCount;
    });
    const { view } = this;
    this.#subscriptions = [
      view,
      this.#light,
      this.#filter,
      view.onDidChangeVisibility(({ visible }) => drafts.wake(visible)),
      view.onDidExpandElement(({ element }) => tree.wasFolded(element, false)),
      view.onDidCollapseElement(({ element }) => tree.wasFolded(element, true)),
      drafts.onDidChange((entries) => this.#show(entries)),
      vscode.window.onDidChangeTextEditorSelection(({ textEditor }) => {
        if (textEditor === vscode.window.activeTextEditor) this.followSoon();
      }),
      vscode.window.onDidChangeActiveTextEditor(() => this.followSoon()),
      vscode.commands.registerCommand(REVEAL, (name: EntryName) => this.#reveal(name)),
    ];
    this.#tell();
    drafts.wake(view.visible);
  }

  /** Asks for the words to filter by. */
  filter(): void {
    this.#filter.open(this.#tree.query);
  }

  clearFilter(): void {
    this.#tree.filter('');
    this.#tell();
    this.followSoon();
  }

  /** What a key means: the selection, or where there is none of several, the row that has the focus. */
  async chosen(): Promise<readonly Element[]> {
    if (this.view.selection.length < 2) {
      this.#keyed = Date.now();
      await vscode.commands.executeCommand('list.selectAndPreserveFocus');
    }
    return this.view.selection;
  }

  /** Goes from the selected entry into the text. */
  async goIntoText(): Promise<void> {
    const [element] = await this.chosen();
    if (element && 'key' in element) await this.#goTo(element, false);
  }

  /** Brings the focus back to a section, or to what holds it: it may have gone to a place where VS Code loses sight of it. */
  async focus(entry: Entry, select: boolean): Promise<void> {
    const element = this.#tree.inSight(entry);
    if (element) await this.view.reveal(element, { select, focus: true }).then(undefined, () => {});
  }

  /** Selects the section that holds the cursor, if the writer wants it; the focus stays where it is. */
  followSoon(): void {
    clearTimeout(this.#following);
    this.#following = setTimeout(() => this.#follow(), FOLLOW_MS);
  }

  dispose(): void {
    clearTimeout(this.#following);
    for (const each of this.#subscriptions) each.dispose();
  }

  #show(entries: readonly Entry[] | undefined): void {
    this.#tree.refresh(entries);
    if (entries) return;
    this.#tell();
    this.followSoon();
  }

  #tell(): void {
    const { query, matchCount } = this.#tree;
    void vscode.commands.executeCommand('setContext', 'biganzi.outline.condition', this.#drafts.condition);
    void vscode.commands.executeCommand('setContext', 'biganzi.outline.filtered', matchCount !== undefined);
    const noMatch = vscode.l10n.t('No title contains “{0}”.', query);
    const matches = vscode.l10n.t('Titles with “{0}”: {1}', query, matchCount ?? 0);
    this.view.message = matchCount === undefined ? '' : matchCount === 0 ? noMatch : matches;
  }

  #follow(): void {
    const editor = vscode.window.activeTextEditor;
    const draft = this.#drafts.active;
    if (!this.#preferences.now.follow || !this.view.visible || !editor || !draft) return;
    // The place of the cursor says nothing about sections that have moved meanwhile.
    if (draft.version !== editor.document.version) {
      this.followSoon();
      return;
    }
    const { line, character } = editor.selection.active;
    const entry = entryAt(draft.entries, line, character);
    const element = entry && this.#tree.inSight(entry);
    if (!element || this.view.selection.includes(element)) return;
    // An entry that has gone in this very moment cannot be selected, and need not be.
    this.view.reveal(element, { select: true, focus: false }).then(undefined, () => {});
  }

  async #reveal(name: EntryName): Promise<void> {
    this.#filter.keep();
    const entry = this.#drafts.find(name);
    if (!entry) return;
    const { key } = entry;
    const now = Date.now();
    if (now - this.#keyed < KEY_MS) return;
    const twice = this.#clicked?.key === key && now - this.#clicked.at < DOUBLE_CLICK_MS;
    this.#clicked = { key, at: now };
    await this.#goTo(entry, !twice);
  }

  async #goTo({ draft, item }: Entry, preserveFocus: boolean): Promise<void> {
    const uri = vscode.Uri.parse(draft);
    const shown = editorOf(uri);
    const viewColumn = shown?.viewColumn ?? vscode.ViewColumn.Active;
    const document = shown?.document ?? (await vscode.workspace.openTextDocument(uri));
    const place = document.validatePosition(new vscode.Position(item.line, item.character));
    // Without the focus the text need not be shown anew, which would flicker.
    const editor =
      shown && preserveFocus ? shown : await vscode.window.showTextDocument(document, { viewColumn, preserveFocus });
    editor.selection = new vscode.Selection(place, place);
    const range = new vscode.Range(place, place);
    editor.revealRange(range, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
    editor.setDecorations(this.#light, [range]);
    setTimeout(() => editor.setDecorations(this.#light, []), LIGHT_MS);
  }
}
