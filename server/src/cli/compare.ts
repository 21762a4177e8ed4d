/** `biganzi compare`: the passages of a draft that were carried over from documents in folders. */
import { stat } from 'node:fs/promises';
import path from 'node:path';
import envPaths from 'env-paths';
import type { IndexFault } from '../compare/archive';
import { type Comparison, compareDraft, type Passage } from '../compare/compare';
import { readPastText } from '../compare/past-text';
import { readDraft } from '../document/read';
import type { Draft } from '../document/types';
import { FAILED } from './each';
import { nameOf, readInput, STDIN, systemSentence } from './input';
import type { ListFormat } from './outline';
import { print, printJson, remark } from './output';
import { CliProblem } from './problem';

export interface CompareOptions {
  readonly format: ListFormat;
  /** Folder for the index. */
  readonly index?: string;
}

const INDEX_FAULTS: Readonly<Record<IndexFault, string>> = {
  foreign: '查重的索引是另一个版本的笔杆子留下的，已重新建立。',
  damaged: '查重的索引有损坏，已重新建立损坏的部分。',
  unwritable: '查重的索引没有写成，结果不受影响，只是下次还要从头读起。',
};

const NO_DOCUMENTS = '文件夹里没有可比较的旧稿。旧稿是扩展名为.txt、.md、.gw、.gongwen、.docx的文件。';

/** In milliseconds: nothing is said before, and no more often. */
const PATIENCE = 1000;
const PAUSE = 100;

/** So many characters of a passage are shown. */
const SHOWN = 60;

/** Returns the exit status: 0, or 2 when the draft or a folder could not be read. */
export async function compare(
  file: string,
  folders: readonly string[],
  { format, index = envPaths('biganzi', { suffix: '' }).cache }: CompareOptions,
): Promise<number> {
  for (const folder of folders) await assertFolder(folder);
  const draft = await draftOf(file);
  const comparison = await compareDraft(draft, folders, {
    index: path.join(index, 'compare'),
    ...(file === STDIN ? {} : { itself: file }),
    onProgress: showProgress(performance.now()),
    onIndexFault: (fault) => remark(INDEX_FAULTS[fault]),
  });
  for (const { path: unread, reason } of comparison.unread) remark(`${unread}：${reason}，没有比较。`);
  const { passages, share } = comparison;
  if (format === 'json') printJson({ version: 1, file, passages, share });
  else print(textOf(file, draft, comparison));
  // a folder named by the user that cannot be read is a failure, a document in it is not
  const named = new Set(folders.map((folder) => path.join(folder, '')));
  return comparison.unread.some(({ path: unread }) => named.has(unread)) ? FAILED : 0;
}

async function assertFolder(folder: string): Promise<void> {
  const stats = await stat(folder).catch((error) => {
    const absent = error.code === 'ENOENT' || error.code === 'ENOTDIR';
    throw new CliProblem(`${folder}：${absent ? '找不到这个文件夹，请检查名称和路径。' : systemSentence(error)}`);
  });
  if (!stats.isDirectory()) throw new CliProblem(`${folder}：不是文件夹，请写明存放旧稿的文件夹。`);
}

async function draftOf(file: string): Promise<Draft> {
  if (path.extname(file).toLowerCase() !== '.docx') {
    const { text, language } = await readInput(file);
    return readDraft(text, language);
  }
  const text = await readPastText(file);
  if (typeof text !== 'string') throw new CliProblem(`${file}：${text.reason}，没有读取。`);
  return readDraft(text, 'gongwen');
}

/** Says on a terminal how far it has come, where that takes a while; the line is wiped away at the end. */
function showProgress(began: number): (done: number, all: number) => void {
  let told = began + PATIENCE;
  return (done, all) => {
    const now = performance.now();
    if (!process.stderr.isTTY || (now < told && (done < all || told === began + PATIENCE))) return;
    told = now + PAUSE;
    process.stderr.write(done < all ? `\r正在比较：${done}/${all}篇` : '\r\x1b[K');
  };
}

function textOf(file: string, draft: Draft, { passages, share, documents }: Comparison): string {
  if (documents === 0) return NO_DOCUMENTS;
  const found =
    passages.length === 0
      ? '没有发现沿用旧稿的文字。'
      : `${passages.length}处文字同旧稿相同或者相近，占全文${(share * 100).toFixed(1)}%。`;
  return [...passages.map((passage) => lineOf(file, draft, passage)), `同${documents}篇旧稿比较，${found}`].join('\n');
}

/** `讲话.txt:5:3 与 旧稿/讲话.txt:12:1 相似92%：过去一年，……` */
function lineOf(file: string, { blocks }: Draft, { range, source, sourceRange, similarity }: Passage): string {
  const { start, end } = range;
  const words = blocks
    .slice(start.line, end.line + 1)
    .map(({ source: line }, index, { length }) =>
      line.slice(index === 0 ? start.character : 0, index === length - 1 ? end.character : undefined).trim(),
    )
    .join('');
  const shown = words.length > SHOWN ? `${words.slice(0, SHOWN)}……` : words;
  const at = `${nameOf(file)}:${start.line + 1}:${start.character + 1}`;
  const from = `${source}:${sourceRange.start.line + 1}:${sourceRange.start.character + 1}`;
  return `${at} 与 ${from} 相似${Math.floor(similarity * 100)}%：${shown}`;
}
