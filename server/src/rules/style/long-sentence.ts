/** 过长的句子：从一个句号、分号或者冒号到下一个，超过设定的字数。 */
import { countHan } from '../../text/chars';
import { isProse } from '../report';
import type { BlockRule } from '../types';
import { widened } from '../widened';

/** What a reader takes in one breath ends at a stop, semicolon or colon. */
const STRETCH = /[^。！？；：]+/g;

/** 以……思想为指导，高举……旗帜：指导思想和号召的固定表述，历来一句写完。 */
const FIXED = /思想为指导|伟大旗帜|紧密(?:地)?团结在/;

/** 《……》 is read as one name, however long. */
const NAME = /《[^《》]*》/g;

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
        text: `要${'统筹安排各项重点任务，'.repeat(20)}确保完成。`,
        found: `要${'统筹安排各项重点任务，'.repeat(20)}确保完成`,
      },
    ],
    good: [
      `要坚持以人民为中心的发展思想为指导，${'统筹安排各项重点任务，'.repeat(20)}确保完成。`,
      `要${'统筹安排各项重点任务，'.repeat(8)}确保完成。`,
      `要${'统筹安排各项重点任务；'.repeat(30)}确保完成。`,
    ],
  },
  options: {
    length: { type: 'number', default: 200, minimum: 50, maximum: 1000, description: '超过多少字算过长' },
  },
  *check(block, { length }) {
    if (!isProse(block) || block.text.length <= Number(length)) return;
    const text = widened(block);
    for (const { 0: stretch, index: from } of text.matchAll(STRETCH)) {
      // only what has more code units can have more Han characters
      if (stretch.length <= Number(length)) continue;
      const words = stretch.trim();
      const count = countHan(words.replace(NAME, ''));
      if (count <= Number(length) || FIXED.test(words)) continue;
      const start = from + stretch.indexOf(words);
      yield {
        span: { start, end: start + words.length },
        message: `这句话长达${count}字，宜断成几句`,
      };
    }
  },
};
