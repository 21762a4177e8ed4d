/** A rule pack: a folder with word lists and settings that an office shares; `.biganzi` in a folder of drafts is one too. */
import path from 'node:path';
import { Linear } from '../../lexicon/linear';
import { hasExpressions, type OwnList, readOwnList } from '../../lexicon/own-list';
import { type OwnTable, type Replaceable, readOwnTable } from '../../rules/own-tables';
import { MOST_BYTES, type PackFiles, textOf } from './files';
import { MANIFEST, type Manifest, readManifest } from './manifest';
import { PROFILE_FILE, readProfileFile } from './profile-file';

export interface PackFault {
  readonly file: string;
  /** Zero-based. */
  readonly line: number;
  readonly message: string;
}

export interface Pack {
  readonly folder: string;
  readonly name: string;
  readonly version: string;
  readonly settings: Manifest['settings'];
  readonly lists: readonly OwnList[];
  /** In the stead of built-in tables. */
  readonly tables: readonly OwnTable[];
  /** What `profile.json` tells of the writer's unit; in `.biganzi` alone. */
  readonly profile: Readonly<Record<string, string>>;
  /** Which built-in tables its files stand for. */
  readonly replaces: ReadonlyMap<string, Replaceable>;
  /** The files that were read, the manifest too. */
  readonly files: readonly string[];
  readonly faults: readonly PackFault[];
}

/** Loaded for the first list with an expression, and then kept. */
let linear: Promise<Linear> | undefined;

/** The engine that every list is read with and run by. */
export async function linearFor(text: string): Promise<Linear | undefined> {
  if (!hasExpressions(text)) return undefined;
  linear ??= Linear.load();
  return linear;
}

/**
 * Reads a pack; what is broken is told and the rest holds. Never throws. `undefined` where there is no such folder.
 * @param needsManifest false for `.biganzi`, which may hold nothing but a list
 */
export async function readPack(folder: string, needsManifest: boolean, files: PackFiles): Promise<Pack | undefined> {
  const names = await files.list(folder);
  if (!names) return undefined;
  const faults: PackFault[] = [];
  const manifestFile = path.join(folder, MANIFEST);
  const read = names.includes(MANIFEST) ? await readText(manifestFile, files, faults) : undefined;
  const { manifest, faults: ofManifest = [] } = read === undefined ? { manifest: undefined } : await readManifest(read);
  for (const fault of ofManifest) faults.push({ file: manifestFile, ...fault });
  if (!names.includes(MANIFEST) && needsManifest)
    faults.push({ file: manifestFile, line: 0, message: `规则包里没有${MANIFEST}，没有使用` });
  const usable = manifest !== undefined || (!needsManifest && !names.includes(MANIFEST));
  const replaces = [...(manifest?.replaces ?? [])];
  const standIns = new Set(replaces.map(([, name]) => name));
  const all = names.filter((name) => /\.tsv$/i.test(name) && !standIns.has(name)).sort();
  const wanted = usable ? (manifest?.lists ?? all) : [];
  const lists: OwnList[] = [];
  for (const name of wanted) {
    const file = path.join(folder, name);
    const text = await readText(file, files, faults);
    if (text === undefined) continue;
    const list = readOwnList(name, text, await linearFor(text));
    lists.push(list);
    for (const fault of list.faults) faults.push({ file, ...fault });
  }
  const tables: OwnTable[] = [];
  for (const [table, name] of replaces) {
    const file = path.join(folder, name);
    const text = await readText(file, files, faults);
    if (text === undefined) continue;
    const own = readOwnTable(table, text, await linearFor(text));
    // The built-in table holds where nothing of its stand-in can be read.
    if (own.lines.length > 0 || own.faults.length === 0) tables.push(own);
    for (const fault of own.faults) faults.push({ file, ...fault });
  }
  const profileFile = path.join(folder, PROFILE_FILE);
  const told = !needsManifest && names.includes(PROFILE_FILE) ? await readText(profileFile, files, faults) : undefined;
  const { profile, faults: ofProfile } = told === undefined ? { profile: {}, faults: [] } : readProfileFile(told);
  for (const message of ofProfile) faults.push({ file: profileFile, line: 0, message });
  return {
    folder,
    name: manifest?.name || path.basename(folder),
    version: manifest?.version ?? '',
    settings: manifest?.settings ?? {},
    lists,
    tables,
    profile,
    replaces: new Map(replaces.map(([table, name]) => [path.join(folder, name), table])),
    files: [
      manifestFile,
      ...(told === undefined ? [] : [profileFile]),
      ...[...wanted, ...standIns].map((name) => path.join(folder, name)),
    ],
    faults,
  };
}

async function readText(file: string, files: PackFiles, faults: PackFault[]): Promise<string | undefined> {
  const bytes = await files.read(file);
  const told = (message: string) => {
    faults.push({ file, line: 0, message });
    return undefined;
  };
  if (!bytes) return told('找不到这个文件，或者没有权限读');
  if (bytes.length > MOST_BYTES) return told(`超过${MOST_BYTES / 1024 / 1024}MB，没有读`);
  return textOf(bytes) ?? told('不是文本，或者编码无法识别；请存为UTF-8');
}
