/** What a document calls itself against its 文种: 本意见 in a 通知, 现通报如下 in a 请示, 某政请〔2026〕5号 on a 报告. */
import { DOCUMENT_KINDS, type DocumentKind, type Draft, type Piece } from '../../document/types';
import type { Span } from '../../text/span';
import { linesOf, titlesOf, wordsOf } from '../pieces';
import { choices, memoByBlock } from '../report';
import type { DocumentFinding } from '../types';
import { datedProse, unquoted } from './_lines';

const NAMES: Readonly<Record<string, DocumentKind>> = {
  通知: 'notice',
  通报: 'circular',
  通告: 'proclamation',
  公告: 'announcement',
  意见: 'opinion',
  决定: 'decision',
  批复: 'reply',
  请示: 'request',
};
/** 本通知自印发之日起施行; 本意见 of an attachment is the attachment's. */
const SELF =
  /(?<=^|[，。；：、\s　])(?<name>本(?<kind>通知|通报|通告|公告|意见|决定|批复))(?=自|由|从|施行|发布|印发|下发|要求|精神|所称)/dg;
/** 现将有关事项通知如下： */
const LEAD = /(?:现|特)(?:将|就|对|予|作|提)?[^。；：！？\n]{0,40}?(?<kind>通知|通报|通告|公告|批复|请示)如下[：:。]/dg;
/** 某政请〔2026〕5号: the last character of the word in front of the year. */
const NUMBER = /(?<word>[\p{Script=Han}])〔\d{4}〕\d{1,5}号/du;
const KINDS_OF_NUMBER: Readonly<Record<string, readonly DocumentKind[]>> = {
  请: ['request'],
  令: ['order', 'decision'],
};
/** Kinds that lead in with no other than their own word; 通知 and 通报 stand for one another, 函 for anything. */
const STRICT: Readonly<Partial<Record<DocumentKind, readonly string[]>>> = {
  notice: ['请示', '批复', '通告', '公告'],
  circular: ['请示', '批复', '通告', '公告'],
  request: ['通知', '通报', '通告', '公告', '批复'],
  report: ['通知', '通告', '公告', '批复', '请示'],
  reply: ['请示', '通告', '公告', '通报'],
  proclamation: ['通知', '通报', '请示', '批复', '公告'],
  announcement: ['通知', '通报', '请示', '批复', '通告'],
};

/** A 公告 may publish a decision that calls itself one. */
const CALLS_ITSELF: ReadonlySet<DocumentKind> = new Set<DocumentKind>([
  'notice',
  'circular',
  'opinion',
  'decision',
  'reply',
]);

interface Named {
  readonly kind: string;
  readonly span: Span;
}

const named = (pattern: RegExp, group: string, clue: RegExp) =>
  memoByBlock((block): readonly Named[] => {
    if (!clue.test(block.text)) return [];
    return [...unquoted(block).matchAll(pattern)].map((match) => {
      const [start = 0, end = 0] = match.indices?.groups?.[group] ?? [];
      return { kind: match.groups?.kind ?? '', span: { start, end } };
    });
  });
const selvesIn = named(SELF, 'name', /本[通公意决批]/);
const leadsIn = named(LEAD, 'kind', /如下[：:。]/);

export function* otherKind(draft: Draft, piece: Piece): Iterable<DocumentFinding> {
  const title = titlesOf(draft).find((each) => each.piece === piece);
  const own = DOCUMENT_KINDS[piece.kind];
  // a title that tells no 文种 is not contradicted
  if (!title?.text.endsWith(own)) return;
  const at = title.place(title.text.length - own.length, title.text.length);
  const related = at ? [{ ...at, message: `标题的文种“${own}”` }] : [];
  const lines = datedProse(draft, piece);
  for (const [order, { index, block }] of lines.entries()) {
    // only the opening leads in
    for (const { kind, span } of order < 3 ? leadsIn(block) : []) {
      if (!STRICT[piece.kind]?.includes(kind)) continue;
      yield {
        block: index,
        span,
        message: `标题是“${own}”，正文说“${kind}如下”`,
        related,
        fixes: choices(span, own),
      };
    }
    if (!CALLS_ITSELF.has(piece.kind) || /印发|转发|批转|公布/.test(title.text)) continue;
    for (const { kind, span } of selvesIn(block)) {
      if (NAMES[kind] === piece.kind || title.text.includes(kind)) continue;
      yield {
        block: index,
        span,
        message: `标题是“${own}”，正文自称“本${kind}”`,
        related,
        fixes: choices(span, `本${own}`),
      };
    }
  }
  for (const { index, block } of linesOf(draft, piece, 'letterhead')) {
    const match = block.element === 'document-number' ? NUMBER.exec(wordsOf(block)) : undefined;
    const { word = '' } = match?.groups ?? {};
    const kinds = KINDS_OF_NUMBER[word];
    if (!match || !kinds || kinds.includes(piece.kind)) continue;
    const start = block.content.start + match.index;
    yield {
      block: index,
      span: { start, end: start + 1 },
      severity: 'info',
      message: `发文字号的“${word}”与文种“${own}”不符`,
      related,
    };
  }
}
