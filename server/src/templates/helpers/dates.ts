/** Helpers that write dates. A date field printed by itself is 2026年11月22日. */
import { CalendarDate } from '../date';
import type { Value } from '../types';
import type { HelperExample, Helpers, InlineHelper, Parameter } from './types';

const DATE: Parameter = { name: '日期', type: 'date' };
const YEARS: Parameter = { name: '差几年', type: 'number', optional: true };
const FIELDS = { 会议日期: ['date', '2026-11-22'] } as const;

function dateHelper(
  summary: string,
  more: readonly Parameter[],
  write: (date: CalendarDate, by: number) => string,
  ...examples: HelperExample[]
): InlineHelper {
  return {
    summary,
    parameters: [DATE, ...more],
    returns: 'text',
    examples: examples.map((example) => ({ ...example, fields: FIELDS })),
    call: ([date, by]) => (date instanceof CalendarDate ? write(date, numberOf(by)) : ''),
  };
}

const numberOf = (value: Value | undefined) => (typeof value === 'number' ? value : 0);

export const DATE_HELPERS: Helpers = {
  汉字日期: dateHelper('用汉字写年月日，用于讲话稿题注等庄重场合', [], (date) => date.inHan(), {
    template: '（{{汉字日期 会议日期}}）',
    result: '（二〇二六年十一月二十二日）',
  }),
  月日: dateHelper('只写月和日', [], ({ month, day }) => `${month}月${day}日`, {
    template: '{{月日 会议日期}}下午',
    result: '11月22日下午',
  }),
  年月: dateHelper('只写年和月', [], ({ year, month }) => `${year}年${month}月`, {
    template: '截至{{年月 会议日期}}',
    result: '截至2026年11月',
  }),
  年份: dateHelper(
    '四位年份，可以往前或往后推几年',
    [YEARS],
    ({ year }, by) => String(year + by),
    { template: '×政发〔{{年份 会议日期}}〕5号', result: '×政发〔2026〕5号' },
    { template: '{{年份 会议日期 1}}年工作安排', result: '2027年工作安排' },
  ),
  年度: dateHelper('年度，可以往前或往后推几年', [YEARS], ({ year }, by) => `${year + by}年度`, {
    template: '{{年度 会议日期 -1}}考核结果',
    result: '2025年度考核结果',
  }),
  星期: dateHelper('这一天是星期几', [], (date) => date.weekday(), {
    template: '{{会议日期}}（{{星期 会议日期}}）',
    result: '2026年11月22日（星期日）',
  }),
  推算: dateHelper('往前或往后推几天', [{ name: '差几天', type: 'number' }], (date, by) => String(date.plus(by)), {
    template: '请于{{推算 会议日期 -3}}前报送名单。',
    result: '请于2026年11月19日前报送名单。',
  }),
};
