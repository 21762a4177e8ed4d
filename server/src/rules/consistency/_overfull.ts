/** Lists of bodies and the number told of them: 云溪、枫林、白水、龙潭等3个乡镇; 县发改局、县财政局、县住建局（共4个部门）. */
import words from '../../../data/count-words.json';
import { matchesIn } from '../../text/matches';
import { choices } from '../report';
import { COUNT, countOf } from './_announced';
import { clauseBefore } from './_clause';
import type { Slip } from './_slip';
import { like } from './_tally';

const NOUNS = `${words.listed.nouns} ${words.bodies.nouns}`.replaceAll(' ', '|');
/** 等3个乡镇, which may be more than those that are named, and never fewer */
const AND_OTHERS = new RegExp(
  `等(?<name>(?<numeral>${COUNT})(?:个|项|大|件|种|类|条|支|家|所)(?:(?!以)\\p{Script=Han}){0,3}?(?:${NOUNS}))`,
  'gu',
);
/** 县住建局主要负责人（共4个部门） */
const IN_BRACKETS = new RegExp(
  `[（(]共?(?<name>(?<numeral>${COUNT})(?:个|家)(?:${words.bodies.nouns.replaceAll(' ', '|')}|部门|单位))[）)]`,
  'gu',
);
/** 县财政局、县民政局、县水利局两家单位; 青山镇、柳河镇两个乡镇 */
const BESIDE = new RegExp(
  `(?<=[局委办厅部乡镇村县区])(?<name>(?<numeral>${COUNT})(?:个|家)(?<noun>单位|部门|乡镇|镇|乡|村|县区|县|区))(?![\\p{Script=Han}]{0,3}级)`,
  'gu',
);
/** 局两家, 镇12个: most lines have none. */
const BESIDE_TRACE = /[局委办厅部乡镇村县区][两二三四五六七八九十\d]{1,2}[一二三四五六七八九]?[个家]/;
/** Whether those listed are what is counted: 财政局 is a 部门, 青山镇 is no 村. */
const KIND: Readonly<Record<string, RegExp>> = {
  单位: /[局委办厅部]$/,
  部门: /[局委办厅部]$/,
  乡镇: /[乡镇]$/,
  县区: /[县区]$/,
};
/** 县财政局, 青山镇 */
const BODY = /[局委办院厅部会社所队镇乡村县市区校]$/;
/** A and B of one item make it uncertain how many there are. */
const JOINED = /[和与及或的等]/;

export function* overfullSlips(text: string): Iterable<Slip> {
  if (!text.includes('、')) return;
  if (text.includes('等')) {
    for (const match of matchesIn(text, AND_OTHERS)) {
      const items = listBefore(text, match.index);
      const count = countOf(match.groups?.numeral ?? '') ?? 0;
      if (items.length > count && !JOINED.test(items.slice(1).join(''))) yield slipAt(match, items);
    }
  }
  for (const match of BESIDE_TRACE.test(text) ? matchesIn(text, BESIDE) : []) {
    const items = listBefore(text, match.index);
    const { noun = '', numeral = '' } = match.groups ?? {};
    const kind = KIND[noun] ?? new RegExp(`${noun}$`);
    const areOfKind = items.length > 2 && items.every((item) => item.length > 1 && kind.test(item));
    if (areOfKind && items.length !== countOf(numeral) && !JOINED.test(items.join(''))) yield slipAt(match, items);
  }
  for (const match of matchesIn(text, IN_BRACKETS)) {
    const items = listBefore(text, match.index);
    const areBodies = items.length > 2 && items.slice(0, -1).every((item) => BODY.test(item));
    const count = countOf(match.groups?.numeral ?? '');
    if (areBodies && items.length !== count && !JOINED.test(items.join(''))) yield slipAt(match, items);
  }
}

function listBefore(text: string, at: number): string[] {
  const list = clauseBefore(text, at, '、');
  // 抓好春耕，防汛、抗旱 begins before the comma, which makes it only longer
  return list.includes('、') ? list.split('、').filter((item) => item.length > 0) : [];
}

function slipAt({ 0: whole, index, groups }: RegExpExecArray, items: readonly string[]): Slip {
  const { name = '', numeral = '' } = groups ?? {};
  const start = index + whole.indexOf(name);
  const length = items.join('、').length;
  return {
    span: { start, end: start + name.length },
    severity: 'info',
    message: `前面列了${items.length}项，这里说“${name}”`,
    related: [{ span: { start: index - length, end: index }, message: '列出的各项' }],
    fixes: choices({ start, end: start + numeral.length }, like(numeral, items.length)),
  };
}
