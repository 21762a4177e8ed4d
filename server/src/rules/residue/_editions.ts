/** Another 届次, or last year's name of the same meeting, where a text speaks of its own: 第二届职工运动会定于… under the title of the third. */
import type { Draft, Piece } from '../../document/types';
import { parseHanNumeral } from '../../text/chars';
import type { Span } from '../../text/span';
import { sentenceAt } from '../consistency/_clause';
import { type Line, type TitleText, titlesOf } from '../pieces';
import { choices } from '../report';
import type { DocumentFinding } from '../types';

const ORDINAL = '[一二三四五六七八九十百]{1,4}|\\d{1,3}';
/** 第三届职工运动会 */
const EDITION = new RegExp(
  `第(?<ordinal>${ORDINAL})(?<unit>届)(?<name>[\\p{Script=Han}]{1,16}?(?:博览会|运动会|交易会|洽谈会|展览会|推介会|论坛|大赛|竞赛|比赛|联赛|代表大会|文化节|旅游节|艺术节|采摘节|节))`,
  'dgu',
);
/** 第十五届人民代表大会第三次会议, 十五届人大三次会议 */
const SESSION =
  /第?(?<term>[一二三四五六七八九十]{1,3})届(?:人民代表大会|人大|委员会|政协)第?(?<session>[一二三四五六七八九十]{1,2})次(?:全体)?会议/dg;
/** ，现在开幕; ，胜利闭幕: the meeting itself. */
const NOW =
  /^[，,]?(?:现在|今天|于今日|今日)?(?:正式|隆重|胜利|圆满)?(?:开幕|闭幕|开会)|^[，,](?:已|已经)?(?:圆满|顺利)?完成(?:了)?(?:各项|预定)议程/;
/** 2026年全县安全生产工作会议, 2026届毕业典礼 */
const OF_YEAR =
  /(?<!\d)(?<year>20\d{2})(?:年度?|届)(?<name>[\p{Script=Han}]{4,30}?)(?=的?(?:通知|函|公告|通告|通报|方案|意见|请示|报告|预备通知)|上的(?:讲话|致辞|发言|主持词)|$)/u;
/** 全县, 我市, 某某县: may be left out, or put otherwise. */
const REGION = /^(?:[全我][省市县区州旗镇乡局校院]|[\p{Script=Han}]{2,4}?[省市县区])/u;
/** A text says what it is about: 为做好, 定于, 现将, 特制定. */
const OWN =
  /^(?:为|现将|现就|经研究)|定于|拟于|将于|拟定|决定(?:举办|召开|开展)|(?:通知|公告|通报|报告|请示)如下|特?制[定订](?:本|如下)|本届|现在开|欢迎|^今天[^。]{0,14}(?:召开|举行|举办)/;
/** What is over, or what it rests on. */
const PAST =
  /以来|去年|上年|上届|上一届|往届|历届|前[一二两三几]届|成功|圆满|已经?|曾|荣?获|连续|先后|自第|从第|总结|基础上|参照|根据|按照|依据|落实|贯彻|结合|情况|经验|相比|同比|较/;

export function* wrongEditions(draft: Draft, piece: Piece, lines: readonly Line[]): Iterable<DocumentFinding> {
  const title = titlesOf(draft).find((each) => each.piece === piece);
  if (!title) return;
  yield* namedEditions(title, lines);
  yield* sessions(title, lines);
  yield* yearly(title, lines);
}

function* namedEditions(title: TitleText, lines: readonly Line[]): Iterable<DocumentFinding> {
  const own = [...title.text.matchAll(EDITION)];
  const [first] = own;
  if (!first || own.length > 1) return;
  const { ordinal: said = '', name = '' } = first.groups ?? {};
  const is = numberOf(said);
  const at = title.place(first.index, first.index + first[0].length);
  for (const { index, block } of lines) {
    if (!block.text.includes('届') || !block.text.includes(name)) continue;
    for (const match of block.text.matchAll(EDITION)) {
      const { ordinal = '' } = match.groups ?? {};
      if (match.groups?.name !== name || numberOf(ordinal) >= is || !speaksOfItself(block.text, match.index)) continue;
      const [start, end] = match.indices?.groups?.ordinal ?? [0, 0];
      yield other(index, { start, end }, match[0], first[0], said, at);
    }
  }
}

function* sessions(title: TitleText, lines: readonly Line[]): Iterable<DocumentFinding> {
  const own = [...title.text.matchAll(SESSION)];
  const [first] = own;
  if (!first || own.length > 1) return;
  const at = title.place(first.index, first.index + first[0].length);
  const { term = '', session = '' } = first.groups ?? {};
  for (const { index, block } of lines) {
    if (!block.text.includes('次')) continue;
    for (const match of block.text.matchAll(SESSION)) {
      if (!NOW.test(block.text.slice(match.index + match[0].length))) continue;
      for (const [group, right] of [['term', term] as const, ['session', session] as const]) {
        const [start, end] = match.indices?.groups?.[group] ?? [0, 0];
        if (block.text.slice(start, end) === right) continue;
        yield other(index, { start, end }, match[0], first[0], right, at);
      }
    }
  }
}

function* yearly(title: TitleText, lines: readonly Line[]): Iterable<DocumentFinding> {
  const first = OF_YEAR.exec(title.text);
  const { year = '', name = '' } = first?.groups ?? {};
  const core = name.replace(REGION, '');
  if (!first || core.length < 4 || title.text.slice(first.index + 4).match(/20\d{2}/)) return;
  const at = title.place(first.index, first.index + first[0].length);
  const same = new RegExp(`(?<![\\d、—–至-])(?<year>20\\d{2})(?:年度?|届)[\\p{Script=Han}]{0,6}?${core}`, 'dgu');
  for (const { index, block } of lines) {
    if (!block.text.includes(core)) continue;
    for (const match of block.text.matchAll(same)) {
      if (Number(match.groups?.year) >= Number(year) || !speaksOfItself(block.text, match.index)) continue;
      const [start, end] = match.indices?.groups?.year ?? [0, 0];
      yield other(index, { start, end }, match[0], first[0], year, at);
    }
  }
}

function speaksOfItself(text: string, at: number): boolean {
  const [from, to] = sentenceAt(text, at);
  const sentence = text.slice(from, to).trim();
  return OWN.test(sentence) && !PAST.test(sentence);
}

function other(
  block: number,
  span: Span,
  found: string,
  own: string,
  right: string,
  at: { readonly block: number; readonly span: Span } | undefined,
): DocumentFinding {
  return {
    block,
    span,
    message: `这里是“${found}”，标题是“${own}”`,
    ...(at ? { related: [{ ...at, message: '标题' }] } : {}),
    fixes: choices(span, right),
  };
}

function numberOf(ordinal: string): number {
  return /\d/.test(ordinal) ? Number(ordinal) : (parseHanNumeral(ordinal) ?? 0);
}
