/** 批复首句引来文：你局《关于……的请示》（×财〔2026〕3号）收悉。 */
import { linesOf, wordsOf } from '../pieces';
import type { DocumentRule } from '../types';

/** 你局来文收悉, without the name of what came; 你局关于……的请示（×财〔2026〕3号）收悉 has it and its number. */
const RECEIVED = /^(?![^。]*关于[^。]*[〔［[]\d{4}[〕］\]][^。（）()]*号[）)])[^。《》]{2,60}收悉/;

export const rule: DocumentRule = {
  id: 'form/reply-reference',
  scope: 'document',
  gate: 'form',
  severity: 'info',
  source: '公文引文惯例',
  authority: 'practice',
  title: '批复首句引来文标题和字号',
  why: '批复针对来文，开头应引来文标题，再用圆括号注明发文字号，便于查考。',
  examples: {
    bad: [{ text: '关于同意购置设备的批复\n县档案局：\n你局请示收悉。现批复如下：\n同意。', found: '你局请示收悉' }],
    good: [
      '关于同意购置设备的批复\n县档案局：\n你局《关于购置设备的请示》（某档〔2026〕3号）收悉。现批复如下：\n同意。',
      '关于同意购置设备的批复\n县档案局：\n你局关于购置设备的请示（某档〔2026〕3号）收悉。现批复如下：\n同意。',
      '关于征求意见的复函\n县档案局：\n来函收悉。',
    ],
  },
  *check(draft) {
    for (const piece of draft.pieces) {
      const [first] = piece.kind === 'reply' ? linesOf(draft, piece, 'body') : [];
      const match = first && RECEIVED.exec(wordsOf(first.block).slice(0, 200));
      if (!match) continue;
      const { start } = first.block.content;
      const span = { start, end: start + match[0].length };
      yield {
        block: first.index,
        span,
        message: '批复应引来文标题和字号，如“你局《关于……的请示》（×〔2026〕×号）收悉”',
      };
    }
  },
};
