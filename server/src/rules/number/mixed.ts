/** 一个数不混用两种数字：4千、三十5、2、3十人、八点30分；定型的词语用汉字数字。 */
import { matchSpan, type Span } from '../../text/span';
import { choices, isProse, replace } from '../report';
import type { BlockRule, Finding } from '../types';
import { MIXED, MIXED_TRACE } from './_forms';
import { SETTLED, SETTLED_TRACE, TERMS } from './_settled';

export const rule: BlockRule = {
  id: 'number/mixed',
  scope: 'block',
  clues: '0123456789',
  gate: 'language',
  severity: 'warning',
  source: 'GB/T 15835—2011 4.2、5.3',
  authority: 'recommended',
  title: '一个数不混用阿拉伯数字和汉字数字',
  why: '阿拉伯数字后只用“万”“亿”，不用“千”“百”“十”；概数、定型词语、届次用汉字；同一个数不拆成两种写法。',
  examples: {
    bad: [
      { text: '产值突破4千亿元。', found: '4千', fixed: '产值突破4000亿元。' },
      { text: '受益农户1万6千多户。', found: '1万6千', fixed: '受益农户1.6万多户。' },
      { text: '补助12万5千6百元。', found: '12万5千6百', fixed: '补助12.56万元。' },
      { text: '共1百零8个村。', found: '1百零8', fixed: '共108个村。' },
      { text: '来了三十5人。', found: '三十5' },
      { text: '来了2、3十人。', found: '2、3', fixed: '来了二三十人。' },
      { text: '干了几10年。', found: '10', fixed: '干了几十年。' },
      { text: '全村30几人。', found: '30', fixed: '全村三十几人。' },
      { text: '上午八点30分开会。', found: '八点', fixed: '上午8点30分开会。' },
      { text: '占百分之5以上。', found: '百分之5', fixed: '占5%以上。' },
      { text: '星期5下午学习。', found: '5', fixed: '星期五下午学习。' },
      { text: '第14届全国人大代表。', found: '14', fixed: '第十四届全国人大代表。' },
      { text: '学习党的20大精神。', found: '20', fixed: '学习党的二十大精神。' },
      { text: '共建“1带1路”。', found: '1带1路', fixed: '共建“一带一路”。' },
      { text: '做到“2个维护”。', found: '2个维护', fixed: '做到“两个维护”。' },
    ],
    good: [
      '全长5千米，重3千克，装机2千瓦，提高6个百分点。',
      '总产值3.45亿元，惠及3万百姓。',
      '电压等级110千伏，热量90千卡。',
      '办好第19届亚运会，审议第3次会议文件。',
      '七点5个百分点。',
      '2026年千企万户行动，2025百强企业。',
      '有40万3岁以下婴幼儿。',
      '设立2个维护班组。',
      '二十大报告，十四届全国人大，一季度。',
      '3个代表团参加。',
    ],
  },
  *check(block) {
    if (!isProse(block)) return;
    const { text } = block;
    const forms = [...(MIXED_TRACE.test(text) ? MIXED : []), TERMS, ...(SETTLED_TRACE.test(text) ? SETTLED : [])];
    for (const { pattern, rewrite, mild } of forms) {
      for (const match of text.matchAll(pattern)) {
        const answers = match[0] === '' ? [] : rewrite(match);
        if (answers.length > 0) yield told(text, match, answers, mild?.(match) === true);
      }
    }
  },
};

function told(text: string, match: RegExpExecArray, answers: readonly string[], mild: boolean): Finding {
  const at = matchSpan(match);
  const [only = ''] = answers;
  const [before, after] = /^\d+$/.test(match[0]) ? neighbours(text, at) : ['', ''];
  const quoted = (words: string) => `“${before}${words}${after}”`;
  return {
    span: at,
    message: `${quoted(match[0])}应为${answers.map(quoted).join('或')}，数字写法不混用`,
    ...(mild ? { severity: 'info' } : {}),
    fixes: answers.length === 1 ? replace(at, only) : choices(at, ...answers),
  };
}

/** A bare 20 says nothing: 党的20大 and 年4季度 do. */
function neighbours(text: string, { start, end }: Span): readonly [string, string] {
  const before = /\p{Script=Han}*$/u.exec(text.slice(Math.max(0, start - 2), start))?.[0] ?? '';
  const after = /^(?:季度|产业|中全会|\p{Script=Han})/u.exec(text.slice(end, end + 3))?.[0] ?? '';
  return [before, after];
}
