/** The view 查重结果: past documents, and below each the passages that the draft has from it. */
import * as vscode from 'vscode';
import {
  type Entry,
  entriesOf,
  folderOf,
  nameOf,
  type PassageEntry,
  percent,
  type Result,
  shortPath,
  wordsOf,
} from './results';

export const VIEW = 'biganzi.passages';
/** Carried out when a passage is chosen. */
export const SHOW_PASSAGE = 'biganzi.compare.showPassage';

/** So many characters of a passage are shown, and read out by a screen reader. */
const SHOWN = 120;
/** A passage may be a whole draft; side by side all of it is seen. */
const SHOWN_IN_TOOLTIP = 400;

export class PassageTree implements vscode.TreeDataProvider<Entry>, vscode.Disposable {
  readonly #changed = new vscode.EventEmitter<undefined>();
  readonly view: vscode.TreeView<Entry>;
  #entries: readonly Entry[] = [];
  /** Counts comparisons: what was folded in one is not in the next. */
  #count = 0;

  readonly onDidChangeTreeData = this.#changed.event;

  constructor() {
    this.view = vscode.window.createTreeView(VIEW, { treeDataProvider: this, showCollapseAll: true });
  }

  dispose(): void {
    this.view.dispose();
    this.#changed.dispose();
  }

  show(result: Result): void {
    const { passages, share, documents } = result.compared;
    this.#entries = entriesOf(result);
    this.#count++;
    this.view.description = nameOf(result.document.fileName);
    this.view.message =
      documents === 0
        ? vscode.l10n.t('There are no past documents in the folder: .txt, .md, .gw, .gongwen or .docx.')
        : passages.length === 0
          ? vscode.l10n.t('Nothing was carried over. Compared with {0} past documents.', documents)
          : vscode.l10n.t(
              '{0}, {1} of the draft. Compared with {2} past documents.',
              countOf(passages.length),
              share === 1 ? '100%' : `${(Math.floor(share * 1000) / 10).toFixed(1)}%`,
              documents,
            );
    this.#changed.fire(undefined);
  }

  clear(): void {
    this.#entries = [];
    this.#changed.fire(undefined);
  }

  getChildren(entry?: Entry): Entry[] {
    if (!entry) return [...this.#entries];
    if (entry.kind === 'source') return [...entry.passages];
    return entry.kind === 'unread' ? entry.documents.map((each) => ({ kind: 'document', ...each })) : [];
  }

  getTreeItem(entry: Entry): vscode.TreeItem {
    switch (entry.kind) {
      case 'source': {
        const item = new vscode.TreeItem(nameOf(entry.path), vscode.TreeItemCollapsibleState.Expanded);
        item.id = `${this.#count} ${entry.path}`;
        item.description = [countOf(entry.passages.length), ...folderOf(entry.path)].join(' · ');
        item.tooltip = shortPath(entry.path);
        item.iconPath = new vscode.ThemeIcon('file-text');
        item.contextValue = 'source';
        return item;
      }
      case 'passage':
        return passageItem(entry);
      case 'unread': {
        const label = vscode.l10n.t('Not compared: {0}', entry.documents.length);
        return new vscode.TreeItem(label, vscode.TreeItemCollapsibleState.Collapsed);
      }
      case 'document': {
        const item = new vscode.TreeItem(nameOf(entry.path));
        item.description = entry.reason;
        item.tooltip = shortPath(entry.path);
        item.iconPath = new vscode.ThemeIcon('warning');
        return item;
      }
    }
  }
}

function countOf(passages: number): string {
  return passages === 1 ? vscode.l10n.t('1 passage') : vscode.l10n.t('{0} passages', passages);
}

function passageItem(entry: PassageEntry): vscode.TreeItem {
  const { range, source, sourceRange, similarity } = entry.passage;
  const words = wordsOf(entry);
  const label = startOf(words, SHOWN);
  const item = new vscode.TreeItem(label);
  item.description = vscode.l10n.t('line {0}, alike {1}', range.start.line + 1, percent(similarity));
  const place = vscode.l10n.t('From {0}, line {1}', shortPath(source), sourceRange.start.line + 1);
  item.tooltip = `${place}\n\n${startOf(words, SHOWN_IN_TOOLTIP)}`;
  // else the whole tooltip is read out
  item.accessibilityInformation = { label: `${place}，${item.description}，${label}` };
  item.iconPath = new vscode.ThemeIcon('diff');
  item.contextValue = 'passage';
  item.command = { command: SHOW_PASSAGE, title: vscode.l10n.t('Compare Side by Side'), arguments: [entry] };
  return item;
}

function startOf(words: string, most: number): string {
  return words.length > most ? `${words.slice(0, most)}……` : words;
}
