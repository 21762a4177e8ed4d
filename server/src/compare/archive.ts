/** The past documents of one folder, and the index of their fingerprints, brought up to date as it is read. */
import { createHash } from 'node:crypto';
import { readdir, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { fingerprints } from './fingerprints';
import { normalText } from './normal';
import { pastText, readPastBytes, type Unread } from './past-text';
import { type Entry, readShard, type Shard, writeShard } from './shard';
import type { PastFile } from './walk';

/** What became of an index that could not be used, or not be kept. */
export type IndexFault = 'foreign' | 'damaged' | 'unwritable';

/** A document and its entry. */
export interface Indexed {
  readonly file: PastFile;
  readonly entry: Entry;
}

/** So many files hold the index: only one of them is in memory at a time, and a change of a document writes only one. */
const SHARDS = 32;
/** File systems tell time in steps of up to two seconds. */
const TICK_MS = 2000;
/** Files of the index; beside them are only those that are being written. */
const EXTENSION = '.index';
/** Nobody writes one file for so long. */
const LEFT_MS = 60 * 60_000;
const NO_PRINTS = new Uint32Array();

/**
 * Every document with its fingerprints as they are now, a part of the folder at a time. Only documents that have changed
 * since the last time are read; the index on disk follows.
 * @param index folder for the index, or nothing to keep none
 * @param onFault told of each file of the index that was lost or cannot be kept
 */
export async function* indexed(
  folder: string,
  files: readonly PastFile[],
  index: string | undefined,
  onFault: (fault: IndexFault) => void,
): AsyncGenerator<Indexed> {
  const place = index === undefined ? undefined : path.join(index, digestOf(path.resolve(folder)).slice(0, 16));
  const parts = partsOf(files);
  if (place !== undefined) await removeLeftovers(place);
  for (let number = 0; number < SHARDS; number++) {
    const part = parts[number] ?? [];
    const at = place && path.join(place, `${String(number).padStart(2, '0')}${EXTENSION}`);
    const before = await entriesIn(at, onFault);
    const now: Shard = new Map();
    for (const file of part) {
      const entry = await entryOf(file, before.get(file.name));
      if (entry.lasting) now.set(file.name, entry.entry);
      yield { file, entry: entry.entry };
    }
    if (at && !isSame(before, now)) await writeShard(at, now).catch(() => onFault('unwritable'));
  }
}

async function entriesIn(at: string | undefined, onFault: (fault: IndexFault) => void): Promise<Shard> {
  const shard = at === undefined ? 'missing' : await readShard(at);
  if (typeof shard !== 'string') return shard;
  if (shard !== 'missing') onFault(shard);
  return new Map();
}

/** The entry as it was where the file has not changed, else a new one. What may be readable the next time is not kept. */
async function entryOf(file: PastFile, before: Entry | undefined): Promise<{ entry: Entry; lasting: boolean }> {
  const { path: at, size, mtimeMs } = file;
  if (before?.size === size && before.mtimeMs === mtimeMs && mtimeMs < before.readMs - TICK_MS)
    return { entry: before, lasting: true };
  const readMs = Date.now();
  const bytes = await readPastBytes(at);
  if (!Buffer.isBuffer(bytes)) return unread({ size, mtimeMs, readMs, digest: '' }, bytes);
  const digest = digestOf(bytes);
  if (before?.digest === digest) return { entry: { ...before, size, mtimeMs, readMs }, lasting: true };
  const text = pastText(at, bytes);
  const stamp = { size, mtimeMs, readMs, digest };
  if (typeof text !== 'string') return unread(stamp, text);
  return { entry: { ...stamp, prints: fingerprints(normalText(text).units) }, lasting: true };
}

function unread(stamp: Omit<Entry, 'prints'>, { reason, lasting }: Unread): { entry: Entry; lasting: boolean } {
  return { entry: { ...stamp, prints: NO_PRINTS, reason }, lasting };
}

function isSame(before: Shard, now: Shard): boolean {
  return before.size === now.size && [...now].every(([name, entry]) => before.get(name) === entry);
}

/** What a comparison that was ended in the middle of writing has left behind. Never rejects. */
async function removeLeftovers(place: string): Promise<void> {
  const names = await readdir(place).catch(() => []);
  for (const name of names) {
    if (name.endsWith(EXTENSION)) continue;
    const at = path.join(place, name);
    const stats = await stat(at).catch(() => undefined);
    if (stats && Date.now() - stats.mtimeMs > LEFT_MS) await rm(at, { force: true }).catch(() => {});
  }
}

/** The documents by the file of the index that they belong to; a document stays in its own whatever comes or goes. */
function partsOf(files: readonly PastFile[]): PastFile[][] {
  const parts = Array.from({ length: SHARDS }, (): PastFile[] => []);
  for (const file of files) parts[Number.parseInt(digestOf(file.name).slice(0, 4), 16) % SHARDS]?.push(file);
  return parts;
}

function digestOf(content: Buffer | string): string {
  return createHash('sha256').update(content).digest('hex');
}
