/** Reads `pack.json`, in which a rule pack says what it is, which lists it holds and what it sets. */
import { isReplaceable, REPLACEABLE, type Replaceable } from '../../rules/own-tables';
import { faultsOf } from '../setting-faults';
import { entriesOf } from '../settings';

export const MANIFEST = 'pack.json';

/** The one format there is; a pack of a later one is not half understood. */
const FORMAT = 1;

export interface Manifest {
  readonly name: string;
  readonly version: string;
  /** File names in the folder of the pack; left out, every `.tsv` file is a list. */
  readonly lists: readonly string[] | undefined;
  /** Built-in tables with the files in the folder of the pack that stand in their stead. */
  readonly replaces: ReadonlyMap<Replaceable, string>;
  /** Settings without `biganzi.` before their names. */
  readonly settings: Readonly<Record<string, unknown>>;
}

export interface ManifestFault {
  /** Zero-based. */
  readonly line: number;
  readonly message: string;
}

/** What a pack may set: the rest is for one folder of drafts, or one writer. */
const SETTABLE: ReadonlySet<string> = new Set(['preset', 'practice', 'severity', 'options', 'words']);
const KNOWN: ReadonlySet<string> = new Set([
  'format',
  'name',
  'version',
  'description',
  'lists',
  'replaces',
  'settings',
]);

/** A name in the pack's own folder: no way leads out of it. */
const LIST_NAME = /^[^/\\]+\.tsv$/i;

/** The manifest and what is wrong with it; `undefined` where it cannot be used at all. Never throws. */
export async function readManifest(
  text: string,
): Promise<{ readonly manifest: Manifest | undefined; readonly faults: readonly ManifestFault[] }> {
  const faults: ManifestFault[] = [];
  const fault = (message: string, line = 0) => faults.push({ line, message });
  const value = await parse(text, fault);
  if (value === undefined) return { manifest: undefined, faults };
  const { format, name, version, lists, replaces, settings } = value;
  if (format !== FORMAT) {
    fault(`“format”应为${FORMAT}，这个包没有使用`);
    return { manifest: undefined, faults };
  }
  if (typeof name !== 'string' || name === '') fault('缺“name”，写包的名称');
  if (typeof version !== 'string' || version === '') fault('缺“version”，写包的版本，如“2026.1”');
  for (const key of Object.keys(value)) if (!KNOWN.has(key)) fault(`没有“${key}”这一项，没有起作用`);
  for (const key of Object.keys(entriesOf(settings)))
    if (!SETTABLE.has(key)) fault(`“settings”里不能设“${key}”，没有起作用`);
  for (const message of faultsOf(settings)) fault(message.replace(/。$/, ''));
  if (lists !== undefined && !isListNames(lists)) fault('“lists”应是本文件夹里的文件名，如 ["words.tsv"]，没有起作用');
  return {
    manifest: {
      name: typeof name === 'string' ? name : '',
      version: typeof version === 'string' ? version : '',
      lists: isListNames(lists) ? lists : undefined,
      replaces: readReplaces(replaces, fault),
      settings: Object.fromEntries(Object.entries(entriesOf(settings)).filter(([key]) => SETTABLE.has(key))),
    },
    faults,
  };
}

async function parse(
  text: string,
  fault: (message: string, line?: number) => void,
): Promise<Record<string, unknown> | undefined> {
  const { default: JSON5 } = await import('json5');
  try {
    const value: unknown = JSON5.parse(text);
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return entriesOf(value);
    fault('应是一个JSON对象（{ … }），这个包没有使用');
  } catch (error) {
    const line = error instanceof Error && 'lineNumber' in error ? Number(error.lineNumber) - 1 : 0;
    fault('不合JSON的写法，这个包没有使用', line);
  }
  return undefined;
}

/** `"replaces": { "policy/avoid": "avoid.tsv" }` */
function readReplaces(value: unknown, fault: (message: string) => void): Map<Replaceable, string> {
  const found = new Map<Replaceable, string>();
  if (value !== undefined && (typeof value !== 'object' || value === null || Array.isArray(value)))
    fault('“replaces”应写明用哪个文件代替哪个内置的表，如 { "policy/avoid": "avoid.tsv" }，没有起作用');
  else
    for (const [name, file] of Object.entries(entriesOf(value))) {
      if (!isReplaceable(name))
        fault(`“replaces”里的“${name}”不能代替；能代替的是${Object.keys(REPLACEABLE).join('、')}`);
      else if (typeof file !== 'string' || !LIST_NAME.test(file))
        fault(`“replaces”里“${name}”的值应是本文件夹里的文件名，如“avoid.tsv”，没有起作用`);
      else found.set(name, file);
    }
  return found;
}

function isListNames(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((each) => typeof each === 'string' && LIST_NAME.test(each));
}
