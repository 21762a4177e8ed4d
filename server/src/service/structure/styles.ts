/** How headings are numbered in this draft: which style stands below which, and how its mark is written. */
import type { Block, HeadingMark, Language, MarkStyle } from '../../document/types';
import { toHanNumeral } from '../../text/chars';

/** A numeral style, or a Markdown heading without a number by its depth: `atx1` is `##`. */
export type Style = Exclude<MarkStyle, 'atx'> | `atx${number}`;

/** Which style stands above which; the order of the outline. */
const RANK: Readonly<Record<Exclude<MarkStyle, 'atx'>, number>> = {
  volume: 1,
  part: 2,
  chapter: 3,
  section: 4,
  article: 5,
  han: 6,
  'han-paren': 7,
  digit: 8,
  'digit-paren': 9,
  'digit-half-paren': 9.5,
  circled: 10,
};

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

/** First code point and count of the characters that are a number with its brackets or its point. */
const ENCLOSED: Readonly<Record<string, readonly (readonly [number, number, number])[]>> = {
  circled: [
    [0x2460, 20, 1],
    [0x3251, 15, 21],
  ],
  'digit-paren': [[0x2474, 20, 1]],
  digit: [[0x2488, 20, 1]],
  'han-paren': [[0x3220, 10, 1]],
};

/** How the marks of a style are written. */
export interface Form {
  /** Before and behind the numeral: `（`, `）`. */
  readonly open: string;
  readonly close: string;
  readonly numeral: 'han' | 'digit' | 'enclosed';
  /** Blanks between the mark and its title. */
  readonly gap: string;
  /** Markdown's `#` before the mark; `undefined` where the draft does not show it. */
  readonly hashes?: number;
}

const FORMS: Readonly<Record<Exclude<MarkStyle, 'atx'>, Form>> = {
  volume: { open: '第', close: '编', numeral: 'han', gap: '　' },
  part: { open: '第', close: '部分', numeral: 'han', gap: '　' },
  chapter: { open: '第', close: '章', numeral: 'han', gap: '　' },
  section: { open: '第', close: '节', numeral: 'han', gap: '　' },
  article: { open: '第', close: '条', numeral: 'han', gap: '　' },
  han: { open: '', close: '、', numeral: 'han', gap: '' },
  'han-paren': { open: '（', close: '）', numeral: 'han', gap: '' },
  digit: { open: '', close: '.', numeral: 'digit', gap: '' },
  'digit-paren': { open: '（', close: '）', numeral: 'digit', gap: '' },
  'digit-half-paren': { open: '', close: '）', numeral: 'digit', gap: '' },
  circled: { open: '', close: '', numeral: 'enclosed', gap: '' },
};

export function usualForm(style: Style): Form {
  return isNumbered(style)
    ? FORMS[style]
    : { open: '', close: '', numeral: 'digit', gap: '', hashes: Number(style.slice(3)) + 1 };
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
    numeral: isEnclosed(figures) ? 'enclosed' : /[0-9０-９]/.test(figures) ? 'digit' : 'han',
    gap: /^\s*$/.test(between) ? between : '',
    ...(language === 'markdown' ? { hashes: hashes ? hashes.end - hashes.start : 0 } : {}),
  };
}

function isEnclosed(figures: string): boolean {
  return /^[①-⒛㈠-㈩㉑-㉟]$/.test(figures);
}

/** The mark of a number, without the gap behind it; `undefined` where the style has no such number. */
export function markOf(style: Style, form: Form, value: number): string | undefined {
  if (!isNumbered(style)) return '';
  if (value < 1 || value > 999) return undefined;
  if (form.numeral === 'enclosed') {
    const character = enclosed(style, value);
    if (character !== undefined) return form.open + character + form.close;
    if (style === 'circled') return undefined;
    return markOf(style, FORMS[style], value);
  }
  return form.open + (form.numeral === 'han' ? toHanNumeral(value) : String(value)) + form.close;
}

function enclosed(style: Style, value: number): string | undefined {
  for (const [first, count, from] of ENCLOSED[style] ?? [])
    if (value >= from && value < from + count) return String.fromCodePoint(first + value - from);
  return undefined;
}

/** A title that begins with figures would run into its number: 1.5G网络, 一、二三产业. */
export function gapBefore(title: string, form: Form, style: Style): string {
  if (form.gap !== '' || title === '') return title === '' ? '' : form.gap;
  const runsOn = style === 'digit' ? /^[0-9０-９.．]/ : style === 'han' ? /^[一二三四五六七八九十百零、]/ : undefined;
  return runsOn?.test(title) ? ' ' : '';
}
