/** What reading a draft yields: blocks with roles, an outline, and the kind of document. */
import type { Span } from '../text/span';

/** What a line is in the draft; the Chinese names are those of GB/T 9704—2012. */
export type Role =
  | 'title' // 标题
  | 'caption' // 题注：标题下的日期、讲话人
  | 'salutation' // 称谓
  | 'recipient' // 主送机关
  | 'heading' // 结构层次标题（可带接排正文）
  | 'body' // 正文
  | 'attachment-note' // 附件说明
  | 'attachment-mark' // 附件另面编排时的“附件1”
  | 'signature' // 发文机关署名
  | 'date' // 成文日期
  | 'annotation' // 附注
  | 'letterhead' // 版头要素
  | 'imprint' // 版记要素
  | 'brief-head' // 简报报头
  | 'brief-tail' // 简报报尾
  | 'table' // 表格行
  | 'code' // Markdown 里不是文稿的行：代码块、文首元数据、HTML
  | 'blank'
  | 'noise'; // 网页残留

/** A finer name for some lines of 版头, 版记 and the head and tail of a 简报. */
export type Element =
  | 'copy-number' // 份号
  | 'classification' // 密级和保密期限
  | 'urgency' // 紧急程度
  | 'issuer-mark' // 发文机关标志
  | 'document-number' // 发文字号
  | 'signer' // 签发人
  | 'copy-to' // 抄送
  | 'printing' // 印发机关和印发日期
  | 'issue-number' // 期号
  | 'editor-note' // 按语
  | 'distribution' // 报、送、发
  | 'copies'; // 印数

/** How a heading is numbered; the shape of its mark, whatever punctuation the writer chose. */
export type MarkStyle =
  | 'volume' // 第一编、第一篇
  | 'part' // 第一部分
  | 'chapter' // 第一章
  | 'section' // 第一节
  | 'article' // 第一条
  | 'han' // 一、
  | 'han-paren' // （一）
  | 'digit' // 1.
  | 'digit-paren' // （1）
  | 'digit-half-paren' // 1）
  | 'circled' // ①
  | 'atx'; // Markdown 的 #，不带序号

/** A heading mark and the title behind it. All spans are in the block's text. */
export interface HeadingMark {
  readonly style: MarkStyle;
  /** Level of the numeral style: 1 一、 2 （一） 3 1. 4 （1） 5 ①; chapters and parts are 1, 节 2, 条 see the outline. */
  readonly level: number;
  readonly value: number;
  /** The whole mark with its punctuation: `（一）`, `1.`, `第一章`. */
  readonly mark: Span;
  /** The numeral alone, without brackets and points: `一`, `1`. */
  readonly numeral: Span;
  /** The title without the punctuation that ends it. */
  readonly title: Span;
  /** True when body text follows the title on the same line. */
  readonly runIn: boolean;
  /** False when the mark stands inside a paragraph and not at its beginning. */
  readonly atLineStart: boolean;
}

/** How a run of inline points is counted. */
export type PointStyle =
  | 'yi-shi' // 一是、二是
  | 'yi-yao' // 一要、二要
  | 'di-yi' // 第一，第二，
  | 'shou-xian' // 首先、其次、再次、最后
  | 'paren'; // 段中的（1）、①

/** A point inside a paragraph: 一是…, 第一，…, 首先…. Spans are in the block's text. */
export interface InlinePoint {
  readonly style: PointStyle;
  /** The number it stands for; 0 for 最后, which closes a series of any length. */
  readonly value: number;
  readonly mark: Span;
  /** The point's own words up to the first sentence end. */
  readonly title: Span;
  /** From the mark to the next point of its run or the end of the line. */
  readonly extent: Span;
}

/**
 * One line of the draft. Blocks hold no positions: the block of an unchanged line in an unchanged role is the same
 * object after an edit, and two equal lines in equal roles may share one object.
 */
export interface Block {
  /** The line as written, without its line end. */
  readonly source: string;
  /**
   * The prose of the line, as long as `source`: what is not Chinese prose (URLs, mail addresses, code, Markdown marks,
   * noise of web pages) is replaced by `OPAQUE`, so that rules read this and never stumble over it.
   */
  readonly text: string;
  readonly role: Role;
  readonly element?: Element;
  /** The words without indentation, leading or trailing noise and blanks. */
  readonly content: Span;
  /** Residue of web pages inside the line. */
  readonly noise: readonly Span[];
  /** Numbered headings of the line: at most one at its beginning, more when headings are buried in a paragraph. */
  readonly headings: readonly HeadingMark[];
  readonly points: readonly InlinePoint[];
}

/** Stands in `Block.text` for a code unit that is not prose. */
export const OPAQUE = '\uFFFC';

export interface OutlineNode {
  /** 0 a document title; 1 一、 2 （一） 3 1. 4 （1） 5 ①; inline points are one below what holds them. */
  readonly level: number;
  /** The mark as written: `一、`; empty for titles. */
  readonly number: string;
  readonly title: string;
  /** Index of the block it begins in, and of the last block of its section. */
  readonly line: number;
  readonly endLine: number;
  /** Its own words (mark and title) in its block. */
  readonly span: Span;
  readonly inline: boolean;
  readonly heading?: HeadingMark;
  readonly point?: InlinePoint;
  readonly children: readonly OutlineNode[];
}

export const DOCUMENT_KINDS = {
  speech: '讲话稿',
  brief: '简报',
  info: '信息',
  resolution: '决议',
  decision: '决定',
  order: '命令（令）',
  communique: '公报',
  announcement: '公告',
  proclamation: '通告',
  opinion: '意见',
  notice: '通知',
  circular: '通报',
  report: '报告',
  request: '请示',
  reply: '批复',
  motion: '议案',
  letter: '函',
  minutes: '纪要',
  summary: '总结',
  plan: '方案／计划',
  'host-script': '主持词',
  research: '调研报告',
  briefing: '汇报',
  unknown: '未定',
} as const;

export type DocumentKind = keyof typeof DOCUMENT_KINDS;

/** A document in the file: the draft itself, an attachment to it, or one of several pieces of a collection. */
export interface Piece {
  /** Blocks `[start, end)`. */
  readonly start: number;
  readonly end: number;
  /** Indices of the title's blocks, in order; empty when the piece has no title. */
  readonly titleLines: readonly number[];
  /** The title's lines joined without blanks between them. */
  readonly title: string;
  readonly kind: DocumentKind;
}

export type Language = 'gongwen' | 'plaintext' | 'markdown';

/** A draft as read: the input of every rule and provider. */
export interface Draft {
  /** The same object in every draft of a document as it is edited: what is kept of one draft for the next is kept with it. */
  readonly lineage: object;
  readonly language: Language;
  readonly blocks: readonly Block[];
  readonly pieces: readonly Piece[];
  readonly outline: readonly OutlineNode[];
  /** The kind of the first piece, or the writer's own choice. */
  readonly kind: DocumentKind;
}
