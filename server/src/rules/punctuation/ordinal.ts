/** 段中序次语后的标点：“第一，”“首先，”用逗号，“一是”直接叙述，“（一）”后不加标点。 */
import type { Block } from '../../document/types';
import { span } from '../../text/span';
import { isProse, replace } from '../report';
import type { BlockRule, Finding } from '../types';
import { HAN } from './_context';

/** `首先、`, `其次：` at the beginning of a sentence. */
const SEQUENCE_WORD = /(?<=^|[\s。！？；])(?<word>首先|其次|再次|最后)(?<mark>[、：:])/dg;

/** `第一、要`, `其一：` at the beginning of a sentence; 第一、二轮 and 第一、第二产业 are lists. */
const NUMBERED = new RegExp(
  `(?<=^|[\\s。！？；])(?<word>[第其][一二三四五六七八九十]{1,2})(?<mark>[、：:])(?=[${HAN}“])(?![一二三四五六七八九十]|第)`,
  'dgu',
);

/** `一是，加强`, `二是：`, `三是、`, `一要，`. */
const DIRECT = /(?<=^|[\s。！？；：，])(?<word>[一二三四五六七八九十]{1,2}[是要])(?<mark>[，、：,:])/dg;

/** `（一）、加强` inside a paragraph; 第（一）、（二）项 is a list. */
const BRACKETED = new RegExp(
  `(?<=[。！？；：，])(?<word>（(?:[一二三四五六七八九十]{1,3}|\\d{1,2})）|[①-⑳])(?<mark>[、，．：])(?=[${HAN}“])`,
  'dgu',
);

/** The end of an ordinal word and the mark behind it: what all four have. */
const TRACE = /[先次后一二三四五六七八九十是要）①-⑳][、，：:,．]/;

export const rule: BlockRule = {
  id: 'punctuation/ordinal',
  scope: 'block',
  gate: 'language',
  severity: 'warning',
  source: 'GB/T 15834—2011 附录B.3',
  authority: 'usual',
  title: '序次语后的标点',
  why: '“第一”“首先”“其一”后用逗号；“一是”“一要”连着读，不加标点；带括号的序次语不加标点。',
  examples: {
    bad: [
      { text: '第一、要提高认识。第二、要压实责任。', found: '、', fixed: '第一，要提高认识。第二，要压实责任。' },
      { text: '首先、要提高认识；其次、要压实责任。', found: '、', fixed: '首先，要提高认识；其次，要压实责任。' },
      { text: '要做到：一是，提高认识；二是，压实责任。', found: '，', fixed: '要做到：一是提高认识；二是压实责任。' },
      {
        text: '要做到：（一）、提高认识；（二）、压实责任。',
        found: '、',
        fixed: '要做到：（一）提高认识；（二）压实责任。',
      },
    ],
    good: [
      '第一，要提高认识。第二，要压实责任。',
      '第一、二轮督察反馈的问题，第一、第二产业，通车里程全国第四、突破一万公里。',
      '依照第（一）、（二）项的规定。',
      '一是提高认识；二是压实责任。',
    ],
  },
  fixAll: true,
  systematic: true,
  of: (block) => isProse(block) && TRACE.test(block.text),
  *check(block) {
    yield* after(block, SEQUENCE_WORD, '，');
    yield* after(block, NUMBERED, '，');
    yield* after(block, DIRECT, '');
    yield* after(block, BRACKETED, '');
  },
};

function* after({ text }: Block, pattern: RegExp, right: string): Iterable<Finding> {
  for (const { groups, indices } of text.matchAll(pattern)) {
    const [start, end] = indices?.groups?.mark ?? [0, 0];
    const at = span(start, end);
    const message = right === '' ? `“${groups?.word}”后不加标点` : `“${groups?.word}”后应为逗号，不用“${groups?.mark}”`;
    yield { span: at, message, fixes: replace(at, right) };
  }
}
