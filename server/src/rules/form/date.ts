/** 日期合乎历法，星期与日期相符：没有2月30日，2026年3月5日是星期四。 */
import type { Block } from '../../document/types';
import { matchSpan } from '../../text/span';
import { choices, isProse } from '../report';
import type { BlockRule, Finding } from '../types';
import { isDay, weekdayOf } from './_dates';

/** 2026年2月30日, 9月28日至31日 */
const DAY =
  /(?<![\d.])(?:(?<year>(?:19|20)\d{2})年)?(?<month>\d{1,2})月(?<day>\d{1,2})(?:日?(?:——|[至到—~～－-])(?<until>\d{1,2}))?日/g;
/** Right behind the day: （星期四）, 星期四; not the first of 周一至周五. */
const WEEKDAY =
  /[ 　]?[（(]?[ 　]?(?<word>(?:星期|周)(?<name>[一二三四五六日天]))(?![一二三四五六日天至到、—刊报年])/dy;
/** 农历2月30日 is a day. */
const LUNAR = /(?:农历|阴历|旧历|夏历).{0,12}$/;

export const rule: BlockRule = {
  id: 'form/date',
  scope: 'block',
  clues: '月',
  gate: 'form',
  severity: 'error',
  source: '《党政机关公文处理工作条例》第二十条（四）',
  authority: 'binding',
  title: '日期真实存在，星期与日期相符',
  why: '公文审核要核对时间：历法上没有的日期、与日期不符的星期都会误事。',
  examples: {
    bad: [
      { text: '请于2026年2月30日前报送。', found: '2026年2月30日' },
      { text: '公示期为9月28日至31日。', found: '9月28日至31日' },
      { text: '定于2026年3月5日（星期三）召开会议。', found: '星期三' },
      { text: '2025年2月29日前完成。', found: '2025年2月29日' },
    ],
    good: [
      '请于2024年2月29日前报送。',
      '定于2026年3月5日（星期四）召开会议。',
      '农历2月30日，村里办集会。',
      '3月5日（星期四）召开会议。',
      '每月5日前报送，全年共12月。',
      '2019年2月4日至10日放假调休，2月2日（星期六）、2月3日（星期日）上班。',
      '2018年12月30日至2019年1月1日放假，12月29日（星期六）上班。',
    ],
  },
  *check(block) {
    if (!isProse(block) && block.role !== 'date' && block.role !== 'brief-head' && block.role !== 'imprint') return;
    yield* check(block);
  },
};

function* check({ text }: Block): Iterable<Finding> {
  const yearsBefore: number[] = [];
  for (const match of text.matchAll(DAY)) {
    const { year, month, day, until } = match.groups ?? {};
    const own = year ? Number(year) : undefined;
    if (LUNAR.test(text.slice(Math.max(0, match.index - 16), match.index))) continue;
    if ([day, until].some((each) => each && !isDay(own, Number(month), Number(each)))) {
      yield { span: matchSpan(match), message: `历法上没有“${match[0]}”` };
    } else if (!until) {
      yield* wrongWeekday(text, matchSpan(match).end, own, yearsBefore, Number(month), Number(day));
    }
    if (own) yearsBefore.push(own);
  }
}

/** A day without a year is of one told earlier in the paragraph, or of the year after the last of them. */
function* wrongWeekday(
  text: string,
  from: number,
  own: number | undefined,
  told: readonly number[],
  month: number,
  day: number,
): Iterable<Finding> {
  WEEKDAY.lastIndex = from;
  const match = WEEKDAY.exec(text);
  const { word = '', name = '' } = match?.groups ?? {};
  const year = own ?? told.at(-1);
  if (!match || year === undefined) return;
  const said = name.replace('天', '日');
  const years = own === undefined ? [...told, year + 1] : [own];
  if (years.some((each) => isDay(each, month, day) && weekdayOf(each, month, day) === said)) return;
  const right = word.replace(name, weekdayOf(year, month, day));
  const at = { start: match.indices?.groups?.word?.[0] ?? from, end: WEEKDAY.lastIndex };
  yield {
    span: at,
    severity: own === undefined ? 'warning' : 'error',
    message: `${year}年${month}月${day}日是${right}，不是${word}`,
    fixes: choices(at, right),
  };
}
