/**
 * Measures 查重: `node scripts/bench-compare.mjs FOLDER [--drafts NUMBER] [--many NUMBER]` plants passages of the folder's documents in drafts of
 * our own words and counts what is found and what is told without being planted; `--many` adds time and memory with so many
 * made-up documents. With `--strict` the status is 1 when a passage was missed or told wrongly.
 */
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { CHANGES, plantedDrafts, randomOf } from '../test/bench/plants.mjs';
import { loadSources } from './sources.mjs';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const WANTED = `
export { compareDraft } from './compare/compare';
export { readDraft } from './document/read';
`;

const load = () => loadSources(root, { exports: WANTED });

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: {
    many: { type: 'string' },
    drafts: { type: 'string', default: '60' },
    strict: { type: 'boolean' },
    child: { type: 'boolean' },
    help: { type: 'boolean', short: 'h' },
  },
});
const [folder] = positionals;
const USAGE = '用法：node scripts/bench-compare.mjs 文件夹 [--drafts 文稿篇数] [--many 旧稿篇数] [--strict]';
if (values.help) {
  console.log(`${USAGE}\n放进文稿的有：${Object.keys(CHANGES).join('、')}。`);
  process.exit();
}
if (folder === undefined) {
  console.error(USAGE);
  process.exit(2);
}
const temporary = mkdtempSync(path.join(tmpdir(), 'biganzi-compare-'));
try {
  if (values.child) await measureOne(folder, ...positionals.slice(1));
  else {
    const wrong = await measurePlanted(folder, Number(values.drafts));
    if (values.many) measureMany(folder, Number(values.many));
    if (wrong && values.strict) process.exitCode = 1;
  }
} finally {
  rmSync(temporary, { recursive: true, force: true });
}

async function measurePlanted(archive, count) {
  const { compareDraft, readDraft } = await load();
  const index = path.join(temporary, 'index');
  const drafts = plantedDrafts(archive, count, 5);
  const began = performance.now();
  await compareDraft(readDraft('空白', 'gongwen'), [archive], { index });
  const built = performance.now() - began;
  const found = Object.fromEntries(Object.keys(CHANGES).map((change) => [change, [0, 0]]));
  const others = [];
  let covered = 0;
  let planted = 0;
  const compared = performance.now();
  for (const draft of drafts) {
    const { passages } = await compareDraft(readDraft(draft.text, 'gongwen'), [archive], { index });
    for (const plant of draft.planted) {
      const hits = passages.filter(({ source }) => source === plant.file).map(({ range }) => range);
      const all = plant.spans.reduce((sum, { start, end }) => sum + end - start, 0);
      const most = plant.spans.reduce((sum, span) => sum + covering(hits, span), 0);
      covered += most;
      planted += all;
      const isFound = most * 2 >= all;
      const [sum, number] = found[plant.change];
      found[plant.change] = [sum + (isFound ? 1 : 0), number + 1];
      if (!isFound) console.log(`没有找到（${plant.change}，盖住${most}）：${plant.taken}\n  → ${plant.words}`);
    }
    for (const passage of passages)
      if (!draft.planted.some(({ spans }) => spans.some((span) => covering([passage.range], span) > 0)))
        others.push({ passage, draft });
  }
  const each = (performance.now() - compared) / drafts.length;
  const total = Object.values(found).reduce(([a, b], [c, d]) => [a + c, b + d]);
  for (const { passage, draft } of others)
    console.log(
      `没有放进去的：${passage.similarity} ${textAt(draft.text, passage.range)}\n  ← ${path.basename(passage.source)} ${textAt(readFileSync(passage.source, 'utf8'), passage.sourceRange)}`,
    );
  for (const [change, [sum, all]] of Object.entries(found)) console.log(`${change}：${all}段找到${sum}段`);
  console.log(
    `${drafts.length}篇文稿放进${total[1]}段，找到${total[0]}段，盖住其中${((100 * covered) / planted).toFixed(1)}%的字；没有放进去而报的${others.length}段`,
  );
  console.log(`${readdirSync(archive).length}篇旧稿：建索引${built.toFixed(0)} ms，比一篇${each.toFixed(0)} ms`);
  return total[0] < total[1] || others.length > 0;
}

