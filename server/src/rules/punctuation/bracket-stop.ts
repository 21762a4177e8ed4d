/** 句内括号里末尾的句号：`各镇（街道。）要`。 */
import { span } from '../../text/span';
import { isProse, replace } from '../report';
import type { BlockRule } from '../types';
import { HAN } from './_context';
import { marksOf } from './_pairs';

/** The sentence goes on behind the bracket: the note stands inside it. */
const GOES_ON = new RegExp(`[${HAN}，、；]`, 'u');

/** Behind these a note is a sentence of its own, or a whole line. */
const AFTER_END = /^$|[。！？；：”\s]/;

export const rule: BlockRule = {
  id: 'punctuation/bracket-stop',
  scope: 'block',
  clues: '）)',
  gate: 'language',
  severity: 'warning',
  source: 'GB/T 15834—2011 附录A.8、附录B.2.2',
  authority: 'usual',
  title: '句内括号里末尾不用句号',
  why: '句内括号只注释前面的词语，句子还没有完，括号里的末尾不用句号。',
  examples: {
    bad: [{ text: '各镇（含街道。）要抓好落实。', found: '。', fixed: '各镇（含街道）要抓好落实。' }],
    good: [
      '各镇（含街道）要抓好落实。',
      '已经落实。（详见附件。）会议要求继续抓好。',
      '各镇（含街道。开发区除外。）要抓好落实。',
    ],
  },
  fixAll: true,
  *check(block) {
    if (!isProse(block) || !block.text.includes('。')) return;
    const { text } = block;
    for (const { kind, open, close } of marksOf(block).pairs) {
      if (kind !== '（' || text[close - 1] !== '。') continue;
      if (AFTER_END.test(text[open - 1] ?? '') || !GOES_ON.test(text[close + 1] ?? '')) continue;
      if (text.slice(open, close - 1).includes('。')) continue; // several sentences: the writer must choose
      const at = span(close - 1, close);
      yield { span: at, message: '句内括号里末尾不用句号', fixes: replace(at, '') };
    }
  },
};
