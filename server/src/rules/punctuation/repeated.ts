/** 误打的重复标点和两个点号相连：`，，` `。。` `，。`。 */
import { matchSpan } from '../../text/span';
import { choices, replace } from '../report';
import type { BlockRule } from '../types';
import { HAN, isWritten } from './_context';

/** Two or more points in a row: `，，`, `。，`, `，,`. */
const RUN = /[，。；：、！？,;:!?]{2,}/g;

const FULL_WIDTH: Readonly<Record<string, string>> = { ',': '，', ';': '；', ':': '：', '!': '！', '?': '？' };

const CHINESE = new RegExp(`[${HAN}”’）》］】]`, 'u');

export const rule: BlockRule = {
  id: 'punctuation/repeated',
  scope: 'block',
  gate: 'language',
  severity: 'error',
  source: 'GB/T 15834—2011 3.2、4.1—4.7',
  authority: 'binding',
  title: '点号不重复、不相连',
  why: '一处停顿只用一个点号；问号、叹号的叠用另有规则。',
  examples: {
    bad: [
      { text: '抓好落实。。会议强调，，要压实责任。', found: '。。', fixed: '抓好落实。会议强调，要压实责任。' },
      { text: '提高认识、、压实责任。', found: '、、', fixed: '提高认识、压实责任。' },
      { text: '抓好落实，。', found: '，。' },
    ],
    good: ['抓好落实！！', '这是为什么？！', '他说：“抓好落实。”', '甲、乙……', '时间：10::30'],
  },
  fixAll: true,
  of: (block) => isWritten(block) && block.text.search(RUN) >= 0,
  *check(block) {
    for (const match of block.text.matchAll(RUN)) {
      const full = [...match[0]].map((mark) => FULL_WIDTH[mark] ?? mark);
      const kinds = [...new Set(full)];
      const [first = ''] = kinds;
      if (kinds.every((mark) => mark === '！' || mark === '？')) continue;
      if (full.length > 2 && kinds.length === 1 && first === '。') continue; // an ellipsis in wrong form
      if (!/[，。；：、！？]/.test(match[0]) && !CHINESE.test(block.text[match.index - 1] ?? '')) continue;
      const at = matchSpan(match);
      const message = `标点“${match[0]}”重复，只用一个`;
      if (kinds.length === 1) yield { span: at, message, fixes: replace(at, first) };
      else yield { span: at, message: `标点“${match[0]}”相连，只能用其中一个`, fixes: choices(at, ...kinds) };
    }
  },
};
