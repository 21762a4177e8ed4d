/** What tells a blank left in a text from X光, formulas, forms and names given as a pattern. */
import type { Block } from '../../document/types';

/** One character of a blank: X, ×, _. */
export const BLANK = '[xXｘＸ×╳_＿]';

/** What follows a single X that stands for a name or a number: X县, X期, X万元; never X光, X射线, X轴. */
export const UNIT =
  '(?:省|市|县|区|镇|乡|村|州|旗|街道|局|厅|委|年|月(?!球)|日|期|届|条|次(?!方)|号|项|个|名|位(?!置)|人(?![数次均口体])|家|户|亩|万|亿|元(?!素)|[%％]|公里|吨|同志|书记|主任|局长|市长|县长|区长|镇长|部长|单位|公司|部门)';

/** 应纳税额＝销售额×税率: × multiplies there. */
export function isFormula(_match: RegExpExecArray, { text }: Block): boolean {
  return /[＝=÷]|计算(?:方法|公式)/.test(text);
}

const QUOTE_REACH = 60;

/** “××区养老服务中心”: the pattern of a name. “××” alone is a blank. */
export function inQuotes({ index, 0: { length } }: RegExpExecArray, { text }: Block): boolean {
  const before = text.slice(Math.max(0, index - QUOTE_REACH), index);
  const after = text.slice(index + length, index + length + QUOTE_REACH);
  const open = before.lastIndexOf('“');
  const close = after.indexOf('”');
  if (open < 0 || close < 0 || before.lastIndexOf('”') > open) return false;
  return before.slice(open + 1) + after.slice(0, close) !== '';
}

/** 姓名：______; ______（签名）; rows of a table: blanks that a reader fills in by hand. */
export function isForm({ index, 0: { length } }: RegExpExecArray, { role, text }: Block): boolean {
  if (role === 'table') return true;
  const behindLabel = /[:：][\s　]*$/.test(text.slice(Math.max(0, index - 3), index));
  return behindLabel || text[index + length] === '（' || (length >= LONG_BLANK && !/[。；]/.test(text));
}

/** As wide as a name written by hand. */
const LONG_BLANK = 4;
