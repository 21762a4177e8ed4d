/** Reads the settings that `--config` names: a settings file of VS Code, or the same without `biganzi.` before each name. */
import path from 'node:path';
import JSON5 from 'json5';
import { RULES } from '../rules/registry';
import { faultsOf } from '../service/setting-faults';
import { DEFAULT_SETTINGS, parseSettings, type Settings } from '../service/settings';
import { decodeText } from './encoding';
import { readBytes } from './input';
import { remark } from './output';
import { CliProblem } from './problem';

/** The settings of a file; entries that mean nothing are named and left out. Throws `CliProblem`. */
export async function readSettings(file: string | undefined): Promise<Settings> {
  if (file === undefined) return DEFAULT_SETTINGS;
  const value = parseObject(file, await readBytes(file));
  const own = Object.fromEntries(Object.entries(value).map(([key, entry]) => [key.replace(/^biganzi\./, ''), entry]));
  for (const fault of faultsOf(own)) remark(`${file}：${fault}`);
  return parseSettings(own);
}

/** The name of an input as `biganzi.ignored` and `biganzi.kinds` have it: below the folder that the settings are for. */
export function pathOf(file: string, config: string | undefined): string {
  const folder = path.dirname(config ?? '.');
  const root = path.basename(folder) === '.vscode' ? path.dirname(folder) : folder;
  return path.relative(root, file).split(path.sep).join('/');
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
