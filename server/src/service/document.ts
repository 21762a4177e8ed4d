/** What the service needs to know of an open document and of the place it lies in; an editor's own types fit these. */
import type { DocumentKind } from '../document/types';
import type { Settings } from './settings';

/** An open document: one object from opening to closing, whose version grows with every change of its text. */
export interface OpenDocument {
  readonly uri: string;
  /** Language id as the editor has it: `gongwen`, `plaintext`, `markdown`. */
  readonly languageId: string;
  readonly version: number;
  getText(): string;
}

/** True from the moment the asker no longer wants the answer. */
export interface CancellationToken {
  readonly isCancellationRequested: boolean;
}

/** What surrounds the documents: settings, paths, the log. An editor and a test each bring their own. */
export interface Workspace {
  /** Settings as they are for this document. */
  settings(uri: string): Promise<Settings>;
  /** Path below its workspace folder, parts divided by `/`; the whole path, or the URI, where there is no folder. */
  pathOf(uri: string): string;
  /** The kind the writer chose for this document, if any. */
  chosenKind(uri: string): DocumentKind | undefined;
  /** True where the writer asked for a check although the text does not look like a draft. */
  isForced(uri: string): boolean;
  /** A rule threw; told once for each rule. */
  ruleFailed(rule: string, error: unknown): void;
  /** Words were found that the last review of this document had to do without: asked again, it says more. */
  reviewOutdated(uri: string): void;
}
