/** 不成对的引号、括号、书名号；分段引用、跨行接排的除外。 */
import type { Block, Draft, Piece } from '../../document/types';
import { span } from '../../text/span';
import { linesWhere } from '../collect';
import { isProse } from '../report';
import type { DocumentFinding, DocumentRule, Fix } from '../types';
import { type LoneMark, marksOf, type PairKind } from './_pairs';

const NAMES: Readonly<Record<PairKind, readonly [open: string, close: string, name: string]>> = {
  '“': ['“', '”', '引号'],
  '‘': ['‘', '’', '单引号'],
  '《': ['《', '》', '书名号'],
  '〈': ['〈', '〉', '单书名号'],
  '（': ['（', '）', '括号'],
  '【': ['【', '】', '方头括号'],
  '〔': ['〔', '〕', '六角括号'],
  '「': ['「', '」', '引号'],
  '『': ['『', '』', '引号'],
};

/** A quotation of several paragraphs is no longer than this many lines. */
const LONGEST_QUOTATION = 60;

/** A line that ends like this is not carried on in the next one. */
const ENDED = /[。！？：；…”’）]\s*$/;

export const rule: DocumentRule = {
  id: 'punctuation/unpaired',
  scope: 'document',
  gate: 'language',
  severity: 'error',
  source: 'GB/T 15834—2011 4.8、4.9、4.15',
  authority: 'binding',
  title: '引号、括号、书名号成对',
  why: '标号的前后两半缺一不可；一段引文分成几段时，每段用前引号，末段才用后引号。',
  examples: {
    bad: [
      { text: '要打好“三农工作的基础，抓好落实。', found: '“' },
      { text: '认真落实关于优化环境的意见》的要求。', found: '》' },
      { text: '各县（市、区要抓好落实。', found: '（' },
    ],
    good: [
      '会议指出：\n“一段引文有几个自然段。\n“每段开头用前引号。\n“末段才有后引号。”',
      '将第三条修改为：“有下列情形之一的，不予受理：\n（一）不属于本机关职权范围的。\n（二）材料不齐全的。”',
      '1）摸清底数；2）建立台账。',
      '这是一段硬换行的文字，关于印发《重点任务分工\n方案》的通知已经下发。',
    ],
  },
  *check(draft) {
    const unpaired = draft.pieces.flatMap((piece) => unpairedIn(draft, piece));
    for (const place of unpaired.sort((a, b) => a.block - b.block || a.mark.index - b.mark.index))
      yield finding(draft.blocks, place);
  },
};

function unpairedIn(draft: Draft, piece: Piece): Place[] {
  const { blocks } = draft;
  const unpaired: Place[] = [];
  // what an earlier line has opened and not closed, one for each kind
  const owed = new Map<PairKind, Place>();
  for (const { index, block } of markedLines(draft, piece)) {
    const quoted = owed.get('“');
    if (quoted && endsQuotation(block) && spans(blocks, quoted, { block: index, mark: firstMark(block) }))
      owed.delete('“');
    for (const mark of loneMarksOf(block)) {
      const place = { block: index, mark };
      const before = owed.get(mark.kind);
      const goesOn = before !== undefined && spans(blocks, before, place);
      if (mark.opens) {
        // each paragraph of one quotation opens anew: the pair is owed once
        if (before && !(goesOn && mark.index === block.content.start)) unpaired.push(before);
        if (!before || !goesOn || mark.index !== block.content.start) owed.set(mark.kind, place);
      } else if (goesOn) owed.delete(mark.kind);
      else unpaired.push(place);
    }
  }
  return [...unpaired, ...owed.values()];
}

/** The lines that may open or close a pair for others. */
const markedLines = linesWhere((block) => endsQuotation(block) || loneMarksOf(block).length > 0);

/** The last paragraph of a quotation opens anew and closes: `“……。”`. */
function endsQuotation(block: Block): boolean {
  const { start, end } = block.content;
  if (block.text[start] !== '“' || !/”[。，；]?$/.test(block.text.slice(Math.max(start, end - 2), end))) return false;
  return marksOf(block).pairs.some(({ open, close }) => open === start && close >= end - 2);
}

function firstMark(block: Block): LoneMark {
  return { kind: '“', index: block.content.start, opens: true };
}

interface Place {
  readonly block: number;
  readonly mark: LoneMark;
}

/** A line with more lone marks than this is garbled, and told once. */
const MOST_LONE = 20;

function loneMarksOf(block: Block): readonly LoneMark[] {
  if (!isProse(block)) return [];
  const { lone } = marksOf(block);
  return lone.length > MOST_LONE ? lone.slice(0, 1) : lone;
}

/** True when a pair may open at `from` and close at, or run on through, `to`: a quotation of several paragraphs. */
function spans(blocks: Draft['blocks'], from: Place, to: Place): boolean {
  if (from.block === to.block || to.block - from.block > LONGEST_QUOTATION) return false;
  const first = blocks[from.block];
  const last = blocks[to.block];
  if (!first || !last) return false;
  const onlyBlank = blocks.slice(from.block + 1, to.block).every(({ role }) => role === 'blank');
  const wrapped = !ENDED.test(first.text);
  // a web page broken before the closing mark
  const misbroken = !to.mark.opens && to.mark.index <= last.content.start;
  if (onlyBlank && (wrapped || misbroken)) return true;
  if (from.mark.kind !== '“' && from.mark.kind !== '（' && from.mark.kind !== '「') return false;
  const introduced = /(?:^|[：:，])\s*$/.test(first.text.slice(0, from.mark.index).slice(-3));
  const opensParagraph = from.mark.index <= first.content.start;
  if (to.mark.opens) return opensParagraph || introduced;
  const closesParagraph = /^[”’）。！？；，…\s]*$/.test(last.text.slice(to.mark.index + 1));
  return opensParagraph || introduced || closesParagraph;
}

function finding(blocks: Draft['blocks'], { block, mark }: Place): DocumentFinding {
  const [open, close, name] = NAMES[mark.kind];
  const text = blocks[block]?.text ?? '';
  const at = span(mark.index, mark.index + 1);
  const written = text.slice(at.start, at.end);
  const fixes: Fix[] = [{ title: '删去', edits: [{ span: at, newText: '' }], preferred: false }];
  if (mark.opens) {
    const end = nextPause(text, mark.index + 1);
    if (end > mark.index + 1) {
      const title = `在“${text.slice(Math.max(mark.index + 1, end - 6), end)}”后补“${close}”`;
      fixes.unshift({ title, edits: [{ span: span(end, end), newText: close }], preferred: false });
    }
  }
  return {
    block,
    span: at,
    message: mark.opens ? `${name}“${written}”没有配对的“${close}”` : `${name}“${written}”没有配对的“${open}”`,
    fixes,
  };
}

/** Where a pair opened before `from` would most likely close: before the next pause. */
function nextPause(text: string, from: number): number {
  const match = /[，。、；：！？（）“”\uFFFC]|$/.exec(text.slice(from));
  return from + (match?.index ?? 0);
}
