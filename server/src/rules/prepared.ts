/** Indexes of large tables: made by the build, so that a process that checks one short draft need not make them first. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { deserialize } from 'node:v8';

const makers = new Map<string, () => unknown>();

/**
 * What `make` makes, got when first asked for: read where the build has put it beside the bundle, and otherwise made.
 *
 * @param make makes nothing but plain objects, strings, maps and arrays of numbers
 */
export function prepared<T>(name: string, make: () => T): () => T {
  makers.set(name, make);
  let index: T | undefined;
  return () => {
    index ??= (read(name) as T | undefined) ?? make();
    return index;
  };
}

/** The file for an index, beside the bundles. */
export function fileOf(name: string): string {
  return `${name}.index`;
}

/** For the build. */
export function* makeAll(): Iterable<readonly [name: string, index: unknown]> {
  for (const [name, make] of makers) yield [name, make()];
}

function read(name: string): unknown {
  try {
    return deserialize(readFileSync(path.join(__dirname, fileOf(name))));
  } catch {
    // not built, or by another version of Node
    return undefined;
  }
}
