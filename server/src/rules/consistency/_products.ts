/** So many groups of so many each: 执法人员15名，分3组，每组5名. */
import { parseHanNumeral } from '../../text/chars';
import { choices } from '../report';
import type { Slip } from './_slip';

const NUMBER = '\\d{1,5}|[两一二三四五六七八九十]{1,3}';
/** 共120人，分3批，每批40人 */
const GROUPS = new RegExp(
  `(?<![\\d.])(?<total>\\d{1,6})(?<unit>[人名户家个台辆])[，,]?(?:共|拟|将)?分(?:成|为)?(?<count>${NUMBER})(?:个)?(?<group>小?组|批|期|队|班|轮|次)(?:进行|开展)?[，,、（(](?:每个?\\k<group>|每组)(?<each>${NUMBER})\\k<unit>(?![左以上多])`,
  'dg',
);

export function* productSlips(text: string): Iterable<Slip> {
  if (!text.includes('每') || !text.includes('分')) return;
  for (const match of text.matchAll(GROUPS)) {
    const { total = '', unit = '', count = '', each = '' } = match.groups ?? {};
    const [groups, size] = [read(count), read(each)];
    if (groups === undefined || size === undefined || groups * size === Number(total)) continue;
    const [start = 0] = match.indices?.groups?.total ?? [];
    const span = { start, end: start + total.length + unit.length };
    const right = `${groups * size}${unit}`;
    yield {
      span,
      message: `分${count}份、每份${each}${unit}是${right}，这里写“${total}${unit}”`.replace(
        /份/g,
        match.groups?.group ?? '组',
      ),
      related: [{ span: { start: span.end, end: match.index + match[0].length }, message: '分组和每组的数' }],
      fixes: choices(span, right),
    };
  }
}

function read(number: string): number | undefined {
  return /\d/.test(number) ? Number(number) : number === '两' ? 2 : parseHanNumeral(number);
}
