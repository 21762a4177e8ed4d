/** Puts the built-in templates, with their heads read already, into `dist/templates.json`: the list of them stands at once. */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { loadSources } from './sources.mjs';
import { root } from './steps.mjs';

export async function buildShelf() {
  const { writeShelf } = await loadSources(root, { entry: 'server/src/templates/shelf.ts' });
  const folder = path.join(root, 'templates');
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.hbs'))
    .sort()
    .map((name) => ({ path: name, text: readFileSync(path.join(folder, name), 'utf8'), origin: 'built-in' }));
  mkdirSync(path.join(root, 'dist'), { recursive: true });
  writeFileSync(path.join(root, 'dist/templates.json'), writeShelf(files));
}
