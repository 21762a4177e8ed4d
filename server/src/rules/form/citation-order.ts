/** 引用公文先引标题，后引发文字号，字号用圆括号括入。 */
import { matchSpan } from '../../text/span';
import { choices, isProse } from '../report';
import type { BlockRule } from '../types';

/** 某政发〔2026〕5号《关于加强管理的通知》; a bracket in front shows that the number belongs to what stands before. */
const NUMBER_FIRST =
  /(?<=^|[\s　，。；：、和及据按照《》对])(?<number>[\p{Script=Han}×]{2,8}?〔(?:19|20)\d{2}〕\d{1,5}号)(?:文件?|文的)?(?<name>《[^《》]{4,80}(?:〈[^〈〉]{1,60}〉[^《》]{0,40})?》)/gu;
/** What leads a citation is no part of the number. */
const LEAD = /^(?:根据|按照|依据|依照|贯彻|落实|执行|印发|转发|参照|下发)+/;

export const rule: BlockRule = {
  id: 'form/citation-order',
  scope: 'block',
  clues: '〕',
  gate: 'form',
  severity: 'info',
  source: '公文引文惯例',
  authority: 'practice',
  title: '引用公文先引标题，后引发文字号',
  why: '引用公文写作“《标题》（发文字号）”，先标题后字号，字号用圆括号。',
  examples: {
    bad: [
      {
        text: '根据某政发〔2026〕5号《关于加强管理的通知》要求，抓好落实。',
        found: '某政发〔2026〕5号《关于加强管理的通知》',
      },
    ],
    good: [
      '根据《关于加强管理的通知》（某政发〔2026〕5号）要求，抓好落实。',
      '根据《关于加强管理的通知》（某政发〔2026〕5号）《关于防汛的通知》（某政发〔2026〕6号）要求，抓好落实。',
      '依照某政发〔2026〕5号文件规定，制定《实施细则》。',
    ],
  },
  *check(block) {
    if (!isProse(block)) return;
    for (const match of block.text.matchAll(NUMBER_FIRST)) {
      const { number = '', name = '' } = match.groups ?? {};
      const lead = LEAD.exec(number)?.[0].length ?? 0;
      const { start, end } = matchSpan(match);
      const at = { start: start + lead, end };
      yield {
        span: at,
        message: '引用公文应先引标题，后引发文字号',
        fixes: choices(at, `${name}（${number.slice(lead)}）`),
      };
    }
  },
};
