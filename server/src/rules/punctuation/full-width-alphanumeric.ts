/** 全角的拉丁字母和夹着字母的全角数字。 */
import { matchSpan } from '../../text/span';
import { replace } from '../report';
import type { BlockRule } from '../types';
import { isWritten } from './_context';

/** A run of full-width letters, digits among them: `ＡＰＰ`, `５Ｇ`; a lone Ｘ or Ｏ stands for something else. */
const RUN =
  /(?<![Ａ-Ｚａ-ｚ０-９])(?=[０-９]*[Ａ-Ｚａ-ｚ])(?![ＸｘＯｏ]+(?![Ａ-Ｚａ-ｚ０-９]))[Ａ-Ｚａ-ｚ０-９]{1,60}/g;

/** A year with letters for its zeros (二ＯＯ四), which `number/zero` mends. */
const NUMERAL = /[一二三四五六七八九〇]$/;

export const rule: BlockRule = {
  id: 'punctuation/full-width-alphanumeric',
  scope: 'block',
  gate: 'language',
  severity: 'warning',
  source: 'GB/T 15834—2011 5.1；《党政机关公文格式》排版惯例',
  authority: 'usual',
  title: '拉丁字母用半角',
  why: '外文字母和编号按西文排，占半个字的位置。',
  examples: {
    bad: [
      { text: '开发政务ＡＰＰ，建成５Ｇ基站。', found: 'ＡＰＰ', fixed: '开发政务APP，建成5G基站。' },
      { text: '列入Ａ类管理。', found: 'Ａ', fixed: '列入A类管理。' },
    ],
    good: ['开发政务APP，建成5G基站。', 'ＸＸ市人民政府', '二ＯＯ四年'],
  },
  fixAll: true,
  systematic: true,
  of: (block) => isWritten(block) && /[Ａ-Ｚａ-ｚ]/.test(block.text),
  *check(block) {
    for (const match of block.text.matchAll(RUN)) {
      if (NUMERAL.test(block.text.slice(Math.max(0, match.index - 1), match.index))) continue;
      const half = match[0].normalize('NFKC');
      yield {
        span: matchSpan(match),
        message: `全角“${match[0]}”应为半角“${half}”`,
        fixes: replace(matchSpan(match), half),
      };
    }
  },
};
