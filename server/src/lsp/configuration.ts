/** The `biganzi` settings of every open document, asked for once and kept until they change. */
import type { Connection } from 'vscode-languageserver/node';
import type { Pack } from '../service/packs/pack';
import { settingsWith } from '../service/packs/settings';
import { DEFAULT_SETTINGS, entriesOf, type Settings } from '../service/settings';

const SECTION = 'biganzi';

/** The packs that a document is checked with; the second argument is `biganzi.packs`. */
export type PacksFor = (uri: string, entries: unknown) => Promise<readonly Pack[]>;

export class Configuration {
  readonly #connection: Connection;
  /** False for clients that cannot be asked and push their settings. */
  readonly #canAsk: boolean;
  readonly #packsFor: PacksFor;
  #pushed: unknown;
  #kept = new Map<string, Promise<Settings>>();
  /** Equal settings are one object, so that documents share what is kept for their settings. */
  readonly #same = new Map<string, Settings>();
  readonly #numbers = new WeakMap<Pack, number>();
  #last = 0;

  constructor(connection: Connection, canAsk: boolean, packsFor: PacksFor) {
    this.#connection = connection;
    this.#canAsk = canAsk;
    this.#packsFor = packsFor;
  }

  /** Settings for the document; the defaults where the client gives none. Never rejects. */
  get(uri: string): Promise<Settings> {
    const kept = this.#kept.get(uri);
    if (kept) return kept;
    const asked = this.#find(uri);
    this.#kept.set(uri, asked);
    return asked;
  }

  /** The client says that settings changed; `settings` is what it pushes along, if anything. */
  changed(settings: unknown): void {
    this.forgetAll();
    if (!this.#canAsk) this.#pushed = sectionOf(settings);
  }

  /** What the client has set is the same; what else the settings depend on has changed. */
  forgetAll(): void {
    this.#kept = new Map();
  }

  forget(uri: string): void {
    this.#kept.delete(uri);
  }

  async #find(uri: string): Promise<Settings> {
    try {
      const own: unknown = this.#canAsk
        ? await this.#connection.workspace.getConfiguration({ scopeUri: uri, section: SECTION })
        : this.#pushed;
      const packs = await this.#packsFor(uri, entriesOf(own).packs);
      return this.#shared(settingsWith(own, packs), packs);
    } catch (error) {
      this.#connection.console.error(`读取设置 ${SECTION} 失败，按默认设置检查：${String(error)}`);
      return DEFAULT_SETTINGS;
    }
  }

  #shared(settings: Settings, packs: readonly Pack[]): Settings {
    const key = JSON.stringify([settings, packs.map((pack) => this.#numberOf(pack))]);
    const same = this.#same.get(key) ?? settings;
    this.#same.set(key, same);
    return same;
  }

  /** A pack that was read again is another. */
  #numberOf(pack: Pack): number {
    const number = this.#numbers.get(pack) ?? ++this.#last;
    this.#numbers.set(pack, number);
    return number;
  }
}

function sectionOf(settings: unknown): unknown {
  return typeof settings === 'object' && settings !== null && SECTION in settings
    ? Object.entries(settings).find(([name]) => name === SECTION)?.[1]
    : settings;
}
