/** 引号、书名号、括号里空无一物：“”跨越发展、《》等法规、国发〔〕1号。 */
import { matchSpan } from '../../text/span';
import { choices, isProse } from '../report';
import type { BlockRule } from '../types';

/** Any two marks with nothing between: most lines have none. */
const NOTHING_BETWEEN = /[“‘《〈（(〔［【「『["][\s　]*[”’》〉）)〕］】」』\]"]/;
/** A pair of marks with nothing or only blanks between. Half-width round brackets behind a letter are code. */
const EMPTY =
  /“[\s　]*”|‘[\s　]*’|《[\s　]*》|〈[\s　]*〉|（[\s　]*）|(?<![\w\])])\([\s　]*\)|〔[\s　]*〕|［[\s　]*］|【[\s　]*】|「[\s　]*」|『[\s　]*』|(?<![-*+] |[\w\])])\[[\s　]*\](?!\()|(?<=[\p{Script=Han}，。、；：])"[\s　]*"(?=[\p{Script=Han}，。、；：])/gu;
/** The marks are named and not used: 用“”标明, 书名号《》, “《》”, “”、《》和（）. */
const NAMED_BEFORE = /(?:[号用加“‘（(]|写作|改为|(?:“”|‘’|《》|（）|〔〕|【】)[、和或])$/;
const NAMED_AFTER = /^(?:[”’]|[、和或](?:“”|‘’|《》|（）|〔〕|【】))/;

export const rule: BlockRule = {
  id: 'leftover/empty-marks',
  scope: 'block',
  clues: '“‘《〈（(〔［【「『["',
  gate: 'language',
  severity: 'warning',
  source: 'GB/T 15834—2011 4.8、4.9、4.15',
  authority: 'usual',
  title: '引号、书名号、括号里没有内容',
  why: '标号里的字在复制或改稿时丢了，要补上，或连标号一起删去。',
  examples: {
    bad: [
      { text: '实现我区“”跨越发展。', found: '“”' },
      { text: '根据《》等法律法规，制定本办法。', found: '《》' },
      { text: '国发〔　〕12号文件已经印发。', found: '〔　〕' },
    ],
    good: [
      '书名号《》用于书名。',
      '引文用“”标明。',
      '标号有“”、《》、（）等。',
      '- [ ] 核对数据',
      '调用main()函数。',
      '实现“弯道”超车。',
    ],
  },
  of: (block) => (isProse(block) || block.role === 'letterhead') && NOTHING_BETWEEN.test(block.text),
  *check(block) {
    for (const match of block.text.matchAll(EMPTY)) {
      const at = matchSpan(match);
      if (NAMED_BEFORE.test(block.text.slice(Math.max(0, at.start - 3), at.start))) continue;
      if (NAMED_AFTER.test(block.text.slice(at.end, at.end + 3))) continue;
      yield {
        span: at,
        message: `${nameOf(match[0])}里没有内容，应补上，或连标号一起删去`,
        fixes: choices(at, ''),
      };
    }
  },
};

/** What the standard calls the pair. */
function nameOf(pair: string): string {
  if (/[“‘「『"]/.test(pair)) return '引号';
  return /[《〈]/.test(pair) ? '书名号' : '括号';
}
