/** 引文末尾的句号和后引号外的点号重复：`。”。`。 */
import { span } from '../../text/span';
import { isProse } from '../report';
import type { BlockRule } from '../types';

/** `……抓好落实。”。`, `……抓好落实。”，`. */
const DOUBLED = /。(?=”[。，；、])/g;

export const rule: BlockRule = {
  id: 'punctuation/quote-stop',
  scope: 'block',
  clues: '”',
  gate: 'language',
  severity: 'warning',
  source: 'GB/T 15834—2011 附录B.2.1',
  authority: 'usual',
  title: '后引号内外不重复用点号',
  why: '完整独立的引文，句号在引号内；引文作句子的一部分，点号在引号外：两处只留一处。',
  examples: {
    bad: [{ text: '他强调：“要抓好落实。”。', found: '。”。' }],
    good: ['他强调：“要抓好落实。”', '要做到“四个到位”。', '“怎么办？”，他问。'],
  },
  *check(block) {
    if (!isProse(block)) return;
    for (const { index } of block.text.matchAll(DOUBLED)) {
      const inside = span(index, index + 1);
      const outside = span(index + 2, index + 3);
      const mark = block.text[outside.start] ?? '';
      const drop =
        mark === '。'
          ? [{ title: `删去引号外的“${mark}”`, edits: [{ span: outside, newText: '' }], preferred: false }]
          : [];
      yield {
        span: span(index, index + 3),
        message: `后引号内外都用了点号“。”“${mark}”，只留一处`,
        fixes: [...drop, { title: '删去引号内的“。”', edits: [{ span: inside, newText: '' }], preferred: false }],
      };
    }
  },
};
