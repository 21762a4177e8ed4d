/** Keeps what the rules say of every open document: the draft with its findings, as fresh as the text. */
import { setImmediate, setTimeout } from 'node:timers/promises';
import type { Block, DocumentKind, Draft } from '../document/types';
import type { ActiveRule, Report } from '../rules/active';
import type { Checker, CheckResult } from '../rules/engine';
import type { OwnTables } from '../rules/own-tables';
import type { Rule } from '../rules/types';
import { Checkers } from './checkers';
import type { CancellationToken, OpenDocument, Workspace } from './document';
import type { Drafts } from './drafts';
import type { Checked } from './fix-all';
import { withoutIgnored } from './ignore';
import { isDraft, isWordList, MOST_CHARACTERS } from './is-draft';
import type { Settings } from './settings';
import type { Words } from './words';

export interface Review {
  /** `not-a-draft`: left alone; `too-large`: not read. Both have an empty draft and no reports. */
  readonly state: 'reviewed' | 'not-a-draft' | 'too-large';
  readonly version: number;
  /** True when the writer chose the kind of the draft. */
  readonly chosen: boolean;
  readonly draft: Draft;
  readonly reports: readonly Report[];
  /** The rules that read it. */
  readonly active: readonly ActiveRule[];
  /** Tables of the office that it was made with. */
  readonly tables?: OwnTables | undefined;
}

/** Everything a review depends on. */
interface Basis {
  readonly version: number;
  readonly settings: Settings;
  readonly forced: boolean;
  /** The kind the writer chose. */
  readonly kind: DocumentKind | undefined;
  readonly path: string;
}

/** Hears how far a long check is, from 0 to 1. */
export type OnProgress = (done: number) => void;

/** A check gives way to other requests after so many milliseconds. */
const SLICE = 20;

/** A review waits so many milliseconds for words, lest a finding that needs them go and come with every key. */
const PATIENCE = 10;

const NOTHING: Draft = { lineage: {}, language: 'plaintext', blocks: [], pieces: [], outline: [], kind: 'unknown' };

export class Reviews {
  readonly #workspace: Workspace;
  readonly #drafts: Drafts;
  readonly #rules: readonly Rule[];
  readonly #kept = new WeakMap<OpenDocument, { readonly basis: Basis; readonly review: Review }>();
  readonly #checkers = new WeakMap<Settings, Checkers>();
  readonly #words: Words | undefined;
  /** Reviews made before words were found that they needed. */
  readonly #outdated = new WeakSet<Review>();

  constructor(workspace: Workspace, drafts: Drafts, rules: readonly Rule[], words?: Words) {
    this.#workspace = workspace;
    this.#drafts = drafts;
    this.#rules = rules;
    this.#words = words;
  }

