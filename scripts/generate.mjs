/** Checks the word lists and writes what is generated: from packages the divisions and the traditional characters, from the rules the registry, the settings and the rule pages, from the helpers of templates their page. `--check` only compares. */
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { DIVISIONS, divisionsSource } from './generate/divisions.mjs';
import { HELPERS_PAGE, helpersPage } from './generate/helpers.mjs';
import { loadRules } from './generate/load.mjs';
import { PAGES, pages } from './generate/pages.mjs';
import { REGISTRY, registrySource } from './generate/registry.mjs';
import { manifestSource } from './generate/settings.mjs';
import { tableModules } from './generate/tables.mjs';
import { TRADITIONAL, traditionalSource } from './generate/traditional.mjs';
import { checkLexicon } from './lexicon.mjs';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const checkOnly = process.argv.includes('--check');
const stale = [];

function read(file) {
  try {
    return readFileSync(path.join(root, file), 'utf8');
  } catch {
    return undefined;
  }
}

function put(file, text) {
  if (read(file) === text) return;
  stale.push(file);
  if (checkOnly) return;
  const target = path.join(root, file);
  mkdirSync(path.dirname(target), { recursive: true });
  writeFileSync(target, text);
}

/** Pages of rules that are no more. */
function removeOthers(folder, wanted) {
  for (const entry of readdirSync(path.join(root, folder), { recursive: true, withFileTypes: true })) {
    const file = path.relative(root, path.join(entry.parentPath, entry.name)).split(path.sep).join('/');
    if (!entry.isFile() || wanted.has(file)) continue;
    stale.push(file);
    if (!checkOnly) rmSync(path.join(root, file));
  }
}

put(TRADITIONAL, traditionalSource());
put(DIVISIONS, divisionsSource());
for (const [file, text] of tableModules(root)) put(file, text);
await checkLexicon();
const registry = registrySource(root);
put(REGISTRY, registry);
const rules = await loadRules(root, registry);
const files = pages(rules);
put('package.json', manifestSource(read('package.json'), rules));
for (const [file, text] of files) put(file, text);
put(HELPERS_PAGE, await helpersPage(root));
removeOthers(PAGES, files);
if (checkOnly && stale.length > 0) {
  console.error(`以下生成文件已过期，请运行 npm run generate：${stale.join('、')}`);
  process.exit(1);
}
