/** One file of the index on disk: fingerprints of some documents, told whole from damaged and own from foreign. */
import { createHash } from 'node:crypto';
import { mkdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { deserialize, serialize } from 'node:v8';
import writeFileAtomic from 'write-file-atomic';

/** What is kept of a document: never its words. */
export interface Entry {
  readonly size: number;
  readonly mtimeMs: number;
  /** When the file was read; a change within the same tick of the clock cannot be told by its time. */
  readonly readMs: number;
  /** Digest of the bytes: a file that was only touched is not taken apart again. */
  readonly digest: string;
  /** Fingerprints in the order of the text; none where the document could not be read. */
  readonly prints: Uint32Array;
  /** Why the document could not be read. */
  readonly reason?: string;
}

/** By the name below the folder. */
export type Shard = Map<string, Entry>;

/** The first line of the file; whatever changes in the entries or in how fingerprints are made gets another number. */
const HEADER = Buffer.from('biganzi compare 2\n');
const KIND = Buffer.from('biganzi compare ');
const DIGEST_BYTES = 32;

/** There is nothing to be lost where a file is not there or not ours to read; `writeShard` will say what cannot be kept. */
const NOT_THERE: ReadonlySet<unknown> = new Set(['ENOENT', 'ENOTDIR', 'EACCES', 'EPERM']);

/** `missing` where there is no such file, `foreign` where another version wrote it, `damaged` where it is not what was written. */
export async function readShard(file: string): Promise<Shard | 'missing' | 'foreign' | 'damaged'> {
  let bytes: Buffer;
  try {
    bytes = await readFile(file);
  } catch (error) {
    return error instanceof Error && 'code' in error && NOT_THERE.has(error.code) ? 'missing' : 'damaged';
  }
  const header = bytes.subarray(0, HEADER.length);
  if (!header.equals(HEADER)) return header.subarray(0, KIND.length).equals(KIND) ? 'foreign' : 'damaged';
  const content = bytes.subarray(HEADER.length + DIGEST_BYTES);
  if (!digestOf(content).equals(bytes.subarray(HEADER.length, HEADER.length + DIGEST_BYTES))) return 'damaged';
  try {
    return deserialize(content) as Shard;
  } catch {
    // a later V8 wrote it
    return 'foreign';
  }
}

/** Whole or not at all. Rejects where the disk refuses. */
export async function writeShard(file: string, shard: Shard): Promise<void> {
  const content = serialize(shard);
  await mkdir(path.dirname(file), { recursive: true, mode: 0o700 });
  // a lost index is made again, so nobody need wait for the disk
  await writeFileAtomic(file, Buffer.concat([HEADER, digestOf(content), content]), { mode: 0o600, fsync: false });
}

function digestOf(content: Buffer): Buffer {
  return createHash('sha256').update(content).digest();
}
