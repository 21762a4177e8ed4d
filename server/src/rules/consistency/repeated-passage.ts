/** 同一段、同一句长话在一篇里出现两次，多半是粘贴时重了，或者几稿合并时没有删净。 */
import type { Block, Draft, Piece } from '../../document/types';
import type { Span } from '../../text/span';
import { linesWhere } from '../collect';
import { memoByBlock } from '../report';
import type { DocumentFinding, DocumentRule, Edit } from '../types';
import { repeatedLines } from './_endings';
import { sameTails } from './_repeated-tails';

/** In Han characters: what is shorter is repeated on purpose, as in 请同志们讨论。 */
const SHORTEST_PARAGRAPH = 20;
const SHORTEST_SENTENCE = 24;
/** Regulations say the same of each case: a piece with so many articles is one. */
const MANY_ARTICLES = 3;

/** 全年完成投资三十亿元。 with the closing quotation mark or bracket that belongs to it */
const SENTENCE = /[^。！？]+[。！？]?[”’）]*/g;
/** 责任单位：市教育局。 stands below every task. */
const LABEL = /^[^，。；：]{1,10}：/;
/** （责任单位：各县区人民政府） */
const BRACKETED = /^（[^（）]*）[。；]?$/;
/** 比如，【填：一件具体的事】。 says something else each time once it is filled. */
const GAP = '【填：';
/** ，“” and blanks: what does not tell two sentences apart. */
const NOT_WORDS = /[^0-9A-Za-z〇\u3400-\u9fff]+/g;

export const rule: DocumentRule = {
  id: 'consistency/repeated-passage',
  scope: 'document',
  gate: 'language',
  severity: 'warning',
  source: '编校常识',
  authority: 'practice',
  title: '同一段话、同一句长话不写两遍',
  why: '一模一样的长句或者段落在一篇里出现两次，多半是粘贴时重了，或者几稿合并时没有删净。',
  examples: {
    bad: [
      {
        text: '要把防汛物资备足备齐，沙袋、水泵、冲锋舟逐件登记到人。\n各乡镇要落实值班制度。\n要把防汛物资备足备齐，沙袋、水泵、冲锋舟逐件登记到人。',
        found: '要把防汛物资备足备齐，沙袋、水泵、冲锋舟逐件登记到人。',
      },
      {
        text: '去年全县新修农村公路一百二十公里，解决了四十三个村群众的出行难题。今年任务更重。\n去年全县新修农村公路一百二十公里，解决了四十三个村群众的出行难题。下一步要抓好养护。',
        found: '去年全县新修农村公路一百二十公里，解决了四十三个村群众的出行难题。',
      },
      {
        text: '会议指出，要把防汛物资备足备齐，沙袋、水泵、冲锋舟逐件登记到人，汛前全部下发到村到组。\n会议强调，要把防汛物资备足备齐，沙袋、水泵、冲锋舟逐件登记到人，汛前全部下发到村到组。',
        found: '要把防汛物资备足备齐，沙袋、水泵、冲锋舟逐件登记到人，汛前全部下发到村到组。',
      },
    ],
    good: [
      '大家要有信心。各乡镇要落实值班制度。\n大家要有信心。',
      '一、清理河道\n过去，【填：当初的问题】。针对这个问题，我们【填：办法和步骤】。现在，【填：变化和数据】。\n二、加固堤防\n过去，【填：当初的问题】。针对这个问题，我们【填：办法和步骤】。现在，【填：变化和数据】。',
      '（一）清理河道。沿河各村每月清理一次。\n（责任单位：市水利局，各县区人民政府，市直有关部门）\n（二）加固堤防。汛期以前完工。\n（责任单位：市水利局，各县区人民政府，市直有关部门）',
      '全县新修农村公路一百二十公里，解决了四十三个村群众的出行难题。\n全县新修农村公路一百三十公里，解决了四十三个村群众的出行难题。',
    ],
  },
  *check(draft) {
    for (const piece of draft.pieces) {
      if (isExempt(draft, piece)) continue;
      yield* repeatedIn(draft, piece);
      yield* sameTails(draft, piece);
    }
  },
};

/** 主持词 uses the same words for each item; regulations do for each case. */
function isExempt(draft: Draft, piece: Piece): boolean {
  return piece.kind === 'host-script' || articles(draft, piece).length >= MANY_ARTICLES;
}

