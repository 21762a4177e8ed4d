/** 汉字年份里的零用“〇”：二〇二四年，不用二0二四、二O二四、二零二四。 */
import { matchSpan } from '../../text/span';
import { isProse, replace } from '../report';
import type { BlockRule } from '../types';

/** A year in Chinese numerals with something else for 〇: 二O二四年, 二零二四年, 一九八○年. */
const YEAR =
  /(?<![一二三四五六七八九〇零])[一二][九〇零○0OoＯ０][一二三四五六七八九〇零○0OoＯ０]{2}(?=年(?!代?前|来|间|多))/g;

export const rule: BlockRule = {
  id: 'number/zero',
  scope: 'block',
  gate: 'language',
  severity: 'error',
  source: 'GB/T 15835—2011 5.2.5',
  authority: 'binding',
  title: '汉字年份的零写“〇”',
  why: '汉字年份是编号，零用“〇”，计量才用“零”；字母、数字和圆圈符号都不是汉字。',
  examples: {
    bad: [
      { text: '二O二四年以来，全市经济稳中有进。', found: '二O二四', fixed: '二〇二四年以来，全市经济稳中有进。' },
      { text: '到二零二五年，任务全面完成。', found: '二零二五', fixed: '到二〇二五年，任务全面完成。' },
    ],
    good: ['二〇二四年以来，全市经济稳中有进。', '总投资三千零五十二万元。'],
  },
  fixAll: true,
  *check(block) {
    if (!isProse(block) && block.role !== 'date') return;
    for (const match of block.text.matchAll(YEAR)) {
      const year = match[0].replace(/[零○0OoＯ０]/g, '〇');
      if (year === match[0]) continue;
      const at = matchSpan(match);
      yield { span: at, message: `“${match[0]}”应为“${year}”`, fixes: replace(at, year) };
    }
  },
};
