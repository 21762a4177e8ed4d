/** What comes after something and is dated before it: 2026年3月开工，2026年1月建成; a 处分 before the deed. */
import type { Span } from '../../text/span';
import { collect } from '../collect';
import type { Finding } from '../types';
import { isRunning, unquoted } from './_lines';

const MONTH = (name: string) => `(?<!\\d)(?<${name}>20\\d{2}年\\d{1,2}月)`;
const PART = '(?:\\d{1,2}日|份|底|初|[上中下]旬)?';
/** 2026年3月正式开工，2026年1月底完成主体建设 */
const PHASES = new RegExp(
  `${MONTH('first')}${PART}(?:正式|全面)?(?:开工|动工|启动|奠基|立项|始建|进场|开建)[^。；]{0,24}?${MONTH('second')}${PART}(?:全面|全部|正式)?[^，。；\\d]{0,6}?(?:完工|竣工|建成|完成|投入|投用|交付|验收|通车|封顶)`,
  'dg',
);
/** 4月20日进点，4月10日结束现场审计 */
const DAYS =
  /(?<!\d)(?<first>\d{1,2}月\d{1,2}日)(?:正式|全面)?(?:进点|进驻|开始|启动|开工|开班|开幕|报到|出发|动工)[^。；\d]{0,16}(?<second>\d{1,2}月\d{1,2}日)[^，。；\d]{0,4}(?:结束|完成|闭幕|撤离|返程|返回|结业|完工|竣工|验收)/dg;
/** December and January are of two years. */
const HALF_YEAR = 183;
/** 2025年4月，吴某受到党内警告处分; 2025年4月被开除党籍 */
const PENALTY = new RegExp(
  `${MONTH('second')}${PART}，?[^，。；\\d]{0,10}(?:受到|被给予|被开除|给予)[^。；]{0,16}(?:处分|党籍|公职)`,
  'dg',
);
const DATE = /(?<!\d)20\d{2}年\d{1,2}月/g;
/** 原定于2026年3月开工 is another plan. */
const OTHER = /原|推迟|提前|比/;

export const order = collect((block): readonly Finding[] => {
  if (!/\d月/.test(block.text) || !/工|建|启动|立项|奠基|处分|开除|结束|完成|闭幕|结业|返|撤离|验收/.test(block.text))
    return [];
  const text = unquoted(block);
  return [...phases(text), ...days(text), ...penalties(text)];
}, isRunning);

function* phases(text: string): Iterable<Finding> {
  for (const match of text.matchAll(PHASES)) {
    const { first = '', second = '' } = match.groups ?? {};
    const clause = text.slice(Math.max(0, match.index - 8), match.index) + match[0];
    if (monthOf(second) < monthOf(first) && !OTHER.test(clause))
      yield { span: spanOf(match), message: `“${second}”早于前面的“${first}”，先后不合` };
  }
}

function* days(text: string): Iterable<Finding> {
  for (const match of text.matchAll(DAYS)) {
    const { first = '', second = '' } = match.groups ?? {};
    const early = dayOf(first) - dayOf(second);
    const clause = text.slice(Math.max(0, match.index - 8), match.index) + match[0];
    if (early > 0 && early < HALF_YEAR && !OTHER.test(clause) && !/[次翌明][年日]/.test(match[0]))
      yield { span: spanOf(match), message: `“${second}”早于前面的“${first}”，先后不合` };
  }
}

function dayOf(date: string): number {
  const [month = '0', day = '0'] = date.match(/\d+/g) ?? [];
  return Number(month) * 31 + Number(day);
}

/** The penalty is the last that is told of one person. */
function* penalties(text: string): Iterable<Finding> {
  const found = [...text.matchAll(PENALTY)];
  const [match] = found;
  if (!match || found.length > 1 || OTHER.test(match[0])) return;
  const { second = '' } = match.groups ?? {};
  const before = [...text.slice(0, match.index).matchAll(DATE)].map(([date]) => date);
  const later = before.find((date) => monthOf(date) > monthOf(second));
  if (later) yield { span: spanOf(match), message: `处分时间“${second}”早于前面的“${later}”，先后不合` };
}

function monthOf(date: string): number {
  const [year = '0', month = '0'] = date.match(/\d+/g) ?? [];
  return Number(year) * 12 + Number(month);
}

function spanOf(match: RegExpExecArray): Span {
  const [start = 0, end = 0] = match.indices?.groups?.second ?? [];
  return { start, end };
}
