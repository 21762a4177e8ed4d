/** What an editor colours so that structure shows: titles, headings by level, names and numbers of documents, dates, figures, blanks. */
import type { Block, Draft } from '../document/types';
import { rule as placeholder } from '../rules/leftover/placeholder';
import { isProse, memoByBlock } from '../rules/report';
import { overlaps, type Span } from '../text/span';

/** In the order of the legend that an editor is given. */
export const TOKEN_TYPES = [
  'title', // 标题
  'heading', // 结构层次标题
  'addressee', // 主送机关、称谓
  'documentName', // 《……》
  'documentNumber', // 发文字号
  'date',
  'figure',
  'placeholder', // 没有填写的空
] as const;
export type TokenType = (typeof TOKEN_TYPES)[number];

/** Of a heading: its level. */
export const TOKEN_MODIFIERS = ['level1', 'level2', 'level3', 'level4', 'level5'] as const;

export interface SemanticToken {
  readonly line: number;
  /** In the line. */
  readonly span: Span;
  readonly type: TokenType;
  /** 1 to 5 for a heading. */
  readonly level?: number;
}

type Place = Omit<SemanticToken, 'line'>;

/** 某政发〔2026〕5号 */
const DOCUMENT_NUMBER = /[\p{Script=Han}A-Za-z×]{1,10}〔\d{4}〕\d{1,5}号/gu;
/** 《关于做好有关工作的通知》 */
const DOCUMENT_NAME = /《[^《》]{1,100}(?:《[^《》]{1,100}》[^《》]{0,100})?》/g;
/** 2026年11月22日, 11月22日, 2026年, 二〇二六年十一月二十二日 */
const DATE =
  /(?<!\d)(?:\d{4}年(?:\d{1,2}月(?:\d{1,2}日)?)?|\d{1,2}月\d{1,2}日)|[一二][〇零一二三四五六七八九]{3}年(?:[一二三四五六七八九十]{1,2}月(?:[一二三四五六七八九十]{1,3}日)?)?/g;
/** 1,286.5万, 3.5%, 10:30 */
const FIGURE = /\d+(?:[.,:：]\d+)*[%％‰]?[万亿]{0,2}/g;

const NONE: readonly Place[] = [];

/** In the order of the text; no two overlap. Never throws. */
export function* semanticTokens({ blocks }: Draft, start = 0, end = blocks.length): Iterable<SemanticToken> {
  for (let line = start; line < end; line++) {
    const block = blocks[line];
    if (block) for (const place of placesIn(block)) yield { line, ...place };
  }
}

/** The foremost of what overlaps stands: a blank left to fill in shows also in a date. */
const placesIn = memoByBlock((block): readonly Place[] => {
  const { role, content } = block;
  if (role === 'blank' || role === 'code' || role === 'noise') return NONE;
  const places: Place[] = [];
  const add = (type: TokenType, span: Span, level?: number) => {
    if (span.end > span.start && !places.some((other) => overlaps(other.span, span)))
      places.push(level === undefined ? { type, span } : { type, span, level });
  };
  for (const { span } of placeholder.check(block, {})) add('placeholder', span);
  if (role === 'title') add('title', content);
  if (role === 'recipient' || role === 'salutation') add('addressee', content);
  for (const { mark, title, level } of block.headings)
    add('heading', { start: mark.start, end: title.end }, Math.min(Math.max(level, 1), 5));
  if (isProse(block) || block.element === 'document-number' || role === 'date' || role === 'table')
    for (const [type, pattern] of PATTERNS) for (const span of spansOf(block, pattern)) add(type, span);
  return places.sort((a, b) => a.span.start - b.span.start);
});

const PATTERNS: readonly (readonly [TokenType, RegExp])[] = [
  ['documentNumber', DOCUMENT_NUMBER],
  ['documentName', DOCUMENT_NAME],
  ['date', DATE],
  ['figure', FIGURE],
];

function spansOf({ text }: Block, pattern: RegExp): Span[] {
  return Array.from(text.matchAll(pattern), ({ index, 0: words }) => ({ start: index, end: index + words.length }));
}
