/** The ways in which one number comes to be written in two kinds of numerals. */
import { HAN_DIGITS, HAN_NUMERALS, MEASURES } from './_numerals';
import { han, sumOf, toDigits } from './_rewrite';

/** One way of mixing: what it looks like and what it should be; several answers when the writer must choose. */
export interface Form {
  readonly pattern: RegExp;
  /** What should stand for the match; empty where nothing is wrong. */
  readonly rewrite: (match: RegExpExecArray) => readonly string[];
  /** True for matches that published texts have too. */
  readonly mild?: (match: RegExpExecArray) => boolean;
}

const COUNTED = `(?=[多余]?[万亿]?(?:${MEASURES})|[多余万亿])`;
const MEASURED = `(?=[多余]?[万亿]?(?:${MEASURES}))`;
/** Not inside a longer number: 2026千人, 3.5千米, 12，345, 三百5十, 第3千. */
const ALONE = `(?<![\\dA-Za-z第${HAN_NUMERALS.replace('亿', '')}]|\\d[.,，．、])`;
/** 千米, 百分 and the like are units of their own. */
const NO_UNIT = '(?![克米瓦伏卡帕赫焦牛升安欧位比字分姓强])';

/** What a line has in it that mixes the two; most numbers have none of it beside them. */
export const MIXED_TRACE = /[\d万][千百十]|十\d|几1|0几|[点时]\d|\d[点时、][二三四五十2-9]|百分之\d/;

export const MIXED: readonly Form[] = [
  {
    // 4千亿元, 1万6千多户, 12万5千6百元, 1百零8; never 5千米, 6百分点
    pattern: new RegExp(
      `(?=[\\d万]{1,8}[千百十])${ALONE}(?:(\\d{1,5})万)?(?:(\\d{1,2}(?:\\.\\d)?)千${NO_UNIT})?(?:(\\d{1,2})百${NO_UNIT})?(?:(\\d)十)?(?:零?(?<=[零十])([1-9]))?${COUNTED}`,
      'g',
    ),
    rewrite: ([, wan, ...rest]) => sumOf(wan, rest),
    mild: ([whole]) => !/十|百.*\d|千.*百/.test(whole),
  },
  {
    // 三十5人
    pattern: new RegExp(
      `(?=[二三四五六七八九]?十[1-9])(?<![第${HAN_NUMERALS}])([二三四五六七八九]?十)([1-9])${MEASURED}`,
      'g',
    ),
    rewrite: ([, tens = '', ones = '']) => [`${toDigits(tens) + Number(ones)}`, `${tens}${han(Number(ones))}`],
  },
  {
    // 2十五人
    pattern: new RegExp(`(?=[1-9]十)${ALONE}([1-9])十([${HAN_DIGITS}])${MEASURED}`, 'g'),
    rewrite: ([, tens = '', ones = '']) => [`${Number(tens) * 10 + toDigits(ones)}`],
  },
  {
    // 2、3十人 → 二三十人
    pattern: new RegExp(`(?=[1-9]、)${ALONE}([1-9])、([2-9])(?=[十百千]${NO_UNIT})`, 'g'),
    rewrite: ([, low = '', high = '']) =>
      Number(high) === Number(low) + 1 ? [han(Number(low)) + han(Number(high))] : [],
  },
  {
    // 几10年, 几100人
    pattern: new RegExp(`1(?<=几1)(0{1,3})(?=[万亿]?(?:${MEASURES}))`, 'g'),
    rewrite: ([, zeros = '']) => ['十百千'[zeros.length - 1] ?? ''],
  },
  {
    // 30几人, 10几个
    pattern: new RegExp(`(?=[1-9]0几)${ALONE}[1-9]0(?=几(?:${MEASURES}))`, 'g'),
    rewrite: ([tens]) => [han(Number(tens))],
  },
  {
    // 八点30分; 七点5分之一 is none
    pattern: new RegExp(
      `(?=[${HAN_DIGITS}十]{1,3}[点时])(?<![${HAN_DIGITS}])([${HAN_DIGITS}]|二?十[${HAN_DIGITS}]?)([点时])(?=[0-5]?\\d分(?![之点数值]))`,
      'g',
    ),
    rewrite: ([, hour = '', mark = '']) => [`${toDigits(hour)}${mark}`],
  },
  {
    // 8点三十分
    pattern: /(?=[二三四五十])(?<=(?<!\d)[0-2]?\d[点时])([二三四五]?十[一二三四五六七八九]?)(?=分(?![之点数值]))/g,
    rewrite: ([, minutes = '']) => [`${toDigits(minutes)}`],
  },
  {
    // 百分之5
    pattern: /百分之(\d{1,4}(?:\.\d{1,3})?)(?![\d%％])/g,
    rewrite: ([, digits = '']) => [`${digits}%`],
  },
];
