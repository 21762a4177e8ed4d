/** 正文段落末尾漏了句号，或者停在逗号、顿号上。 */
import type { Block } from '../../document/types';
import { span } from '../../text/span';
import { linesWhere } from '../collect';
import { memoByBlock } from '../report';
import type { DocumentRule } from '../types';
import { HAN } from './_context';

/** A draft with more open ends than this share of its paragraphs is wrapped by hand, or is no prose. */
const MOST_OPEN = 0.1;

/** In fewer paragraphs than this, nothing tells a wrapped text from one with a stop left out. */
const FEW = 4;

/** Fewest words of a paragraph that is surely made of sentences. */
const SHORTEST = 25;

/** Ends on a word: `……抓好落实`, `……抓好“三农”`; `……情况（见附件）` may be a list item. */
const ON_WORD = new RegExp(`[${HAN}][”’]?$`, 'u');

/** Ends on a pause: `……抓好落实，`. */
const ON_PAUSE = /[，、,]$/;

export const rule: DocumentRule = {
  id: 'punctuation/sentence-end',
  scope: 'document',
  gate: 'language',
  severity: 'warning',
  source: 'GB/T 15834—2011 4.1',
  authority: 'binding',
  title: '段末要有句末点号',
  why: '一段话说完了，末尾用句号、问号或叹号。',
  examples: {
    bad: [
      {
        text: '会议指出，今年以来各项工作进展顺利。会议要求，要压实工作责任，抓好督促检查，确保任务落到实处\n\n会后，大家分组讨论。',
        found: '处',
      },
      { text: '会议指出，今年以来各项工作进展顺利。会议要求，要压实责任，\n\n会后，大家分组讨论。', found: '，' },
    ],
    good: [
      '会议指出，进展顺利。会议要求，要压实责任，抓好落实。',
      '一、总体要求\n责任单位：市教育局、市财政局',
      '这是从网页上抄来的文字，每行都在中间断开。后面的文字接在下一行，一直到这一段\n结束为止。',
    ],
  },
  *check(draft) {
    const paragraphs = paragraphsIn(draft).length;
    const all = openIn(draft);
    if (all.length > Math.max(2, paragraphs * MOST_OPEN)) return;
    for (const { index, block } of all) {
      const summary = summaryOf(block);
      if (!summary.certain || runsOn(draft.blocks, index, paragraphs < FEW)) continue;
      const end = block.content.end;
      const last = span(end - 1, end);
      const edits = (newText: string) => [{ span: summary.pause ? last : span(end, end), newText }];
      yield {
        block: index,
        span: last,
        message: summary.pause ? `段末不用“${block.text[end - 1]}”，应为句末点号` : '段末缺句末点号',
        fixes: ['。', '：'].map((mark) => ({
          title: `${summary.pause ? '改为' : '补'}“${mark}”`,
          edits: edits(mark),
          preferred: false,
        })),
      };
    }
  },
};

interface Summary {
  readonly paragraph: boolean;
  readonly open: boolean;
  readonly pause: boolean;
  readonly certain: boolean;
}

const summaryOf = memoByBlock((block: Block): Summary => {
  const { role, text, content } = block;
  const words = text.slice(content.start, content.end);
  const prose = role === 'body' || role === 'heading';
  const paragraph = prose && words.length >= SHORTEST;
  const pause = ON_PAUSE.test(words);
  const open = paragraph && (pause || ON_WORD.test(words));
  return { paragraph, open, pause, certain: open && hasSentences(words) };
});

const paragraphsIn = linesWhere((block) => summaryOf(block).paragraph);
const openIn = linesWhere((block) => summaryOf(block).open);

/** True when a sentence ended inside the paragraph and another went on: it is no item of a list. */
function hasSentences(words: string): boolean {
  const end = words.search(/[。！？]/);
  return end >= 0 && /[，；：]/.test(words.slice(end));
}

/** True when the next line may carry the sentence on: it is not indented as this one is, or too little text tells. */
function runsOn(blocks: readonly Block[], index: number, few: boolean): boolean {
  const own = blocks[index];
  const next = blocks[index + 1];
  if (!own || next?.role !== 'body') return false;
  return few || next.content.start < own.content.start;
}
