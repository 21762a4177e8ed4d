/** 零、〇和0各归其位：汉字年份用“〇”，汉字计量用“零”，纯小数写出小数点前的“0”。 */
import { matchSpan } from '../../text/span';
import { replace } from '../report';
import { type BlockRule, type Finding, HABIT } from '../types';
import { HAN_DIGITS, HAN_NUMERALS, isWritten } from './_numerals';

/** Circles that stand in for 〇: ○ ◯, as all texts before 2012 have them. */
const CIRCLES = '○◯';
/** Digits, Latin, Greek and Cyrillic letters that look like 〇. */
const LOOK_ALIKES = '0０OoＯｏΟοОо';
/** Every zero there is, and 九, the second digit of a year of the last century. */
const ZEROS = `九〇零${CIRCLES}${LOOK_ALIKES}`;
const DIGIT = `[${HAN_DIGITS}〇零${CIRCLES}${LOOK_ALIKES}]`;

/** A year in Chinese numerals: 二O二四年, 二零二四—二零二六年, 〔二○○四〕. */
const YEAR = new RegExp(
  `(?<!${DIGIT})[一二][${ZEROS}]${DIGIT}{2}(?=年|[〕］\\]]|[—–－～~至到、-]{1,2}[一二]${DIGIT}{3}年)`,
  'g',
);
/** A count with a zero in it: 三千〇五十二, 一百0八. 第一百〇一条 is a number of order. */
const COUNT = new RegExp(
  `(?<![第${HAN_NUMERALS}])[${HAN_NUMERALS}]{1,12}(?<=[百千万])[〇${CIRCLES}${LOOK_ALIKES}](?=[${HAN_DIGITS}][十百千]?(?:[^章节条款项目号]|$))`,
  'g',
);
/** 增长.46%: a fraction behind a word that wants a number, never behind a sentence. */
const FRACTION = /[.．](?<=[为达至到约近超增长降高低占比升减落～—-].)(?=\d+(?:[%％‰倍]|个百分点))/g;

/** What a year and a count have in them. */
const YEAR_TRACE = new RegExp(`[一二][${ZEROS}]`);
const COUNT_TRACE = new RegExp(`[百千万][〇${CIRCLES}${LOOK_ALIKES}]`);

export const rule: BlockRule = {
  id: 'number/zero',
  scope: 'block',
  clues: `${ZEROS}.．`,
  gate: 'language',
  severity: 'error',
  source: 'GB/T 15835—2011 5.1.2、5.2.5',
  authority: 'binding',
  title: '汉字年份的零写“〇”，计量的零写“零”，纯小数写出“0”',
  why: '汉字年份是编号，零用“〇”；汉字数量是计量，零用“零”；字母、数字和圆圈符号都不是汉字。',
  examples: {
    bad: [
      { text: '二O二四年以来，全市经济稳中有进。', found: '二O二四', fixed: '二〇二四年以来，全市经济稳中有进。' },
      { text: '到二零二五年，任务全面完成。', found: '二零二五', fixed: '到二〇二五年，任务全面完成。' },
      { text: '二○○四年三月，试点开始。', found: '二○○四', fixed: '二〇〇四年三月，试点开始。' },
      { text: '规划期为二0二六—二0三〇年。', found: '二0二六', fixed: '规划期为二〇二六—二〇三〇年。' },
      { text: '全镇有三千〇五十二户。', found: '三千〇', fixed: '全镇有三千零五十二户。' },
      { text: '比上年增长.46%。', found: '.', fixed: '比上年增长0.46%。' },
    ],
    good: [
      '二〇二四年以来，全市经济稳中有进。',
      '总投资三千零五十二万元。',
      '依照第一百〇一条处理。',
      '分三步走.20%的项目已开工。',
    ],
  },
  fixAll: true,
  systematic: true,
  *check(block) {
    if (!isWritten(block)) return;
    const { text } = block;
    if (YEAR_TRACE.test(text)) yield* years(text);
    for (const match of COUNT_TRACE.test(text) ? text.matchAll(COUNT) : []) {
      const count = `${match[0].slice(0, -1)}零`;
      yield {
        span: matchSpan(match),
        message: `“${match[0]}”应为“${count}”，计量用“零”`,
        severity: 'warning',
        group: '计量',
        fixes: replace(matchSpan(match), count),
      };
    }
    for (const match of text.matchAll(FRACTION)) {
      yield {
        span: matchSpan(match),
        message: '纯小数的小数点前应写“0”',
        group: '小数',
        fixes: replace(matchSpan(match), '0.'),
      };
    }
  },
};

function* years(text: string): Iterable<Finding> {
  for (const match of text.matchAll(YEAR)) {
    const year = match[0].replace(new RegExp(`[零${CIRCLES}${LOOK_ALIKES}]`, 'g'), '〇');
    if (year === match[0]) continue;
    const circlesOnly = match[0].replace(new RegExp(`[${CIRCLES}]`, 'g'), '〇') === year;
    yield {
      span: matchSpan(match),
      message: `“${match[0]}”应为“${year}”`,
      ...(circlesOnly ? { severity: 'warning', group: '圆圈' } : { group: '年份' }),
      toldOnceFrom: HABIT,
      fixes: replace(matchSpan(match), year),
    };
  }
}
