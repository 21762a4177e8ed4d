/** 请示一文一事：一件请示里不请求两件事。 */
import { linesOf, wordsOf } from '../pieces';
import { memoByBlock } from '../report';
import type { DocumentRule } from '../types';

/** 一是请求增加编制；二、恳请拨付经费: a point that begins with the words of a request. */
const ASKING =
  /^(?:(?:第?[一二三四五六七八九十][是、，]|[（(][一二三四五六七八九十\d]{1,2}[）)]|\d{1,2}[.．、])[\s　]*)(?:请求|恳请|申请|请予|请上级|关于(?:请求|申请|解决|增加|拨付))/;

export const rule: DocumentRule = {
  id: 'form/single-matter',
  scope: 'document',
  gate: 'form',
  severity: 'warning',
  source: '《党政机关公文处理工作条例》第十五条（四）',
  authority: 'binding',
  title: '请示一文一事',
  why: '请示应当一文一事，几件事写在一件请示里，上级机关难以分办和批复。',
  examples: {
    bad: [
      {
        text: '关于人员和经费的请示\n县政府：\n现请示如下。\n一、请求增加编制2名。\n二、申请拨付经费10万元。\n妥否，请批示。',
        found: '二、申请',
      },
    ],
    good: [
      '关于增加编制的请示\n县政府：\n一、请求增加编制2名。\n二、有关说明\n编制从总量中调剂。\n妥否，请批示。',
      '关于工作情况的报告\n县政府：\n一、申请登记12件。\n二、申请复核3件。',
    ],
  },
  *check(draft) {
    for (const piece of draft.pieces) {
      if (piece.kind !== 'request') continue;
      const asking = linesOf(draft, piece, 'body', 'heading').filter(({ block }) => asksIn(block) > 0);
      for (const { index, block } of asking.slice(1)) {
        const { start } = block.content;
        yield {
          block: index,
          span: { start, end: start + asksIn(block) },
          message: '请示应一文一事，另一事项另文请示',
        };
      }
    }
  },
};

/** Length of the mark and the words with which the line asks, or 0. */
const asksIn = memoByBlock((block) => ASKING.exec(wordsOf(block).slice(0, 40))?.[0].length ?? 0);
