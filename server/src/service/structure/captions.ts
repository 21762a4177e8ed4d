/** Numbers that are no headings: captions of figures and tables, 附件说明 and the marks of 附件. */
import type { Block, Draft } from '../../document/types';
import { numeralLike } from '../../rules/heading/_series';
import { memoByBlock } from '../../rules/report';
import { parseHanNumeral } from '../../text/chars';
import type { Span } from '../../text/span';
import type { Change } from './change';

type OtherKind = 'attachment' | 'figure' | 'table';

/** What became of the numbers of things that are no sections. */
export class OtherNumbers {
  readonly #now = new Map<string, number | 'unclear'>();
  #any = false;

  /** True when one of them has got another number or is gone. */
  get any(): boolean {
    return this.#any;
  }

  /** The new number; `undefined` for what the text does not hold, `unclear` for what stands in it twice or is gone. */
  now(kind: OtherKind, prefix: string, value: number): number | 'unclear' | undefined {
    return this.#now.get(`${kind} ${prefix} ${value}`);
  }

  set(kind: OtherKind, prefix: string, value: number, now: number | 'unclear'): void {
    const key = `${kind} ${prefix} ${value}`;
    const known = this.#now.get(key);
    this.#now.set(key, known !== undefined && known !== now ? 'unclear' : now);
    if (now !== value) this.#any = true;
  }
}

interface Label {
  readonly kind: OtherKind;
  /** `2-` of 表2-1. */
  readonly prefix: string;
  readonly value: number;
  readonly numeral: Span;
  /** 表1（续） */
  readonly continued: boolean;
}

/** 图1 全市经济增长情况; 表2-1：任务清单 */
const CAPTION =
  /^(?<kind>图|表)[ 　]?(?<prefix>\d{1,2}[-－—.．])?(?<n>\d{1,2})(?=$|[\s　:：.．、]|(?!所示|显示|可见|中|反映|表明|给出|列出|是|为)\p{Script=Han}|《|（)/du;
const LONGEST_CAPTION = 60;

const captionOf = memoByBlock(({ text, role, content }: Block): Label | undefined => {
  if (role !== 'body' && role !== 'table') return undefined;
  const first = text[content.start];
  if ((first !== '图' && first !== '表') || content.end - content.start > LONGEST_CAPTION) return undefined;
  const words = text.slice(content.start, content.end);
  const match = CAPTION.exec(words);
  const at = match?.indices?.groups?.n;
  if (!match || !at || /[。；！？]/.test(words)) return undefined;
  return {
    kind: first === '图' ? 'figure' : 'table',
    prefix: match.groups?.prefix ?? '',
    value: Number(match.groups?.n),
    numeral: { start: content.start + at[0], end: content.start + at[1] },
    continued: /续[）)]?$/.test(words),
  };
});

interface Labelled extends Label {
  readonly line: number;
  readonly piece: number;
}

/**
 * Counts captions in their new order, by kind and prefix.
 * @param mends false leaves alone what was out of order before
 */
export function countCaptions(
  change: Change,
  others: OtherNumbers,
  mends: boolean,
  within: (line: number) => boolean,
): number {
  const found = captions(change.draft);
  if (found.length === 0) return 0;
  const places = change.lines.places();
  let changed = 0;
  for (const list of groups(found)) {
    const values = numbered(list);
    const inOrder = list.every(({ value }, index) => value === values[index]);
    if (!mends && !inOrder) continue;
    const kept = list.filter(({ line }) => places.has(line));
    const ordered = kept.sort((a, b) => (places.get(a.line) ?? 0) - (places.get(b.line) ?? 0));
    for (const each of list) if (!places.has(each.line)) others.set(each.kind, each.prefix, each.value, 'unclear');
    numbered(ordered).forEach((wanted, index) => {
      const each = ordered[index] as Labelled;
      const value = within(each.line) ? wanted : each.value;
      others.set(each.kind, each.prefix, each.value, value);
      if (value === each.value) return;
      change.lines.replace(each.line, each.numeral, String(value));
      changed++;
    });
  }
  return changed;
}

