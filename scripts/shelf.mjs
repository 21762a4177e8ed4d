/** Puts the built-in templates, with their heads read already, into `dist/templates.json`: the list of them stands at once. */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import Module from 'node:module';
import path from 'node:path';
import esbuild from 'esbuild';
import { root } from './steps.mjs';

export async function buildShelf() {
  const { outputFiles } = await esbuild.build({
    entryPoints: ['server/src/templates/shelf.ts'],
    absWorkingDir: root,
    bundle: true,
    write: false,
    platform: 'node',
    format: 'cjs',
    logLevel: 'warning',
  });
  const module = new Module(path.join(root, 'shelf.cjs'));
  module.paths = [path.join(root, 'node_modules')];
  module._compile(outputFiles[0].text, module.id);
  const folder = path.join(root, 'templates');
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.hbs'))
    .sort()
    .map((name) => ({ path: name, text: readFileSync(path.join(folder, name), 'utf8'), origin: 'built-in' }));
  mkdirSync(path.join(root, 'dist'), { recursive: true });
  writeFileSync(path.join(root, 'dist/templates.json'), module.exports.writeShelf(files));
}
