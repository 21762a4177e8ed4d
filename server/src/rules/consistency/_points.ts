/** Ordinal words that open the points of a series in running text, and the stretches of a draft in which a series can run. */

import type { Block, Draft } from '../../document/types';
import { parseHanNumeral, toHanNumeral } from '../../text/chars';
import { matchesIn } from '../../text/matches';
import type { Span } from '../../text/span';
import { clue, hasFigures } from '../clues';
import { Collector, type Holding, linesWhere } from '../collect';
import { isProse, memoByBlock, memoByDraft } from '../report';

/** 一是/一要, 第一, 其一, 首先, （1）, ①: words of one style count on from each other. */
export type OrdinalStyle = 'shi' | 'di' | 'qi' | 'xian' | 'stage' | 'digit' | 'han' | 'han-paren' | 'paren' | 'circled';

export interface Ordinal {
  readonly style: OrdinalStyle;
  readonly value: number;
  /** 一是, 第二, 其三, 首先; without the comma behind it. */
  readonly span: Span;
  readonly words: string;
  /** The comma behind 第二 and 其三. */
  readonly comma: string;
}

export interface PlacedOrdinal extends Ordinal {
  readonly block: number;
}

/** 一是加强领导; never 一是一，二是二 or 三要素 */
const SHI = /([一二三四五六七八九十]{1,3})[ 　]?[是要](?!\1|[否非]|(?<=要)[素点件务领旨害塞道])/g;
/** 学习要一要读书、二要思考: the first of points that stand inside another */
const INNER = /(?<=[\p{Script=Han}])(?<![统第唯其同每某逐任之])一([是要])(?=[^。]{1,40}?[、，；]二\1)/gu;
/** 第一，提高认识; 第一是; 第一要; never 第一、第二产业 or 第一要务 */
const DI =
  /[第其]([一二三四五六七八九十]{1,3})(?=[，,：:是]|(?<=[第其].{1,3})要(?![素点件务领旨害塞道])|、(?![第其一二三四五六七八九十]))/g;
