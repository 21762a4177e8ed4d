/** 减少不用倍数：减少2倍说不清减到多少，用百分数或分数。 */
import { parseHanNumeral, toHanNumeral } from '../../text/chars';
import { matchSpan } from '../../text/span';
import { choices, isProse } from '../report';
import type { BlockRule } from '../types';

/** 减少了2倍, 下降近三倍; 降低到原来的几倍 has 到 and is another thing. */
const DECREASE =
  /(减少|下降|降低|缩小|减低|缩短|减轻|下滑|回落|压缩|削减)了?(?:近|约|超过|至少|整整|将近)?((?:\d{1,4}(?:\.\d{1,2})?|[一二三四五六七八九十两几数半百]{1,4})[多余]?)(?:个)?倍(?![数率频镜体])/g;

export const rule: BlockRule = {
  id: 'number/decrease-multiple',
  scope: 'block',
  clues: '倍',
  gate: 'language',
  severity: 'warning',
  source: '编校常识；参见GB/T 15835—2011',
  authority: 'usual',
  title: '减少、下降、降低、缩小不用倍数',
  why: '减少一倍就到了零，减少几倍无从说起；应写减少的百分数，或减到几分之几。',
  examples: {
    bad: [
      { text: '事故起数比上年减少2倍。', found: '减少2倍' },
      { text: '办理时间缩短了近三倍。', found: '缩短了近三倍' },
    ],
    good: ['产量增加2倍。', '事故起数减少50%。', '密度降低到原来的2倍以下。', '可以缩小倍数观察。'],
  },
  *check(block) {
    if (!isProse(block)) return;
    for (const match of block.text.matchAll(DECREASE)) {
      const [whole, verb = '', times = ''] = match;
      const at = matchSpan(match);
      const value = /^\d+$/.test(times) ? Number(times) : times === '两' ? 2 : (parseHanNumeral(times) ?? 0);
      yield {
        span: at,
        message: `“${whole}”有误，“${verb}”不用倍数，应写百分数或几分之几`,
        fixes:
          value >= 2 && value <= 99
            ? choices(
                at,
                `${verb}到原来的${toHanNumeral(value)}分之一`,
                `${verb}到原来的${toHanNumeral(value + 1)}分之一`,
              )
            : value === 1
              ? choices(at, `${verb}50%`)
              : [],
      };
    }
  },
};
