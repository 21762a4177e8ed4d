/** Goes through a folder and all below it, and lists the past documents. */
import type { Dirent, Stats } from 'node:fs';
import { readdir, realpath, stat } from 'node:fs/promises';
import path from 'node:path';
import { isPastDocument, systemReason } from './past-text';

export interface PastFile {
  /** Below the folder that was walked, parts divided by `/`. */
  readonly name: string;
  readonly path: string;
  readonly size: number;
  readonly mtimeMs: number;
}

export interface Walked {
  readonly files: readonly PastFile[];
  readonly unread: readonly { readonly path: string; readonly reason: string }[];
}

/** Folders of programs, where nobody keeps documents. Names that begin with a point are theirs too. */
const OTHERS: ReadonlySet<string> = new Set(['node_modules', '$RECYCLE.BIN', 'System Volume Information']);

/**
 * The documents below a folder, by name. Links are followed, but no folder and no file is gone to twice.
 * @param seen real paths of folders and files that other walks have been to already; those of this one are added
 */
export async function walk(folder: string, seen: Set<string>): Promise<Walked> {
  const files: PastFile[] = [];
  const unread: { path: string; reason: string }[] = [];
  const pending = [''];
  for (let below = pending.pop(); below !== undefined; below = pending.pop()) {
    const here = path.join(folder, below);
    try {
      const real = await realpath(here);
      if (seen.has(real)) continue;
      seen.add(real);
      for (const entry of await readdir(here, { withFileTypes: true })) {
        if (entry.name.startsWith('.') || OTHERS.has(entry.name)) continue;
        const name = below === '' ? entry.name : `${below}/${entry.name}`;
        const at = path.join(here, entry.name);
        const found = await target(entry, at);
        if (found === 'folder') pending.push(name);
        if (typeof found !== 'object' || !isPastDocument(entry.name)) continue;
        const realFile = entry.isSymbolicLink() ? await realpath(at) : path.join(real, entry.name);
        if (seen.has(realFile)) continue;
        seen.add(realFile);
        files.push({ name, path: at, size: found.size, mtimeMs: found.mtimeMs });
      }
    } catch (error) {
      unread.push({ path: here, reason: systemReason(error) });
    }
  }
  return { files: files.sort((a, b) => (a.name < b.name ? -1 : 1)), unread };
}

/** What an entry is, or what it links to; nothing where it is neither, or is gone. */
async function target(entry: Dirent, at: string): Promise<Stats | 'folder' | undefined> {
  if (entry.isDirectory()) return 'folder';
  if (entry.isFile() && !isPastDocument(entry.name)) return undefined;
  if (!entry.isFile() && !entry.isSymbolicLink()) return undefined;
  const stats = await stat(at).catch(() => undefined);
  return stats?.isDirectory() ? 'folder' : stats?.isFile() ? stats : undefined;
}
