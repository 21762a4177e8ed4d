/** Bundles the extension, the server, the command line and what they load when it is asked for into `dist/`, and puts what nodejieba needs beside them. */
import { copyFileSync, existsSync, mkdirSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import esbuild from 'esbuild';
import { buildIndexes } from './scripts/indexes.mjs';
import { checkLexicon } from './scripts/lexicon.mjs';
import { importedParts } from './scripts/parts.mjs';
import { buildShelf } from './scripts/shelf.mjs';

const root = path.dirname(fileURLToPath(import.meta.url));
const watch = process.argv.includes('--watch');

/** What sources load with `import()` or `require()`: each is a bundle of its own beside them, so that nothing else waits for it. */
const parts = {
  'cli-compare': 'server/src/cli/compare.ts',
  'cli-drafts': 'server/src/cli/drafts.ts',
  'cli-template': 'server/src/cli/template.ts',
  'cli-write': 'server/src/cli/write.ts',
  json5: 'json5',
  'large-tables': 'server/src/rules/large-tables.ts',
  markdown: 'server/src/document/markdown.ts',
  re2js: 're2js',
  server: 'server/src/lsp/main.ts',
  snippets: 'server/src/service/completion/written-snippets.ts',
  'template-editing': 'server/src/templates/editing/index.ts',
};

const options = {
  absWorkingDir: root,
  bundle: true,
  platform: 'node',
  target: 'node20',
  format: 'cjs',
  sourcemap: true,
  minify: !watch,
  // Chinese as it stands is half as long as escaped, and sooner read
  charset: 'utf8',
  logLevel: 'warning',
  external: ['vscode'],
  outdir: 'dist',
  plugins: [importedParts(root, parts)],
  entryPoints: {
    ...parts,
    extension: 'client/src/extension.ts',
    templates: 'client/src/templates/index.ts',
    cli: 'server/src/cli.ts',
    'segmenter/worker': 'server/src/segment/worker.ts',
    'compare-worker': 'server/src/compare/worker.ts',
  },
};

/** A file that is there already is left alone: a running server has it mapped into memory. */
function copy(from, to) {
  if (!existsSync(to) || statSync(from).size !== statSync(to).size) copyFileSync(from, to);
}

/** The addon for this platform, the two dictionaries it cuts with, and one line each for those it only insists on. */
function copySegmenter() {
  const from = path.join(root, 'node_modules/nodejieba');
  const to = path.join(root, 'dist/segmenter');
  const binary = path.join(from, 'build/Release/nodejieba.node');
  if (!existsSync(binary)) return;
  const platform = path.join(to, `${process.platform}-${process.arch}`);
  const dictionaries = path.join(to, 'dict');
  for (const folder of [platform, dictionaries]) mkdirSync(folder, { recursive: true });
  copy(binary, path.join(platform, 'nodejieba.node'));
  for (const name of ['jieba.dict.utf8', 'hmm_model.utf8'])
    copy(path.join(from, 'submodules/cppjieba/dict', name), path.join(dictionaries, name));
  writeFileSync(path.join(dictionaries, 'user.dict.utf8'), '笔杆子 n\n');
  writeFileSync(path.join(dictionaries, 'idf.utf8'), '的 1.0\n');
  writeFileSync(path.join(dictionaries, 'stop_words.utf8'), '的\n');
  copy(path.join(from, 'submodules/cppjieba/LICENSE'), path.join(to, 'LICENSE'));
}

copySegmenter();
await checkLexicon();
await buildShelf();
await buildIndexes();
if (watch) await (await esbuild.context(options)).watch();
else await esbuild.build(options);
