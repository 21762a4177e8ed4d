/** Announced numbers of points: 讲三点意见, 抓好以下三项工作, 四个方面. */
import type { Block } from '../../document/types';
import { parseHanNumeral } from '../../text/chars';
import type { Span } from '../../text/span';
import { isProse, memoByBlock } from '../report';

export interface Announcement {
  readonly count: number;
  /** 三点意见: from the numeral to the last noun. */
  readonly span: Span;
  /** The numeral alone, and how it is written. */
  readonly numeral: Span;
  readonly words: string;
  /** True where what is counted is told point by point: 意见, 问题, 工作; never 部门. */
  readonly ofPoints: boolean;
  /** True where it says besides that the points follow. */
  readonly certain: boolean;
}

/** 两, 三, 十二, 5: never 一, which counts nothing. */
export const COUNT = '两|二十|十[一二三四五六七八九]?|[三四五六七八九]|[2-9]|1\\d|20';
/** Not in 第三, 二三十, 2023, 3.5, 几, 每. */
const ALONE = '(?<![第每几数近〇一二两三四五六七八九十百千万亿\\d.．:：])';
const MEASURE = '个方面|方面|点|项|条|件|个|大|种|类|步';
/** 三点意见： and 以下四个方面。 */
const ANNOUNCED = new RegExp(
  `${ALONE}(${COUNT})(?:${MEASURE})([^，。；：、,;:“”‘’《》（）()\\d]{0,10}?)(?=\\s*(?:[：:。，,；;]|——|$))`,
  'g',
);
/** What is announced and then told point by point. */
const NOUN =
  /(?:^|意见|要求|希望|建议|问题|工作|任务|措施|举措|事|事情|大事|实事|方面|环节|关系|原则|特点|体会|感受|认识|转变|结合|重点|关键|层面|内容|情况|条件|要点|做法|经验|启示|原因|部分|阶段|想法|打算|考虑)$/;
/** What says that they follow. */
const OPENING =
  /(?:讲|谈|提出?|强调|说|汇报|报告|介绍|突出|抓好?|抓实|做好|干好|办好|把握好?|把握住|处理好|坚持|采取|推进|包括|分为?|体现在|表现在|以下|如下|下列|这么)[^，。；：、]{0,8}$/;

/** The announcements of a block, in order. */
export const announcementsOf = memoByBlock((block: Block): readonly Announcement[] => {
  const { text } = block;
  if (!isProse(block) || !/[个面点项条件大种类步]/.test(text)) return [];
  return [...text.matchAll(ANNOUNCED)].flatMap((match): Announcement | readonly [] => {
    const [words, numeral = '', noun = ''] = match;
    const count = countOf(numeral);
    if (count === undefined) return [];
    const start = match.index;
    const before = /[^，。；：]*$/.exec(text.slice(Math.max(0, start - 40), start))?.[0] ?? '';
    const isOpened = OPENING.test(before);
    // 从扩大投入和完善机制两方面 has told them already
    if (!isOpened && /[、和与及]/.test(before)) return [];
    return {
      count,
      words,
      span: { start, end: start + words.length },
      numeral: { start, end: start + numeral.length },
      ofPoints: NOUN.test(noun),
      certain: NOUN.test(noun) && isOpened,
    };
  });
});

/** 两 → 2, 十二 → 12, 5 → 5. */
export function countOf(numeral: string): number | undefined {
  if (/^\d+$/.test(numeral)) return Number(numeral);
  return numeral === '两' ? 2 : parseHanNumeral(numeral);
}