/** The numbers that captions get in this order; the second half of a table keeps the number of the first. */
function numbered(list: readonly Labelled[]): number[] {
  let value = 0;
  return list.map((each, index) => {
    const previous = list[index - 1];
    if (!(previous && each.continued && previous.value === each.value)) value++;
    return value;
  });
}

function captions({ blocks, pieces }: Draft): Labelled[] {
  return pieces.flatMap(({ start, end }, piece) => {
    const found: Labelled[] = [];
    for (let line = start; line < end; line++) {
      const block = blocks[line];
      const label = block && captionOf(block);
      if (label) found.push({ ...label, line, piece });
    }
    return found;
  });
}

/** Those of one kind and one prefix; a piece whose first number is 1 counts by itself. */
function groups(found: readonly Labelled[]): Labelled[][] {
  const lists = new Map<string, Labelled[]>();
  const done: Labelled[][] = [];
  for (const each of found) {
    const key = `${each.kind} ${each.prefix}`;
    const list = lists.get(key);
    const last = list?.at(-1);
    if (list && last && !(each.piece !== last.piece && each.value === 1)) list.push(each);
    else {
      const fresh = [each];
      lists.set(key, fresh);
      done.push(fresh);
    }
  }
  return done;
}

/** 附件：1.实施方案; 附件1：实施方案; 2.分工表 below it */
const NOTE_ITEM = /^(?:附[\s　]?件[\s　]*[:：]?[\s　]*)?(?<n>\d{1,2})[\s　]*[.．、:：]/d;
/** 附件1 */
const PAGE_MARK = /^附[\s　]?件[\s　]*(?<n>\d{1,2}|[一二三四五六七八九十]{1,3})[\s　]*(?:[:：.．、]|$)/d;

/** Puts 附件说明 in order; the marks of 附件 and what refers to them follow it. Without one the marks are counted. */
export function countAttachments(change: Change, others: OtherNumbers, within: (line: number) => boolean): number {
  const { blocks, pieces } = change.draft;
  const items: { readonly line: number; readonly value: number; readonly numeral: Span }[] = [];
  const marks: typeof items = [];
  for (const [index, { start, end }] of pieces.entries()) {
    for (let line = start; line < end; line++) {
      const block = blocks[line];
      if (block?.role !== 'attachment-note' && block?.role !== 'attachment-mark') continue;
      const words = block.text.slice(block.content.start, block.content.end);
      const isMark = block.role === 'attachment-mark' || (index > 0 && line === start);
      const at = (isMark ? PAGE_MARK : NOTE_ITEM).exec(words)?.indices?.groups?.n;
      if (!at) continue;
      const numeral = { start: block.content.start + at[0], end: block.content.start + at[1] };
      const value = numberOf(words.slice(at[0], at[1]));
      if (value !== undefined) (isMark ? marks : items).push({ line, value, numeral });
    }
  }
  // several drafts in one file have a first 附件 each
  const first = (list: typeof items) => list.filter(({ value }) => value === 1).length;
  if (first(items) > 1 || first(marks) > 1) return 0;
  const now = new Map<number, number | 'unclear'>();
  (items.length > 0 ? items : marks).forEach(({ line, value }, index) => {
    const wanted = within(line) ? index + 1 : value;
    now.set(value, now.has(value) ? 'unclear' : wanted);
  });
  let changed = 0;
  const write = (line: number, numeral: Span, value: number) => {
    const source = change.lines.source(line);
    const old = source.slice(numeral.start, numeral.end);
    const wanted = numeralLike(old, value);
    if (old === wanted) return;
    change.lines.replace(line, numeral, wanted);
    changed++;
  };
  items.forEach(({ line, numeral }, index) => {
    if (within(line)) write(line, numeral, index + 1);
  });
  marks.forEach(({ line, value, numeral }, index) => {
    const wanted = items.length > 0 ? now.get(value) : within(line) ? index + 1 : value;
    if (typeof wanted === 'number') write(line, numeral, wanted);
  });
  for (const [value, wanted] of now) others.set('attachment', '', value, wanted);
  return changed;
}

function numberOf(numeral: string): number | undefined {
  const value = /^\d+$/.test(numeral) ? Number(numeral) : parseHanNumeral(numeral);
  return value === undefined || value === 0 ? undefined : value;
}
