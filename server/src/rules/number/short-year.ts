/** 公历年份写足四位：26年3月应为2026年3月，2021—25年应为2021—2025年。 */
import { matchSpan, span } from '../../text/span';
import { isProse, replace } from '../report';
import type { BlockRule, Finding } from '../types';

/** Words before which two digits and 年 are a stretch of time: 服刑15年3月, 近20年初. */
const STRETCH = /[满约近达共超余计龄期了过逾长短续限历前后有再个]$/;

/** 26年3月5日, 26年3月; 15年3个月 is a stretch of time. */
const WITH_MONTH = /(?<![\d.０-９第’'])(\d{2})年(?=(?:1[0-2]|0?[1-9])月(?:(?:3[01]|[12]\d|0?[1-9])[日号])?)/g;
/** 截至25年底, 自24年以来, 26年上半年: only where a year can stand. */
const WITH_SEASON =
  /(\d{2})年(?<=(?:^[\s　]{0,8}|[，。、；：:（(“]|截至|截止|到|至|于|自|从|在|是|比|较|由|与|和)\d{2}年)(?=底(?![蕴色气子])|初(?![步中级心期学])|末(?!期)|[上下]半年|度(?!过)|第?[一二三四1-4]季度|(?<=自\d{2}年)以来)/g;
/** 2021—25年, 2021年到25年. */
const RANGE = /(?<!\d)((?:19|20)\d{2})年?[—–－～~至到-]{1,2}(\d{2})年(?![内间来后前之的多])/dg;

/** Every one of them holds this. */
const TWO_DIGITS = /\d{2}年/;

export const rule: BlockRule = {
  id: 'number/short-year',
  scope: 'block',
  clues: '0123456789',
  gate: 'language',
  severity: 'warning',
  source: 'GB/T 15835—2011 5.1.4',
  authority: 'binding',
  title: '公历年份不简写',
  why: '两位数的年份说不清是哪个世纪，还会同“20年来”一类时段相混。',
  examples: {
    bad: [
      { text: '会议定于26年3月5日召开。', found: '26', fixed: '会议定于2026年3月5日召开。' },
      { text: '截至25年底，全部完成。', found: '25', fixed: '截至2025年底，全部完成。' },
      { text: '自24年以来，形势向好。', found: '24', fixed: '自2024年以来，形势向好。' },
      { text: '98年初，工程开工。', found: '98', fixed: '1998年初，工程开工。' },
      { text: '2021—25年，累计投入3亿元。', found: '25', fixed: '2021—2025年，累计投入3亿元。' },
    ],
    good: [
      '会议定于2026年3月5日召开。',
      '20年来，面貌一新。',
      '合同期延长30年。',
      '刑期15年6个月。',
      '他参加工作满25年3月有余。',
      '2010年到20年后的今天。',
      '二〇二六年三月。',
    ],
  },
  fixAll: true,
  *check(block) {
    if (!isProse(block)) return;
    const { text } = block;
    if (!TWO_DIGITS.test(text)) return;
    for (const match of text.matchAll(WITH_MONTH)) {
      const before = text.slice(Math.max(0, match.index - 2), match.index);
      if (!STRETCH.test(before)) yield shortYear(match[1] ?? '', match.index);
    }
    for (const match of text.matchAll(WITH_SEASON)) yield shortYear(match[1] ?? '', match.index);
    for (const match of text.matchAll(RANGE)) {
      const [, first = '', second = ''] = match;
      if (Number(second) > Number(first.slice(2)))
        yield shortYear(second, matchSpan(match, 2).start, first.slice(0, 2));
    }
  },
};

/** `start` is where the two digits stand in the block. Drafts of today look back to 1950 at most. */
function shortYear(digits: string, start: number, century = Number(digits) < 50 ? '20' : '19'): Finding {
  const at = span(start, start + 2);
  const year = `${century}${digits}`;
  return { span: at, message: `“${digits}年”应写全为“${year}年”`, fixes: replace(at, year, `写全为“${year}年”`) };
}
