/** What surrounds the open documents: settings, folders, and what the writer chose for each in this session. */
import type { Connection, InitializeParams } from 'vscode-languageserver/node';
import type { DocumentKind } from '../document/types';
import type { Workspace } from '../service/document';
import type { Settings } from '../service/settings';
import { type ClientFeatures, chosenKinds } from './client-features';
import { Configuration } from './configuration';
import { Folders } from './folders';
import { Packs } from './packs';

export class EditorWorkspace implements Workspace {
  /** Called when a document would get more findings if it were asked about again. */
  onOutdated: (uri: string) => void = () => {};
  readonly configuration: Configuration;
  readonly folders: Folders;
  readonly packs: Packs;
  readonly #connection: Connection;
  readonly #kinds: Map<string, DocumentKind>;
  readonly #forced = new Set<string>();
  readonly #failed = new Set<string>();

  constructor(connection: Connection, params: InitializeParams, features: ClientFeatures) {
    this.#connection = connection;
    this.folders = new Folders(params);
    this.packs = new Packs(connection, features, this.folders);
    this.configuration = new Configuration(connection, features.configuration, (uri, entries) =>
      this.packs.for(uri, entries),
    );
    this.#kinds = chosenKinds(params);
  }

  settings(uri: string): Promise<Settings> {
    return this.configuration.get(uri);
  }

  pathOf(uri: string): string {
    return this.folders.pathOf(uri);
  }

  chosenKind(uri: string): DocumentKind | undefined {
    return this.#kinds.get(uri);
  }

  chooseKind(uri: string, kind: DocumentKind | undefined): void {
    if (kind) this.#kinds.set(uri, kind);
    else this.#kinds.delete(uri);
  }

  isForced(uri: string): boolean {
    return this.#forced.has(uri);
  }

  force(uri: string): void {
    this.#forced.add(uri);
  }

  closed(uri: string): void {
    this.#forced.delete(uri);
    this.configuration.forget(uri);
  }

  reviewOutdated(uri: string): void {
    this.onOutdated(uri);
  }

  ruleFailed(rule: string, error: unknown): void {
    if (this.#failed.has(rule)) return;
    this.#failed.add(rule);
    const what = error instanceof Error ? (error.stack ?? error.message) : String(error);
    this.#connection.console.error(`规则 ${rule} 出错，其余规则照常检查：${what}`);
  }
}