const articles = linesWhere(({ headings }) => headings.some(({ style }) => style === 'article'));

interface Sentence {
  readonly text: string;
  /** Its words without marks and blanks. */
  readonly words: string;
  readonly span: Span;
}

const sentencesOf = memoByBlock((block: Block): readonly Sentence[] => {
  const span = textSpan(block);
  if (!span || span.end - span.start < SHORTEST_PARAGRAPH) return [];
  const text = block.text.slice(span.start, span.end);
  return Array.from(text.matchAll(SENTENCE), ({ 0: whole, index }): Sentence => {
    const start = span.start + index + (whole.length - whole.trimStart().length);
    const sentence = whole.trim();
    return {
      text: sentence,
      words: sentence.replace(NOT_WORDS, ''),
      span: { start, end: start + sentence.length },
    };
  }).filter(({ words }) => words !== '');
});

/** How many Han characters, none in what is said alike of each task; rare ones beyond the basic block do not matter here. */
function hanIn({ text }: Sentence): number {
  if (LABEL.test(text) || text.includes(GAP) || BRACKETED.test(text)) return 0;
  let han = 0;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (unit >= 0x4e00 && unit <= 0x9fff) han++;
  }
  return han;
}

/** Where a line has running text: a heading that stands alone is repeated in summaries and tables of contents. */
function textSpan({ role, content, headings }: Block): Span | undefined {
  if (role === 'body') return content;
  const [heading] = headings;
  return role === 'heading' && heading?.runIn ? { start: heading.title.end, end: content.end } : undefined;
}

/** Sentences that follow one another in both places are one finding. */
function* repeatedIn(draft: Draft, piece: Piece): Iterable<DocumentFinding> {
  const { blocks } = draft;
  const seen = new Map<string, { readonly block: number; readonly index: number }>();
  for (const { index: block, block: here } of repeatedLines(draft, piece)) {
    const sentences = sentencesOf(here);
    let index = 0;
    while (index < sentences.length) {
      const sentence = sentences[index];
      const before = sentence && seen.get(sentence.words);
      const there = before && blocks[before.block];
      const count = there ? sameFrom(sentences, index, sentencesOf(there), before.index) : 0;
      const whole = count === sentences.length && here.role === 'body';
      if (there && isTold(sentences.slice(index, index + count), whole))
        yield finding({ block, span: spanOf(sentences, index, count) }, here, whole, count, {
          block: before.block,
          span: spanOf(sentencesOf(there), before.index, count),
        });
      if (sentence && !before && hanIn(sentence) > 0) seen.set(sentence.words, { block, index });
      index += Math.max(1, count);
    }
  }
}

interface Place {
  readonly block: number;
  readonly span: Span;
}

function finding(place: Place, block: Block, whole: boolean, count: number, before: Place): DocumentFinding {
  return {
    ...place,
    message: whole ? '这一段前面已经写过' : '这句话前面已经写过',
    ...(count > 1 || whole ? {} : { severity: 'info' }),
    related: [{ ...before, message: '前面在这里写过' }],
    // which of the two is too much, only the writer knows
    fixes: [
      { title: '删去这一处', edits: [whole ? lineEdit(block) : { span: place.span, newText: '' }], preferred: false },
    ],
  };
}

function lineEdit({ source }: Block): Edit {
  return { span: { start: 0, end: source.length }, newText: '', wholeLine: true };
}

/** From the first of so many sentences to the last. */
function spanOf(sentences: readonly Sentence[], index: number, count: number): Span {
  return { start: sentences[index]?.span.start ?? 0, end: sentences[index + count - 1]?.span.end ?? 0 };
}

/** How many sentences are the same from these two on. */
function sameFrom(sentences: readonly Sentence[], index: number, others: readonly Sentence[], other: number): number {
  let count = 0;
  while (sentences[index + count] && sentences[index + count]?.words === others[other + count]?.words) count++;
  return count;
}

function isTold(sentences: readonly Sentence[], isWhole: boolean): boolean {
  const han = sentences.reduce((sum, sentence) => sum + hanIn(sentence), 0);
  return han >= (isWhole ? SHORTEST_PARAGRAPH : SHORTEST_SENTENCE);
}
