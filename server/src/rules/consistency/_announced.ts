/** Announced numbers of points: 讲三点意见, 抓好以下三项工作, 四个方面. */

import words from '../../../data/count-words.json';
import { parseHanNumeral } from '../../text/chars';
import { matchesIn } from '../../text/matches';
import type { Span } from '../../text/span';
import { clauseBefore } from './_clause';

export interface Announcement {
  readonly count: number;
  /** 三点意见: from the numeral to the last noun. */
  readonly span: Span;
  /** Where the rest of the line begins: behind 三个阶段进行. */
  readonly end: number;
  /** The numeral alone, and how it is written. */
  readonly numeral: Span;
  readonly words: string;
  /** True where what is counted is told point by point: 意见, 问题, 工作; never 部门. */
  readonly ofPoints: boolean;
  /** True where it says besides that the points follow. */
  readonly certain: boolean;
  /** True where the speaker says so: 讲三点意见, and nothing else is told. */
  readonly spoken: boolean;
  /** 到位 of “四个到位”: what each point must have. */
  readonly core?: string;
}

/** 两, 三, 十二, 5: never 一, which counts nothing. */
export const COUNT = '两|二十|十[一二三四五六七八九]?|[三四五六七八九]|[2-9]|1\\d|20';
const MEASURE = '个方面|方面|点|项|条|件|起|个|大|种|类|步|句|张|本|道|场|篇|招|关|对';
/** 三点意见： and 以下四个方面。 */
const ANNOUNCED = new RegExp(
  `(${COUNT})(?:${MEASURE})([^，。；：、,;:“”‘’《》（）()\\d]{0,16}?)(?=\\s*(?:[：:。，,；;]|——|$))`,
  'y',
);
/** What is announced and then told point by point. */
const NOUNS = words.announced.nouns.replaceAll(' ', '|');
const NOUN = new RegExp(`(?:^|${NOUNS})$`);
/** 三个阶段进行, 三个方面发力: what may stand behind the noun. */
const TAIL = new RegExp(`(?<=^|${NOUNS})(?:${words.announced.tails.replaceAll(' ', '|')})$`);
/** 三个乡镇存在以下问题, 三大任务的前两项, 20个工作日内: another thing is counted. */
const OTHERS = new RegExp(`^工作日|以下|如下|下列|存在(?!的)|前?(?:${COUNT})(?:${MEASURE})`);
/** What says that they follow. */
const OPENING = new RegExp(`(?:${words.announced.openings.replaceAll(' ', '|')})[^，。；：、]{0,8}$`);
/** 从三个方面发力。 */
const WAYS = /(?:方面|层面|环节|维度)$/;
/** 讲三点意见, 以下三项工作 are always of what follows. */
const SPOKEN = /(?:[讲谈提说]|强调|汇报)[^，。；：、]{0,8}$/;
const BELOW = /(?:[以如]下|下列)[^，。；：、]{0,8}$/;
/** 研究了5个议题。现纪要如下： */
const AS_FOLLOWS = /^[。，,；;](?:现|特)?(?:将[^，。；：]{0,12})?[^，。；：]{0,4}如下[：:。]?\s*$/;
/** 查处了三起问题 */
const BEFORE_AS_FOLLOWS = /(?:查处|通报|研究|审议|讨论|议定|决定|发现|梳理|归纳|总结|提出)[了出]?[^，。；：、]{0,4}$/;
/** 中央八项规定 counts nothing. */
const KNOWN = '八项规定';
/** 一年来，主要做了四个方面的工作 is of what follows, too. */
const DONE = /(?:主要|着重|重点)(?:做|抓|开展|完成)了[^，。；：、]{0,8}$/;
/** 去年办好十件实事 tells of what has been. */
const PAST = /去年|上年|过去|以来|已|先后|累计|共/;
/** 第三, 二三十, 2023, 3.5, 每: what makes a numeral no count of its own. */
const NO_COUNT = '第每几数近各这两〇零一二三四五六七八九十百千万亿.．:：';

