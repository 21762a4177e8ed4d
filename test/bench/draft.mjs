/** Writes drafts of any length for measuring: a title, numbered headings of three levels and paragraphs of set sentences. */
import { readFileSync } from 'node:fs';

const linesOf = (name) =>
  readFileSync(new URL(name, import.meta.url), 'utf8')
    .trim()
    .split('\n');
const SENTENCES = linesOf('./sentences.txt');
const HEADINGS = linesOf('./headings.txt');
const NUMERALS = '一二三四五六七八九十';

/** No sentence stands twice in a draft, as none does in real ones, and none ends as another. */
function sentence(count) {
  const round = Math.floor(count / SENTENCES.length);
  const own = SENTENCES[count % SENTENCES.length];
  return round > 0 ? own.replace(/[^。]+(?=。)/g, (words) => `${words}，第${round}批也一样`) : own;
}

/** A draft of so many headings and at least so many characters, with references to its sections. */
export function draftWith(headings, characters) {
  const lines = ['在全区办公室工作会议上的讲话', '', '同志们：'];
  const size = characters / headings;
  let written = 0;
  let count = 0;
  for (let number = 0; number < headings; number++) {
    const mark = number % 10 === 0 ? `${hanNumeral(number / 10 + 1)}、` : `（${hanNumeral(number % 10)}）`;
    lines.push(`　　${mark}${HEADINGS[count++ % HEADINGS.length]}`);
    while (written < size * (number + 1)) {
      const sentences = Array.from({ length: 4 }, () => sentence(count++)).join('');
      const reference = count % 7 === 0 ? '如第二部分所述，要统筹推进。' : '';
      lines.push(`　　${sentences}${reference}`);
      written += sentences.length;
    }
  }
  return lines.join('\n');
}

function hanNumeral(value) {
  const [hundreds, tens, ones] = [Math.floor(value / 100), Math.floor(value / 10) % 10, value % 10];
  const digit = (n) => NUMERALS[n - 1] ?? '';
  if (hundreds === 0 && tens === 0) return digit(ones);
  const upper = hundreds > 0 ? `${digit(hundreds)}百` : '';
  if (tens === 0) return upper + (ones > 0 ? `零${digit(ones)}` : '');
  return `${upper}${tens === 1 && hundreds === 0 ? '' : digit(tens)}十${digit(ones)}`;
}

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
    add(`　　${Array.from({ length: size }, () => sentence(count++)).join('')}`);
  };
  paragraph();
  for (let part = 0; length < characters; part++) {
    add(`　　${NUMERALS[part % 10]}、${heading()}`);
    for (let section = 0; section < 5 && length < characters; section++) {
      add(`　　（${NUMERALS[section]}）${heading()}。${sentence(count++)}`);
      for (let point = 1; point <= 3; point++) add(`　　${point}. ${heading()}。${sentence(count++)}`);
      for (let each = 0; each < 4; each++) paragraph();
    }
  }
  return lines.join('\n');
}
