/** Selected lines as a numbered list or as 一是、二是 in one paragraph, and such a paragraph as a list. */
import type { Block, Draft, InlinePoint, Role } from '../../document/types';
import { toHanNumeral } from '../../text/chars';
import type { Range } from '../../text/span';
import { rangeOf, type TextEdit } from '../diagnostics';
import { linesOf } from '../format/format';
import type { Conversion } from './conversion';

/** GB/T 9704—2012 7.3.3, and how the choice is told. */
const STYLES: readonly { readonly told: string; readonly mark: (value: number) => string }[] = [
  { told: '1. 2. 3.', mark: (value) => `${value}.` },
  { told: '（一）（二）（三）', mark: (value) => `（${toHanNumeral(value)}）` },
  { told: '（1）（2）（3）', mark: (value) => `（${value}）` },
];
const MOST_ITEMS = 99;

const ITEMS: ReadonlySet<Role> = new Set<Role>(['body', 'heading', 'attachment-note']);
/** The first lines of a file are taken for a title, which has neither an indent nor a mark at its end. */
const NO_TITLE = /^\u3000{2}\S|[。；，]$/;

/** One item of a list: a line of the draft without its mark. */
interface Item {
  readonly line: number;
  readonly block: Block;
  /** Where its words begin and end in the line. */
  readonly start: number;
  readonly end: number;
}

/** For a selection of several lines: each way to make a list of them, and a paragraph. */
export function fromLines({ blocks }: Draft, range: Range): Conversion[] {
  const [first, last] = linesOf(range);
  const items = itemsOf(blocks, first, last);
  if (!items) return [];
  const lists = STYLES.map(
    ({ told, mark }): Conversion => ({
      kind: 'list',
      title: `选定各行编号：${told}`,
      edits: items.flatMap(({ line, block, start }, index) => {
        const at = block.content.start;
        const newText = mark(index + 1);
        return block.source.slice(at, start) === newText
          ? []
          : [{ range: rangeOf(line, { start: at, end: start }), newText }];
      }),
    }),
  );
  return [...lists.filter(({ edits }) => edits.length > 0), paragraphOf(items)];
}

/** The lines that hold words, or nothing where one of them is no item: a row of a table, a date, a signature. */
function itemsOf(blocks: readonly Block[], first: number, last: number): Item[] | undefined {
  const items: Item[] = [];
  for (let line = first; line <= last; line++) {
    const block = blocks[line];
    if (!block || block.role === 'blank') continue;
    const isItem = ITEMS.has(block.role) || (block.role === 'title' && NO_TITLE.test(block.source));
    if (!isItem || block.headings[0]?.style === 'atx') return undefined;
    items.push({ line, block, start: startOf(block), end: block.source.trimEnd().length });
  }
  return items.length >= 2 && items.length <= MOST_ITEMS ? items : undefined;
}

/** Behind the mark that the line has already: 1. （一） ① 一是 */
function startOf({ source, content, headings, points }: Block): number {
  const heading = headings.find(({ atLineStart }) => atLineStart);
  const point = points.find(({ mark, style }) => mark.start === content.start && style !== 'shou-xian');
  const behind = heading?.mark.end ?? (point && behindMark(point, source)) ?? content.start;
  return behind + (/^[ \u3000]*/.exec(source.slice(behind))?.[0].length ?? 0);
}

/** 一要坚定信念 is about what must be done: 要 stays. */
function behindMark({ style, mark }: InlinePoint, source: string): number {
  const end = style === 'yi-yao' ? mark.end - 1 : mark.end;
  return end + (/^[，,、：:]/.test(source.slice(end)) ? 1 : 0);
}

const END = /[；;。，,.]$/;

function paragraphOf(items: readonly Item[]): Conversion {
  const words = items.map(({ block, start, end }) => block.source.slice(start, end).replace(END, ''));
  // Items of several sentences cannot stand in one.
  const between = words.some((each) => /[。！？]/.test(each)) ? '。' : '；';
  const [first, last] = [items[0], items.at(-1)];
  const indent = first?.block.source.slice(0, first.block.content.start) ?? '';
  const text = words.map((each, index) => `${toHanNumeral(index + 1)}是${each}`).join(between);
  const range = {
    start: { line: first?.line ?? 0, character: 0 },
    end: { line: last?.line ?? 0, character: last?.block.source.length ?? 0 },
  };
  return {
    kind: 'paragraph',
    title: '选定各行并成一段：一是……；二是……',
    edits: [{ range, newText: `${indent}${text}。` }],
  };
}

/** For the paragraph of the line: each way to make a list of its points. */
export function fromParagraph({ blocks }: Draft, line: number): Conversion[] {
  const block = blocks[line];
  const points = block && runOf(block);
  if (!block || !points) return [];
  const { source } = block;
  const indent = source.slice(0, block.content.start);
  const leadEnd = points[0]?.mark.start ?? 0;
  const items = points.map((point, index) => {
    const words = source
      .slice(behindMark(point, source), points[index + 1]?.mark.start ?? source.trimEnd().length)
      .trim();
    return words.replace(END, '') + (index === points.length - 1 || /[。！？]/.test(words) ? '。' : '；');
  });
  const lead = source.slice(0, leadEnd).trimEnd();
  return STYLES.map(({ told, mark }): Conversion => {
    const list = items.map((words, index) => `${indent}${mark(index + 1)}${words}`);
    const newText = [...(lead.trim() === '' ? [] : [lead]), ...list].join('\n');
    const edit: TextEdit = { range: rangeOf(line, { start: 0, end: source.length }), newText };
    return { kind: 'list', title: `段中各点分行编号：${told}`, edits: [edit] };
  });
}

/** The run of 一是、二是 (一要, 第一) from its first point on, where it is the only one of its line. */
function runOf({ role, points }: Block): readonly InlinePoint[] | undefined {
  if (role !== 'body' && role !== 'heading') return undefined;
  const style = points.find((point) => point.style !== 'paren' && point.style !== 'shou-xian')?.style;
  const run = points.filter((point) => point.style === style);
  const inOrder = run.every(({ value }, index) => value === index + 1);
  return style && run.length >= 2 && inOrder ? run : undefined;
}
