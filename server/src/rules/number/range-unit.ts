/** 数值范围里前一个数的百分号和“万”“亿”不省略：5～8%应为5%～8%。 */
import { matchSpan, span } from '../../text/span';
import { isProse } from '../report';
import type { BlockRule } from '../types';

/** 5～8%, 13—17万元, 9至16亿; not the end of 2021—2025 or of a longer number. */
const RANGE =
  /(?<![\d.．,A-Za-z〕）/:：-])(\d{1,4}(?:\.\d{1,4})?)([—–－～~至到-]{1,2})(\d{1,4}(?:\.\d{1,4})?)([%％‰]|[万亿](?![分里一]))/dg;
/** Most numbers have no other behind them. */
const TRACE = /\d[—–－～~至到-]{1,2}\d/;

export const rule: BlockRule = {
  id: 'number/range-unit',
  scope: 'block',
  clues: '%％‰万亿',
  gate: 'language',
  severity: 'warning',
  source: 'GB/T 15835—2011 5.1.3',
  authority: 'recommended',
  title: '数值范围的前一项不省略百分号和“万”“亿”',
  why: '“13～17万元”可以读作13元到17万元，“5～8%”可以读作5到8%；省略会引起歧义的，不应省略。',
  examples: {
    bad: [
      { text: '预期增长5～8%。', found: '5～8%', fixed: '预期增长5%～8%。' },
      { text: '每户补助13—17万元。', found: '13—17万', fixed: '每户补助13万元—17万元。' },
      { text: '总投资9至16亿。', found: '9至16亿', fixed: '总投资9亿至16亿。' },
    ],
    good: ['预期增长5%～8%。', '每户补助13万元—17万元。', '罚款5000至1万元。', '每箱100～150千克。', '2021—2025年。'],
  },
  fixAll: true,
  of: (block) => isProse(block) && TRACE.test(block.text),
  *check(block) {
    for (const match of block.text.matchAll(RANGE)) {
      const [whole, first = '', join = '', second = '', unit = ''] = match;
      if (Number(first) >= Number(second)) continue;
      const at = matchSpan(match);
      const end = matchSpan(match, 1).end;
      const full = /[万亿]/.test(unit) && block.text[at.end] === '元' ? `${unit}元` : unit;
      yield {
        span: at,
        message: `“${whole}”的前一项省略“${full}”会引起歧义，应为“${first}${full}${join}${second}${unit}”`,
        fixes: [
          {
            title: `补上“${full}”`,
            edits: [{ span: span(end, end), newText: full }],
            preferred: !unit.match(/[万亿]/) || isClose(first, second),
          },
        ],
      };
    }
  },
};

/** 13—17万元 can only be 13万元; 10至200万元 is for the writer to say. */
function isClose(first: string, second: string): boolean {
  return Number(second) <= Number(first) * 10;
}
