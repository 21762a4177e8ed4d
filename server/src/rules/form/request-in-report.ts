/** 报告不得夹带请示事项：报告里不请求批准、拨款、解决问题。 */
import formWords from '../../../data/form-words.json';
import { isSpoken, linesOf } from '../pieces';
import { memoByBlock } from '../report';
import type { DocumentRule, Finding } from '../types';

/** Where a clause begins, with the words that may lead it: 为此，我局特 */
const OPENING =
  '(?<=^[\\s　]*|[。；，：！？])(?:为此|因此|对此|现|特|故|鉴此)?[，,]?(?:我[局县市区乡镇村校院委办厅处站所队公司单位]{1,3}|现)?(?:特此|特|现)?';
/** 妥否，请批示；以上报告，请批复 */
const APPROVAL = new RegExp(
  `(?:妥否|当否|可否)[，,？?]?请.{0,4}(?:批示|批复|审批|批准|指示)|${OPENING}(?:报?请|敬请|恳请|呈请|提请)(?:予|予以|上级|领导|县|市|省|区|委|政府){0,6}(?:批示|批复|审批|批准|核准)(?=[。！，；]|$)`,
  'gu',
);
/** What is asked of a superior: money, posts, approval. */
const ASKED = `[^。；，：“”《》]{0,20}(?:${formWords.asked.words.split(' ').join('|')})[^。；，：]{0,30}`;
/** 恳请县政府拨付经费; a sentence that begins with 请求增加岗位, or ends with it: work that was asked for goes on to tell how it went. */
const REQUEST = new RegExp(
  `${OPENING}(?:恳请|请予|请给予|请上级)${ASKED}|(?<=[。！？]|^[\\s　]*)(?:为此|因此|对此|现|特|故|鉴此)?[，,]?(?:我[局县市区乡镇村校院委办厅处站所队公司单位]{1,3}|现)?(?:特|现)?(?:请求|申请)${ASKED}|(?<=，)(?:特|现)?(?:请求|申请)${ASKED}(?=[。！]|$)`,
  'gu',
);

export const rule: DocumentRule = {
  id: 'form/request-in-report',
  scope: 'document',
  gate: 'form',
  severity: 'error',
  source: '《党政机关公文处理工作条例》第十五条（四）',
  authority: 'binding',
  title: '报告不得夹带请示事项',
  why: '上级机关对报告不作答复，请示事项写进报告会被误事；需要批准的应另文请示。',
  examples: {
    bad: [
      {
        text: '关于工作情况的报告\n县人民政府：\n基层力量不足，请求增加岗位10个。\n特此报告。',
        found: '请求增加岗位10个',
      },
      { text: '关于工作情况的报告\n县人民政府：\n完成了任务。\n以上报告，请批复。', found: '请批复' },
      { text: '关于工作情况的报告\n县人民政府：\n完成了任务。\n妥否，请批示。', found: '妥否，请批示' },
      {
        text: '关于受灾情况的报告\n县人民政府：\n为此，我局恳请县政府拨付救灾资金50万元。',
        found: '为此，我局恳请县政府拨付救灾资金50万元',
      },
    ],
    good: [
      '关于工作情况的报告\n县人民政府：\n以上报告，请审阅。',
      '关于加强防震工作的报告\n国务院：\n以上意见如无不妥，请批转各地执行。',
      '关于工作情况的报告\n县人民政府：\n我局向省厅请求增加指标，已获批准。',
      '关于工作情况的报告\n县人民政府：\n我局积极争取，请求省厅增加指标，全年建成农田5万亩。',
      '关于工作情况的报告\n县人民政府：\n受理群众申请解决住房困难事项20件。',
      '关于购置设备的请示\n县人民政府：\n请求拨付经费。\n妥否，请批示。',
      '某某县政府工作报告\n各位代表：\n现在，我向大会报告工作，请予审议。请予支持。',
      '关于事故调查情况的报告\n一、事故经过\n企业申请调整工期，未予批准。',
    ],
  },
  *check(draft) {
    for (const piece of draft.pieces) {
      if (piece.kind !== 'report' || isSpoken(draft, piece)) continue;
      // without a 主送 it may be the report of an inquiry or an audit, which goes to no superior
      if (linesOf(draft, piece, 'recipient').length === 0) continue;
      for (const { index, block } of linesOf(draft, piece, 'body', 'heading'))
        for (const finding of requestsIn(block)) yield { ...finding, block: index };
    }
  },
};

const requestsIn = memoByBlock(({ text }): readonly Finding[] => {
  if (!/请/.test(text)) return [];
  const words = text.replace(/“[^“”]{0,200}”|《[^《》]{0,200}》/g, (quoted) => '　'.repeat(quoted.length));
  const found: Finding[] = [];
  for (const match of words.matchAll(APPROVAL)) found.push(findingAt(text, match));
  for (const match of words.matchAll(REQUEST)) {
    const finding = findingAt(text, match);
    if (!found.some(({ span }) => span.start < finding.span.end && finding.span.start < span.end))
      found.push({ ...finding, severity: 'warning' });
  }
  return found;
});

function findingAt(text: string, match: RegExpExecArray): Finding {
  const start = match.index + (match[0].length - match[0].trimStart().length);
  const end = match.index + match[0].trimEnd().length;
  return {
    span: { start, end },
    message: `报告不得夹带请示事项，“${shorten(text.slice(start, end))}”应另文请示`,
  };
}

function shorten(words: string): string {
  return words.length > 20 ? `${words.slice(0, 18)}……` : words;
}