/** 第一阶段（3月）， and 第二步： */
const STAGE = /第([一二三四五六七八九十])(?:阶段|步|部分)(?=[（(，,：:])/g;
/** 包括：1.登记；2.审核 in a paragraph, and 一、登记；二、审核 and （一）登记；（二）审核 */
const DIGIT = /(?<=[：:；;。])[ 　]?(\d{1,2})[.．、](?![\d、])/g;
const HAN = /(?<=[：:；;。])[ 　]?([一二三四五六七八九十]{1,3})、(?![一二三四五六七八九十])/g;
const HAN_PAREN = /[（(](?<=[：:；;。].)([一二三四五六七八九十]{1,3})[）)](?![、项款])/g;
/** 首先，要; 其次是; 再次，要 */
const XIAN = /(?:首先|其次|再次)(?=[，,：:是要])/g;
/** What a point may open behind: the beginning of the line, or the end of a clause. */
const OPENS = /^(?:[。！？；：，,;:!?、．“”‘’（）()—…\s\uFFFC])?$/;
const XIAN_VALUES: Readonly<Record<string, number>> = { 首先: 1, 其次: 2, 再次: 3 };

const NONE: readonly never[] = [];

/** What every one of them has in it: most lines have none. */
const TRACE =
  /[一二三四五六七八九十][ 　]?[是要]|[第其][一二三四五六七八九十]|首先|其次|再次|[：:；;。][ 　]?(?:\d{1,2}[.．、]|[（(]?[一二三四五六七八九十])/;

const hasOrdinal = clue('第其');
const hasPause = clue('、');
const mayCount = clue('0123456789一二三四五六七八九十首次');

/** The ordinal words of a block, in order of the text. */
const ordinalsOf = memoByBlock((block: Block): readonly Ordinal[] => {
  const { text } = block;
  if (!isProse(block) || (block.points.length === 0 && !(mayCount(block) && TRACE.test(text)))) return NONE;
  const found: Ordinal[] = [];
  const add = (
    style: OrdinalStyle,
    value: number | undefined,
    { 0: words, index }: RegExpExecArray,
    opens = OPENS.test(text[index - 1] ?? ''),
  ) => {
    // 位列第二、第五，is no point
    if (value === undefined || !opens || (style === 'di' && text[index - 1] === '、')) return;
    const end = index + words.length;
    // “一是”“第一” are words that are talked about
    if (/[”’」]/.test(text[end] ?? '')) return;
    found.push({
      style,
      value,
      words,
      span: { start: index, end },
      comma: /[，,、：:]/.exec(text[end] ?? '')?.[0] ?? '',
    });
  };
  for (const match of matchesIn(text, SHI)) add('shi', parseHanNumeral(match[1] ?? ''), match);
  if (text.includes('二要') || text.includes('二是'))
    for (const match of text.matchAll(INNER)) add('shi', 1, match, true);
  for (const match of hasOrdinal(block) ? matchesIn(text, DI) : NONE)
    add(match[0].startsWith('第') ? 'di' : 'qi', parseHanNumeral(match[1] ?? ''), match);
  for (const match of matchesIn(text, XIAN)) add('xian', XIAN_VALUES[match[0]], match);
  for (const match of hasOrdinal(block) ? matchesIn(text, STAGE) : NONE)
    add('stage', parseHanNumeral(match[1] ?? ''), match);
  for (const match of hasFigures(block) ? matchesIn(text, DIGIT) : NONE) add('digit', Number(match[1]), match);
  for (const match of hasPause(block) ? matchesIn(text, HAN) : NONE) add('han', parseHanNumeral(match[1] ?? ''), match);
  for (const match of matchesIn(text, HAN_PAREN)) add('han-paren', parseHanNumeral(match[1] ?? ''), match);
  for (const { style, value, mark } of block.points) {
    const words = text.slice(mark.start, mark.end);
    // 、（2） is told of, and （1） at the beginning of a line is a heading
    if (style !== 'paren' || mark.start === block.content.start || text[mark.start - 1] === '、') continue;
    found.push({ style: /^[（(]/.test(words) ? 'paren' : 'circled', value, words, span: mark, comma: '' });
  }
  return found.sort((a, b) => a.span.start - b.span.start);
});

/** The ordinal word of this style for a value: 三 in place of 二 in 二是. */
export function ordinalLike({ words, style, value }: Ordinal, wanted: number): string {
  if (style === 'xian') return Object.keys(XIAN_VALUES)[wanted - 1] ?? words;
  if (style === 'circled') return String.fromCodePoint((words.codePointAt(0) ?? 0) + wanted - value);
  if (style === 'paren' || style === 'digit') return words.replace(/\d+/, String(wanted));
  return words.replace(toHanNumeral(value), toHanNumeral(wanted));
}

/** The points that an announcement is about. */
export interface Told {
  /** How many there are; more than one number where series lie one inside the other. The first is told. */
  readonly counts: readonly number[];
  /** More may follow without a number. */
  readonly isOpen?: boolean;
  readonly places: readonly { readonly block: number; readonly span: Span }[];
}

/** Blocks `[start, end)` between two headings: a series does not run over a heading. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
  readonly ordinals: readonly PlacedOrdinal[];
}

const ordinalLines = new Collector((block, index): Holding<PlacedOrdinal> | undefined => {
  const items = ordinalsOf(block);
  return items.length > 0 ? { index, block, items: items.map((item) => ({ ...item, block: index })) } : undefined;
});

const stretchStarts = linesWhere(({ role, headings }) =>
  role === 'body' ? headings.length > 0 : role !== 'blank' && role !== 'noise' && role !== 'code',
);

/** The stretches that hold ordinal words. */
export const stretchesOf = memoByDraft((draft): readonly Stretch[] => {
  const starts = stretchStarts(draft);
  const found: { start: number; end: number; lists: (readonly PlacedOrdinal[])[] }[] = [];
  let next = 0;
  for (const { index, items } of ordinalLines.linesIn(draft)) {
    while ((starts[next]?.index ?? draft.blocks.length) <= index) next++;
    const start = starts[next - 1]?.index ?? 0;
    const last = found.at(-1);
    if (last?.start === start) last.lists.push(items);
    else found.push({ start, end: starts[next]?.index ?? draft.blocks.length, lists: [items] });
  }
  // the list of a line that stays where it is is the same, and what is known of it stays known
  return found.map(({ start, end, lists: [only = [], ...more] }) => ({
    start,
    end,
    ordinals: more.length === 0 ? only : [only, ...more].flat(),
  }));
});

/** The text from one place of a draft to another, lines divided by `\n`. */
export function textBetween({ blocks }: Draft, from: Place, to: Place): string {
  if (from.block === to.block) return blocks[from.block]?.text.slice(from.at, to.at) ?? '';
  const inner = blocks.slice(from.block + 1, to.block).map(({ text }) => text);
  const first = blocks[from.block]?.text.slice(from.at) ?? '';
  return [first, ...inner, blocks[to.block]?.text.slice(0, to.at) ?? ''].join('\n');
}

export interface Place {
  readonly block: number;
  readonly at: number;
}
