/** Workspace folders, and the paths of documents below them. */
import type { InitializeParams, WorkspaceFoldersChangeEvent } from 'vscode-languageserver/node';

export class Folders {
  #uris: string[];

  constructor({ workspaceFolders }: InitializeParams) {
    this.#uris = (workspaceFolders ?? []).map(({ uri }) => uri);
  }

  change({ added, removed }: WorkspaceFoldersChangeEvent): void {
    const gone = new Set(removed.map(({ uri }) => uri));
    this.#uris = [...this.#uris.filter((uri) => !gone.has(uri)), ...added.map(({ uri }) => uri)];
  }

  /** `2024/讲话稿.txt` below its folder; without a folder the whole path, and the URI of what is no file. */
  pathOf(uri: string): string {
    const path = decoded(uri);
    const folder = this.#folderOf(path);
    return folder ? path.slice(folder.length) : path.replace(/^file:\/\//, '');
  }

  /** True for a document below a workspace folder. */
  holds(uri: string): boolean {
    return this.#folderOf(decoded(uri)) !== undefined;
  }

  #folderOf(path: string): string | undefined {
    return this.#uris
      .map((each) => `${decoded(each).replace(/\/$/, '')}/`)
      .filter((each) => path.startsWith(each))
      .sort((a, b) => b.length - a.length)[0];
  }
}

/** Editors escape the same URI in different ways. */
function decoded(uri: string): string {
  try {
    return decodeURIComponent(uri);
  } catch {
    return uri;
  }
}
