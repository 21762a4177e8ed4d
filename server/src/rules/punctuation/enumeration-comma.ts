/** 多余的顿号：在“和、或、及”前，在“等”前，在概数中间。 */
import { span } from '../../text/span';
import { choices, isProse, replace } from '../report';
import type { BlockRule, Finding } from '../types';
import { anyOf, anyTailOf } from './_words';

/** Before a conjunction: `学习、和贯彻`, `报纸、或者刊物`, `甲、乙、以及丙`; 、和平 and 、及时 are words. */
const BEFORE_CONJUNCTION = new RegExp(
  `、(?<word>以及|或者|或是|和(?!${anyTailOf('afterHe')})|及(?!${anyTailOf('afterJi')})|或(?!${anyTailOf('afterHuo')}))`,
  'g',
);

/** A list ends behind 和; where it goes on, a name begins with it: `长兴路、和兴路、东门街`. */
const GOES_ON = /^和[^，。；：、！？和与及或]{1,6}、/;

/** 和 as a preposition: `走村入户、和群众打成一片`. */
const TOGETHER = new RegExp(`^和.*(?:${anyOf('together')})`);

/** Before 等: `报纸、刊物、等`; 、等级 is a word, and so is what the list goes on behind: `拦车、等车、发放广告`. */
const BEFORE_DENG = new RegExp(`、(?=等(?!${anyTailOf('afterDeng')}|[^，。；：、！？]{1,4}、))`, 'g');

const NUMERALS = '一二三四五六七八九';

/** An approximate number: `三、四天`, `十七、八岁`, `七、八十人`; 第一、二轮 and 一、二、三产业 are lists. */
const APPROXIMATE = new RegExp(
  `(?<![第前、0-9${NUMERALS}百千万亿])十?(?<low>[${NUMERALS}])、(?<high>[${NUMERALS}])(?=[十百千万亿]{0,2}(?:多|余|来|几)?(?:${anyOf('countedThing')}))(?!十?年代)(?!年级|年制|个月内|家子)`,
  'dg',
);

/** What stands behind the mark in all three. */
const TRACE = new RegExp(`、[以或和及等${NUMERALS}]`);

export const rule: BlockRule = {
  id: 'punctuation/enumeration-comma',
  scope: 'block',
  clues: '、',
  gate: 'language',
  severity: 'warning',
  source: 'GB/T 15834—2011 4.5.3.4、附录A.3、附录B.1.2',
  authority: 'binding',
  title: '连词、“等”和概数里不用顿号',
  why: '顿号只隔开并列词语；“和、或、及、等”已经表明并列，概数的两个数之间没有停顿。',
  examples: {
    bad: [
      { text: '要学习、宣传、和贯彻会议精神。', found: '、', fixed: '要学习、宣传和贯彻会议精神。' },
      { text: '通过电视、报纸、或者刊物了解情况。', found: '、' },
      { text: '包括机关、企业、以及社区。', found: '、', fixed: '包括机关、企业，以及社区。' },
      { text: '包括机关、企业、等单位。', found: '、', fixed: '包括机关、企业等单位。' },
      { text: '调研了三、四天，走访七、八十人。', found: '、', fixed: '调研了三四天，走访七八十人。' },
    ],
    good: [
      '富强、民主、文明、和谐，准确、及时、等级、或有债务。',
      '第一、二轮，二、三产业，三、四年级，一、二、三名，八、九十年代。',
      '和平统一、一国两制，实行三证合一、一照一码。',
      '要走村入户、和群众打成一片。',
      '整治长兴路、和兴路、东门街的停车秩序，行人不得在路口拦车、等车、散发广告。',
    ],
  },
  fixAll: true,
  of: (block) => isProse(block) && TRACE.test(block.text),
  *check({ text }) {
    for (const match of text.matchAll(BEFORE_CONJUNCTION)) {
      const word = match.groups?.word ?? '';
      if (word === '和' && isNoConjunction(text.slice(match.index + 1, match.index + 41))) continue;
      yield beforeConjunction(match.index, word);
    }
    for (const { index } of text.matchAll(BEFORE_DENG)) {
      const at = span(index, index + 1);
      yield { span: at, message: '“等”前不用顿号', fixes: replace(at, '') };
    }
    for (const { groups, indices } of text.matchAll(APPROXIMATE)) {
      const low = NUMERALS.indexOf(groups?.low ?? '');
      const high = NUMERALS.indexOf(groups?.high ?? '');
      const [from] = indices?.groups?.high ?? [];
      if (from === undefined || (high !== low + 1 && !(low === 2 && high === 4))) continue;
      const at = span(from - 1, from);
      yield { span: at, message: `表示概数时“${groups?.low}”和“${groups?.high}”之间不用顿号`, fixes: replace(at, '') };
    }
  },
};

function isNoConjunction(rest: string): boolean {
  return GOES_ON.test(rest) || TOGETHER.test(/^[^，。；：、！？]*/.exec(rest)?.[0] ?? '');
}

function beforeConjunction(index: number, word: string): Finding {
  const at = span(index, index + 1);
  if (word === '以及') return { span: at, message: `“${word}”前用逗号或不用标点，不用顿号`, fixes: replace(at, '，') };
  const fixes = word === '和' || word === '及' ? replace(at, '') : choices(at, '', '，');
  return { span: at, message: `“${word}”前不用顿号`, fixes };
}
