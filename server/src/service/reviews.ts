/** Keeps what the rules say of every open document: the draft with its findings, as fresh as the text. */
import { setImmediate } from 'node:timers/promises';
import { readDraft } from '../document/read';
import type { DocumentKind, Draft } from '../document/types';
import { Checker, type Report } from '../rules/engine';
import type { Rule } from '../rules/types';
import type { CancellationToken, OpenDocument, Workspace } from './document';
import type { Drafts } from './drafts';
import type { Checked } from './fix-all';
import { withoutIgnored } from './ignore';
import { isDraft, MOST_CHARACTERS } from './is-draft';
import { activeRules, type Settings } from './settings';

export interface Review {
  /** `not-a-draft`: left alone; `too-large`: not read. Both have an empty draft and no reports. */
  readonly state: 'reviewed' | 'not-a-draft' | 'too-large';
  readonly version: number;
  /** True when the writer chose the kind of the draft. */
  readonly chosen: boolean;
  readonly draft: Draft;
  readonly reports: readonly Report[];
}

interface KeptReview {
  readonly review: Review;
  readonly settings: Settings;
  readonly forced: boolean;
  readonly kind: DocumentKind | undefined;
}

/** Hears how far a long check is, from 0 to 1. */
export type OnProgress = (done: number) => void;

/** A check gives way to other requests after so many milliseconds. */
const SLICE = 20;

const NOTHING = readDraft('');

export class Reviews {
  readonly #workspace: Workspace;
  readonly #drafts: Drafts;
  readonly #rules: readonly Rule[];
  readonly #kept = new WeakMap<OpenDocument, KeptReview>();
  readonly #checkers = new WeakMap<Settings, Checker>();

  constructor(workspace: Workspace, drafts: Drafts, rules: readonly Rule[]) {
    this.#workspace = workspace;
    this.#drafts = drafts;
    this.#rules = rules;
  }

  /** The review of the document as it is now; `undefined` when cancelled, or when the text changed meanwhile. */
  async review(document: OpenDocument, token: CancellationToken, onProgress?: OnProgress): Promise<Review | undefined> {
    const settings = await this.#workspace.settings(document.uri);
    if (token.isCancellationRequested) return undefined;
    const { uri, version } = document;
    const forced = this.#workspace.isForced(uri);
    const kind = this.#workspace.chosenKind(uri) ?? settings.kinds[this.#workspace.pathOf(uri)];
    const kept = this.#kept.get(document);
    if (kept?.review.version === version && kept.settings === settings && kept.forced === forced && kept.kind === kind)
      return kept.review;
    const keep = (answer: Omit<Review, 'version' | 'chosen'>) => {
      const review = { ...answer, version, chosen: kind !== undefined };
      this.#kept.set(document, { review, settings, forced, kind });
      return review;
    };
    const text = document.getText();
    if (!forced && !isDraft(text, document.languageId, settings.documents))
      return keep({ state: 'not-a-draft', draft: NOTHING, reports: [] });
    if (text.length > MOST_CHARACTERS) return keep({ state: 'too-large', draft: NOTHING, reports: [] });
    const draft = this.#drafts.read(document, kind);
    const checker = this.#checkerFor(settings);
    let until = performance.now() + SLICE;
    for (const [index, block] of draft.blocks.entries()) {
      checker.warm(block);
      if (performance.now() < until) continue;
      onProgress?.(index / draft.blocks.length);
      await setImmediate();
      if (token.isCancellationRequested || document.version !== version) return undefined;
      until = performance.now() + SLICE;
    }
    const { reports: all, failures } = checker.check(draft);
    for (const [rule, error] of failures) this.#workspace.ruleFailed(rule, error);
    const reports = withoutIgnored(draft, all, settings.ignored, this.#workspace.pathOf(uri));
    return keep({ state: 'reviewed', draft, reports });
  }

  /** What a review of the document would find if its text were this one. */
  reviewAhead(document: OpenDocument, text: string): Checked {
    const kept = this.#kept.get(document);
    if (!kept) throw new Error(`not reviewed yet: ${document.uri}`);
    const draft = this.#drafts.readAhead(document, text, kept.kind);
    const { reports } = this.#checkerFor(kept.settings).check(draft);
    return {
      draft,
      reports: withoutIgnored(draft, reports, kept.settings.ignored, this.#workspace.pathOf(document.uri)),
    };
  }

  #checkerFor(settings: Settings): Checker {
    let checker = this.#checkers.get(settings);
    if (!checker) {
      checker = new Checker(activeRules(settings, undefined, this.#rules));
      this.#checkers.set(settings, checker);
    }
    return checker;
  }
}
