/** 署名在上、成文日期在下，署名与标题中的发文机关一致；讲话稿不署名。 */
import type { Draft, Piece } from '../../document/types';
import { isBeforeStandard, isSpoken, type Line, linesOf, titlesOf, wordsOf } from '../pieces';
import { WRITTEN_KINDS } from '../title/_words';
import type { DocumentFinding, DocumentRule } from '../types';

/** 某某局　2026年3月5日: the date stands in the line of the signature. */
const DATED = /\d{4}[年.．/-]|[〇○零一二三四五六七八九]{4}年/;
/** The organ in front of 关于: 某某市人民政府; several organs and 等 are left alone. */
const ORGAN_OF_TITLE = /^(?<organ>[\p{Script=Han}]{3,30}?)关于/u;

export const rule: DocumentRule = {
  id: 'form/signature',
  scope: 'document',
  gate: 'form',
  severity: 'warning',
  source: '《党政机关公文处理工作条例》第九条（十一）（十二）；GB/T 9704—2012 7.3.5',
  authority: 'binding',
  title: '发文机关署名在成文日期之上，两者齐全一致',
  why: '发文机关署全称或规范化简称，与标题一致；成文日期在署名下一行；讲话稿文末不署名、不写日期。',
  examples: {
    bad: [
      {
        text: '关于开会的通知\n各科室：\n明天上午开会。\n2026年3月5日\n某某县财政局',
        found: '2026年3月5日',
        fixed: '关于开会的通知\n各科室：\n明天上午开会。\n某某县财政局\n2026年3月5日',
      },
      { text: '关于开会的通知\n各科室：\n明天上午开会。\n某某县财政局', found: '某某县财政局' },
      {
        text: '某某市人民政府关于购置车辆的请示\n省人民政府：\n妥否，请批示。\n某某市政府\n2026年3月5日',
        found: '某某市政府',
      },
      {
        text: '在年度总结会上的讲话\n同志们：\n今天开会，主要是总结工作。\n谢谢大家。\n某某县财政局\n2026年3月5日',
        found: '某某县财政局',
      },
    ],
    good: [
      '某某市人民政府关于购置车辆的请示\n省人民政府：\n妥否，请批示。\n某某市人民政府\n2026年3月5日',
      '国务院关于加强管理的决定\n各省人民政府：\n加强管理。\n中华人民共和国国务院\n2026年3月5日',
      '关于开会的通知\n各科室：\n明天上午开会。\n某某县财政局　2026年3月5日',
      '关于开会的通知\n各科室：\n明天上午开会。',
      '某某市水务局关于防汛的通知\n各区：\n做好防汛。\n某某市水务局　某某市应急局\n2026年3月5日',
    ],
  },
  *check(draft) {
    for (const piece of draft.pieces) {
      const signatures = linesOf(draft, piece, 'signature');
      const dates = linesOf(draft, piece, 'date');
      if (isSpoken(draft, piece)) {
        yield* spoken(piece, signatures[0] ?? dates[0]);
        continue;
      }
      yield* order(signatures, dates);
      yield* missingDate(draft, piece, signatures, dates);
      yield* otherName(draft, piece, signatures);
    }
  },
};

function* spoken({ kind }: Piece, line: Line | undefined): Iterable<DocumentFinding> {
  if (!line || kind !== 'speech') return;
  yield {
    block: line.index,
    span: line.block.content,
    severity: 'hint',
    message: '讲话稿文末一般不署名、不写日期，日期在标题下括注',
  };
}

function* order(signatures: readonly Line[], dates: readonly Line[]): Iterable<DocumentFinding> {
  const [signature] = signatures;
  const date = dates.at(-1);
  if (!signature || !date || signatures.length > 1 || date.index > signature.index) return;
  const [above, below] = [wordsOf(date.block), wordsOf(signature.block)];
  yield {
    block: date.index,
    span: date.block.content,
    message: '成文日期应在发文机关署名之下',
    fixes: [
      {
        title: '对调两行',
        edits: [
          { block: date.index, span: date.block.content, newText: below },
          { block: signature.index, span: signature.block.content, newText: above },
        ],
        preferred: true,
      },
    ],
  };
}

/** 决议, 公报 and minutes carry their date below the title. */
function* missingDate(
  draft: Draft,
  piece: Piece,
  signatures: readonly Line[],
  dates: readonly Line[],
): Iterable<DocumentFinding> {
  const last = signatures.at(-1);
  if (!last || dates.length > 0 || !WRITTEN_KINDS.has(piece.kind)) return;
  if (signatures.some(({ block }) => DATED.test(block.text)) || linesOf(draft, piece, 'caption').length > 0) return;
  yield { block: last.index, span: last.block.content, message: '署名之下缺成文日期' };
}

function* otherName(draft: Draft, piece: Piece, signatures: readonly Line[]): Iterable<DocumentFinding> {
  const [signature] = signatures;
  const title = titlesOf(draft).find((each) => each.piece === piece);
  const organ = ORGAN_OF_TITLE.exec(title?.text ?? '')?.groups?.organ;
  if (!signature || signatures.length > 1 || !organ || /等/.test(organ) || isBeforeStandard(draft, piece)) return;
  const words = wordsOf(signature.block);
  if (/\s|（/.test(words.trim()) || DATED.test(words)) return;
  if (words.endsWith(organ) || organ.endsWith(words) || !sameOrgan(organ, words)) return;
  const fix = { title: `改为“${organ}”`, edits: [{ span: signature.block.content, newText: organ }], preferred: false };
  yield {
    block: signature.index,
    span: signature.block.content,
    severity: 'info',
    message: `署名“${words}”与标题中的发文机关“${organ}”不一致`,
    fixes: [fix],
  };
}

/** 某某市人民政府 and 某某市政府 are one organ in two names: they begin and end alike. */
function sameOrgan(organ: string, signature: string): boolean {
  return organ.slice(0, 2) === signature.slice(0, 2) && organ.at(-1) === signature.at(-1);
}
