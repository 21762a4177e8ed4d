/** Items counted in their own sentence: “四个到位”：责任到位、人员到位; 春耕、防汛、抗旱三项工作. */
import type { Block } from '../../document/types';
import { toHanNumeral } from '../../text/chars';
import { allFormulations } from '../policy/_members';
import { choices, isProse, memoByBlock } from '../report';
import { type Announcement, announcementsOf, COUNT, countOf } from './_announced';
import type { Slip } from './_slip';

/** “四个到位”： and 四个到位，即 and “三突出”（ */
const NAMED = new RegExp(
  `(?<![第每几数近〇一二两三四五六七八九十百千万亿\\d.．])((?:${COUNT})(?:个|大|项)?([\\p{Script=Han}]{2,4}?|一))(?:[”"]?(?:(?:的)?(?:要求|目标|标准))?)(?:，?(?:即|就是|是指|分别是)[：:，,]?|[：:]|——|[（(])`,
  'gu',
);

export const itemSlips = memoByBlock((block: Block): readonly Slip[] => {
  if (!isProse(block) || !block.text.includes('、')) return [];
  const { text } = block;
  return [
    ...namedSlips(text),
    ...listedSlips(text),
    ...announcementsOf(block).flatMap((announcement) => enumeratedSlip(text, announcement) ?? []),
  ];
});

function* namedSlips(text: string): Iterable<Slip> {
  for (const match of text.matchAll(NAMED)) {
    const [whole, name = '', core = ''] = match;
    const numeral = name.slice(0, name.search(/[个大项]/) > 0 ? name.search(/[个大项]/) : name.length - core.length);
    const count = countOf(numeral);
    const from = match.index + whole.length;
    const list = (/[（(]$/.test(whole) ? /^[^（）()]*/ : /^[^。；！？]*/).exec(text.slice(from))?.[0] ?? '';
    const items = list.split(/[、，,；;]/).filter((item) => item.trim() !== '');
    const number = items.reduce((sum, item) => sum + item.split(core).length - 1, 0);
    if (count === undefined || items.length < 2 || number === count || /等/.test(list)) continue;
    // what is known by name is compared with its list
    if (allFormulations().some(({ names }) => names.includes(name))) continue;
    if (!items.every((item) => hasAtEdge(item, core))) continue;
    const at = text.indexOf(name, match.index);
    const span = { start: at, end: at + name.length };
    yield {
      span,
      message: `这里说“${name}”，列了${number}个`,
      related: [{ span: { start: from, end: from + list.length }, message: '列出的各项' }],
      fixes: choices({ start: at, end: at + numeral.length }, like(numeral, number)),
    };
  }
}

/** 责任到位 or 坚持党建引领, in quotation marks or not. */
function hasAtEdge(item: string, core: string): boolean {
  const words = item.replace(/[“”‘’"]/g, '').trim();
  return words.startsWith(core) || words.endsWith(core);
}

/** 春耕、防汛、抗旱三项工作, with what it is governed by before it. */
const LISTED = new RegExp(
  `([^，。；：、,;:“”（）()\\s]{1,12}(?:、[^，。；：、,;:“”（）()\\s]{1,6}){2,})(?<![第每几数近各这两〇一二三四五六七八九十百千万亿\\d.．])((${COUNT})(?:个|项|大|件|种|类|方面)(?:重点|主要|关键)?(?:工作|任务|方面|事|环节|领域|行业|产业|工程|行动|要素|问题|重点|内容|指标|机制|部门|单位))`,
  'g',
);
function* listedSlips(text: string): Iterable<Slip> {
  for (const match of text.matchAll(LISTED)) {
    const [, list = '', name = '', numeral = ''] = match;
    const items = list.split('、');
    const count = countOf(numeral);
    const [first = '', second = ''] = items;
    // only where all items are of one length is it certain what an item is
    const even = items.slice(1).every((item) => item.length === second.length) && first.length >= second.length;
    if (count === undefined || count === items.length || !even || /[和与及或的等]/.test(items.slice(1).join('')))
      continue;
    const start = match.index + list.length;
    yield {
      span: { start, end: start + name.length },
      message: `前面列了${items.length}项，这里说“${name}”`,
      related: [{ span: { start: match.index, end: start }, message: '列出的各项' }],
      fixes: choices({ start, end: start + numeral.length }, like(numeral, items.length)),
    };
  }
}

/** ：修路、架桥、引水。 */
const ENUMERATED = /^[：:]([^，。；：、,;:“”（）()和与及等\s]{2,6}(?:、[^，。；：、,;:“”（）()和与及等\s]{2,6})+)。/;

/** 办好三件实事：修路、架桥、引水、绿化。 */
function enumeratedSlip(text: string, { certain, count, numeral, span, words }: Announcement): Slip | undefined {
  const list = certain ? ENUMERATED.exec(text.slice(span.end))?.[1] : undefined;
  const number = list?.split('、').length ?? count;
  if (list === undefined || number === count) return undefined;
  return {
    span,
    message: `这里说“${words}”，后面列了${number}项`,
    related: [{ span: { start: span.end + 1, end: span.end + 1 + list.length }, message: '列出的各项' }],
    fixes: choices(numeral, like(text.slice(numeral.start, numeral.end), number)),
  };
}

/** The number in the numerals of the other. */
function like(numeral: string, number: number): string {
  if (/\d/.test(numeral)) return String(number);
  return number === 2 ? '两' : toHanNumeral(number);
}
