/** Headings counted in decimals, as plans and reports have them: 1 总则, 1.1 编制目的, 1.1.1 分级. */
import { memo } from '../text/memo';
import { type Span, span } from '../text/span';
import { sentenceEnd } from './marks';
import type { Block, Piece } from './types';

export interface Decimal {
  /** 1.2 is [1, 2]. */
  readonly parts: readonly number[];
  readonly number: Span;
  /** The title without what ends it. */
  readonly title: Span;
}

/** 1.1 编制目的; 1.3.1为有效处置; 1 总则: a whole number stands only before its 1.1. */
const DECIMAL = /(?<number>\d{1,2}(?:[.．]\d{1,2}){0,3})[.．]?[\s　]*(?=[\p{Script=Han}“《（ⅠⅡⅢⅣ])/duy;
/** 1.5亿元, 2.3个百分点; 1.3分级, 1.4公布 are titles. */
const UNIT = /^(?:[亿万元倍吨亩]|个百分点|公里|公斤|平方米)/;
/** The title of a whole number is short and no sentence. */
const SHORT_TITLE = /^[^。；，：！？]{1,24}$/;
/** Fewer than this are figures that happen to stand at the beginning of lines. */
const FEWEST = 3;

interface Placed {
  readonly line: number;
  readonly decimal: Decimal;
}

const NONE: ReadonlyMap<number, Decimal> = new Map();

/** The decimals of a piece by line; empty unless they count up from 1.1. Never throws. */
export function decimalsOf(blocks: readonly Block[], piece: Piece): ReadonlyMap<number, Decimal> {
  const all: Placed[] = [];
  for (let line = piece.start; line < piece.end; line++) {
    const block = blocks[line];
    const decimal = block && decimalIn(block);
    if (decimal) all.push({ line, decimal });
  }
  if (all.length < FEWEST) return NONE;
  const found = new Map<number, Decimal>();
  const runs = runsOf(all.filter((each, index) => opensOrEnds(all, each, index)));
  for (const [order, run] of runs.entries()) {
    if (run.filter(({ decimal }) => decimal.parts.length > 1).length < FEWEST) continue;
    if (order + 1 < runs.length && isContents(blocks, run)) continue;
    for (const { line, decimal } of run) if (blocks[line]?.role === 'body') found.set(line, decimal);
  }
  return found;
}

/** 3 stands before 3.1, or, where it has nothing below it, before 4 or at the end. */
function opensOrEnds(all: readonly Placed[], { decimal: { parts } }: Placed, index: number): boolean {
  if (parts.length > 1) return true;
  const [number = 0] = parts;
  const [before = 0] = all[index - 1]?.decimal.parts ?? [];
  const next = all[index + 1]?.decimal.parts;
  const [after = 1, below] = next ?? [];
  return (
    (after === number && below === 1) || (before === number - 1 && before > 0 && (after === number + 1 || after === 1))
  );
}

/** Each counts up from 1 or 1.1; a number that does not fit is no heading. */
function runsOf(all: readonly Placed[]): readonly (readonly Placed[])[] {
  const runs: Placed[][] = [];
  for (const each of all) {
    const { parts } = each.decimal;
    const run = runs.at(-1);
    const last = run?.at(-1)?.decimal.parts;
    if (run && last && follows(last, parts)) run.push(each);
    else if (parts.length < 3 && parts.every((part) => part === 1)) runs.push([each]);
  }
  return runs;
}

/** 1.2, 2, 2.1 or 1.1.1 behind 1.1; one number may be missing. */
function follows(last: readonly number[], parts: readonly number[]): boolean {
  const at = parts.findIndex((part, index) => part !== last[index]);
  const step = (parts[at] ?? 0) - (last[at] ?? 0);
  return at >= 0 && step > 0 && step < 3 && parts.slice(at + 1).every((part) => part === 1);
}

/** 目录 above the text: nothing stands between the headings. */
function isContents(blocks: readonly Block[], run: readonly Placed[]): boolean {
  const own = new Set(run.map(({ line }) => line));
  for (let line = run[0]?.line ?? 0; line < (run.at(-1)?.line ?? 0); line++)
    if (!own.has(line) && blocks[line]?.role !== 'blank') return false;
  return true;
}

function decimalIn(block: Block): Decimal | undefined {
  const { role, text, content } = block;
  const first = text.charCodeAt(content.start);
  return first < 0x31 || first > 0x39 || (role !== 'body' && role !== 'heading') ? undefined : readDecimal(block);
}

const readDecimal = memo(({ text, content }: Block): Decimal | undefined => {
  DECIMAL.lastIndex = content.start;
  const match = DECIMAL.exec(text);
  const [start, end] = match?.indices?.groups?.number ?? [0, 0];
  if (!match || end > content.end) return undefined;
  const from = content.start + match[0].length;
  const rest = text.slice(from, content.end);
  const parts = text.slice(start, end).split(/[.．]/).map(Number);
  if (UNIT.test(rest) || parts.includes(0) || (parts.length === 1 && !SHORT_TITLE.test(rest))) return undefined;
  return { parts, number: span(start, end), title: span(from, sentenceEnd(text, from, content.end)) };
});
