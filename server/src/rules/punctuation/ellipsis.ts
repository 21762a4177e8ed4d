/** 省略号的形式，以及省略号和“等”重复。 */
import { matchSpan, span } from '../../text/span';
import { isProse, replace } from '../report';
import type { BlockRule, Fix } from '../types';
import { HAN } from './_context';

/** Every one of them has this. */
const DOTS = /[…⋯]|([.。・·．])\1\1/;

/** Points in a row that should be an ellipsis: `...`, `。。。`, `…`, `………`, `⋯⋯`, `・・・`. */
const WRONG = /\.{3,60}|。{3,60}|…{1,60}|⋯{1,60}|・{3,60}|·{3,60}|．{3,60}/g;

const NEXT_TO_CHINESE = new RegExp(`[${HAN}，。、；：？！”’）》]`, 'u');

/** Points that lead to a page number: `总则……………1`. */
const LEADER = /^\s*[（(]?\s*(?:\d|$)/;

/** `甲、乙……等单位`, `甲、乙等……`; 等待 and 等级 are words. */
const WITH_DENG = /(?<dots>……)等(?![待候级同于额价值效到])|(?<![待平均同相不])等{1,2}(?<dots2>……)/dg;

export const rule: BlockRule = {
  id: 'punctuation/ellipsis',
  scope: 'block',
  gate: 'language',
  severity: 'error',
  source: 'GB/T 15834—2011 4.11.2、附录A.9',
  authority: 'binding',
  title: '省略号是六连点，不与“等”同用',
  why: '省略号占两个字的位置；“等”已表示省略，两者只用一个。',
  examples: {
    bad: [
      { text: '机关、企业、社区...都参加了。', found: '...', fixed: '机关、企业、社区……都参加了。' },
      { text: '机关、企业。。。', found: '。。。', fixed: '机关、企业……' },
      { text: '机关、企业…', found: '…', fixed: '机关、企业……' },
      { text: '机关、企业……等单位参加。', found: '……等' },
    ],
    good: ['机关、企业……', '机关、企业等单位参加。', '总则……………………1', '一路走……等待春天。', 'Wait... what'],
  },
  fixAll: true,
  systematic: true,
  of: (block) => isProse(block) && DOTS.test(block.text),
  *check({ text }) {
    for (const match of text.matchAll(WRONG)) {
      const end = match.index + match[0].length;
      if (/^…+$/.test(match[0]) && (match[0].length === 2 || match[0].length === 4)) continue;
      if (match[0].length > 3 && LEADER.test(text.slice(end, end + 8))) continue;
      if (match[0].length > 12) continue; // a line to write on, or a leader
      if (!NEXT_TO_CHINESE.test(text[match.index - 1] ?? '') && !NEXT_TO_CHINESE.test(text[end] ?? '')) continue;
      const at = matchSpan(match);
      yield { span: at, message: `省略号“${match[0]}”应为“……”`, fixes: replace(at, '……') };
    }
    for (const match of text.matchAll(WITH_DENG)) {
      const [dotsStart, dotsEnd] = match.indices?.groups?.dots ?? match.indices?.groups?.dots2 ?? [0, 0];
      const whole = matchSpan(match);
      const word = dotsStart === whole.start ? span(dotsEnd, whole.end) : span(whole.start, dotsStart);
      yield {
        span: whole,
        message: `省略号和“${text.slice(word.start, word.end)}”只用一个`,
        fixes: [
          drop('删去省略号', dotsStart, dotsEnd),
          drop(`删去“${text.slice(word.start, word.end)}”`, word.start, word.end),
        ],
      };
    }
  },
};

function drop(title: string, start: number, end: number): Fix {
  return { title, edits: [{ span: span(start, end), newText: '' }], preferred: false };
}
