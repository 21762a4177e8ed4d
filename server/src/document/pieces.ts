/** Finds where the documents of one file begin: items of a collection, 附件 pages, texts issued by a 通知. */

import type { LineShape, RoleHint } from './line';
import { CLOSING_WORDS, formOf, lettersIn } from './line-form';

const LONGEST_NAME = 70;
/** A name broken over more lines than this is not looked for. */
const MOST_NAME_LINES = 4;

/** 附件1广州市……体系；附件2：分工表: a mark with the name on its line, which only the name tells from a note. */
const MARK_WITH_NAME = /^附[\s　]?件[\s　]*\d{0,2}[\s　]*[:：.．、]?[\s　]*(?=\p{Script=Han}|《|“)/u;

/** Where a piece begins, and how many lines its name takes where the file told the name before; else 0. */
export interface PieceStart {
  readonly line: number;
  readonly nameLines: number;
}

/** The beginnings of pieces, first line of the file included, in order. */
export function pieceStarts(shapes: readonly LineShape[], roles: readonly RoleHint[]): PieceStart[] {
  const starts: PieceStart[] = [{ line: 0, nameLines: 0 }];
  const names = new Names();
  let closed = false;
  let signed = false;
  let sentences = 0;
  let anySigned = false;
  const begin = (index: number) => {
    starts.push({ line: index, nameLines: names.linesFrom(shapes, index) });
    closed = false;
    signed = false;
    sentences = 0;
  };
  shapes.forEach((shape, index) => {
    const { hint, words } = shape;
    const role = roles[index]?.role;
    if (words === '' || role === 'noise' || role === 'code' || role === 'table') return;
    const form = formOf(shape);
    if (index > 0) {
      if (form.collected) begin(index);
      else if (isAttachmentPage(shape, anySigned)) begin(index);
      else if (
        (signed || !hint) &&
        words.startsWith('附') &&
        MARK_WITH_NAME.test(words) &&
        names.has(words.replace(MARK_WITH_NAME, ''))
      )
        begin(index);
      else if (closed && (form.titleLike || opensRegulation(shape))) begin(index);
      else if (sentences > 0 && form.titleLike && names.linesFrom(shapes, index) > 0) begin(index);
    }
    names.read(shape, sentences === 0);
    if (!hint && '。！？：:'.includes(words.at(-1) ?? '')) sentences++;
    if (hint?.role === 'date') {
      closed = isSignedOff(shapes, index);
      signed ||= closed;
      anySigned ||= closed;
    } else if (hint?.role !== 'annotation' && hint?.role !== 'imprint' && hint?.role !== 'attachment-note') {
      closed = false;
    }
  });
  return starts;
}

/** 附件1 alone on its line; with a colon it may be the head of a 附件说明, unless the text above is signed. */
function isAttachmentPage({ hint, words }: LineShape, signed: boolean): boolean {
  if (hint?.role !== 'attachment-mark') return false;
  return signed || !/[:：]$/.test(words);
}

/** 第一章 or 第一条 right below a signed text belongs to what that text issues. */
function opensRegulation({ mark }: LineShape): boolean {
  return mark !== undefined && mark.heading.value === 1 && /^(?:chapter|article|volume)$/.test(mark.heading.style);
}

/** A date is a 成文日期 when organs or a post with its holder stand above it, and a sentence above them. */
function isSignedOff(shapes: readonly LineShape[], date: number): boolean {
  let signatures = 0;
  for (let index = date - 1; index >= 0; index--) {
    const shape = shapes[index];
    if (!shape || shape.words === '') continue;
    const { organ, post } = formOf(shape);
    if ((organ || post) && !shape.mark) {
      signatures++;
      continue;
    }
    if (signatures === 0) return false;
    const ended = /[。！？；）)]$/.test(shape.words) || CLOSING_WORDS.test(shape.words) || shape.hint !== undefined;
    return ended || signatures > 1 || !formOf(shape).titleLike;
  }
  return false;
}

/** Names of texts that come later in the file, told by titles, 附件说明 and 印发 sentences. */
class Names {
  readonly #names = new Set<string>();
  #head = '';
  #inNote = false;

  /** Takes the names that a line tells. `inHead` says that no sentence of the piece came before it. */
  read(shape: LineShape, inHead: boolean): void {
    const { words, hint, mark } = shape;
    const { letters, issued } = formOf(shape);
    if (inHead && letters !== '') {
      this.#head = (this.#head + letters).slice(-200);
      if (letters.endsWith('通知')) this.#add(/(?:印发|转发|发布|公布)(.{4,80})的?通知$/.exec(this.#head)?.[1]);
    } else this.#head = '';
    if (hint?.role === 'attachment-note') {
      this.#inNote = true;
      this.#add(lettersIn(words.replace(/^附[\s　]?件?[\s　]*\d{0,2}[\s　]*[:：][\s　]*(?:\d{1,2}[.．、])?/, '')));
    } else if (this.#inNote && mark?.heading.style === 'digit' && words.length <= LONGEST_NAME) {
      this.#add(lettersIn(words.slice(mark.heading.mark.end - mark.heading.mark.start)));
    } else this.#inNote = false;
    for (const name of issued) this.#add(name);
  }

  has(words: string): boolean {
    return this.#names.has(lettersIn(words));
  }

  /** How many lines from `index` on make one of the names; 0 when none does. */
  linesFrom(shapes: readonly LineShape[], index: number): number {
    if (this.#names.size === 0) return 0;
    let text = '';
    for (let line = index; line < index + MOST_NAME_LINES; line++) {
      const shape = shapes[line];
      if (!shape || shape.words.length > LONGEST_NAME || (shape.mark && !shape.mark.weak)) return 0;
      text += formOf(shape).letters;
      if (this.#names.has(text)) return line - index + 1;
    }
    return 0;
  }

  #add(name: string | undefined): void {
    if (name && name.length >= 4) this.#names.add(name);
  }
}
