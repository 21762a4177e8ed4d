/** The drafts that the outline shows: those in sight, each with its entries as the server last gave them. */
import * as vscode from 'vscode';
import { OUTLINE, type OutlineAnswer, type OutlineItem, type OutlineParams } from '../../../server/src/lsp/messages';
import { PAST_SCHEME } from '../compare/past-documents';
import { DRAFTS, type LanguageServer } from '../language-server';
import type { StatusDisplay } from '../status-display';
import { difference, type Entry, type EntryName, flat, reconcile, recounted } from './entries';

/** After a change the outline waits so long for the next one, and never longer than so long in all. */
const PAUSE_MS = 250;
const LONGEST_MS = 1500;
/** The length of the whole text is told when the writer rests. */
const REST_MS = 2000;
/** So many lines of a document not yet checked are looked at, and so many Han characters make it a draft until it is. */
const GLANCE_LINES = 50;
const HAN = /\p{Script=Han}/gu;
const ENOUGH_HAN = 10;

export interface OutlinedDraft {
  readonly document: vscode.TextDocument;
  /** Version of the text that the entries are of; -1 before the first answer. */
  version: number;
  /** True when it was out of sight since. */
  stale: boolean;
  items: readonly OutlineItem[];
  entries: readonly Entry[];
}

/** What the view can say when it has no entries to show. */
export type Condition = 'starting' | 'failed' | 'none' | 'empty' | 'ready';

export class Drafts implements vscode.Disposable {
  readonly #wantsPoints: () => boolean;
  readonly #server: LanguageServer;
  readonly #status: StatusDisplay;
  readonly #changed = new vscode.EventEmitter<readonly Entry[] | undefined>();
  readonly #subscriptions: vscode.Disposable[];
  readonly #byUri = new Map<string, OutlinedDraft>();
  /** The draft that was changed from the outline last: the one to undo it in. */
  lastChanged: OutlinedDraft | undefined;
  #shown: readonly OutlinedDraft[] = [];
  /** The documents that were in sight last: for a moment there are none while another takes their place. */
  #written: readonly vscode.TextDocument[] = [];
  #said: Condition = 'starting';
  #awake = false;
  readonly #due = new Set<OutlinedDraft>();
  #waiting: NodeJS.Timeout | undefined;
  #waitingSince = 0;
  #resting: NodeJS.Timeout | undefined;

  /** What is shown has changed: all of it, or the lengths and findings of these sections. */
  readonly onDidChange = this.#changed.event;

