/** 书名号用于作品和文件，不用于证照、称号、活动；引用文件用书名号。 */
import { span } from '../../text/span';
import { isProse } from '../report';
import type { BlockRule } from '../types';
import { marksOf } from './_pairs';
import { remark } from './_remark';
import { anyOf } from './_words';

/** The name of a certificate: `营业执照`, `食品经营许可证`. */
const NOT_A_WORK = new RegExp(`(?:${anyOf('notAWork')})$`);

/** A noun right behind the mark that says what was named: `《先进单位》称号`. */
const HONOUR_BEHIND = new RegExp(`^(?:${anyOf('honour')})`);

/** A campaign: `《质量月》活动`; `《条例》活动` is about a document. */
const CAMPAIGN = new RegExp(`(?:${anyOf('campaign')})$`);

/** A document in quotation marks with its number behind: `“关于……的意见”（国发〔2024〕1号）`. */
const DOCUMENT = new RegExp(`(?:${anyOf('document')})$`);
const NUMBER_BEHIND = /^[（(][^（）()]{1,14}[〔[［]\d{4}[〕\]］]\d{1,5}号[）)]/;

/** Longer words in title marks are a work whatever they end in. */
const LONGEST_NAME = 20;

export const rule: BlockRule = {
  id: 'punctuation/book-title',
  scope: 'block',
  clues: '“”‘’《》〈〉（）()【】〔〕「」『』',
  gate: 'language',
  severity: 'warning',
  source: 'GB/T 15834—2011 4.15、附录A.13.1',
  authority: 'binding',
  title: '书名号只用于作品和文件',
  why: '书名号标明书、文件、报刊、节目等作品；证照、称号、奖项、活动、课程不是作品，需要突出时用引号。',
  examples: {
    bad: [
      { text: '要及时换发《营业执照》。', found: '《营业执照》' },
      { text: '授予该单位《文明单位》称号。', found: '《文明单位》' },
      { text: '广泛开展《质量月》活动。', found: '《质量月》' },
      {
        text: '落实“关于优化环境的意见”（市发〔2024〕1号）要求。',
        found: '“关于优化环境的意见”',
        fixed: '落实《关于优化环境的意见》（市发〔2024〕1号）要求。',
      },
    ],
    good: [
      '要及时换发营业执照，依照《营业执照管理办法》办理。',
      '授予该单位“文明单位”称号，开展学习《条例》活动。',
      '落实《关于优化环境的意见》（市发〔2024〕1号）要求。',
    ],
  },
  *check(block) {
    if (!isProse(block)) return;
    const { text } = block;
    for (const pair of marksOf(block).pairs) {
      const inside = text.slice(pair.open + 1, pair.close);
      const behind = text.slice(pair.close + 1, pair.close + 40);
      const at = span(pair.open, pair.close + 1);
      if (pair.kind === '《' && inside.length <= LONGEST_NAME && isNoWork(inside, behind))
        yield {
          span: at,
          // statutes themselves have certificates in title marks
          severity: NOT_A_WORK.test(inside) ? 'info' : 'warning',
          message: `“${inside}”不是作品，不用书名号`,
          fixes: [remark(pair, '', '', false, '删去书名号'), remark(pair, '“', '”', false, '改用引号')],
        };
      if (pair.kind === '“' && DOCUMENT.test(inside) && NUMBER_BEHIND.test(behind))
        yield {
          span: at,
          message: '引用文件的标题用书名号',
          fixes: [remark(pair, '《', '》', true, '改用书名号')],
        };
    }
  },
};

function isNoWork(inside: string, behind: string): boolean {
  if (/[〈〉]/.test(inside)) return false;
  return NOT_A_WORK.test(inside) || HONOUR_BEHIND.test(behind) || (behind.startsWith('活动') && CAMPAIGN.test(inside));
}
