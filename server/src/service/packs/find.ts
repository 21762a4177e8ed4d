/** Finds the packs that a draft is checked with: `.biganzi` in a folder around it, and those that the settings name. */
import path from 'node:path';
import type { PackFiles } from './files';

/** The folder of a pack that lies among the drafts themselves. */
export const OWN_FOLDER = '.biganzi';

/**
 * The nearest `.biganzi` in a folder or in those above it.
 * @param top the last folder that is looked into; left out, the root of the file system
 */
export async function findOwnFolder(folder: string, files: PackFiles, top?: string): Promise<string | undefined> {
  for (const each of foldersFrom(folder, top)) {
    const own = path.join(each, OWN_FOLDER);
    if (await files.list(own)) return own;
  }
  return undefined;
}

/** The folder of a pack that `biganzi.packs` names by its path, or by the name of an npm package. */
export async function findPack(entry: string, base: string, files: PackFiles): Promise<string | undefined> {
  const places = [path.resolve(base, entry)];
  if (!path.isAbsolute(entry) && !entry.startsWith('.'))
    places.push(...foldersFrom(base).map((folder) => path.join(folder, 'node_modules', entry)));
  for (const place of places) if (await files.list(place)) return place;
  return undefined;
}

/** The folder and those above it, the nearest first. */
function foldersFrom(folder: string, top?: string): string[] {
  const parent = path.dirname(folder);
  return folder === top || parent === folder ? [folder] : [folder, ...foldersFrom(parent, top)];
}
