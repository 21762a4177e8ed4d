/** 附注用圆括号，排在成文日期下一行：（此件公开发布）. */
import { linesOf, wordsOf } from '../pieces';
import { replace } from '../report';
import type { DocumentRule } from '../types';

const BRACKETS = /^(?<open>[【[(])(?<inner>[^【】[\]()]{2,100})(?<close>[】\])])$/;

export const rule: DocumentRule = {
  id: 'form/annotation',
  scope: 'document',
  gate: 'form',
  severity: 'warning',
  source: 'GB/T 9704—2012 7.3.6',
  authority: 'binding',
  title: '附注用圆括号',
  why: '附注居左空二字加圆括号，编排在成文日期下一行。',
  examples: {
    bad: [
      {
        text: '关于开会的通知\n各科室：\n明天开会。\n某某县财政局\n2026年3月5日\n【此件公开发布】',
        found: '【此件公开发布】',
        fixed: '关于开会的通知\n各科室：\n明天开会。\n某某县财政局\n2026年3月5日\n（此件公开发布）',
      },
      {
        text: '关于购置设备的请示\n县政府：\n妥否，请批示。\n某某县财政局\n2026年3月5日\n联系人：×××，电话：1234567',
        found: '联系人：×××，电话：1234567',
        fixed:
          '关于购置设备的请示\n县政府：\n妥否，请批示。\n某某县财政局\n2026年3月5日\n（联系人：×××，电话：1234567）',
      },
    ],
    good: [
      '关于开会的通知\n各科室：\n明天开会。\n某某县财政局\n2026年3月5日\n（此件公开发布）',
      '关于开会的通知\n各科室：\n明天开会。\n联系人：×××，电话：1234567\n某某县财政局\n2026年3月5日',
    ],
  },
  fixAll: true,
  *check(draft) {
    for (const piece of draft.pieces) {
      const date = linesOf(draft, piece, 'date').at(-1);
      for (const { index, block } of linesOf(draft, piece, 'annotation')) {
        if (!date || index < date.index) continue;
        const words = wordsOf(block);
        const inner = BRACKETS.exec(words)?.groups?.inner ?? (/^[（(]/.test(words) ? undefined : words);
        if (inner === undefined) continue;
        const message = '附注应加圆括号';
        yield { block: index, span: block.content, message, fixes: replace(block.content, `（${inner}）`) };
      }
    }
  },
};
