/** Words in quotation marks and the number told of them: “快、准、狠”三个字, 六个字：“…”; “宣传、排查、处置”四个方面. */
import words from '../../../data/count-words.json';
import { matchesIn } from '../../text/matches';
import { COUNT, countOf } from './_announced';
import type { Slip } from './_slip';
import { slipOf } from './_tally';

/** “快、准、狠”三个字, “严”“实”二字, “抓早、抓小”四字诀 */
const LETTERS_BEHIND = new RegExp(
  `(?<said>(?:“[^“”]{1,30}”[、和]?)+)(?:这|的)?(?<name>(?<numeral>${COUNT}|二)个?大?字)(?!节|头|以|左右|之)`,
  'g',
);
/** 概括为六个字：“…”, 八字方针，就是“…” */
const LETTERS_BEFORE = new RegExp(
  `(?<![\\d十百千第每])(?<name>(?<numeral>${COUNT})个?字)(?:诀|经|要诀|方针)?(?:[：:]|，?(?:即|(?:也|那)?就是)[：:]?)(?<said>“[^“”]{1,30}”)(?![“、和])`,
  'g',
);
/** “宣传引导、风险排查、快速处置”四个方面, “绿色”“红色”三大品牌 */
const LIST_BEHIND = new RegExp(
  `(?<![、和及与])(?<said>(?:“[^“”，。；：！？]{1,60}”[、和]?)+)(?:这)?(?<name>(?<numeral>${COUNT})(?:个|大|项|篇|条|类|道|张|种)\\p{Script=Han}{0,3}?(?:${words.listed.nouns.replaceAll(' ', '|')}|文章))`,
  'gu',
);

/** What a line counts of what it quotes, where that is another number. */
export function* wordedSlips(text: string): Iterable<Slip> {
  if (text.includes('字')) {
    for (const match of [...matchesIn(text, LETTERS_BEHIND), ...matchesIn(text, LETTERS_BEFORE)]) {
      const { said = '', numeral = '' } = match.groups ?? {};
      const letters = said.match(/\p{Script=Han}/gu)?.length ?? 0;
      const count = numeral === '二' ? 2 : countOf(numeral);
      // 抓早、抓小 may be two words with two letters that count
      if (/[\dA-Za-z]/.test(said) || letters === count || itemsOf(said).length === count) continue;
      yield wordedSlip(match, letters, '字');
    }
  }
  if (!text.includes('”')) return;
  for (const match of matchesIn(text, LIST_BEHIND)) {
    const { said = '', numeral = '' } = match.groups ?? {};
    const quoted = said.match(/“[^“”]*”/g) ?? [];
    const number = itemsOf(said).length;
    const isPlain = number > 1 && (quoted.length === 1 || !quoted.some((each) => each.includes('、')));
    const off = Math.abs((countOf(numeral) ?? 0) - number);
    if (isPlain && off > 0 && off <= 2 && !/等”|[和与及]/.test(quoted.join(''))) yield wordedSlip(match, number, '项');
  }
}

function itemsOf(said: string): string[] {
  return said.split(/[“”、和]/).filter((item) => item !== '');
}

function wordedSlip({ 0: whole, index, groups }: RegExpExecArray, number: number, unit: string): Slip {
  const { said = '', name = '', numeral = '' } = groups ?? {};
  const start = index + whole.indexOf(said);
  const list = { start, end: start + said.length };
  const slip = slipOf(name, index + whole.indexOf(name), numeral, number, list);
  return { ...slip, severity: 'info', message: `这里说“${name}”，引号里是${number}${unit}` };
}
