/**
 * Measures 查重: plants passages of a folder's documents in drafts of our own words, and counts what is found and what is told
 * without being planted. A passage has 40 characters or more outside the formulas that the product knows. `--others` counts
 * what is told of drafts that have nothing to do with the folder; `--many` measures time and memory with so many documents.
 * With `--strict` the status is 1 when a passage was missed, or something was told that was not planted.
 */
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { CHANGES } from '../test/bench/changes.mjs';
import { writeMany } from '../test/bench/many.mjs';
import { Archive, plantedDrafts } from '../test/bench/plants.mjs';
import { loadSources } from './sources.mjs';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const { compareDraft, readDraft, formulasIn, normalText } = await loadSources(root, {
  exports: `
export { compareDraft } from './compare/compare';
export { formulasIn } from './compare/formulas';
export { normalText } from './compare/normal';
export { readDraft } from './document/read';
`,
});

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: {
    drafts: { type: 'string', default: '60' },
    seed: { type: 'string', default: '20240705' },
    seeds: { type: 'string', default: '1' },
    others: { type: 'string' },
    many: { type: 'string' },
    strict: { type: 'boolean' },
    child: { type: 'boolean' },
    help: { type: 'boolean', short: 'h' },
  },
});
const [folder] = positionals;
const USAGE =
  '用法：node scripts/bench-compare.mjs 文件夹 [--drafts 文稿篇数] [--seeds 随机数几组] [--seed 第一组的种子] [--others 不相干的文稿所在文件夹] [--many 旧稿篇数] [--strict]';
const PASSAGES = 5;
const FIRST_SEED = Number(values.seed);

if (values.help) {
  const kinds = Object.entries(CHANGES).map(([name, { harder }]) => (harder ? `${name}（更难：${harder}）` : name));
  console.log(`${USAGE}\n放进文稿的有：${kinds.join('、')}。`);
  process.exit();
}
if (folder === undefined) {
  console.error(USAGE);
  process.exit(2);
}
const temporary = mkdtempSync(path.join(tmpdir(), 'biganzi-compare-'));
const index = path.join(temporary, 'index');
try {
  if (values.child) await measureOne(folder, ...positionals.slice(1));
  else {
    const isWrong = await measurePlanted(Number(values.drafts), Number(values.seeds));
    if (values.others) await measureOthers(values.others);
    if (values.many) measureMany(Number(values.many));
    if (isWrong && values.strict) process.exitCode = 1;
  }
} finally {
  rmSync(temporary, { recursive: true, force: true });
}

function compared(text) {
  return compareDraft(readDraft(text, 'gongwen'), [folder], { index });
}

/** True where the folder was searched in vain for one of the passages that must be found, or something else was told. */
async function measurePlanted(drafts, seeds) {
  const began = performance.now();
  await compared('空白');
  console.log(`${readdirSync(folder).length}篇旧稿：建索引${(performance.now() - began).toFixed(0)} ms`);
  const archive = new Archive(folder, { normalText, formulasIn });
  const counts = new Map(Object.keys(CHANGES).map((change) => [change, { all: 0, found: 0 }]));
  const characters = { planted: 0, covered: 0 };
  let strange = 0;
  let time = 0;
  for (let seed = 0; seed < seeds; seed++) {
    for (const { text, planted } of plantedDrafts(archive, drafts, PASSAGES, FIRST_SEED + seed)) {
      const start = performance.now();
      const { passages } = await compared(text);
      time += performance.now() - start;
      for (const plant of planted) {
        const sources = new Set([plant.file, ...archive.documentsWith(plant.taken)]);
        const hits = passages.filter(({ source }) => sources.has(source)).map(({ range }) => range);
        const all = plant.spans.reduce((sum, { start, end }) => sum + end - start, 0);
        const covered = plant.spans.reduce((sum, span) => sum + covering(hits, span), 0);
        characters.planted += all;
        characters.covered += covered;
        const count = counts.get(plant.change);
        count.all++;
        // formulas in it need not be told
        if (covered * 2 >= plant.own) count.found++;
        else console.log(`没有找到（${plant.change}，盖住${covered}）：${plant.taken}\n  → ${plant.words}`);
      }
      for (const passage of passages) {
        if (planted.some(({ spans }) => spans.some((span) => covering([passage.range], span) > 0))) continue;
        strange++;
        console.log(`没有放进去的：${told(text, passage)}`);
      }
    }
  }
  const sums = { must: { all: 0, found: 0 }, harder: { all: 0, found: 0 } };
  for (const [change, { all, found }] of counts) {
    const { harder } = CHANGES[change];
    const sum = harder ? sums.harder : sums.must;
    sum.all += all;
    sum.found += found;
    console.log(`${change}：${all}段找到${found}段${harder ? '（比要求的难）' : ''}`);
  }
  console.log(
    `必须找到的${sums.must.all}段找到${sums.must.found}段，更难的${sums.harder.all}段找到${sums.harder.found}段；盖住放进去的字的${((100 * characters.covered) / characters.planted).toFixed(1)}%`,
  );
  console.log(`没有放进去而报的${strange}段；比一篇${(time / drafts / seeds).toFixed(0)} ms`);
  return sums.must.found < sums.must.all || strange > 0;
}

/** What is told of drafts that were not made from the folder's documents, to be read. */
async function measureOthers(others) {
  let sum = 0;
  let characters = 0;
  for (const name of readdirSync(others)) {
    const text = readFileSync(path.join(others, name), 'utf8');
    const { passages } = await compared(text);
    for (const passage of passages) console.log(`${name}第${passage.range.start.line + 1}行：${told(text, passage)}`);
    sum += passages.length;
    characters += text.length;
  }
  console.log(`${others}：${characters}字，报${sum}段`);
}

function told(text, { range, similarity, source, sourceRange }) {
  return `${similarity} ${textAt(text, range)}\n  ← ${path.basename(source)} ${textAt(readFileSync(source, 'utf8'), sourceRange)}`;
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
function measureMany(count) {
  const many = path.join(temporary, 'many');
  const indexOfMany = path.join(temporary, 'index-of-many');
  writeMany(folder, many, count);
  cpSync(folder, path.join(many, '原件'), { recursive: true });
  const draft = path.join(temporary, 'draft.txt');
  writeFileSync(draft, plantedDrafts(new Archive(folder, { normalText, formulasIn }), 1, 20, FIRST_SEED)[0].text);
  const measure = (what) => {
    const { stdout, stderr } = spawnSync(
      process.execPath,
      [fileURLToPath(import.meta.url), many, draft, indexOfMany, '--child'],
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
