/** Dragging sections: inside the outline they move, from one draft to another they are copied, into a text they go as text. */
import * as vscode from 'vscode';
import type { StructureOperation } from '../../../server/src/lsp/messages';
import type { LanguageServer } from '../language-server';
import { applyStructure, askStructure } from '../structure';
import type { Drafts, OutlinedDraft } from './drafts';
import { type EntryName, nameOf, topmost } from './entries';
import { endOf, placeOf } from './place';
import { textOf } from './text';
import { type Element, isDraft, sectionsOf } from './tree';

/** VS Code's own name for what is dragged out of this tree. */
const SECTIONS = 'application/vnd.code.tree.biganzi.outline';

export class Dragging implements vscode.TreeDragAndDropController<Element> {
  /** Not as a list of files: the editor would open the draft once more, and not take in the text. */
  readonly dragMimeTypes = ['text/plain'];
  readonly dropMimeTypes = [SECTIONS];
  readonly #server: LanguageServer;
  readonly #drafts: Drafts;

  constructor(server: LanguageServer, drafts: Drafts) {
    this.#server = server;
    this.#drafts = drafts;
  }

  handleDrag(elements: readonly Element[], transfer: vscode.DataTransfer): void {
    const sections = topmost(sectionsOf(elements));
    // Their names only: VS Code writes down what is dragged, and entries know their parents.
    transfer.set(SECTIONS, new vscode.DataTransferItem(sections.map(nameOf)));
    const draft = this.#drafts.of(sections[0]?.draft ?? '');
    if (draft) transfer.set('text/plain', new vscode.DataTransferItem(textOf(sections, draft)));
  }

  async handleDrop(target: Element | undefined, transfer: vscode.DataTransfer): Promise<void> {
    const dragged = (transfer.get(SECTIONS)?.value ?? []) as readonly EntryName[];
    const from = dragged[0] && this.#drafts.of(dragged[0].draft);
    // Below the last line the draft is meant that is written in.
    const to = target ? this.#draftOf(target) : this.#drafts.active;
    if (!from || !to) return;
    await this.#drafts.makeFresh(from);
    if (to !== from) await this.#drafts.makeFresh(to);
    const entries = dragged.flatMap((name) => this.#drafts.find(name) ?? []);
    const sections = topmost(entries.filter(({ item }) => item.movable));
    if (sections.length === 0) return;
    const place = target && !isDraft(target) ? placeOf(sections, target) : endOf(to.entries);
    if (!place) return;
    const lines = sections.map(({ item }) => item.line);
    const operation: StructureOperation | undefined =
      from === to ? { type: 'move', lines, place } : await this.#taken(from, lines, place);
    if (!operation) return;
    this.#drafts.lastChanged = to;
    if (await applyStructure(this.#server, to.document, operation)) await this.#drafts.refresh(to);
  }

  /** The sections as they come into another draft. */
  async #taken(
    from: OutlinedDraft,
    lines: readonly number[],
    place: Extract<StructureOperation, { type: 'insertText' }>['place'],
  ): Promise<StructureOperation | undefined> {
    const answer = await askStructure(this.#server, from.document, { type: 'extract', lines });
    return answer?.extracted && { type: 'insertText', ...answer.extracted, place };
  }

  #draftOf(element: Element): OutlinedDraft | undefined {
    return isDraft(element) ? element : this.#drafts.of(element.draft);
  }
}
