/** Words whose numerals are settled as Chinese ones: 星期五, 一季度, 第十四届, “十四五”, 一带一路. */
import words from '../../../data/number-words.json';
import type { Form } from './_forms';
import { pairsOf } from './_numerals';
import { han } from './_rewrite';

const FIXED = pairsOf(words.fixedTerms.pairs);
const BOUNDED = pairsOf(words.boundedTerms.pairs);

const firstsOf = (...lists: readonly ReadonlyMap<string, string>[]) =>
  lists.flatMap((list) => [...list.keys()].map(([first = '']) => first)).join('');

const always = () => true;

/** Words that are written in one way only. */
export const TERMS: Form = {
  // 1带1路; 4个意识 with no Han character behind it
  pattern: new RegExp(
    `(?=[${firstsOf(FIXED, BOUNDED)}])(?<![\\d.．])(?:${[...FIXED.keys()].join('|')}|(?:${[...BOUNDED.keys()].join('|')})(?!\\p{Script=Han}))`,
    'gu',
  ),
  rewrite: ([term]) => [FIXED.get(term) ?? BOUNDED.get(term) ?? ''],
};

/** What a line has in it that settles the numeral beside it; most numbers have none of it. */
export const SETTLED_TRACE = /[123]产业|星期[1-6]|农历\d|[正腊冬]月\d|[1-4]季度|\d(?:[届大五]|次全国|个五年|中全会)/;

export const SETTLED: readonly Form[] = [
  {
    // 第3产业; 第2产业园 is a place
    pattern: /[123](?<=第[123])(?=产业(?![园基集带链大]))/g,
    rewrite: ([ordinal]) => [han(Number(ordinal))],
  },
  {
    // 星期5
    pattern: /[1-6](?<=星期[1-6])(?![\d.])/g,
    rewrite: ([day]) => [han(Number(day))],
  },
  {
    // 农历8月15, 正月15
    pattern:
      /(?=\d)(?:(?<=农历)([1-9]|1[0-2])月([12]\d|30)日?|(?<=正月|腊月|冬月)([12]\d|30)(?=[日，。、；（至到前后]|$))/g,
    rewrite: ([, month, day, only]) =>
      month ? [`${month === '1' ? '正' : han(Number(month))}月${han(Number(day))}`] : [han(Number(only))],
    mild: always,
  },
  {
    // 第1季度, 2026年1季度
    pattern: /[1-4](?=季度)(?<=(?:[第年上本]|今年|去年|^[\s　]{0,8}|[，。；（])[1-4])/g,
    rewrite: ([quarter]) => [han(Number(quarter))],
    mild: always,
  },
  {
    // 第14届全国人大, 第20次全国代表大会, 第15个五年规划; 第19届亚运会 is left alone
    pattern:
      /(?=\d)(?<=第)\d{1,2}(?=届(?:全国人大|全国人民代表|全国政协|全国委员会|中央|人大|人民代表|政协|党代会|[一二三四五六七八九]中全会)|次全国代表大会|个五年[规计])/g,
    rewrite: ([ordinal]) => (Number(ordinal) > 0 ? [han(Number(ordinal))] : []),
    mild: always,
  },
  {
    // 党的20大, 20届四中全会
    pattern:
      /(?=[12]\d)(?:(?<=党的|中共)(?:1[2-9]|2\d)(?=大(?![型量多小])|届)|(?<!\d)(?:1[2-9]|2\d)(?=届[一二三四五六七八九]中全会))/g,
    rewrite: ([ordinal]) => [han(Number(ordinal))],
  },
  {
    // 二十届4中全会
    pattern: /[1-9](?=中全会)(?<=[一二三四五六七八九十]届[1-9])/g,
    rewrite: ([ordinal]) => [han(Number(ordinal))],
  },
  {
    // “14五”规划, 十5五
    pattern: /(?:(?<![\d.])1|十)([1-9])五(?=[”"]?(?:规划|时期|期间|末|以来|开局|收官))/g,
    rewrite: ([, plan]) => [`十${han(Number(plan))}五`],
  },
];