  constructor(server: LanguageServer, status: StatusDisplay, wantsPoints: () => boolean) {
    this.#server = server;
    this.#wantsPoints = wantsPoints;
    this.#status = status;
    const look = () => this.#look();
    this.#subscriptions = [
      this.#changed,
      server.onStatus(({ uri }) => this.#checked(uri)),
      vscode.workspace.onDidChangeTextDocument(({ document }) => this.#changedIn(document.uri)),
      vscode.languages.onDidChangeDiagnostics(({ uris }) => {
        for (const uri of uris) this.#changedIn(uri);
      }),
      server.onState(look),
      vscode.window.onDidChangeVisibleTextEditors(look),
      vscode.window.onDidChangeActiveTextEditor(look),
      vscode.workspace.onDidCloseTextDocument(({ uri }) => {
        this.#byUri.delete(uri.toString());
        // A document in sight is closed and opened again when it gets another language.
        look();
      }),
    ];
  }

  /** The drafts in sight, from left to right. */
  get shown(): readonly OutlinedDraft[] {
    return this.#shown;
  }

  get condition(): Condition {
    if (this.#server.state === 'failed') return 'failed';
    if (this.#shown.some(({ entries }) => entries.length > 0)) return 'ready';
    const candidates = candidatesInSight();
    if (candidates.length > 0 && this.#server.state === 'starting') return 'starting';
    if (this.#shown.some(({ version }) => version >= 0)) return 'empty';
    return this.#shown.length > 0 ? 'starting' : 'none';
  }

  /** While nobody sees the outline, nothing is asked. */
  wake(awake: boolean): void {
    this.#awake = awake;
    if (!awake) return;
    // Findings may be others by now, although the text is the same.
    for (const draft of this.#shown) draft.stale = true;
    this.#look();
  }

  /** The draft that is written in. */
  get active(): OutlinedDraft | undefined {
    const active = vscode.window.activeTextEditor?.document;
    return this.#shown.find(({ document }) => document === active);
  }

  of(uri: string): OutlinedDraft | undefined {
    return this.#byUri.get(uri);
  }

  /** The entry of this name while it stands in its draft. */
  find({ draft, key }: EntryName): Entry | undefined {
    return flat(this.of(draft)?.entries ?? []).find((entry) => entry.key === key);
  }

  /** True when the entries are those of the text as it is now: what is moved goes by their lines. */
  async makeFresh(draft: OutlinedDraft): Promise<boolean> {
    return draft.version === draft.document.version || this.refresh(draft);
  }

  /** Asks the server anew for all drafts in sight. */
  async refreshShown(): Promise<void> {
    await Promise.all(this.#shown.map((draft) => this.refresh(draft)));
  }

  /** Asks the server for the entries; false when it does not answer now. */
  async refresh(draft: OutlinedDraft): Promise<boolean> {
    if (this.#server.state !== 'running') return false;
    const params: OutlineParams = { uri: draft.document.uri.toString(), points: this.#wantsPoints() };
    // The text may change, and the server die, while it is asked; the next check asks again.
    const answer = await this.#server.ask<OutlineAnswer>(OUTLINE, params).catch(() => undefined);
    if (!answer || answer.version < draft.version) return false;
    const first = draft.version < 0;
    draft.version = answer.version;
    draft.stale = false;
    const before = draft.items;
    const found = difference(before, answer.nodes);
    if (found !== 'none') {
      draft.items = answer.nodes;
      draft.entries = reconcile(draft.entries, answer.nodes, params.uri);
    }
    if (!this.#shown.includes(draft)) return true;
    if (found === 'looks' || first) this.#tell();
    else if (found === 'counts') this.#tellCounts(recounted(draft.entries, before));
    return true;
  }

  dispose(): void {
    clearTimeout(this.#waiting);
    clearTimeout(this.#resting);
    for (const each of this.#subscriptions) each.dispose();
  }

  /** Which drafts are in sight. */
  #look(): void {
    if (!this.#awake) return;
    const stays = this.#server.state === 'running' && isCompared();
    const documents = stays ? this.#written.filter(({ isClosed }) => !isClosed) : this.#candidates();
    if (documents.length > 0) this.#written = documents;
    const shown = documents.filter((document) => this.#isDraft(document)).map((document) => this.#draftOf(document));
    for (const draft of this.#shown) if (!shown.includes(draft)) draft.stale = true;
    const same = shown.length === this.#shown.length && shown.every((draft, index) => draft === this.#shown[index]);
    this.#shown = shown;
    for (const draft of shown) if (draft.stale || draft.version !== draft.document.version) void this.refresh(draft);
    if (!same || this.condition !== this.#said) this.#tell();
  }

  #candidates(): readonly vscode.TextDocument[] {
    return this.#server.state === 'failed' ? [] : candidatesInSight();
  }

  #tell(): void {
    clearTimeout(this.#resting);
    this.#said = this.condition;
    this.#changed.fire(undefined);
  }

  #tellCounts(entries: readonly Entry[]): void {
    if (entries.length > 0) this.#changed.fire(entries);
    clearTimeout(this.#resting);
    this.#resting = setTimeout(() => this.#tell(), REST_MS);
  }

  #draftOf(document: vscode.TextDocument): OutlinedDraft {
    const uri = document.uri.toString();
    const known = this.#byUri.get(uri);
    // Closed and opened again, it is another document.
    if (known?.document === document) return known;
    const draft: OutlinedDraft = { document, version: -1, stale: false, items: [], entries: [] };
    this.#byUri.set(uri, draft);
    return draft;
  }

  /** A document becomes a draft, or is one no more. */
  #checked(uri: string): void {
    if (!this.#awake) return;
    const draft = this.#shown.find(({ document }) => document.uri.toString() === uri);
    if (!draft || draft.version < 0 || !this.#isDraft(draft.document)) this.#look();
  }

  /** The server says so once it has checked; a long text is not kept waiting for that. */
  #isDraft(document: vscode.TextDocument): boolean {
    const status = this.#status.of(document.uri);
    if (status || document.languageId === 'gongwen') return status?.draft ?? true;
    const glance = document.getText(new vscode.Range(0, 0, GLANCE_LINES, 0));
    return (glance.match(HAN)?.length ?? 0) >= ENOUGH_HAN;
  }

  /** Text or findings changed: once the writer pauses, the server is asked. */
  #changedIn(uri: vscode.Uri): void {
    const draft = this.#shown.find(({ document }) => document.uri.toString() === uri.toString());
    if (!draft || !this.#awake) return;
    this.#due.add(draft);
    const now = Date.now();
    if (this.#waiting) clearTimeout(this.#waiting);
    else this.#waitingSince = now;
    const wait = Math.max(0, Math.min(PAUSE_MS, this.#waitingSince + LONGEST_MS - now));
    this.#waiting = setTimeout(() => {
      this.#waiting = undefined;
      const due = [...this.#due];
      this.#due.clear();
      for (const each of due) void this.refresh(each);
    }, wait);
  }
}

/** Only what 查重 shows side by side is in sight: one looks up a passage, and is at the draft again at once. */
function isCompared(): boolean {
  const documents = vscode.window.visibleTextEditors.map(({ document }) => document);
  return documents.length > 0 && documents.every(({ uri }) => uri.scheme === PAST_SCHEME);
}

/** Documents in sight that may be drafts, from left to right. */
function candidatesInSight(): vscode.TextDocument[] {
  const editors = [...vscode.window.visibleTextEditors].sort((a, b) => (a.viewColumn ?? 99) - (b.viewColumn ?? 99));
  return [...new Set(editors.map(({ document }) => document))].filter(
    (document) => vscode.languages.match(DRAFTS, document) > 0,
  );
}
