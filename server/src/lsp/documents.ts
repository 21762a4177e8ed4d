/** The open documents. Each text is kept once and changed in place by incremental edits. */
import type { Connection } from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';

export interface DocumentListener {
  /** Opened or changed. */
  changed(document: TextDocument): void;
  closed(uri: string): void;
}

export class OpenDocuments {
  readonly #open = new Map<string, TextDocument>();

  constructor(connection: Connection, listener: DocumentListener) {
    connection.onDidOpenTextDocument(({ textDocument: { uri, languageId, version, text } }) => {
      const document = TextDocument.create(uri, languageId, version, text);
      this.#open.set(uri, document);
      listener.changed(document);
    });
    connection.onDidChangeTextDocument(({ textDocument: { uri, version }, contentChanges }) => {
      const document = this.#open.get(uri);
      if (!document) return;
      listener.changed(TextDocument.update(document, contentChanges, version));
    });
    connection.onDidCloseTextDocument(({ textDocument: { uri } }) => {
      this.#open.delete(uri);
      listener.closed(uri);
    });
  }

  get(uri: string): TextDocument | undefined {
    return this.#open.get(uri);
  }

  all(): Iterable<TextDocument> {
    return this.#open.values();
  }
}
