/** The rule packs of the open documents: read when first needed, watched, their faults told as diagnostics of their files. */
import path from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { fileURLToPath, pathToFileURL } from 'node:url';
import {
  type Connection,
  type Diagnostic,
  DiagnosticSeverity,
  DidChangeWatchedFilesNotification,
  MessageType,
  ShowMessageNotification,
} from 'vscode-languageserver/node';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { readOwnList } from '../lexicon/own-list';
import { type Replaceable, readOwnTable } from '../rules/own-tables';
import { columnsOf } from '../rules/table';
import { DISK } from '../service/packs/files';
import { findOwnFolder, findPack, OWN_FOLDER } from '../service/packs/find';
import { linearFor, type Pack, readPack } from '../service/packs/pack';
import type { ClientFeatures } from './client-features';
import { SOURCE } from './convert';
import type { Folders } from './folders';

/** To the end of the line, however long it is. */
const LINE_END = 1_000_000;

/** A list is read again after a pause in typing, in milliseconds. */
const PAUSE = 150;

interface Fault {
  readonly line: number;
  readonly message: string;
}

export class Packs {
  readonly #connection: Connection;
  readonly #features: ClientFeatures;
  readonly #folders: Folders;
  #trusted: boolean;
  #read = new Map<string, Promise<Pack | undefined>>();
  readonly #watched = new Set<string>();
  readonly #missed = new Set<string>();
  /** Faults of files as they are on the disk, by URI. */
  readonly #faults = new Map<string, readonly Fault[]>();
  /** Built-in tables that files of packs stand for, by URI. */
  readonly #replaces = new Map<string, Replaceable>();
  /** Lists open in the editor: told as they are there. */
  readonly #open = new Set<string>();

  constructor(connection: Connection, features: ClientFeatures, folders: Folders) {
    this.#connection = connection;
    this.#features = features;
    this.#folders = folders;
    this.#trusted = features.trusted;
  }

  /** The writer trusts the workspace from now on. */
  trust(): void {
    this.#trusted = true;
  }

  /** Files have changed: everything is read anew when it is needed. */
  forget(): void {
    this.#read = new Map();
    for (const [uri, faults] of this.#faults) if (faults.length > 0 && !this.#open.has(uri)) this.#tell(uri, []);
    this.#faults.clear();
  }

  /** `.biganzi` in the workspace folder itself is known before any document is. */
  watchFolders(): void {
    if (this.#features.watchedFiles) this.#watch(`**/${OWN_FOLDER}/*`);
  }

  /**
   * The packs that a document is checked with, the foremost last. None in a workspace that is not trusted.
   * @param entries `biganzi.packs` as it is set for the document
   */
  async for(uri: string, entries: unknown): Promise<readonly Pack[]> {
    const file = this.#trusted ? fileOf(uri) : undefined;
    const top = fileOf(this.#folders.folderOf(uri) ?? '');
    if (!file || !top) return [];
    const named = Array.isArray(entries) ? entries.filter((entry) => typeof entry === 'string') : [];
    const own = await findOwnFolder(path.dirname(file), DISK, top);
    const packs = await Promise.all([
      ...named.map((entry) => this.#named(entry, top)),
      ...(own ? [this.#pack(own, false)] : []),
    ]);
    return packs.filter((pack) => pack !== undefined);
  }

  /** A list was opened or changed in the editor; what is wrong with it is told as it is typed. */
  async edited(document: TextDocument): Promise<void> {
    const { uri, version } = document;
    this.#open.add(uri);
    await setTimeout(PAUSE);
    if (document.version !== version) return;
    const text = document.getText();
    const linear = await linearFor(text);
    if (document.version !== version || !this.#open.has(uri)) return;
    const table = this.#replaces.get(uri);
    const { faults } = table ? readOwnTable(table, text, linear) : readOwnList(path.basename(uri), text, linear);
    this.#tell(uri, faults);
  }

  /** The columns of a file that stands for a built-in table; `undefined` for a word list. */
  columnsOf(uri: string): readonly string[] | undefined {
    const table = this.#replaces.get(uri);
    return table && columnsOf(table);
  }

  /** What was typed and not saved no longer counts. */
  closed(uri: string): void {
    if (this.#open.delete(uri)) this.#tell(uri, this.#faults.get(uri) ?? []);
  }

  async #named(entry: string, base: string): Promise<Pack | undefined> {
    const folder = await findPack(entry, base, DISK);
    if (folder) return this.#pack(folder, true);
    if (this.#missed.has(entry)) return undefined;
    this.#missed.add(entry);
    const message = `笔杆子找不到规则包“${entry}”。`;
    await this.#connection.sendNotification(ShowMessageNotification.type, { type: MessageType.Warning, message });
    return undefined;
  }

  #pack(folder: string, needsManifest: boolean): Promise<Pack | undefined> {
    let pack = this.#read.get(folder);
    if (!pack) {
      pack = readPack(folder, needsManifest, DISK).then((read) => {
        if (read) this.#tellFaults(read);
        return read;
      });
      this.#read.set(folder, pack);
      if (needsManifest) this.#watch(folder);
    }
    return pack;
  }

  #tellFaults({ files, faults, replaces }: Pack): void {
    for (const file of files) {
      const uri = pathToFileURL(file).href;
      const table = replaces.get(file);
      if (table) this.#replaces.set(uri, table);
      else this.#replaces.delete(uri);
      const before = this.#faults.get(uri) ?? [];
      const now = faults.filter((fault) => fault.file === file);
      this.#faults.set(uri, now);
      if ((now.length > 0 || before.length > 0) && !this.#open.has(uri)) this.#tell(uri, now);
    }
  }

  #tell(uri: string, faults: readonly Fault[]): void {
    const diagnostics = faults.map(
      ({ line, message }): Diagnostic => ({
        range: { start: { line, character: 0 }, end: { line, character: LINE_END } },
        severity: DiagnosticSeverity.Warning,
        source: SOURCE,
        message,
      }),
    );
    void this.#connection.sendDiagnostics({ uri, diagnostics });
  }

  /** @param what a glob, or the path of a folder */
  #watch(what: string): void {
    const { watchedFiles, relativePatterns } = this.#features;
    if (!watchedFiles || this.#watched.has(what)) return;
    this.#watched.add(what);
    const isGlob = what.startsWith('**');
    if (!isGlob && !relativePatterns) return;
    const globPattern = isGlob ? what : { baseUri: pathToFileURL(what).href, pattern: '*' };
    this.#connection.client
      .register(DidChangeWatchedFilesNotification.type, { watchers: [{ globPattern }] })
      .catch((error) => this.#connection.console.warn(`不能监视${what}：${String(error)}`));
  }
}

function fileOf(uri: string): string | undefined {
  try {
    return uri.startsWith('file:') ? fileURLToPath(uri) : undefined;
  } catch {
    return undefined;
  }
}
