/** Writes drafts of any length for measuring: a title, numbered headings of three levels and paragraphs of set sentences. */
import { readFileSync } from 'node:fs';

const linesOf = (name) =>
  readFileSync(new URL(name, import.meta.url), 'utf8')
    .trim()
    .split('\n');
const SENTENCES = linesOf('./sentences.txt');
const HEADINGS = linesOf('./headings.txt');
const NUMERALS = '一二三四五六七八九十';

/** The same draft each time, of at least so many characters. */
export function draftOf(characters) {
  const lines = ['在全区办公室工作会议上的讲话', '（2024年7月5日）', '', '同志们：'];
  let length = 0;
  let count = 0;
  const add = (line) => {
    lines.push(line);
    length += line.length;
  };
  const heading = () => HEADINGS[count++ % HEADINGS.length];
  const paragraph = () => {
    const size = 2 + (count % 4);
    add(`　　${Array.from({ length: size }, () => SENTENCES[count++ % SENTENCES.length]).join('')}`);
  };
  paragraph();
  for (let part = 0; length < characters; part++) {
    add(`　　${NUMERALS[part % 10]}、${heading()}`);
    for (let section = 0; section < 5 && length < characters; section++) {
      add(`　　（${NUMERALS[section]}）${heading()}。${SENTENCES[count++ % SENTENCES.length]}`);
      for (let point = 1; point <= 3; point++)
        add(`　　${point}. ${heading()}。${SENTENCES[count++ % SENTENCES.length]}`);
      for (let each = 0; each < 4; each++) paragraph();
    }
  }
  return lines.join('\n');
}
