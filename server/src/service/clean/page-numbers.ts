/** Numbers of pages that a PDF or a scan leaves between the lines of a text. */
import type { Draft } from '../../document/types';
import { lineOffsets } from '../../text/lines';
import type { Replacement } from '../patch';

/** 第3页 共7页; - 3 -: lines that say by themselves that they number a page. */
const PAGE = /^(?:第\s*\d{1,3}\s*页\s*[，,/]?\s*共\s*\d{1,3}\s*页|[-—－]\s?\d{1,3}\s?[-—－])$/;
/** 3; 3/7; 第3页; Page 3 of 7: lines that number pages where they count up page by page. */
const COUNTED =
  /^(?:(?<bare>\d{1,3})|(?<of>\d{1,3})\s?\/\s?\d{1,3}|第\s*(?<named>\d{1,3})\s*页|Page\s+(?<english>\d{1,3})(?:\s+of\s+\d{1,3})?)$/i;

/** A page holds so many characters at least, and the fullest one not many times as many as the emptiest. */
const LEAST_ON_PAGE = 250;
const MOST_ON_PAGE = 3000;
const MOST_TIMES = 3;
const MOST_LETTERS = 16;
/** Fewer numbers than these may be anything. */
const FEWEST = 3;

const UNENDED = /[\p{Script=Han}，、；：,;0-9A-Za-z“《（]$/u;

export interface PageNumber extends Replacement {
  readonly words: string;
  /** Where the line of the number begins. */
  readonly at: number;
}

/** Lines that hold the number of a page and nothing else, with the blank lines around them that part a sentence. */
export function findPageNumbers(text: string, { blocks }: Draft): PageNumber[] {
  const numbers = [...seriesOf(countedLines(blocks)), ...plainLines(blocks)].sort((a, b) => a.line - b.line);
  if (numbers.length === 0) return [];
  const starts = lineOffsets(text);
  return numbers.map(({ line, words }) => {
    const at = starts[line] ?? 0;
    const [first, last] = partsSentence(blocks, line);
    const above = (starts[first - 1] ?? 0) + (blocks[first - 1]?.source.length ?? 0);
    const end = starts[last + 1];
    // The last line of the text goes with the line end above it.
    return end === undefined
      ? { start: above, end: text.length, newText: '', words, at }
      : { start: starts[first] ?? 0, end, newText: '', words, at };
  });
}

interface Numbered {
  readonly line: number;
  readonly words: string;
}

function plainLines(blocks: Draft['blocks']): Numbered[] {
  return blocks.flatMap(({ source, role }, line) => {
    const words = source.trim();
    return role !== 'code' && words.length <= MOST_LETTERS && PAGE.test(words) ? [{ line, words }] : [];
  });
}

interface Counted extends Numbered {
  readonly form: string;
  readonly value: number;
  /** Characters above it. */
  readonly above: number;
}

function countedLines(blocks: Draft['blocks']): Counted[] {
  let above = 0;
  return blocks.flatMap(({ source, role }, line): Counted[] => {
    const words = source.trim();
    above += words.length;
    const match = words.length <= MOST_LETTERS && role !== 'code' && role !== 'table' ? COUNTED.exec(words) : null;
    const [form, value] = Object.entries(match?.groups ?? {}).find(([, number]) => number !== undefined) ?? [];
    return form === undefined ? [] : [{ line, words, form, value: Number(value), above }];
  });
}

/** The longest run of one form that counts up by one, page after page. */
function seriesOf(lines: readonly Counted[]): Counted[] {
  let best: Counted[] = [];
  for (const form of new Set(lines.map((line) => line.form))) {
    const runs: Counted[][] = [];
    for (const line of lines.filter((each) => each.form === form)) {
      const run = runs.find((each) => isNextPage(each.at(-1), line));
      if (run) run.push(line);
      else runs.push([line]);
    }
    for (const run of runs) if (run.length > best.length && isEven(run)) best = run;
  }
  return best.length >= FEWEST ? best : [];
}

function isNextPage(last: Counted | undefined, { value, above }: Counted): boolean {
  if (last === undefined || value !== last.value + 1) return false;
  const held = above - last.above;
  return held >= LEAST_ON_PAGE && held <= MOST_ON_PAGE;
}

function isEven(run: readonly Counted[]): boolean {
  const held = run.slice(1).map(({ above }, index) => above - (run[index]?.above ?? 0));
  return Math.max(...held) <= MOST_TIMES * Math.min(...held);
}

/** The lines to go: the number, and the blank lines around it where the sentence goes on behind them. */
function partsSentence(blocks: Draft['blocks'], line: number): [first: number, last: number] {
  let [first, last] = [line, line];
  while (blocks[first - 1]?.role === 'blank') first--;
  while (blocks[last + 1]?.role === 'blank') last++;
  const goesOn = UNENDED.test(blocks[first - 1]?.source.trimEnd() ?? '') && blocks[last + 1]?.role === 'body';
  return goesOn ? [first, last] : [line, line];
}
