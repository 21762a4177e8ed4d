/** The 附件说明 against the attachments themselves and against what the text says of them. */
import type { Draft, Piece } from '../../document/types';
import type { Span } from '../../text/span';
import { collect, linesWhere } from '../collect';
import { type Line, linesOf, wordsOf } from '../pieces';
import { choices } from '../report';
import { WRITTEN_KINDS } from '../title/_words';
import type { DocumentFinding } from '../types';
import { almostSame } from './_cited';
import { aboveDate, isRunning, issuedOn, proseLines, unquoted } from './_lines';

/** 附件：1.实施方案, 2.汇总表, 附件2：汇总表 */
const LISTED =
  /^(?:附[\s　]*件[\s　]*(?<early>\d{1,2})?[\s　]*[:：]?[\s　]*)?(?:(?<number>\d{1,2})[.．、][\s　]*)?(?<name>.*[^。；;，,])?[。；;，,]*$/d;
/** 附件2 at the head of a page */
const MARK = /^附[\s　]*件[\s　]*(?<number>\d{1,2})?[\s　]*[:：]?/;
/** 见附件2, （附件1）; 《办法》附件3 is another document's */
const MENTION = /(?<![》”的]|原)附件(?<number>\d{1,2})(?![\d.．])/g;
/** 附件1—3, 附件1、2 speak of what is between or behind. */
const SEVERAL = /附件\d{1,2}[—–~～、和及至-]\d/;

interface Listed {
  readonly block: number;
  readonly number: number;
  readonly name: string;
  readonly span: Span;
}

export function* wrongAttachments(draft: Draft, piece: Piece): Iterable<DocumentFinding> {
  const notes = linesOf(draft, piece, 'attachment-note').flatMap(listedIn);
  if (notes.length === 0) {
    yield* unlisted(draft, piece);
    return;
  }
  yield* skipped(notes);
  yield* unlistedMarks(draft, notes);
  yield* unlistedMentions(draft, piece, notes);
  yield* otherTitle(draft, piece, notes);
  yield* unmentioned(draft, piece, notes);
}

function listedIn({ index, block }: Line): Listed[] {
  const words = wordsOf(block);
  const match = LISTED.exec(words);
  const { early, number, name = '' } = match?.groups ?? {};
  const [start = 0, end = 0] = match?.indices?.groups?.name ?? [];
  const at = block.content.start;
  if (name === '') return [];
  return [{ block: index, number: Number(early ?? number ?? 0), name, span: { start: at + start, end: at + end } }];
}

/** 1. 2. 4. */
function* skipped(notes: readonly Listed[]): Iterable<DocumentFinding> {
  for (const [order, note] of notes.entries()) {
    const before = notes[order - 1];
    if (!before || before.number === 0 || note.number <= before.number + 1) continue;
    yield {
      block: note.block,
      span: note.span,
      message: `附件说明的序号“${before.number}”之后是“${note.number}”`,
      related: [{ block: before.block, span: before.span, message: `附件${before.number}` }],
    };
    return;
  }
}

/** 见附件 in a finished document that lists none. */
const SEE = /(?<=[（(见按])附件\d{0,2}(?=[）)，。；]|的)/g;

const seenIn = collect(
  (block): readonly Span[] =>
    block.text.includes('附件')
      ? [...unquoted(block).matchAll(SEE)].map(({ index, 0: words }) => ({ start: index, end: index + words.length }))
      : [],
  isRunning,
);

function* unlisted(draft: Draft, piece: Piece): Iterable<DocumentFinding> {
  const issue = issuedOn(draft, piece);
  if (!issue || !WRITTEN_KINDS.has(piece.kind) || draft.blocks[issue.block]?.role === 'caption') return;
  const [line] = aboveDate(draft, piece, seenIn(draft, piece));
  const [span] = line?.items ?? [];
  // 附件下载 of a web page is a list too
  if (!line || !span || listLike(draft).length > 0) return;
  yield { block: line.index, span, severity: 'info', message: '正文提到附件，正文之后没有附件说明' };
}

const listLike = linesWhere(({ role, text }) => role === 'attachment-mark' || /^[\s　]*附/.test(text));
const pageMarks = linesWhere(({ role }) => role === 'attachment-mark');

/** 附件3 at the head of a page, where two are listed; judged where one document alone has a list. */
function* unlistedMarks(draft: Draft, notes: readonly Listed[]): Iterable<DocumentFinding> {
  const [first] = notes;
  const all = draft.pieces.flatMap((each) => linesOf(draft, each, 'attachment-note').flatMap(listedIn));
  const numbers = notes.length === 1 ? [0, 1] : notes.map(({ number }) => number);
  if (!first || all.length > notes.length || (notes.length > 1 && numbers.includes(0))) return;
  const marks = pageMarks(draft)
    .filter(({ index }) => index > first.block)
    .map((line) => ({ ...line, number: Number(MARK.exec(wordsOf(line.block))?.groups?.number ?? 0) }));
  for (const { index, block, number } of marks) {
    if (number === 0 || numbers.includes(number)) continue;
    const left = notes.filter((note) => note.number > 0 && !marks.some((mark) => mark.number === note.number));
    yield {
      block: index,
      span: block.content,
      message: `附件说明${notes.length === 1 ? '只有1个附件' : `列到附件${Math.max(...numbers)}`}，没有“附件${number}”`,
      related: [{ block: first.block, span: first.span, message: '附件说明' }],
      ...(left.length === 1 ? { fixes: choices(block.content, `附件${left[0]?.number}`) } : {}),
    };
  }
}

