/** The files that packs are read from: as much of a file system as it takes, so that tests bring their own. */
import { readdir, readFile, stat } from 'node:fs/promises';

export interface PackFiles {
  /** The bytes of a file, or `undefined` where there is none that can be read. */
  read(file: string): Promise<Uint8Array | undefined>;
  /** Names of what is in a folder, or `undefined` where there is no such folder. */
  list(folder: string): Promise<readonly string[] | undefined>;
}

/** A larger file is no list of words. */
export const MOST_BYTES = 4 * 1024 * 1024;

export const DISK: PackFiles = {
  async read(file) {
    try {
      const stats = await stat(file);
      if (!stats.isFile()) return undefined;
      // What is too large is told by its first bytes: nobody reads on.
      if (stats.size > MOST_BYTES) return new Uint8Array(MOST_BYTES + 1);
      return await readFile(file);
    } catch {
      return undefined;
    }
  },
  async list(folder) {
    try {
      return await readdir(folder);
    } catch {
      return undefined;
    }
  },
};

/** The text of a file in UTF-8, UTF-16 with its mark, or GB18030, which office programs write; `undefined` for anything else. */
export function textOf(bytes: Uint8Array): string | undefined {
  const encodings = bytes[0] === 0xff && bytes[1] === 0xfe ? ['utf-16le'] : ['utf-8', 'gb18030'];
  for (const encoding of encodings) {
    try {
      const text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
      return text.includes('\0') ? undefined : text;
    } catch {
      // The next one.
    }
  }
  return undefined;
}
