/** 过长的句子：从一个句号、分号或者冒号到下一个，超过设定的字数。 */
import { isProse } from '../report';
import type { BlockRule } from '../types';
import { widened } from '../widened';

/** What a reader takes in one breath: to the next stop, semicolon or colon. */
const STRETCH = /[^。！？；：]+/g;

export const rule: BlockRule = {
  id: 'style/long-sentence',
  scope: 'block',
  gate: 'language',
  severity: 'hint',
  source: '对公开政府工作报告句长的统计',
  authority: 'practice',
  title: '句子过长',
  why: '公文句子多在三十字上下，百分之九十九在一百九十字以内，过长的句子不便读也不便听。',
  examples: {
    bad: [
      {
        text: `要${'统筹安排各项重点任务，'.repeat(18)}确保完成。`,
        found: `要${'统筹安排各项重点任务，'.repeat(18)}确保完成`,
      },
    ],
    good: [`要${'统筹安排各项重点任务，'.repeat(8)}确保完成。`, `要${'统筹安排各项重点任务；'.repeat(30)}确保完成。`],
  },
  options: {
    length: { type: 'number', default: 200, minimum: 50, maximum: 1000, description: '超过多少字算过长' },
  },
  *check(block, { length }) {
    if (!isProse(block) || block.text.length <= Number(length)) return;
    for (const { index, 0: stretch } of widened(block).matchAll(STRETCH)) {
      const words = stretch.trim();
      if (words.length <= Number(length)) continue;
      const start = index + stretch.indexOf(words);
      yield {
        span: { start, end: start + words.length },
        message: `这句话长达${words.length}字，宜断成几句`,
      };
    }
  },
};