/** Characters of a planted span within any of the ranges. */
function covering(ranges, { line, start: from, end: to }) {
  const marks = new Uint8Array(to);
  for (const { start, end } of ranges) {
    if (start.line > line || end.line < line) continue;
    marks.fill(1, start.line < line ? 0 : start.character, end.line > line ? to : end.character);
  }
  return marks.subarray(from).reduce((sum, mark) => sum + mark, 0);
}

function textAt(text, { start, end }) {
  const lines = text.split('\n').slice(start.line, end.line + 1);
  lines[lines.length - 1] = lines.at(-1).slice(0, end.character);
  lines[0] = lines[0].slice(start.character);
  return lines.join('⏎');
}

/** Time and memory of processes of their own: making the index, comparing with it, and after one document has changed. */
function measureMany(archive, count) {
  const many = path.join(temporary, 'many');
  const index = path.join(temporary, 'index-of-many');
  writeMany(archive, many, count);
  cpSync(archive, path.join(many, '原件'), { recursive: true });
  const draft = path.join(temporary, 'draft.txt');
  writeFileSync(draft, plantedDrafts(archive, 1, 20)[0].text);
  const measure = (what) => {
    const { stdout, stderr } = spawnSync(
      process.execPath,
      [fileURLToPath(import.meta.url), many, draft, index, '--child'],
      { encoding: 'utf8' },
    );
    console.log(`${count}篇旧稿，${what}：${stdout.trim()}${stderr.trim()}`);
  };
  measure('建索引并比一篇');
  measure('再比一篇');
  writeFileSync(path.join(many, '0', '0.txt'), '改过的旧稿。');
  measure('改了一篇旧稿再比');
}

async function measureOne(archive, draft, index) {
  const { compareDraft, readDraft } = await load();
  const before = process.memoryUsage().rss;
  const began = performance.now();
  const { passages, documents } = await compareDraft(readDraft(readFileSync(draft, 'utf8'), 'gongwen'), [archive], {
    index,
  });
  const time = performance.now() - began;
  const busy = process.cpuUsage().user / 1e6;
  const size = readdirSync(index, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .reduce((sum, entry) => sum + readFileSync(path.join(entry.parentPath, entry.name)).length, 0);
  const mb = (bytes) => `${(bytes / 1024 / 1024).toFixed(0)} MB`;
  console.log(
    `${(time / 1000).toFixed(1)} s（处理器${busy.toFixed(1)} s），读了${documents}篇，${passages.length}段；内存最多${mb(process.resourceUsage().maxRSS * 1024)}（开始时${mb(before)}），索引${mb(size)}`,
  );
}

/** Documents of about 5,000 characters that follow the folder's own in which character comes after which three. */
function writeMany(archive, many, count) {
  const random = randomOf(7);
  const text = readdirSync(archive)
    .map((name) => readFileSync(path.join(archive, name), 'utf8'))
    .join('\n');
  const after = new Map();
  for (let at = 3; at < text.length; at++) {
    const key = text.slice(at - 3, at);
    const list = after.get(key);
    if (list) list.push(at);
    else after.set(key, [at]);
  }
  for (let number = 0; number < count; number++) {
    let at = random.below(text.length - 4);
    let words = '';
    while (words.length < 5000) {
      const next = after.get(text.slice(at, at + 3));
      at = (next ? random.of(next) : random.below(text.length - 4)) - 2;
      words += text[at + 2];
    }
    const below = path.join(many, String(number % 100));
    mkdirSync(below, { recursive: true });
    writeFileSync(path.join(below, `${Math.floor(number / 100)}.txt`), words);
  }
}