/** 附件2 of the 通知 of another organ */
const OF_OTHER = /(?:通知|文件|方案|办法|意见|合同|协议|纪要|报告|预案|规定|来函|号文?)[）)]?$/;

const numberedIn = collect((block): readonly { readonly number: number; readonly span: Span }[] => {
  if (!block.text.includes('附件')) return [];
  return [...unquoted(block).matchAll(MENTION)]
    .filter(({ index }) => !OF_OTHER.test(block.text.slice(Math.max(0, index - 4), index)))
    .map(({ index, 0: words, groups }) => ({
      number: Number(groups?.number),
      span: { start: index, end: index + words.length },
    }));
}, isRunning);

/** 见附件3 above a list of two; what has a page of its own is told there. */
function* unlistedMentions(draft: Draft, piece: Piece, notes: readonly Listed[]): Iterable<DocumentFinding> {
  const [first] = notes;
  const numbers = notes.length === 1 ? [0, 1, first?.number] : notes.map(({ number }) => number);
  if (!first || !issuedOn(draft, piece) || (notes.length > 1 && numbers.includes(0))) return;
  const told = new Set<number>();
  for (const { index, items } of aboveDate(draft, piece, numberedIn(draft, piece))) {
    for (const { number, span } of items) {
      if (numbers.includes(number) || told.has(number) || index > first.block) continue;
      if (pageMarks(draft).some(({ block }) => Number(MARK.exec(wordsOf(block))?.groups?.number) === number)) continue;
      told.add(number);
      yield {
        block: index,
        span,
        severity: 'info',
        message: `附件说明${notes.length === 1 ? '只有1个附件' : `只列到附件${Math.max(...notes.map((note) => note.number))}`}，没有“附件${number}”`,
        related: [{ block: first.block, span: first.span, message: '附件说明' }],
      };
    }
  }
}

/** The title of an attachment is that of the list. */
function* otherTitle(draft: Draft, piece: Piece, notes: readonly Listed[]): Iterable<DocumentFinding> {
  for (const { index: mark, block } of pageMarks(draft)) {
    if (mark < piece.end - 1) continue;
    const number = Number(MARK.exec(wordsOf(block))?.groups?.number ?? 0);
    const line = draft.blocks.findIndex(({ role }, index) => index > mark && role !== 'blank');
    const title = draft.blocks[line];
    // a title of several lines is not compared
    if (!title || !/^(?:title|body)$/.test(title.role) || draft.blocks[line + 1]?.role === 'title') continue;
    const listed = notes.find((note) => note.number === number) ?? (notes.length === 1 ? notes[0] : undefined);
    const name = wordsOf(title);
    if (!listed || !almostSame(squeezed(listed.name), squeezed(name), 5)) continue;
    yield {
      block: line,
      span: title.content,
      message: `附件标题“${name}”与附件说明中的“${listed.name}”不一致`,
      related: [{ block: listed.block, span: listed.span, message: '附件说明' }],
      fixes: [
        ...choices(title.content, listed.name),
        {
          title: `附件说明改为“${name}”`,
          edits: [{ block: listed.block, span: listed.span, newText: name }],
          preferred: false,
        },
      ],
    };
  }
}

function squeezed(name: string): string {
  return name.replace(/[\s　《》]/g, '');
}

/** `undefined` for what may be any of them. */
const mentionsIn = collect((block): readonly (number | undefined)[] => {
  if (!block.text.includes('附件')) return [];
  if (SEVERAL.test(block.text) || /附件(?!\d)/.test(block.text)) return [undefined];
  return [...block.text.matchAll(MENTION)].map(({ groups }) => Number(groups?.number));
}, isRunning);

/** 附件1 and 附件3 are spoken of by number, and 附件2 is not. */
function* unmentioned(draft: Draft, piece: Piece, notes: readonly Listed[]): Iterable<DocumentFinding> {
  if (!issuedOn(draft, piece) || notes.length < 2 || notes.some(({ number }) => number === 0)) return;
  const mentioned = new Set(mentionsIn(draft, piece).flatMap(({ items }) => items));
  if (mentioned.has(undefined)) return;
  const missing = notes.filter(({ number }) => !mentioned.has(number));
  if (mentioned.size === 0 || missing.length !== 1) return;
  // one that is spoken of by its name needs no number
  const lines = aboveDate(draft, piece, proseLines(draft, piece));
  if (lines.some(({ block }) => missing.some(({ name }) => block.text.includes(name)))) return;
  for (const { block, span, number } of missing) {
    yield { block, span, severity: 'hint', message: `正文提到其他附件，没有提到“附件${number}”` };
  }
}
