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
    const folder = this.folderOf(uri);
    return folder ? path.slice(below(folder).length) : path.replace(/^file:\/\//, '');
  }

  /** The URI of the workspace folder that a document lies in. */
  folderOf(uri: string): string | undefined {
    const path = decoded(uri);
    return this.#uris
      .filter((each) => path.startsWith(below(each)))
      .sort((a, b) => below(b).length - below(a).length)[0];
  }
}

/** What paths below a folder begin with. */
function below(folder: string): string {
  return `${decoded(folder).replace(/\/$/, '')}/`;
}

/** Editors escape the same URI in different ways. */
function decoded(uri: string): string {
  try {
    return decodeURIComponent(uri);
  } catch {
    return uri;
  }
}
