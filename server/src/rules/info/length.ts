/** 信息的篇幅：突发首报宜在三百字以内，其他信息宜在一千五百字以内。 */
import type { DocumentRule } from '../types';
import { informationOf } from './_info';

/** ……的调查与思考 */
const RESEARCH = /调查|调研|思考/;

export const rule: DocumentRule = {
  id: 'info/length',
  scope: 'document',
  gate: 'form',
  severity: 'hint',
  source: '政务信息写作实务',
  authority: 'practice',
  title: '信息篇幅过长',
  why: '信息贵在简短：突发首报宜在三百字以内，动态、问题、经验信息宜在一千五百字以内；各地办法不一，字数可以设定。',
  examples: {
    bad: [
      {
        text: `甲县发生一起火灾（首报）\n\n　　6月3日9时，甲县乙镇一处民房起火。${'现场正在全力救援，有关情况正在核实。'.repeat(22)}`,
        found: '甲县发生一起火灾（首报）',
        kind: 'info',
      },
      {
        text: `甲县启动水果促销\n\n　　6月3日，甲县启动促销活动。${'各乡镇组织农户与收购商对接。'.repeat(130)}`,
        found: '甲县启动水果促销',
        kind: 'info',
      },
    ],
    good: [
      {
        text: `甲县启动水果促销\n\n　　6月3日，甲县启动促销活动。${'各乡镇组织农户与收购商对接。'.repeat(30)}`,
        kind: 'info',
      },
    ],
  },
  options: {
    length: { type: 'number', default: 1500, minimum: 200, maximum: 10000, description: '一般信息超过多少字算过长' },
    urgent: { type: 'number', default: 300, minimum: 100, maximum: 2000, description: '突发事件首报超过多少字算过长' },
    research: { type: 'number', default: 2500, minimum: 200, maximum: 20000, description: '调研信息超过多少字算过长' },
  },
  *check(draft, options) {
    for (const { title, length } of informationOf(draft)) {
      const limit = Number(
        title.text.includes('首报') ? options.urgent : RESEARCH.test(title.text) ? options.research : options.length,
      );
      const place = title.place(0, title.text.length);
      if (length > limit && place) yield { ...place, message: `信息正文${length}字，宜在${limit}字以内` };
    }
  },
};
