/** Keeps the draft of every open document, so that an edit re-reads only the lines it touched. */
import { DraftReader } from '../document/read';
import type { DocumentKind, Draft, Language } from '../document/types';
import type { OpenDocument } from './document';
import { languageOf } from './language';

interface KeptDraft {
  readonly reader: DraftReader;
  readonly language: Language;
  version: number;
  kind: DocumentKind | undefined;
  draft: Draft;
}

export class Drafts {
  readonly #kept = new WeakMap<OpenDocument, KeptDraft>();

  /** The draft at the document's version. Never throws. */
  read(document: OpenDocument, kind: DocumentKind | undefined): Draft {
    const language = languageOf(document.languageId) ?? 'plaintext';
    const kept = this.#kept.get(document);
    if (kept?.language !== language) {
      const reader = new DraftReader(language);
      const draft = reader.read(document.getText(), kind);
      this.#kept.set(document, { reader, language, version: document.version, kind, draft });
      return draft;
    }
    if (kept.version !== document.version || kept.kind !== kind) {
      kept.draft = kept.reader.read(document.getText(), kind);
      kept.version = document.version;
      kept.kind = kind;
    }
    return kept.draft;
  }

  /** The draft of a text that the document may become; nothing is kept of it but its lines. */
  readAhead(document: OpenDocument, text: string, kind: DocumentKind | undefined): Draft {
    const reader = this.#kept.get(document)?.reader ?? new DraftReader(languageOf(document.languageId));
    return reader.read(text, kind);
  }
}
