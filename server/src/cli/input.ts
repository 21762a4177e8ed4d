/** Reads what is named on the command line: files, or standard input where the name is `-`. */
import { createReadStream } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import type { Language } from '../document/types';
import { type DecodedText, type DecodeProblem, decodeText } from '../text/encoding';
import { CliProblem } from './problem';

export interface Input extends DecodedText {
  /** The name as given; `-` is standard input. */
  readonly file: string;
  readonly bytes: Buffer;
  readonly language: Language;
}

export const STDIN = '-';

/** A whole collection of drafts stays below one megabyte; what is beyond this is no draft. */
const MOST_BYTES = 5 * 1024 * 1024;

const SYSTEM_PROBLEMS: Readonly<Record<string, string>> = {
  ENOENT: '找不到这个文件，请检查文件名和路径。',
  ENOTDIR: '找不到这个文件，请检查文件名和路径。',
  EISDIR: '这是文件夹，请写明其中的文件，例如 文件夹/*.txt。',
  EACCES: '没有权限，请检查文件和文件夹的权限。',
  EPERM: '没有权限，请检查文件和文件夹的权限。',
  ELOOP: '符号链接绕成了圈，请改用文件的真实路径。',
  ENAMETOOLONG: '文件名过长，请检查命令的写法。',
};

const TOO_LARGE = '超过5MB，不像一篇文稿，没有读取；请拆分后再试。';

const DECODE_PROBLEMS: Readonly<Record<DecodeProblem, string>> = {
  word: '是Word文档或压缩包，不是纯文本；请先在Word中另存为纯文本（UTF-8）。',
  pdf: '是PDF文件，不是纯文本；请先把文字存为纯文本（UTF-8）。',
  binary: '含有空字节，不是纯文本文件；请另存为纯文本（UTF-8）后再试。',
  unknown: '编码无法识别或内容已损坏，没有读取；请另存为UTF-8或GB18030编码后再试。',
};

/** Reads and decodes one input. Throws `CliProblem`. */
export async function readInput(file: string): Promise<Input> {
  const bytes = file === STDIN ? await readStdin() : await readBytes(file);
  const decoded = decodeText(bytes);
  if (typeof decoded === 'string') throw new CliProblem(`${nameOf(file)}：${DECODE_PROBLEMS[decoded]}`);
  return { ...decoded, file, bytes, language: languageOf(file) };
}

/** The bytes of a file. Throws `CliProblem`. */
export async function readBytes(file: string): Promise<Buffer> {
  try {
    const stats = await stat(file);
    if (stats.isDirectory()) throw new CliProblem(`${file}：${SYSTEM_PROBLEMS.EISDIR}`);
    if (stats.size > MOST_BYTES) throw new CliProblem(`${file}：${TOO_LARGE}`);
    // A pipe or a device says nothing of its size beforehand.
    return stats.isFile() ? await readFile(file) : await collect(file, createReadStream(file));
  } catch (error) {
    throw error instanceof CliProblem ? error : new CliProblem(`${file}：${systemSentence(error)}`);
  }
}

/** What an error of the file system means to the user. */
export function systemSentence(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return SYSTEM_PROBLEMS[code] ?? `读写失败（${code || String(error)}），请检查文件后再试。`;
}

/** How an input is called in sentences. */
export function nameOf(file: string): string {
  return file === STDIN ? '标准输入' : file;
}

async function readStdin(): Promise<Buffer> {
  return collect(nameOf(STDIN), process.stdin);
}

async function collect(name: string, stream: AsyncIterable<Buffer | string>): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of stream) {
    chunks.push(Buffer.from(chunk));
    size += chunk.length;
    if (size > MOST_BYTES) throw new CliProblem(`${name}：${TOO_LARGE}`);
  }
  return Buffer.concat(chunks);
}

function languageOf(file: string): Language {
  return /^\.(?:md|markdown)$/i.test(path.extname(file)) ? 'markdown' : 'gongwen';
}
