/** Reads a document of the archive, whatever it was saved as; or says in a few words why it cannot be read. */
import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { type DecodeProblem, decodeText } from '../text/encoding';
import { textOfDocx } from './docx';

/** Files that hold past documents. */
const EXTENSIONS: ReadonlySet<string> = new Set(['.txt', '.md', '.gw', '.gongwen', '.docx']);

/** A whole collection of drafts stays below; Word documents carry pictures. */
const MOST_BYTES = 5 * 1024 * 1024;
const MOST_BYTES_OF_WORD = 50 * 1024 * 1024;

const DECODE_PROBLEMS: Readonly<Record<DecodeProblem, string>> = {
  word: '扩展名不是.docx，内容却是Word文档或压缩包',
  pdf: '是PDF文件',
  binary: '不是文本',
  unknown: '编码无法识别或内容已损坏',
};

const SYSTEM_PROBLEMS: Readonly<Record<string, string>> = {
  EACCES: '没有权限',
  EPERM: '没有权限',
  ENOENT: '文件已不在',
  ELOOP: '符号链接绕成了圈',
};

/** First bytes of OLE containers: Word documents with a password, and those of before 2007. */
const OLE = Buffer.from('d0cf11e0', 'hex');

export function isPastDocument(file: string): boolean {
  // Word keeps ~$讲话.docx beside a document that is open
  return EXTENSIONS.has(path.extname(file).toLowerCase()) && !path.basename(file).startsWith('~$');
}

/** Why a document was left out. `lasting` says that only a change of the file can mend it. */
export interface Unread {
  readonly reason: string;
  readonly lasting: boolean;
}

export async function readPastBytes(file: string): Promise<Buffer | Unread> {
  try {
    const most = isWord(file) ? MOST_BYTES_OF_WORD : MOST_BYTES;
    if ((await stat(file)).size > most) return { reason: `超过${most / 1024 / 1024}MB`, lasting: true };
    return await readFile(file);
  } catch (error) {
    return { reason: systemReason(error), lasting: false };
  }
}

export function systemReason(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return SYSTEM_PROBLEMS[code] ?? `读不出来（${code || String(error)}）`;
}

/** The text that the bytes of a file hold. Never throws. */
export function pastText(file: string, bytes: Buffer): string | Unread {
  if (!isWord(file)) {
    const decoded = decodeText(bytes);
    return typeof decoded === 'string' ? { reason: DECODE_PROBLEMS[decoded], lasting: true } : decoded.text;
  }
  if (bytes.subarray(0, OLE.length).equals(OLE)) return { reason: '有密码，或者是旧格式的Word文档', lasting: true };
  return textOfDocx(bytes) ?? { reason: '不是完好的Word文档', lasting: true };
}

/** The text of a file of the archive as it is now. */
export async function readPastText(file: string): Promise<string | Unread> {
  const bytes = await readPastBytes(file);
  return Buffer.isBuffer(bytes) ? pastText(file, bytes) : bytes;
}

function isWord(file: string): boolean {
  return path.extname(file).toLowerCase() === '.docx';
}
