/** Writes a mended text back to its file: whole or not at all, in its own encoding. */
import { constants } from 'node:fs';
import { access } from 'node:fs/promises';
import writeFileAtomic from 'write-file-atomic';
import { encodeText, isLossless, isWritable } from '../text/encode';
import { type Input, readBytes, systemSentence } from './input';
import { CliProblem } from './problem';

/**
 * Keeps encoding, byte order mark, permissions and owner, and writes through symbolic links. Throws `CliProblem`
 * and leaves the file alone where a byte could be lost that no fix names.
 */
export async function writeBack(input: Input, text: string): Promise<void> {
  const { file, bytes, encoding } = input;
  const refuse = (reason: string) => new CliProblem(`${file}：${reason}，没有改动。`);
  if (!isLossless(bytes, input)) throw refuse('含有无法原样写回的字符编码，请先另存为UTF-8再改');
  if (!isWritable(text, encoding)) throw refuse('改正后的文字无法用原编码保存，请先另存为UTF-8再改');
  try {
    await access(file, constants.W_OK);
  } catch {
    throw refuse('文件是只读的');
  }
  if (!(await readBytes(file)).equals(bytes)) throw refuse('检查期间文件已被别的程序修改，请再试一次');
  try {
    await writeFileAtomic(file, encodeText(text, encoding));
  } catch (error) {
    throw new CliProblem(`${file}：${systemSentence(error)}`);
  }
}
