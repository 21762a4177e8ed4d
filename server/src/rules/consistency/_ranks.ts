/** A place among others that is told twice: 由第9位上升到第6位; 第6位、第9位，后移3位. */
import words from '../../../data/count-words.json';
import { choices } from '../report';
import type { Slip } from './_slip';

const UP = words.rank.up.replaceAll(' ', '|');
const DOWN = words.rank.down.replaceAll(' ', '|');
const PLACE = (name: string) => `第(?<${name}>\\d{1,3})(?:位|名)`;
/** 由全市第9位上升到第6位，前移3位 */
const FROM_TO = new RegExp(
  `[由从][^，。；\\d]{0,12}${PLACE('from')}(?<verb>${UP}|${DOWN})[到至为]?(?:了)?[^，。；\\d]{0,8}${PLACE('to')}(?:[，,（(](?:位次|排名|名次|共)?(?:${UP}|${DOWN})了?(?<by>\\d{1,3})(?:位|名|个位次))?`,
  'dg',
);
/** 一季度排名第6位，二季度排名第9位，位次后移3位 */
const ONE_OTHER = new RegExp(
  `(?<first>[^，。；：]{0,12})${PLACE('from')}[，,、](?<second>[^，。；\\d]{0,4}\\d{0,4}[^，。；\\d]{0,10})${PLACE('to')}[，,、](?:位次|排名|名次)?(?<verb>${UP}|${DOWN})了?(?<by>\\d{1,3})(?:位|名|个位次)`,
  'dg',
);
const IS_UP = new RegExp(`^(?:${UP})$`);
/** What stands first is of now: 今年第6位，去年第9位. */
const BACKWARD = /[去上]年|[上]月|上季度|同期/;

export function* rankSlips(text: string): Iterable<Slip> {
  if (!/第\d+[位名][^。；]*第\d+[位名]/.test(text)) return;
  for (const match of [...text.matchAll(FROM_TO), ...text.matchAll(ONE_OTHER)]) {
    const { from = '', to = '', verb = '', by, second = '' } = match.groups ?? {};
    const [before, now] = BACKWARD.test(second) ? [Number(to), Number(from)] : [Number(from), Number(to)];
    const [start = 0, end = 0] = match.indices?.groups?.verb ?? [];
    const related = [{ span: { start: match.index, end: match.index + match[0].length }, message: '前后的位次' }];
    if (before === now) continue;
    if (IS_UP.test(verb) !== now < before) {
      const message = `由第${before}位到第${now}位是${now < before ? '上升' : '下降'}，与“${verb}”不合`;
      yield { span: { start, end }, message, related };
    } else if (by !== undefined && Number(by) !== Math.abs(before - now)) {
      const [at = 0, to = 0] = match.indices?.groups?.by ?? [];
      const span = { start: at, end: to };
      const right = String(Math.abs(before - now));
      const message = `由第${before}位到第${now}位相差${right}位，这里写“${by}位”`;
      yield { span, message, related, fixes: choices(span, right) };
    }
  }
}
