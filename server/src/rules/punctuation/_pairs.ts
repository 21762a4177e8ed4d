/** Matches the brackets, quotation marks and title marks of a line. */
import type { Block } from '../../document/types';
import { memoByBlock } from '../report';
import { type WrongDirection, wrongDirections } from './_directions';

/** The opening mark that names a kind of pair; half-width brackets count as full-width ones. */
export type PairKind = '“' | '‘' | '《' | '〈' | '（' | '【' | '〔' | '「' | '『';

export interface MarkPair {
  readonly kind: PairKind;
  /** Indices in the block's text. */
  readonly open: number;
  readonly close: number;
  /** The pair directly around it. */
  readonly parent: MarkPair | undefined;
}

export interface LoneMark {
  readonly kind: PairKind;
  readonly index: number;
  readonly opens: boolean;
}

export interface Marks {
  /** In order of their opening marks. */
  readonly pairs: readonly MarkPair[];
  readonly outermost: readonly MarkPair[];
  readonly lone: readonly LoneMark[];
  readonly wrong: readonly WrongDirection[];
}

const OPENING: Readonly<Record<string, PairKind>> = {
  '“': '“',
  '‘': '‘',
  '《': '《',
  '〈': '〈',
  '（': '（',
  '(': '（',
  '【': '【',
  '〔': '〔',
  '「': '「',
  '『': '『',
};
const CLOSING: Readonly<Record<string, PairKind>> = {
  '”': '“',
  '’': '‘',
  '》': '《',
  '〉': '〈',
  '）': '（',
  ')': '（',
  '】': '【',
  '〕': '〔',
  '」': '「',
  '』': '『',
};
const MARK = /[“”‘’《》〈〉（）()【】〔〕「」『』]/g;
const NONE: Marks = { pairs: [], outermost: [], lone: [], wrong: [] };

/** An apostrophe: `China’s`, `’99昆明世博会`. */
const APOSTROPHE = /^.?’\d|[A-Za-z0-9]’[A-Za-z]/;

/** The number of a point with a closing bracket only: `1）`, `二）`, `a)`. */
const HALF_MARKED = /(?:^|[^\p{Script=Han}A-Za-z0-9.])(?:\d{1,3}|[一二三四五六七八九十]{1,3}|[A-Za-z]|[①-⑳])[）)]$/u;

/** The marks of a block, with double quotation marks that face the wrong way already turned. */
export const marksOf = memoByBlock(({ text }: Block): Marks => readMarks(text));

/** Never throws; linear in the text. */
export function readMarks(text: string): Marks {
  if (text.search(MARK) < 0) return NONE;
  const wrong = text.includes('“') || text.includes('”') ? wrongDirections(text) : [];
  const turned = new Map(wrong.map(({ index, right }) => [index, right]));
  const pairs: MarkPair[] = [];
  const lone: LoneMark[] = [];
  const stack: { kind: PairKind; index: number }[] = [];
  const counts = new Map<PairKind, number>();
  const pop = () => {
    const top = stack.pop();
    if (top) counts.set(top.kind, (counts.get(top.kind) ?? 0) - 1);
    return top;
  };
  for (const { 0: written, index } of text.matchAll(MARK)) {
    const mark: string = turned.get(index) ?? written;
    const opening = OPENING[mark];
    if (opening) {
      stack.push({ kind: opening, index });
      counts.set(opening, (counts.get(opening) ?? 0) + 1);
      continue;
    }
    const kind = CLOSING[mark];
    if (!kind || APOSTROPHE.test(text.slice(Math.max(0, index - 1), index + 2))) continue;
    if ((counts.get(kind) ?? 0) === 0) {
      const marked = kind === '（' && HALF_MARKED.test(text.slice(Math.max(0, index - 5), index + 1));
      if (!marked) lone.push({ kind, index, opens: false });
      continue;
    }
    for (let top = pop(); top; top = pop()) {
      if (top.kind === kind) {
        pairs.push({ kind, open: top.index, close: index, parent: undefined });
        break;
      }
      lone.push({ ...top, opens: true });
    }
  }
  for (const { kind, index } of stack) lone.push({ kind, index, opens: true });
  lone.sort((a, b) => a.index - b.index);
  const placed = withParents(pairs);
  return { pairs: placed, outermost: placed.filter(({ parent }) => !parent), lone, wrong };
}

/** True when a pair stands around the place. */
export function isEnclosed({ outermost }: Marks, index: number): boolean {
  let low = 0;
  let high = outermost.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((outermost[middle]?.open ?? 0) < index) low = middle + 1;
    else high = middle;
  }
  return (outermost[low - 1]?.close ?? -1) > index;
}

function withParents(pairs: MarkPair[]): MarkPair[] {
  const around: MarkPair[] = [];
  return pairs
    .sort((a, b) => a.open - b.open)
    .map((pair) => {
      while ((around.at(-1)?.close ?? Number.POSITIVE_INFINITY) < pair.open) around.pop();
      const placed = { ...pair, parent: around.at(-1) };
      around.push(placed);
      return placed;
    });
}
