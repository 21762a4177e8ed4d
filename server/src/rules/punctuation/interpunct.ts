/** 间隔号：外国人名用“·”，汉字月日简称只在一、十一、十二月用。 */
import { matchSpan } from '../../text/span';
import { isProse, replace } from '../report';
import type { BlockRule } from '../types';
import { HAN } from './_context';

/** A wrong dot between names: `卡尔•马克思`, `卡尔・马克思`. */
const WRONG_DOT = new RegExp(`[•・‧∙⋅●](?<=[${HAN}].)(?=[${HAN}])`, 'gu');

/** A day of a month from 二月 to 十月 in quotation marks or before what it names: `“五·四”`, `九·一八事变`. */
const NUMERAL_DAY =
  /(?:(?<=“)[二三四五六七八九十]·[一二三四五六七八九十]{1,3}(?=”|运动|事变|事件|惨案|批示|讲话|指示)|(?<![一二三四五六七八九十])[二三四五六七八九十]·[一二三四五六七八九十]{1,3}(?=运动|事变|惨案|国际))/g;

export const rule: BlockRule = {
  id: 'punctuation/interpunct',
  scope: 'block',
  clues: '·•・‧∙⋅●',
  gate: 'language',
  severity: 'warning',
  source: 'GB/T 15834—2011 4.14.2、4.14.3.5',
  authority: 'binding',
  title: '间隔号的形式和用处',
  why: '间隔号是居中的“·”；用汉字表示的月日简称，只在一月、十一月、十二月用间隔号，免得读错。',
  examples: {
    bad: [
      { text: '纪念“九·一八”事变。', found: '九·一八', fixed: '纪念“九一八”事变。' },
      { text: '弘扬五·四运动精神。', found: '五·四', fixed: '弘扬五四运动精神。' },
      { text: '授予约翰•史密斯称号。', found: '•', fixed: '授予约翰·史密斯称号。' },
    ],
    good: ['“一二·九”运动，“一·二八”事变，“3·15”晚会。', '卡尔·马克思'],
  },
  fixAll: true,
  systematic: true,
  *check(block) {
    if (!isProse(block)) return;
    for (const match of block.text.matchAll(WRONG_DOT)) {
      const at = matchSpan(match);
      yield { span: at, message: `间隔号“${match[0]}”应为“·”`, fixes: replace(at, '·') };
    }
    for (const match of block.text.includes('·') ? block.text.matchAll(NUMERAL_DAY) : []) {
      const at = matchSpan(match);
      const right = match[0].replace('·', '');
      yield { span: at, message: `“${match[0]}”应为“${right}”`, fixes: replace(at, right) };
    }
  },
};
