/** 汉字之间的半角标点：逗号、分号、冒号、问号、叹号、句点。 */
import { matchSpan, span } from '../../text/span';
import { choices, replace } from '../report';
import { type BlockRule, type Finding, HABIT } from '../types';
import { HAN, inChinese, inHeadingMark, isWritten } from './_context';

const FULL_WIDTH: Readonly<Record<string, string>> = {
  ',': '，',
  ';': '；',
  ':': '：',
  '?': '？',
  '!': '！',
  '｡': '。',
  '､': '、',
};

/** A half-width mark: `开展检查,落实整改`. */
const MARK = /[,;:?!｡､]/g;

/** Digits on both sides: 1,286、10:30、1:3. */
const BETWEEN_DIGITS = /^\d ?. ?\d$/;

/** What only looks like a mark: `&nbsp;`, `C:\公文`, a row of lost characters `????`. */
const NOT_A_MARK = /&#?\w{1,8};$|(?:^|[^A-Za-z])[A-Za-z]:[\\/]|[?!]{4}/;

/** A full stop typed as a point at the end of a line: `落实整改.`. */
const END_POINT = new RegExp(`\\.(?<=(?:[${HAN}][”’）》]{0,2}|[%％]).)(?=\\s*$)`, 'gu');

/** A point between Han characters: `各项.工作`; may stand for 。 · or nothing. */
const INNER_POINT = new RegExp(`\\.(?<=[${HAN}”’）》].)(?=[${HAN}“‘（《])(?!(?:政务|公益|网址)(?![${HAN}]))`, 'gu');

/** A numeral before the point, which makes it a heading mark: `一.`, `第一.`, `（一）.`. */
const AFTER_NUMERAL = /(?:^|[\s。；：，])[（(]?第?[一二三四五六七八九十]{1,3}[）)]?$/;

export const rule: BlockRule = {
  id: 'punctuation/half-width',
  scope: 'block',
  clues: ',;:?!｡､.',
  gate: 'language',
  severity: 'error',
  source: 'GB/T 15834—2011 5.1.1',
  authority: 'binding',
  title: '汉字间的标点用全角',
  why: '中文的点号占一个字的位置；半角标点留给数字、外文、网址和代码。',
  examples: {
    bad: [
      { text: '要开展检查,落实整改;不留死角!', found: ',', fixed: '要开展检查，落实整改；不留死角！' },
      { text: '发展AI,大数据等产业,增长8%:势头良好。', found: ',', fixed: '发展AI，大数据等产业，增长8%：势头良好。' },
      { text: '这项工作已经全面完成.', found: '.', fixed: '这项工作已经全面完成。' },
      { text: '要抓好各项.工作的落实。', found: '.' },
    ],
    good: [
      '全年接待1,286人次，增长3.5%，比例为1:3，会议10:30开始。',
      '加入WTO, APEC and so on，网址是http://www.example.gov.cn/a,b。',
      '按照GB/T 9704的要求排版，附件见C:\\公文\\通知.docx。',
      '一.总体要求\n1.加强领导，压实责任。',
    ],
  },
  fixAll: true,
  systematic: true,
  *check(block) {
    if (!isWritten(block)) return;
    const { text } = block;
    if (/[,;:?!｡､]/.test(text)) {
      for (const match of text.matchAll(MARK)) {
        const { 0: mark, index } = match;
        if (!inChinese(text, index) || inHeadingMark(block, index)) continue;
        if (BETWEEN_DIGITS.test(text.slice(Math.max(0, index - 2), index + 3).trim())) continue;
        if (NOT_A_MARK.test(text.slice(Math.max(0, index - 9), index + 2))) continue;
        const at = span(index, index + 1);
        const full = FULL_WIDTH[mark] ?? mark;
        yield {
          span: at,
          message: `半角“${mark}”应为全角“${full}”`,
          fixes: replace(at, full),
          group: mark,
          toldOnceFrom: HABIT,
        };
      }
    }
    if (text.includes('.')) yield* points(text);
  },
};

function* points(text: string): Iterable<Finding> {
  for (const match of text.matchAll(END_POINT)) {
    if (AFTER_NUMERAL.test(text.slice(Math.max(0, match.index - 8), match.index))) continue;
    const at = matchSpan(match);
    yield { span: at, message: '句末的“.”应为句号“。”', fixes: replace(at, '。'), group: '.' };
  }
  for (const match of text.matchAll(INNER_POINT)) {
    if (AFTER_NUMERAL.test(text.slice(Math.max(0, match.index - 8), match.index))) continue;
    const at = matchSpan(match);
    yield {
      span: at,
      message: '汉字之间不用半角“.”，应删去或改为全角标点',
      fixes: choices(at, '', '。', '、', '·'),
      group: '.',
    };
  }
}
