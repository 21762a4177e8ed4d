/** The commands of the outline: what its menus and keys do to the sections that are selected, and how it shows them. */
import * as vscode from 'vscode';
import type { StructureOperation } from '../../../server/src/lsp/messages';
import { editorOf } from '../changing';
import type { LanguageServer } from '../language-server';
import { applyStructure, askStructure } from '../structure';
import type { Drafts, OutlinedDraft } from './drafts';
import { type Entry, entryAt, topmost } from './entries';
import { labelOf } from './matches';
import { placeOfCopy } from './place';
import type { PreferenceStore, Preferences } from './preferences';
import { type Element, type OutlineTree, sectionsOf } from './tree';
import type { OutlineView } from './view';

const REMARK_MS = 5000;
const LEVELS = [1, 2, 3, 4];

type Operate = (lines: number[]) => StructureOperation;

export function registerOutlineCommands(
  context: vscode.ExtensionContext,
  server: LanguageServer,
  drafts: Drafts,
  tree: OutlineTree,
  outline: OutlineView,
  preferences: PreferenceStore,
): void {
  const sections = new SectionCommands(server, drafts, outline);
  const register = (name: string, run: (element?: Element, elements?: Element[]) => unknown) =>
    context.subscriptions.push(vscode.commands.registerCommand(`biganzi.outline.${name}`, run));
  const operations: Record<string, Operate> = {
    moveUp: (lines) => ({ type: 'up', lines }),
    moveDown: (lines) => ({ type: 'down', lines }),
    promote: (lines) => ({ type: 'promote', lines }),
    demote: (lines) => ({ type: 'demote', lines }),
    remove: (lines) => ({ type: 'remove', lines }),
    insertSibling: (lines) => ({ type: 'insertSibling', line: lines.at(-1) ?? 0 }),
    merge: ([line = 0]) => ({ type: 'merge', line }),
  };
  for (const [name, operate] of Object.entries(operations))
    register(name, (element, elements) => sections.operate(operate, element, elements));
  register('copy', (element, elements) => sections.copy(element, elements));
  register('paste', (element) => sections.paste(element));
  register('undo', () => sections.inLastDraft('undo'));
  register('redo', () => sections.inLastDraft('redo'));
  register('open', () => outline.goIntoText());
  register('filter', () => outline.filter());
  register('clearFilter', () => outline.clearFilter());
  register('expandAll', () => tree.unfoldAll());
  for (const level of LEVELS)
    register(`level${level}`, () => {
      preferences.change({ level });
      tree.foldByLevel();
    });
  const toggles: Record<string, Partial<Preferences>> = {
    showPoints: { points: true },
    hidePoints: { points: false },
    follow: { follow: true },
    unfollow: { follow: false },
  };
  for (const [name, change] of Object.entries(toggles))
    register(name, () => {
      preferences.change(change);
      if ('points' in change) void drafts.refreshShown().then(() => tree.refreshFolds());
      outline.followSoon();
    });
}

class SectionCommands {
  readonly #server: LanguageServer;
  readonly #drafts: Drafts;
  readonly #outline: OutlineView;
  /** A key held down asks for the next step before the one before is done. */
  #queue: Promise<unknown> = Promise.resolve();
  #copied: { readonly text: string; readonly level: number } | undefined;

  constructor(server: LanguageServer, drafts: Drafts, outline: OutlineView) {
    this.#server = server;
    this.#drafts = drafts;
    this.#outline = outline;
  }

  operate(operate: Operate, element?: Element, elements?: readonly Element[]): Promise<void> {
    return this.#inTurn(async () => {
      const chosen = await this.#chosen(element, elements);
      for (const [draft, sections] of await this.#freshByDraft(chosen)) {
        const operation = operate(sections.map(({ item }) => item.line));
        const name = sections.map(labelOf).join('、');
        await this.#change(draft, operation, sections);
        if (operation.type === 'remove' && !sections.some((each) => this.#drafts.find(each)))
          remark(vscode.l10n.t('Deleted “{0}”; it can be undone.', name));
      }
    });
  }