  /** The review of the document as it is now; `undefined` when cancelled, or when the text changed meanwhile. */
  async review(document: OpenDocument, token: CancellationToken, onProgress?: OnProgress): Promise<Review | undefined> {
    const settings = await this.#workspace.settings(document.uri);
    if (token.isCancellationRequested) return undefined;
    const basis = this.#basisOf(document, settings);
    const kept = this.#keptFor(document, basis);
    if (kept) return kept;
    const alone = leftAlone(document, basis);
    if (alone) return this.#keep(document, basis, { state: alone, draft: NOTHING, reports: [], active: [] });
    const draft = this.#drafts.read(document, basis.kind);
    if (!(await this.#warm(document, draft, this.#checkerFor(draft, settings), token, onProgress))) return undefined;
    let { reports, pending } = this.#check(draft, basis);
    if (pending.length > 0 && this.#words?.answered) {
      await Promise.race([this.#words.find(pending), setTimeout(PATIENCE)]);
      if (token.isCancellationRequested || document.version !== basis.version) return undefined;
      ({ reports, pending } = this.#check(draft, basis));
    }
    // Another request may have been as far sooner.
    const other = this.#keptFor(document, basis);
    if (other) return other;
    const review = this.#keep(document, basis, {
      state: 'reviewed',
      draft,
      reports,
      active: this.#checkerFor(draft, settings).rules,
    });
    void this.#learn(document, review, pending);
    return review;
  }

  /** The draft as it is now, without waiting for its check; an empty one where the document is left alone. */
  async draft(document: OpenDocument, token: CancellationToken): Promise<Draft | undefined> {
    const settings = await this.#workspace.settings(document.uri);
    if (token.isCancellationRequested) return undefined;
    const basis = this.#basisOf(document, settings);
    const kept = this.#kept.get(document);
    if (kept && sameBasis(kept.basis, basis)) return kept.review.draft;
    return leftAlone(document, basis) ? NOTHING : this.#drafts.read(document, basis.kind);
  }

  /** What was last said of the document, be it of an older text. */
  last(document: OpenDocument): Review | undefined {
    return this.#kept.get(document)?.review;
  }

  /** Finds words that a review had to do without, and lets it be asked for again. */
  async #learn(document: OpenDocument, review: Review, pending: readonly Block[]): Promise<void> {
    if (!this.#words || (pending.length === 0 && this.#words.mayBeNeeded())) return;
    await (this.#words.mayBeNeeded() ? this.#words.find(pending) : this.#words.ready());
    this.#outdated.add(review);
    if (this.#kept.get(document)?.review === review) this.#workspace.reviewOutdated(document.uri);
  }

  /** What a review of the document would find if its text were this one; the document has been reviewed. */
  reviewAhead(document: OpenDocument, text: string): Checked {
    const basis = this.#kept.get(document)?.basis;
    if (!basis) throw new Error(`not reviewed yet: ${document.uri}`);
    const draft = this.#drafts.readAhead(document, text, basis.kind);
    return { draft, reports: this.#check(draft, basis).reports };
  }

  #basisOf({ uri, version }: OpenDocument, settings: Settings): Basis {
    const path = this.#workspace.pathOf(uri);
    const kind = this.#workspace.chosenKind(uri) ?? settings.kinds[path];
    return { version, settings, forced: this.#workspace.isForced(uri), kind, path };
  }

  #keptFor(document: OpenDocument, basis: Basis): Review | undefined {
    const kept = this.#kept.get(document);
    return kept && sameBasis(kept.basis, basis) && !this.#outdated.has(kept.review) ? kept.review : undefined;
  }

  #keep(document: OpenDocument, basis: Basis, answer: Omit<Review, 'version' | 'chosen' | 'tables'>): Review {
    const { version, kind, settings } = basis;
    const review = { ...answer, version, chosen: kind !== undefined, tables: settings.tables };
    this.#kept.set(document, { basis, review });
    return review;
  }

  /** Checks block after block and gives way now and then. False when cancelled, or when the text changed meanwhile. */
  async #warm(
    document: OpenDocument,
    { blocks }: Draft,
    checker: Checker,
    token: CancellationToken,
    onProgress: OnProgress | undefined,
  ): Promise<boolean> {
    const { version } = document;
    let until = performance.now() + SLICE;
    for (const [index, block] of blocks.entries()) {
      if (!checker.warm(block) || performance.now() < until) continue;
      onProgress?.(index / blocks.length);
      await setImmediate();
      if (token.isCancellationRequested || document.version !== version) return false;
      until = performance.now() + SLICE;
    }
    return true;
  }

  #check(draft: Draft, { settings, path }: Basis): Pick<CheckResult, 'reports' | 'pending'> {
    const { reports, failures, pending } = this.#checkerFor(draft, settings).check(draft);
    for (const [rule, error] of failures) this.#workspace.ruleFailed(rule, error);
    return { reports: withoutIgnored(draft, reports, settings.ignored, path), pending };
  }

  #checkerFor({ kind }: Draft, settings: Settings): Checker {
    let checkers = this.#checkers.get(settings);
    if (!checkers) {
      checkers = new Checkers(settings, this.#words, undefined, this.#rules);
      this.#checkers.set(settings, checkers);
    }
    return checkers.for(kind);
  }
}

/** Why a document is not read, or `undefined` where it is. */
function leftAlone(document: OpenDocument, { forced, settings }: Basis): 'not-a-draft' | 'too-large' | undefined {
  const text = document.getText();
  if (isWordList(document.uri) || (!forced && !isDraft(text, document.languageId, settings.documents)))
    return 'not-a-draft';
  return text.length > MOST_CHARACTERS ? 'too-large' : undefined;
}

function sameBasis(a: Basis, b: Basis): boolean {
  return (
    a.version === b.version &&
    a.settings === b.settings &&
    a.forced === b.forced &&
    a.kind === b.kind &&
    a.path === b.path
  );
}
