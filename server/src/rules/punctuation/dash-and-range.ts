/** 破折号占两个字：`——`；起止之间用一个字的一字线：`2021—2025年`。 */
import { matchSpan } from '../../text/span';
import { isProse, replace } from '../report';
import { type BlockRule, HABIT } from '../types';
import { HAN } from './_context';

/** A dash in wrong form: `--`, `－－`, `──`, `――`, `–-`, `———`; in `20--年` and `--周年` it is a blank left to fill in. */
const WRONG =
  / ?(?:(?<!(?<!\d)(?:19|20)(?=--年))-{2,4}(?!周年|[届年月日号某]|同志)|－{2,4}|[─━―]{2,4}|–{2,4}|—{3,4}) ?/g;

/** A single dash before a subtitle: `—在全市会议上的讲话`. */
const SUBTITLE = new RegExp(`^[\\s]*(?<dash>[—–─-])(?=[${HAN}“])`, 'du');

/** A dash between two ends of a range: `2021——2025年`, `2021--2025年`. */
const IN_RANGE = /(?<=\d(?:年|月|日|%)?)(?:——|--|－－)(?=\d)/g;

const WORD = new RegExp(`[${HAN}”’）》，。：；！？“‘（《]`, 'u');

export const rule: BlockRule = {
  id: 'punctuation/dash-and-range',
  scope: 'block',
  clues: '-－─━―–—',
  gate: 'language',
  severity: 'error',
  source: 'GB/T 15834—2011 4.10.2、4.13.2',
  authority: 'binding',
  title: '破折号用“——”，起止用“—”',
  why: '破折号占两个字的位置；表示起止的一字线占一个字的位置。',
  examples: {
    bad: [
      { text: '抓住主要任务--招商引资。', found: '--', fixed: '抓住主要任务——招商引资。' },
      { text: '抓住主要任务──招商引资。', found: '──', fixed: '抓住主要任务——招商引资。' },
      {
        text: '坚定信心 再创佳绩\n—在全市工作会议上的讲话\n同志们：',
        found: '—',
        fixed: '坚定信心 再创佳绩\n——在全市工作会议上的讲话\n同志们：',
      },
      { text: '完成2021——2025年规划。', found: '——', fixed: '完成2021—2025年规划。' },
    ],
    good: [
      '抓住主要任务——招商引资。',
      '北京—上海高铁',
      '2021—2025年',
      '------',
      '执行 --format 选项',
      '表彰20--年度先进集体。',
    ],
  },
  fixAll: true,
  systematic: true,
  *check(block) {
    if (!isProse(block)) return;
    const { text } = block;
    for (const match of text.matchAll(WRONG)) {
      const before = text[match.index - 1] ?? '';
      const after = text[match.index + match[0].length] ?? '';
      const opens = match.index === block.content.start;
      if (/[-－─━―–—]/.test(before + after)) continue; // part of a longer line
      if (!WORD.test(after) || !(opens || WORD.test(before) || /[\dA-Za-z%]/.test(before))) continue;
      const at = matchSpan(match);
      yield {
        span: at,
        message: `破折号“${match[0]}”应为“——”`,
        fixes: replace(at, '——'),
        group: '破折号',
        toldOnceFrom: HABIT,
      };
    }
    if (block.role === 'title' || block.role === 'caption') {
      const match = SUBTITLE.exec(text);
      if (match?.groups) {
        const at = matchSpan(match, 1);
        yield { span: at, message: '副题前应为破折号“——”', fixes: replace(at, '——') };
      }
    }
    for (const match of text.matchAll(IN_RANGE)) {
      const at = matchSpan(match);
      yield { span: at, message: '数的起止之间用一字线“—”，不用破折号', fixes: replace(at, '—') };
    }
  },
};
