/** The `biganzi` settings of every open document, asked for once and kept until they change. */
import type { Connection } from 'vscode-languageserver/node';
import { DEFAULT_SETTINGS, parseSettings, type Settings } from '../service/settings';

const SECTION = 'biganzi';

export class Configuration {
  readonly #connection: Connection;
  /** False for clients that cannot be asked and push their settings. */
  readonly #canAsk: boolean;
  #pushed = DEFAULT_SETTINGS;
  #kept = new Map<string, Promise<Settings>>();
  /** Equal settings are one object, so that documents share what is kept for their settings. */
  readonly #same = new Map<string, Settings>();

  constructor(connection: Connection, canAsk: boolean) {
    this.#connection = connection;
    this.#canAsk = canAsk;
  }

  /** Settings for the document; the defaults where the client gives none. Never rejects. */
  get(uri: string): Promise<Settings> {
    const kept = this.#kept.get(uri);
    if (kept) return kept;
    const asked = this.#canAsk ? this.#ask(uri) : Promise.resolve(this.#pushed);
    this.#kept.set(uri, asked);
    return asked;
  }

  /** The client says that settings changed; `settings` is what it pushes along, if anything. */
  changed(settings: unknown): void {
    this.#kept = new Map();
    if (!this.#canAsk) this.#pushed = this.#shared(parseSettings(sectionOf(settings)));
  }

  forget(uri: string): void {
    this.#kept.delete(uri);
  }

  async #ask(scopeUri: string): Promise<Settings> {
    try {
      return this.#shared(
        parseSettings(await this.#connection.workspace.getConfiguration({ scopeUri, section: SECTION })),
      );
    } catch (error) {
      this.#connection.console.error(`读取设置 ${SECTION} 失败，按默认设置检查：${String(error)}`);
      return DEFAULT_SETTINGS;
    }
  }

  #shared(settings: Settings): Settings {
    const key = JSON.stringify(settings);
    const same = this.#same.get(key) ?? settings;
    this.#same.set(key, same);
    return same;
  }
}

function sectionOf(settings: unknown): unknown {
  return typeof settings === 'object' && settings !== null && SECTION in settings
    ? Object.entries(settings).find(([name]) => name === SECTION)?.[1]
    : settings;
}
