/** Checks the word lists of `server/data/words`: their rows against each other, their examples, and the words of the segmenter. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { loadSources } from './sources.mjs';
import { root } from './steps.mjs';

const FOLDER = 'server/data/words';

/** The matcher itself, so that the lists are checked by what will use them. */
const WANTED = `
export { faultsOfRows, findWith } from './lexicon/check-rows';
export { Lexicon } from './lexicon/lexicon';
export { WORD_LISTS } from './lexicon/lists';
export { COLUMNS, parseRow } from './lexicon/row';
`;

/** @throws with everything that is wrong with the lists, each as `file:line sentence` */
export async function checkLexicon() {
  const problems = await problemsOf();
  if (problems.length > 0) throw new Error(`词表有误：\n${problems.join('\n')}`);
}

async function problemsOf() {
  const { COLUMNS, Lexicon, WORD_LISTS, faultsOfRows, findWith, parseRow } = await loadSources(root, {
    exports: WANTED,
  });
  const problems = readdirSync(path.join(root, FOLDER))
    .filter((file) => !Object.hasOwn(WORD_LISTS, file.replace('.tsv', '')))
    .map((file) => `${file} 没有列入 lists.ts`);
  const rows = [];
  for (const [list, text] of Object.entries(WORD_LISTS)) {
    const [head, ...lines] = text.trimEnd().split('\n');
    if (head !== COLUMNS.join('\t')) problems.push(`${list}.tsv:1 表头应为 ${COLUMNS.join('、')}`);
    for (const [index, line] of lines.entries()) {
      const where = `${list}.tsv:${index + 2}`;
      const fields = line.split('\t');
      if (fields.length > COLUMNS.length) problems.push(`${where} 列数过多`);
      try {
        rows.push({ row: parseRow(list, fields), where, key: `${fields[0]} ${fields[2]}` });
      } catch (error) {
        problems.push(`${where} ${error.message}`);
      }
    }
  }
  const lexicon = new Lexicon(rows.map(({ row }) => ({ wrong: row.wrong, row })));
  for (const { row, where } of rows) if (row.source === '') problems.push(`${where} “${row.wrong}”没有来源`);
  for (const { placed, message } of faultsOfRows(rows, findWith(lexicon), true))
    problems.push(`${placed.where} ${message}`);
  const whereOf = new Map(rows.map(({ row, where }) => [row, where]));
  for (const word of commonWords()) {
    // as one word: what asks for word boundaries is silent inside it
    const inside = lexicon.match(word, [{ span: { start: 0, end: word.length } }]).matches;
    for (const { row } of inside)
      if (row.wrong !== word && (row.severity === 'error' || row.severity === 'warning'))
        problems.push(`${whereOf.get(row)} “${row.wrong}”是“${word}”的一部分，应列入例外`);
  }
  return problems;
}

/** Words that the dictionary of the segmenter counts so often are right, whatever it holds besides. */
const COMMON = 100;

/** Its common words; none where the segmenter is not installed. */
function commonWords() {
  const file = path.join(root, 'node_modules/nodejieba/submodules/cppjieba/dict/jieba.dict.utf8');
  if (!existsSync(file)) return [];
  return readFileSync(file, 'utf8')
    .split('\n')
    .map((line) => line.split(' '))
    .filter(([, count]) => Number(count) >= COMMON)
    .map(([word]) => word);
}