/** True for a numeral that is no part of another number. */
export function isCount(text: string, at: number): boolean {
  const before = text[at - 1] ?? '';
  return before === '' || !(NO_COUNT.includes(before) || /\d/.test(before));
}

/** The end of a numeral and the first character of what it counts in. */
const COUNTED = /[两一二三四五六七八九十\d][个大项点条件种类步方句支起家张本道场篇招关对股次位方轮管端链网]/g;

/** Where in a line something is counted: the places of the numerals. */
export function countsIn(text: string): readonly number[] {
  const places: number[] = [];
  for (const { index } of matchesIn(text, COUNTED)) {
    const isSecond = /^(?:[十二][一二三四五六七八九十]|[12]\d)$/.test(text.slice(index - 1, index + 1));
    const start = isSecond ? index - 1 : index;
    if (isCount(text, start)) places.push(start);
  }
  return places;
}

/** The announcements of a line, in order. */
export function announcementsIn(text: string, counts = countsIn(text)): readonly Announcement[] {
  return counts.flatMap((start): Announcement | readonly [] => {
    ANNOUNCED.lastIndex = start;
    const match = ANNOUNCED.exec(text);
    if (!match) return [];
    const [all, numeral = '', counted = ''] = match;
    const noun = counted.replace(TAIL, '');
    const whole = all.slice(0, all.length - counted.length + noun.length);
    if (OTHERS.test(noun.replace(KNOWN, '')) || text.startsWith(KNOWN, start)) return [];
    const count = countOf(numeral);
    if (count === undefined) return [];
    const before = clauseBefore(text, start, '、“”（）()');
    const isBelow =
      NOUN.test(noun) && BEFORE_AS_FOLLOWS.test(before) && AS_FOLLOWS.test(text.slice(start + all.length));
    const isOpened = isBelow || OPENING.test(before) || (WAYS.test(whole) && before.endsWith('从'));
    const spoken = SPOKEN.test(before);
    // 从扩大投入和完善机制两方面 has told them already
    if (!isOpened && /[、和与及]/.test(before)) return [];
    return {
      count,
      words: whole,
      span: { start, end: start + whole.length },
      end: start + all.length,
      numeral: { start, end: start + numeral.length },
      ofPoints: NOUN.test(noun),
      certain:
        (NOUN.test(noun) || /^[：:]$/.test(text[start + all.length] ?? '')) &&
        isOpened &&
        (isBelow || spoken || BELOW.test(before) || DONE.test(before) || !PAST.test(sentenceBefore(text, start))),
      spoken,
    };
  });
}

/** “四个到位”： and “三要”。 */
const NAMED = new RegExp(`“(${COUNT})(?:个|大|项)?(\\p{Script=Han}{1,4})(?=”[，。：]|”的?(?:要求|目标)[，。：])`, 'gu');

/** 三个“新”：, 四个“难”。 */
const NAMED_INSIDE = new RegExp(`(${COUNT})(?:个|大)“(\\p{Script=Han}{1,4})(?=”[，。：])`, 'gu');

/** What is announced by name; whether its points are counted is known only when they have been read. */
export function namesIn(text: string): readonly Announcement[] {
  const inside = matchesIn(text, NAMED_INSIDE).filter(({ index }) => isCount(text, index));
  return [...matchesIn(text, NAMED), ...inside].map(({ 0: quoted, 1: numeral = '', 2: core = '', index }) => {
    const words = quoted.replace(/^“/, '');
    const start = index + quoted.length - words.length;
    return {
      count: countOf(numeral) ?? 0,
      words,
      core,
      span: { start, end: start + words.length },
      end: start + words.length + 1,
      numeral: { start, end: start + numeral.length },
      ...{ ofPoints: true, certain: false, spoken: false },
    };
  });
}

/** 两 → 2, 十二 → 12, 5 → 5. */
export function countOf(numeral: string): number | undefined {
  if (/^\d+$/.test(numeral)) return Number(numeral);
  return numeral === '两' ? 2 : parseHanNumeral(numeral);
}

function sentenceBefore(text: string, at: number): string {
  return text.slice(Math.max(text.lastIndexOf('。', at - 1) + 1, at - 60), at);
}
