/** How headings are numbered in this draft: which style stands below which, and how its mark is written. */
import { RANK } from '../../document/outline';
import type { Block, HeadingMark, Language, MarkStyle } from '../../document/types';
import { numeralLike } from '../../rules/heading/_series';

/** A numeral style, or a Markdown heading without a number by its depth: `atx1` is `##`. */
export type Style = Exclude<MarkStyle, 'atx'> | `atx${number}`;

/** What stands below a style where the draft does not show it. */
const BELOW: Readonly<Partial<Record<MarkStyle, Style>>> = {
  volume: 'chapter',
  part: 'han',
  chapter: 'section',
  section: 'article',
  article: 'han-paren',
  han: 'han-paren',
  'han-paren': 'digit',
  digit: 'digit-paren',
  'digit-paren': 'circled',
  'digit-half-paren': 'circled',
};

const DEEPEST_ATX = 5;

export function styleOf({ style, level }: HeadingMark): Style {
  return style === 'atx' ? `atx${level}` : style;
}

export function isNumbered(style: Style): style is Exclude<MarkStyle, 'atx'> {
  return !style.startsWith('atx');
}

export function rankOf(style: Style): number {
  return isNumbered(style) ? RANK[style] : RANK.han + Number(style.slice(3)) - 1;
}

/** `undefined` below the deepest. */
export function usuallyBelow(style: Style): Style | undefined {
  if (isNumbered(style)) return BELOW[style];
  const depth = Number(style.slice(3));
  return depth < DEEPEST_ATX ? `atx${depth + 1}` : undefined;
}

/** How the marks of a style are written. */
export interface Form {
  /** Before and behind the numeral: `（`, `）`. */
  readonly open: string;
  readonly close: string;
  /** The numeral of the first: 一, 1, ①, ㈠. */
  readonly first: string;
  /** Blanks between the mark and its title. */
  readonly gap: string;
  /** Markdown's `#` before the mark; `undefined` where the draft does not show it. */
  readonly hashes?: number;
}

const FORMS: Readonly<Record<Exclude<MarkStyle, 'atx'>, Form>> = {
  volume: { open: '第', close: '编', first: '一', gap: '　' },
  part: { open: '第', close: '部分', first: '一', gap: '　' },
  chapter: { open: '第', close: '章', first: '一', gap: '　' },
  section: { open: '第', close: '节', first: '一', gap: '　' },
  article: { open: '第', close: '条', first: '一', gap: '　' },
  han: { open: '', close: '、', first: '一', gap: '' },
  'han-paren': { open: '（', close: '）', first: '一', gap: '' },
  digit: { open: '', close: '.', first: '1', gap: '' },
  'digit-paren': { open: '（', close: '）', first: '1', gap: '' },
  'digit-half-paren': { open: '', close: '）', first: '1', gap: '' },
  circled: { open: '', close: '', first: '①', gap: '' },
};

export function usualForm(style: Style): Form {
  return isNumbered(style)
    ? FORMS[style]
    : { open: '', close: '', first: '1', gap: '', hashes: Number(style.slice(3)) + 1 };
}

/** `## ` before the words of a Markdown heading. */
const HASHES = /^[ ]{0,3}(?<hashes>#{1,6})(?<blanks>[ \t]+)/d;

/** The `#` of a line, blanks behind them left out. */
export function hashesOf(
  source: string,
  language: Language,
): { readonly start: number; readonly end: number } | undefined {
  if (language !== 'markdown') return undefined;
  const at = HASHES.exec(source)?.indices?.groups?.hashes;
  return at && { start: at[0], end: at[1] };
}

/** The form of a mark as written. */
export function formOf({ source }: Block, heading: HeadingMark, language: Language): Form {
  const { mark, numeral, title } = heading;
  const figures = source.slice(numeral.start, numeral.end);
  const between = source.slice(mark.end, Math.max(mark.end, title.start));
  const hashes = hashesOf(source, language);
  return {
    open: source.slice(mark.start, numeral.start),
    close: source.slice(numeral.end, mark.end),
    first: numeralLike(figures, 1),
    gap: /^\s*$/.test(between) ? between : '',
    ...(language === 'markdown' ? { hashes: hashes ? hashes.end - hashes.start : 0 } : {}),
  };
}

/** The mark of a number, without the gap behind it; `undefined` where the style has no such number. */
export function markOf(style: Style, { open, close, first }: Form, value: number): string | undefined {
  if (!isNumbered(style)) return '';
  if (value < 1 || value > (style === 'circled' ? LAST_CIRCLED : LAST_HAN)) return undefined;
  return open + numeralLike(first, value) + close;
}

const LAST_CIRCLED = 35;
const LAST_HAN = 999;

/** A title that begins with figures would run into its number: 1.5G网络, 一、二三产业. */
export function gapBefore(title: string, form: Form, style: Style): string {
  if (form.gap !== '' || title === '') return title === '' ? '' : form.gap;
  const runsOn = style === 'digit' ? /^[0-9０-９.．]/ : style === 'han' ? /^[一二三四五六七八九十百零、]/ : undefined;
  return runsOn?.test(title) ? ' ' : '';
}
