/** How many hours something took, against the hours it began and ended: 12日20时至13日8时，历时12小时. */
import { collect } from '../collect';
import { choices } from '../report';
import type { Finding } from '../types';
import { isRunning, unquoted } from './_lines';

/** 7月12日20时至13日8时，出现强降雨，历时12小时; 20时至次日8时 */
const LASTING =
  /(?<!\d)(?<range>(?<day>\d{1,2})日(?<hour>\d{1,2})时(?:——|[至到—–~～－-])(?:(?<toMonth>\d{1,2}月)?(?<toDay>\d{1,2})日|(?<next>次日|翌日))?(?<toHour>\d{1,2})时)[^。；\d]{0,30}(?:历时|为时|持续)(?:了|达)?(?<count>\d{1,3})个?小时/dg;

export const clockSpans = collect((block): readonly Finding[] => {
  if (!block.text.includes('小时') || !/历时|为时|持续/.test(block.text)) return [];
  return [...unquoted(block).matchAll(LASTING)].flatMap((match) => {
    const { range = '', day, hour, toMonth, toDay, next, toHour, count } = match.groups ?? {};
    const days = next ? 1 : Number(toDay ?? day) - Number(day);
    const hours = days * 24 + Number(toHour) - Number(hour);
    if (toMonth || hours <= 0 || hours === Number(count)) return [];
    const [start = 0, end = 0] = match.indices?.groups?.count ?? [];
    return {
      span: { start, end },
      message: `“${range}”是${hours}小时，这里写“${count}小时”`,
      fixes: choices({ start, end }, String(hours)),
    };
  });
}, isRunning);
