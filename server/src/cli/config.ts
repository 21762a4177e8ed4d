/**
 * The settings of the command line: what `--config` names, a settings file of VS Code or the same without `biganzi.` before
 * each name, and beneath it the rule packs: those that it names, and `.biganzi` in the folder of the draft or above it.
 */
import path from 'node:path';
import JSON5 from 'json5';
import { RULES } from '../rules/registry';
import { DISK } from '../service/packs/files';
import { findOwnFolder, findPack } from '../service/packs/find';
import { type Pack, readPack } from '../service/packs/pack';
import { settingsWith } from '../service/packs/settings';
import { faultsOf } from '../service/setting-faults';
import { entriesOf, type Settings } from '../service/settings';
import { decodeText } from '../text/encoding';
import { readBytes, STDIN } from './input';
import { remark } from './output';
import { CliProblem } from './problem';

export class Configuration {
  /** The folder that paths in the settings begin from. */
  readonly #root: string;
  readonly #own: Readonly<Record<string, unknown>>;
  readonly #named: readonly Pack[];
  readonly #kept = new Map<string, Promise<Settings>>();

  private constructor(root: string, own: Readonly<Record<string, unknown>>, named: readonly Pack[]) {
    this.#root = root;
    this.#own = own;
    this.#named = named;
  }

  /** Entries that mean nothing are named and left out. Throws `CliProblem`. */
  static async read(file: string | undefined): Promise<Configuration> {
    const folder = path.dirname(file ?? '.');
    const root = path.basename(folder) === '.vscode' ? path.dirname(folder) : folder;
    const own = file === undefined ? {} : await readOwn(file);
    const packs = Array.isArray(own.packs) ? own.packs.filter((entry) => typeof entry === 'string') : [];
    const named = await Promise.all(packs.map((entry) => namedPack(entry, root)));
    return new Configuration(root, own, named);
  }

  /** The settings for one input. */
  async for(file: string): Promise<Settings> {
    const folder = file === STDIN ? '.' : path.dirname(file);
    const own = (await findOwnFolder(path.resolve(folder), DISK)) ?? '';
    let settings = this.#kept.get(own);
    if (!settings) {
      settings = this.#with(own);
      this.#kept.set(own, settings);
    }
    return settings;
  }

  /** The name of an input as `biganzi.ignored` and `biganzi.kinds` have it: below the folder that the settings are for. */
  pathOf(file: string): string {
    return path.relative(this.#root, file).split(path.sep).join('/');
  }

  async #with(folder: string): Promise<Settings> {
    const pack = folder === '' ? undefined : await readPack(folder, false, DISK);
    if (pack) remarkFaults(pack);
    return settingsWith(this.#own, pack ? [...this.#named, pack] : this.#named);
  }
}

async function readOwn(file: string): Promise<Record<string, unknown>> {
  const value = parseObject(file, await readBytes(file));
  const own = entriesOf(
    Object.fromEntries(Object.entries(value).map(([key, entry]) => [key.replace(/^biganzi\./, ''), entry])),
  );
  for (const fault of faultsOf(own)) remark(`${file}：${fault}`);
  return own;
}

async function namedPack(entry: string, root: string): Promise<Pack> {
  const folder = await findPack(entry, path.resolve(root), DISK);
  const pack = folder && (await readPack(folder, true, DISK));
  if (!pack) throw new CliProblem(`找不到规则包“${entry}”，请检查设置里的packs。`);
  remarkFaults(pack);
  return pack;
}

function remarkFaults({ faults }: Pack): void {
  for (const { file, line, message } of faults) remark(`${path.relative('.', file)} 第${line + 1}行：${message}。`);
}

/** The rules named by `--rule`; `undefined` where none is. Throws `CliProblem`. */
export function onlyRules(ids: readonly string[]): ReadonlySet<string> | undefined {
  const unknown = ids.find((id) => !RULES.some((rule) => rule.id === id));
  if (unknown !== undefined) throw new CliProblem(`没有名为“${unknown}”的规则，请用 biganzi rules 查看全部规则。`);
  return ids.length > 0 ? new Set(ids) : undefined;
}

function parseObject(file: string, bytes: Buffer): Record<string, unknown> {
  const decoded = decodeText(bytes);
  if (typeof decoded === 'string') throw new CliProblem(`${file}：不是文本文件，请写明JSON格式的设置文件。`);
  const value = parseJson(file, decoded.text);
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new CliProblem(`${file}：设置文件应是一个JSON对象（{ … }）。`);
  return Object.fromEntries(Object.entries(value));
}

/** JSON with comments and trailing commas, as VS Code writes its settings. */
function parseJson(file: string, text: string): unknown {
  try {
    return JSON5.parse(text);
  } catch (error) {
    const line = error instanceof Error && 'lineNumber' in error ? `第${error.lineNumber}行` : '';
    throw new CliProblem(`${file}：${line}不合JSON的写法，请改正后再试。`);
  }
}
