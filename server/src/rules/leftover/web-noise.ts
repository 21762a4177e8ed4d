/** 网页残留：论坛防复制的乱码、下载栏、站名水印、“(精选14篇)”，从网上复制来的文稿要清干净。 */
import words from '../../../data/leftover-words.json';
import type { Block } from '../../document/types';
import { jointClues } from '../../lexicon/joint-index';
import { matchSpan, type Span, span } from '../../text/span';
import { choices, isProse, replace } from '../report';
import type { BlockRule, Finding } from '../types';

const alternatives = (list: string) => list.split(' ').join('|');

/** 老秘网, in the middle of a sentence. */
const SITE = new RegExp(alternatives(words.sites.words), 'g');
/** One of these in the text of a block, or it has neither the name of a site nor that of an author. */
const hasName = jointClues(() => [...words.sites.words.split(' '), '作者']);
/** 在会议上的讲话(精选14篇), 讲话稿范文(31篇): titles of pages that collect texts. */
const COLLECTION = new RegExp(`[（(](?:${alternatives(words.praise.words)})?\\d{1,3}篇[）)]`, 'g');
/** 【精品】在会议上的讲话 */
const PRAISE = new RegExp(`【(?:${alternatives(words.praise.words)})】`, 'g');
/** 讲话 篇3, at the end of the title of one text of a collection. */
const PIECE = /(?<=\p{Script=Han})[\s　]*(?<=[\s　])篇[\s　]?(?:\d{1,3}|[一二三四五六七八九十]{1,3})[:：]?$/u;
/** ……的目的。作者:李四 */
const AUTHOR = /(?<=[。！？”])[\s　]*作者[:：][\s　]?\p{Script=Han}{2,4}(?=[\s　\uFFFC]*$)/u;

export const rule: BlockRule = {
  id: 'leftover/web-noise',
  scope: 'block',
  gate: 'form',
  severity: 'warning',
  source: '实务',
  authority: 'practice',
  title: '网页残留',
  why: '防复制乱码、下载栏、站名和篇次是网页上的东西，不是文稿的内容。',
  examples: {
    bad: [
      {
        text: '同志们：\n做好办公室工作，责任重大。; _3 S( {5 G4 i"\n大家要共同努力。',
        found: '; _3 S( {5 G4 i"',
        fixed: '同志们：\n做好办公室工作，责任重大。\n大家要共同努力。',
      },
      {
        text: '同志们：\n做好办公室工作，责任重大。\n当前位置：首页 > 范文大全 > 讲话稿',
        found: '当前位置：首页 > 范文大全 > 讲话稿',
        fixed: '同志们：\n做好办公室工作，责任重大。',
      },
      { text: '要用好政务老秘网平台，提高工作效率。', found: '老秘网' },
      {
        text: '在全县工作会议上的讲话(精选14篇)\n\n同志们：\n今天开个会。',
        found: '(精选14篇)',
        fixed: '在全县工作会议上的讲话\n\n同志们：\n今天开个会。',
      },
      { text: '达到推动工作的目的。作者:李四', found: '作者:李四' },
    ],
    good: [
      '同志们：\n本站要保证春运服务质量。',
      '选项为A. B. C. D. E.五个。',
      '公式为y = k1 * x1 + b2。',
      '撰写信息(共14篇)，获评优秀。',
    ],
  },
  fixAll: true,
  *check(block) {
    if (block.role === 'noise') {
      yield wholeLine(block);
      return;
    }
    for (const noise of block.noise) yield scraps(block, noise);
    if (!isProse(block)) return;
    if (hasName(block)) yield* names(block);
    if (block.role === 'title' || block.role === 'heading') yield* inTitle(block);
  },
};

function* names({ text }: Block): Iterable<Finding> {
  for (const match of text.matchAll(SITE))
    yield told(match, `“${match[0]}”是网站名，应删去`, choices(matchSpan(match), '', '网'));
  const author = AUTHOR.exec(text);
  if (author) yield told(author, '正文后的作者名是网页残留，应删去', choices(matchSpan(author), ''));
}

function wholeLine({ source }: Block): Finding {
  const at = span(source.length - source.trimStart().length, source.trimEnd().length);
  const fixes = [
    { title: '删去这一行', edits: [{ span: span(0, source.length), newText: '', wholeLine: true }], preferred: true },
  ];
  return { span: at, message: '这一行是网页残留，应删去', fixes };
}

/** Scraps go together with the blanks between them and the prose. */
function scraps({ source }: Block, at: Span): Finding {
  const atHead = source.slice(0, at.start).trim() === '';
  const start = atHead ? at.start : source.slice(0, at.start).trimEnd().length;
  const end = atHead ? source.length - source.slice(at.end).trimStart().length : at.end;
  return { span: at, message: '此处是网页防复制的乱码，应删去', fixes: replace(span(start, end), '') };
}

function* inTitle({ text }: Block): Iterable<Finding> {
  // few titles have either
  if (!/[篇【]/.test(text)) return;
  for (const match of [...text.matchAll(COLLECTION), ...text.matchAll(PRAISE)]) {
    yield told(match, `“${match[0]}”是范文网站的字样，应删去`, replace(matchSpan(match), ''));
  }
  const piece = PIECE.exec(text);
  if (piece)
    yield {
      ...told(piece, '“篇次”是范文汇编的标记，单独使用时应删去', choices(matchSpan(piece), '')),
      severity: 'info',
    };
}

function told(match: RegExpExecArray, message: string, fixes: Finding['fixes']): Finding {
  return { span: matchSpan(match), message, ...(fixes ? { fixes } : {}) };
}
