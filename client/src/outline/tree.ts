/** The tree of the outline: which entries it holds under the filter, and which of them are folded. */
import * as vscode from 'vscode';
import type { Drafts, OutlinedDraft } from './drafts';
import { above, type Entry, flat } from './entries';
import { itemOf, itemOfDraft, tooltipOf } from './items';
import { type Matches, matchesOf } from './matches';
import type { PreferenceStore } from './preferences';

/** A section, or a whole draft where several are side by side. */
export type Element = Entry | OutlinedDraft;

export function isDraft(element: Element): element is OutlinedDraft {
  return 'document' in element;
}

export function sectionsOf(elements: readonly Element[]): Entry[] {
  return elements.filter((element): element is Entry => !isDraft(element));
}

export class OutlineTree implements vscode.TreeDataProvider<Element> {
  readonly #drafts: Drafts;
  readonly #preferences: PreferenceStore;
  readonly #changed = new vscode.EventEmitter<Element[] | undefined>();
  /** VS Code keeps the fold of an id that it knows; where another is wanted, all get new ids. */
  #generation = 0;
  readonly #foldedDrafts = new WeakSet<OutlinedDraft>();
  #query = '';
  #matches: Matches | undefined;

  readonly onDidChangeTreeData = this.#changed.event;

  constructor(drafts: Drafts, preferences: PreferenceStore) {
    this.#drafts = drafts;
    this.#preferences = preferences;
  }

  get query(): string {
    return this.#query;
  }

  /** How many entries have the words of the filter; `undefined` without a filter. */
  get matchCount(): number | undefined {
    return this.#matches?.count;
  }

  /** Shows the entries as they are now: all, or these with what stands below them. */
  refresh(entries?: readonly Entry[]): void {
    if (!entries) this.#match();
    this.#changed.fire(entries?.filter((entry) => this.#isShown(entry)));
  }

  filter(query: string): void {
    if ((query === '') !== (this.#query === '')) this.#generation++;
    this.#query = query;
    this.refresh();
  }

  /** Shows points, or does not: where there were none to unfold, VS Code would leave them folded. */
  refreshFolds(): void {
    this.#generation++;
    this.refresh();
  }

  /** Forgets what was folded by hand, and folds by level. */
  foldByLevel(): void {
    for (const { entries } of this.#drafts.shown) for (const entry of flat(entries)) entry.folded = undefined;
    this.refreshFolds();
  }

  /** Unfolds everything. */
  unfoldAll(): void {
    for (const { entries } of this.#drafts.shown) for (const entry of flat(entries)) entry.folded = false;
    this.refreshFolds();
  }

  /** Keeps in mind what the writer did. Under a filter all is open, and what is closed then is opened again. */
  wasFolded(element: Element, folded: boolean): void {
    if (this.#matches) return;
    if (!isDraft(element)) element.folded = folded;
    else if (folded) this.#foldedDrafts.add(element);
    else this.#foldedDrafts.delete(element);
  }

  /** The entry, or the one in sight that holds it: what is folded, hidden or filtered out is left so. */
  inSight(entry: Entry): Element | undefined {
    const draft = this.#drafts.of(entry.draft);
    if (draft && this.#severalDrafts && this.#foldedDrafts.has(draft)) return draft;
    const line = [entry, ...above(entry)].reverse();
    let seen: Entry | undefined;
    for (const each of line) {
      if (!this.#isShown(each)) break;
      seen = each;
      if (this.#isFolded(each)) break;
    }
    return seen;
  }

  getTreeItem(element: Element): vscode.TreeItem {
    const state = (children: readonly Entry[], folded: boolean) => {
      if (children.length === 0) return vscode.TreeItemCollapsibleState.None;
      return folded ? vscode.TreeItemCollapsibleState.Collapsed : vscode.TreeItemCollapsibleState.Expanded;
    };
    if (isDraft(element)) {
      const item = itemOfDraft(element);
      const folded = this.#foldedDrafts.has(element);
      item.collapsibleState = state(this.#entriesOf(element), folded);
      item.id = `${this.#generation}:${element.document.uri.toString()}`;
      return item;
    }
    const item = itemOf(element, this.#matches?.shown.get(element) ?? []);
    item.collapsibleState = state(this.#childrenOf(element), this.#isFolded(element));
    item.id = `${this.#generation}:${element.key}`;
    return item;
  }

  getChildren(element?: Element): Element[] {
    if (element) return isDraft(element) ? this.#entriesOf(element) : this.#childrenOf(element);
    const [only] = this.#drafts.shown;
    if (this.#severalDrafts)
      return this.#drafts.shown.filter((draft) => !this.#matches || this.#entriesOf(draft).length);
    return only ? this.#entriesOf(only) : [];
  }

  getParent(element: Element): Element | undefined {
    if (isDraft(element)) return undefined;
    return element.parent ?? (this.#severalDrafts ? this.#drafts.of(element.draft) : undefined);
  }

  /** Tooltips are made only for what the mouse rests on. */
  resolveTreeItem(item: vscode.TreeItem, element: Element): vscode.TreeItem {
    if (!isDraft(element)) item.tooltip = tooltipOf(element);
    return item;
  }

  get #severalDrafts(): boolean {
    return this.#drafts.shown.length > 1;
  }

  #match(): void {
    const entries = this.#drafts.shown.flatMap((draft) => draft.entries);
    const below = (entry: Entry) => entry.children.filter((child) => this.#isWanted(child));
    this.#matches = this.#query.trim() === '' ? undefined : matchesOf(this.#query, entries, below);
  }

  #entriesOf(draft: OutlinedDraft): Entry[] {
    return draft.entries.filter((entry) => this.#isShown(entry));
  }

  #childrenOf({ children }: Entry): Entry[] {
    return children.filter((entry) => this.#isShown(entry));
  }

  #isShown(entry: Entry): boolean {
    return this.#matches ? this.#matches.shown.has(entry) : this.#isWanted(entry);
  }

  /** Points are shown when the writer wants them. */
  #isWanted({ item }: Entry): boolean {
    return !item.inline || this.#preferences.now.points;
  }

  #isFolded({ folded, item, children }: Entry): boolean {
    if (this.#matches) return false;
    if (folded !== undefined) return folded;
    // Points that are wanted are not to be looked for.
    const level = children.every((child) => child.item.inline) ? item.level - 1 : item.level;
    return level >= this.#preferences.now.level;
  }
}
