/** Puts the indexes that rules look things up in into `dist/`, ready to be read: to make them takes longer than to check a draft. */
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { serialize } from 'node:v8';
import { loadSources } from './sources.mjs';
import { root } from './steps.mjs';

const WANTED = `
import './rules/registry';
export { fileOf, makeAll } from './rules/prepared';
`;

export async function buildIndexes() {
  const { fileOf, makeAll } = await loadSources(root, { exports: WANTED });
  mkdirSync(path.join(root, 'dist'), { recursive: true });
  for (const [name, index] of makeAll()) writeFileSync(path.join(root, 'dist', fileOf(name)), serialize(index));
}
