/** 称谓与行文方向相配：上行文直称机关，不用“你局”“贵局”；下行文称“你局”，不称“贵局”。 */
import type { DocumentKind } from '../../document/types';
import { isSpoken, linesOf } from '../pieces';
import { memoByBlock } from '../report';
import type { DocumentRule } from '../types';

/** 你市, 贵局; 你单位 and 贵公司 too. */
const ADDRESS = /[你贵](?:单位|公司|[局市县省部委厅院校区镇乡行办])(?!们)/g;
const UPWARD: ReadonlySet<DocumentKind> = new Set<DocumentKind>(['request', 'report']);
const DOWNWARD: ReadonlySet<DocumentKind> = new Set<DocumentKind>(['reply', 'notice', 'circular', 'decision']);

export const rule: DocumentRule = {
  id: 'form/form-of-address',
  scope: 'document',
  gate: 'form',
  severity: 'info',
  source: '公文称谓惯例',
  authority: 'practice',
  title: '称谓与行文方向相配',
  why: '上行文直称上级机关名称，平行文称“贵局”，下行文称“你局”，用错会失礼或失当。',
  examples: {
    bad: [
      { text: '关于购置设备的请示\n县财政局：\n请你局审批。\n妥否，请批示。', found: '你局' },
      { text: '关于同意购置设备的批复\n县档案局：\n贵局《关于购置设备的请示》收悉。\n此复。', found: '贵局' },
    ],
    good: [
      '关于商请支持的函\n市财政局：\n请贵局予以支持。',
      '关于同意购置设备的批复\n县档案局：\n你局《关于购置设备的请示》收悉。\n此复。',
      '关于购置设备的请示\n县财政局：\n妥否，请批示。',
      '关于整改情况的报告\n县政府：\n收到《关于请你局限期整改的通知》后，我局立即整改。',
    ],
  },
  *check(draft) {
    for (const piece of draft.pieces) {
      const up = UPWARD.has(piece.kind);
      if ((!up && !DOWNWARD.has(piece.kind)) || isSpoken(draft, piece)) continue;
      if (linesOf(draft, piece, 'recipient').length === 0) continue;
      for (const { index, block } of linesOf(draft, piece, 'body', 'heading')) {
        for (const span of addressesIn(block)) {
          const word = block.text.slice(span.start, span.end);
          if (!up && word.startsWith('你')) continue;
          const message = up ? `上行文直称机关名称，不用“${word}”` : `下行文不用“${word}”，用“你${word.slice(1)}”`;
          const edit = { span, newText: `你${word.slice(1)}` };
          const fixes = up ? [] : [{ title: `改为“${edit.newText}”`, edits: [edit], preferred: false }];
          yield { block: index, span, message, fixes };
        }
      }
    }
  },
};

const addressesIn = memoByBlock(({ text }) => {
  if (!/[你贵]/.test(text)) return [];
  const words = text.replace(/“[^“”]{0,200}”|《[^《》]{0,200}》/g, (quoted) => '　'.repeat(quoted.length));
  return [...words.matchAll(ADDRESS)].map((match) => ({ start: match.index, end: match.index + match[0].length }));
});
