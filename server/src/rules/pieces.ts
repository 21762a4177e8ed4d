/** What the rules on titles and form ask of a piece: its lines by role, its year, its title as one string. */
import type { Block, DocumentKind, Draft, Element, Piece, Role } from '../document/types';
import type { Span } from '../text/span';
import { Collector, type Line, linesWhere, within } from './collect';
import { memoByDraft } from './report';
import type { Edit } from './types';

export type { Line } from './collect';

/** The lines of a piece in these roles, in order. */
export function linesOf(draft: Draft, piece: Piece, ...roles: readonly Role[]): readonly Line[] {
  const key = roles.join(' ');
  let collector = byRoles.get(key);
  if (!collector) {
    collector = new Collector((block, index) => (roles.includes(block.role) ? { index, block } : undefined));
    byRoles.set(key, collector);
  }
  return within(collector.linesIn(draft), piece);
}

const byRoles = new Map<string, Collector<Line>>();

export function hasElement(draft: Draft, piece: Piece, element: Element): boolean {
  return elements(draft, piece).some(({ block }) => block.element === element);
}

const elements = linesWhere(({ element }) => element !== undefined);

/** The words of a block, without indent and noise. */
export function wordsOf({ text, content }: Block): string {
  return text.slice(content.start, content.end);
}

/** 《党政机关公文处理工作条例》 and GB/T 9704—2012 are in force since then. */
export const STANDARD_SINCE = 2012;

/**
 * The year a piece was written in: that of its 成文日期, 发文字号 or 题注, else that of the first piece; `undefined`
 * where none tells one.
 */
export function yearOf(draft: Draft, piece: Piece): number | undefined {
  return years(draft).get(piece);
}

const years = memoByDraft((draft): ReadonlyMap<Piece, number> => {
  const found = new Map<Piece, number>();
  const first = draft.pieces[0];
  for (const piece of draft.pieces) {
    const [date] = linesOf(draft, piece, 'date', 'signature', 'letterhead', 'caption', 'brief-head')
      .map(({ block }) => yearIn(block.text))
      .filter((year) => year !== undefined);
    const year = date ?? (first && found.get(first));
    if (year !== undefined) found.set(piece, year);
  }
  return found;
});

const HAN_DIGITS = '〇一二三四五六七八九';

/** 2004年, 〔2004〕, 二〇〇四年. */
function yearIn(text: string): number | undefined {
  const digits = /(?<!\d)(?:19|20)\d{2}(?!\d)/.exec(text)?.[0];
  if (digits) return Number(digits);
  const han = /[一二][〇○零OoＯ0九][〇○零OoＯ0一二三四五六七八九]{2}(?=年)/.exec(text)?.[0];
  if (!han) return undefined;
  return Number([...han].map((digit) => Math.max(0, HAN_DIGITS.indexOf(digit))).join(''));
}

/** True when the piece is older than the standards in force; `false` also when nothing tells its age. */
export function isBeforeStandard(draft: Draft, piece: Piece): boolean {
  return (yearOf(draft, piece) ?? STANDARD_SINCE) < STANDARD_SINCE;
}

/** Kinds that are read out to a meeting as often as they are sent. */
const READ_OUT: ReadonlySet<DocumentKind> = new Set<DocumentKind>(['report', 'briefing', 'summary', 'unknown']);
/** 各位代表：, 同志们： — to many, as no 主送 is. */
const TO_MANY = /们|各位|代表|委员/;

/** Spoken texts go by other customs: 讲话稿, 主持词, and reports given to a meeting, which begin with a 称谓. */
export function isSpoken(draft: Draft, piece: Piece): boolean {
  if (piece.kind === 'speech' || piece.kind === 'host-script') return true;
  return READ_OUT.has(piece.kind) && linesOf(draft, piece, 'salutation').some(({ block }) => TO_MANY.test(block.text));
}

/** The title of a piece as one string without blanks, with the way back into its lines. */
export class TitleText {
  readonly text: string;
  readonly #places: readonly { readonly block: number; readonly at: number }[];

  constructor(
    { blocks }: Draft,
    readonly piece: Piece,
  ) {
    const places: { block: number; at: number }[] = [];
    let text = '';
    for (const block of piece.titleLines) {
      const line = blocks[block];
      if (!line) continue;
      for (let at = line.content.start; at < line.content.end; at++) {
        const character = line.text[at] ?? '';
        if (/\s/.test(character)) continue;
        text += character;
        places.push({ block, at });
      }
    }
    // what stands around the title in its lines, 附件1 or a 发文字号, is none of it
    const own = piece.title.replace(/\s/g, '');
    const start = Math.max(0, text.indexOf(own));
    this.text = text.slice(start, start + own.length);
    this.#places = places.slice(start, start + own.length);
  }

  /** Where `[start, end)` of the text stands; what breaks over lines is shown in the line where it begins. */
  place(start: number, end: number): { block: number; span: Span } | undefined {
    const first = this.#places[start];
    const inLine = this.#places.slice(start, end).filter(({ block }) => block === first?.block);
    const last = inLine.at(-1);
    return first && last ? { block: first.block, span: { start: first.at, end: last.at + 1 } } : undefined;
  }

  /** The edits that put `newText` for `[start, end)`, one for each line it touches. */
  edits(start: number, end: number, newText: string): Edit[] {
    const before = this.#places[start - 1];
    if (start === end) {
      const at = before ? before.at + 1 : (this.#places[0]?.at ?? 0);
      return [{ block: before?.block ?? this.#places[0]?.block ?? 0, span: { start: at, end: at }, newText }];
    }
    const edits: Edit[] = [];
    for (let from = start; from < end; ) {
      const place = this.place(from, end);
      if (!place) break;
      edits.push({ ...place, newText: edits.length === 0 ? newText : '' });
      while (from < end && this.#places[from]?.block === place.block) from++;
    }
    return edits;
  }
}

/** The titles of all pieces that have one. */
export const titlesOf = memoByDraft((draft): readonly TitleText[] =>
  draft.pieces.filter(({ titleLines }) => titleLines.length > 0).map((piece) => new TitleText(draft, piece)),
);
