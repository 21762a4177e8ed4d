/** 问号、叹号的叠用和连用：最多三个，先问后叹。 */
import { matchSpan } from '../../text/span';
import { choices, replace } from '../report';
import type { BlockRule } from '../types';
import { isWritten } from './_context';

/** `！！！！`, `！？`. */
const RUN = /[！？]{2,}/g;

export const rule: BlockRule = {
  id: 'punctuation/stacked-marks',
  scope: 'block',
  clues: '！？',
  gate: 'language',
  severity: 'warning',
  source: 'GB/T 15834—2011 4.2.3.3、4.3.3.3、4.3.3.4',
  authority: 'binding',
  title: '问号、叹号叠用不超过三个，连用先问后叹',
  why: '叠用最多三个；既疑问又感叹时写“？！”。公文一般只用一个。',
  examples: {
    bad: [
      { text: '一定要守住底线！！！！', found: '！！！！' },
      { text: '这样怎么行！？', found: '！？', fixed: '这样怎么行？！' },
    ],
    good: ['一定要守住底线！', '这样怎么行？！', '加油！！！'],
  },
  fixAll: true,
  *check(block) {
    if (!isWritten(block)) return;
    for (const match of block.text.matchAll(RUN)) {
      const at = matchSpan(match);
      const [mark = ''] = match[0];
      if (match[0] === '！？')
        yield { span: at, message: '问号、叹号连用时先问后叹，应为“？！”', fixes: replace(at, '？！') };
      else if (new Set(match[0]).size === 1 && match[0].length > 3)
        yield { span: at, message: `“${mark}”叠用最多三个`, fixes: choices(at, mark, mark.repeat(3)) };
    }
  },
};
