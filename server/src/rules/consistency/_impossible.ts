/** Hours and months that are none: 上午14:00, 9:75, 2026年13月. */
import { collect } from '../collect';
import { choices } from '../report';
import type { Finding } from '../types';
import { tellsFigures, unquoted } from './_lines';

/** 上午14:00, 中午17时30分 */
const HALF_DAY =
  /(?<half>上午|中午|凌晨|清晨|早上|早晨|晚上)(?<hour>\d{1,2})(?:[:：]\d{2}|[时点](?!以前|之前))(?![\d:：])/g;
/** The hours that may be told so: from the first to the last, 12 and 24 of the night. */
const HOURS: Readonly<Record<string, (hour: number) => boolean>> = {
  上午: (hour) => hour <= 12,
  中午: (hour) => (hour >= 11 && hour <= 14) || hour <= 2,
  凌晨: (hour) => hour <= 6 || hour === 12 || hour === 24,
  清晨: (hour) => hour <= 9,
  早上: (hour) => hour <= 12,
  早晨: (hour) => hour <= 12,
  晚上: (hour) => hour <= 12 || hour >= 17,
};
/** 3月1日25:00, 下午3:75; a score or a scale has no day before it. */
const CLOCK =
  /(?:\d日|[上下中]午|晚上?)(?:[（(][^（）()\d]{1,6}[）)])?\s?(?<clock>(?<hour>\d{1,2})[:：](?<minute>\d{2}))(?![\d:：]|[^，。；]{0,4}[胜负战败平])/dg;
/** 3月1日25时30分 */
const HOUR = /\d日(?<clock>(?<hour>\d{1,2})时(?:(?<minute>\d{1,2})分)?)(?!区)/dg;
/** 2026年13月, 9月至13月; never 18月龄 */
const MONTH = /(?<=\d年|月[至到—~～－-])(?<month>1[3-9]|[2-9]\d)月(?![龄大])/g;

const TRACE = /[午晨上日]\D{0,8}\d{1,2}[:：时点]|(?:1[3-9]|[2-9]\d)月/;

export const impossible = collect((block): readonly Finding[] => {
  if (!TRACE.test(block.text)) return [];
  const text = unquoted(block);
  return [
    ...[...text.matchAll(HALF_DAY)].flatMap(({ 0: words, index, groups }) =>
      HOURS[groups?.half ?? '']?.(Number(groups?.hour)) === false
        ? [notOf(index, words, groups?.half ?? '', Number(groups?.hour))]
        : [],
    ),
    ...[...text.matchAll(CLOCK), ...text.matchAll(HOUR)].flatMap(({ groups, indices }) => {
      const { clock = '', hour, minute = '0' } = groups ?? {};
      const [start = 0, end = 0] = indices?.groups?.clock ?? [];
      const isTime = Number(minute) < 60 && Number(hour) * 60 + Number(minute) <= 24 * 60;
      return isTime ? [] : [{ span: { start, end }, message: `没有“${clock}”这个时间` }];
    }),
    ...[...text.matchAll(MONTH)].map(({ 0: words, index }) => ({
      span: { start: index, end: index + words.length },
      message: `一年只有12个月，没有“${words}”`,
    })),
  ];
}, tellsFigures);

/** 上午14:00 is 下午14:00. */
function notOf(start: number, words: string, half: string, hour: number): Finding {
  const span = { start, end: start + half.length };
  const right = hour < 6 ? '凌晨' : hour < 12 ? '上午' : hour < 18 ? '下午' : '晚上';
  return {
    span: { start, end: start + words.length },
    message: `“${words}”不是${half}的时间`,
    fixes: hour > 24 ? [] : choices(span, right),
  };
}