  copy(element?: Element, elements?: readonly Element[]): Promise<void> {
    return this.#inTurn(async () => {
      const chosen = await this.#chosen(element, elements);
      const [first] = await this.#freshByDraft(chosen);
      if (!first) return;
      const [draft, sections] = first;
      const lines = sections.map(({ item }) => item.line);
      const answer = await askStructure(this.#server, draft.document, { type: 'extract', lines });
      if (!answer?.extracted) return;
      this.#copied = answer.extracted;
      await vscode.env.clipboard.writeText(answer.extracted.text);
      remark(vscode.l10n.t('Copied “{0}”.', sections.map(labelOf).join('、')));
    });
  }

  /** Behind a section, or at the end of a higher one; what was not copied here counts as of the same level. */
  paste(element?: Element): Promise<void> {
    return this.#inTurn(async () => {
      const [target] = await this.#chosen(element);
      const draft = target && this.#drafts.of(target.draft);
      if (!draft) return;
      const text = await vscode.env.clipboard.readText();
      if (text.trim() === '') return remark(vscode.l10n.t('Copy a section first.'));
      if (!(await this.#drafts.makeFresh(draft))) return;
      const level = text === this.#copied?.text ? this.#copied.level : Math.max(1, target.item.level);
      const place = placeOfCopy(level, target);
      if (place) await this.#change(draft, { type: 'insertText', text, level, place });
    });
  }

  /** Undoes what was done here last, also when another draft is being written in; the focus stays in the outline. */
  inLastDraft(command: 'undo' | 'redo'): Promise<void> {
    return this.#inTurn(async () => {
      const { shown, lastChanged, active } = this.#drafts;
      const draft = lastChanged && shown.includes(lastChanged) ? lastChanged : (active ?? shown[0]);
      const editor = draft && editorOf(draft.document.uri);
      if (!editor) return;
      const viewColumn = editor.viewColumn ?? vscode.ViewColumn.Active;
      await vscode.window.showTextDocument(editor.document, { viewColumn });
      await vscode.commands.executeCommand(command);
      await this.#drafts.refresh(draft);
      await vscode.commands.executeCommand('biganzi.outline.focus');
      const { line, character } = editorOf(draft.document.uri)?.selection.active ?? new vscode.Position(0, 0);
      const entry = entryAt(draft.entries, line, character);
      if (entry) await this.#outline.focus(entry, true);
    });
  }

  async #change(draft: OutlinedDraft, operation: StructureOperation, sections: readonly Entry[] = []): Promise<void> {
    this.#drafts.lastChanged = draft;
    const answer = await applyStructure(this.#server, draft.document, operation);
    if (!answer) return;
    await this.#drafts.refresh(draft);
    // A new title is to be written into the text.
    if (operation.type === 'insertSibling') return;
    const left = sections.filter((each) => this.#drafts.find(each));
    const { line = 0, character = 0 } = answer.select?.start ?? {};
    const next = left[0] ?? entryAt(draft.entries, line, character);
    if (next) await this.#outline.focus(next, left.length < 2);
  }

  /** What a menu names, or a key means. */
  async #chosen(element?: Element, elements?: readonly Element[]): Promise<Entry[]> {
    if (elements && elements.length > 0) return sectionsOf(elements);
    return sectionsOf(element ? [element] : await this.#outline.chosen());
  }

  /** The uppermost sections that can be moved, with the lines of the text as it is now. */
  async #freshByDraft(entries: readonly Entry[]): Promise<Map<OutlinedDraft, Entry[]>> {
    const result = new Map<OutlinedDraft, Entry[]>();
    for (const uri of new Set(entries.map(({ draft }) => draft))) {
      const draft = this.#drafts.of(uri);
      if (!draft || !(await this.#drafts.makeFresh(draft))) continue;
      const sections = entries.filter((each) => each.draft === uri && each.item.movable && this.#drafts.find(each));
      if (sections.length > 0) result.set(draft, topmost(sections));
    }
    return result;
  }

  #inTurn(run: () => Promise<void>): Promise<void> {
    const turn = this.#queue.then(run);
    this.#queue = turn.catch(() => {});
    return turn;
  }
}

function remark(message: string): void {
  vscode.window.setStatusBarMessage(message, REMARK_MS);
}
