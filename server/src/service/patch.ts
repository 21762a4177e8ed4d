/** Rounds of edits, each made for the text that the last one left, as one list of edits to the first text. */
import type { Span } from '../text/span';

/** A replacement in a text; the span is in offsets of that text. */
export interface Replacement extends Span {
  readonly newText: string;
}

/** A stretch of the first text that is still there, or text that came in. */
type Piece = { readonly start: number; readonly end: number } | { readonly added: string };

export class Patch {
  readonly #first: string;
  #pieces: Piece[];

  constructor(text: string) {
    this.#first = text;
    this.#pieces = text === '' ? [] : [{ start: 0, end: text.length }];
  }

  /** Applies replacements to the text as it is now; they must not overlap. */
  apply(replacements: readonly Replacement[]): void {
    const next: Piece[] = [];
    const rest = [...this.#pieces].reverse();
    let at = 0;
    /** Moves pieces up to offset `to`, or drops them. */
    const advance = (to: number, keep: boolean) => {
      while (at < to) {
        const piece = rest.pop();
        if (!piece) return;
        const [head, tail] = split(piece, to - at);
        if (tail) rest.push(tail);
        at += lengthOf(head);
        if (keep) next.push(head);
      }
    };
    for (const { start, end, newText } of [...replacements].sort((a, b) => a.start - b.start || a.end - b.end)) {
      advance(start, true);
      advance(end, false);
      if (newText !== '') next.push({ added: newText });
    }
    next.push(...rest.reverse());
    this.#pieces = next;
  }

  /** The text as it is now. */
  text(): string {
    return this.#pieces.map((piece) => this.#textOf(piece)).join('');
  }

  /** All rounds as replacements in the first text, in order; none of them changes nothing. */
  replacements(): Replacement[] {
    const found: Replacement[] = [];
    let at = 0;
    let added = '';
    const close = (start: number) => {
      if ((start > at || added !== '') && this.#first.slice(at, start) !== added)
        found.push({ start: at, end: start, newText: added });
      added = '';
    };
    for (const piece of this.#pieces) {
      if ('added' in piece) {
        added += piece.added;
        continue;
      }
      close(piece.start);
      at = piece.end;
    }
    close(this.#first.length);
    return found;
  }

  /** Where in the first text the characters at these offsets of the text as it is now come from; offsets in order. */
  origins(offsets: readonly number[]): number[] {
    const found: number[] = [];
    let at = 0;
    let origin = 0;
    for (const piece of this.#pieces) {
      const end = at + lengthOf(piece);
      while (found.length < offsets.length && (offsets[found.length] ?? end) < end) {
        const offset = offsets[found.length] ?? at;
        found.push('added' in piece ? origin : piece.start + offset - at);
      }
      at = end;
      if (!('added' in piece)) origin = piece.end;
    }
    while (found.length < offsets.length) found.push(origin);
    return found;
  }

  #textOf(piece: Piece): string {
    return 'added' in piece ? piece.added : this.#first.slice(piece.start, piece.end);
  }
}

function lengthOf(piece: Piece): number {
  return 'added' in piece ? piece.added.length : piece.end - piece.start;
}

function split(piece: Piece, length: number): [Piece, Piece | undefined] {
  if (length >= lengthOf(piece)) return [piece, undefined];
  if ('added' in piece) return [{ added: piece.added.slice(0, length) }, { added: piece.added.slice(length) }];
  const middle = piece.start + length;
  return [
    { start: piece.start, end: middle },
    { start: middle, end: piece.end },
  ];
}
