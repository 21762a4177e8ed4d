/** Who was to come and who came: 应到代表210人，实到198人，请假12人. */
import type { Slip } from './_slip';

const HEADS = '[^，。；：\\d]{0,10}(?<HEADS>\\d{1,5}(?:名|人|位)?)';
const heads = (name: string) => HEADS.replace('HEADS', name);
/** 应到代表210人，实到198人，因病请假12人，缺席2人 */
const ATTENDANCE = new RegExp(
  `应(?:到会?|出席|参会|参加)${heads('due')}[，,、；;](?:实到|实际到会|实际出席|实际参会|实际参加|出席)${heads('came')}(?:[，,、；;](?:因[^，。；\\d]{0,8})?请假${heads('excused')})?(?:[，,、；;]缺席${heads('absent')})?`,
  'dg',
);

export function* attendanceSlips(text: string): Iterable<Slip> {
  if (!/应[到出参]/.test(text)) return;
  for (const match of text.matchAll(ATTENDANCE)) {
    const { due, came, excused = '0', absent = '0' } = match.groups ?? {};
    const all = read(came) + read(excused) + read(absent);
    const [start = 0, end = 0] = match.indices?.groups?.due ?? [];
    const [from = 0] = match.indices?.groups?.came ?? [];
    if (all <= read(due)) continue;
    const isCame = read(came) === all;
    yield {
      span: { start, end },
      message: isCame ? `实到“${came}”，比应到“${due}”还多` : `实到和未到的相加是${all}人，比应到“${due}”还多`,
      related: [{ span: { start: from, end: match.index + match[0].length }, message: isCame ? '实到' : '实到和未到' }],
    };
  }
}

function read(number = '0'): number {
  return Number.parseInt(number, 10);
}
