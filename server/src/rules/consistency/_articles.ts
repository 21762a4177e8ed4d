/** Articles of laws in two kinds of numerals: 《某某条例》第12条 where the draft has 第十二条 elsewhere. */

import { toHanNumeral } from '../../text/chars';
import type { Span } from '../../text/span';
import type { Line } from '../pieces';
import { choices, memoByBlock } from '../report';
import type { DocumentFinding } from '../types';

/** 《某某条例》（2026年修订）第, 本办法第, 该法第; laws alone are cited by article in a fixed form. */
const LAW =
  /[本该](?:法|条例|规定|办法|细则|规则|规程|章程)(?=第)|(?:法|条例|规定|办法|细则|规则|规程|章程|准则|通则)(?:[（(][^（）()]{1,12}[）)])?》(?:[（(][^（）()]{1,40}[）)])?中?(?=第)/g;
/** 第十二条第二款和, 第12条: the articles that follow one another */
const ARTICLE =
  /(?<article>第(?<number>\d{1,3}|[一二三四五六七八九十百零]{1,7})条)(?:第[^第条，。；、]{1,6}[款项])*(?:[、，]|以及|和|及|与|或者?)?/dy;
/** ，依据第13条: behind an article of a law, in the same line, the law goes without saying. */
const BARE = /(?<=[，。；：、]|依据|根据|按照|依照|适用)(?<article>第(?<number>\d{1,3})条)(?!建议|意见|措施)/dg;
/** 第八条、第11条: side by side they are of one law, named or not. */
const BESIDE = /(?=第(?:\d{1,3}|[一二三四五六七八九十百零]{1,7})条[、和及]第)/g;

/** 第八条、第11条; （第114条、第115条） is told the short way throughout. */
const MIXED = /^第[^第]{1,12}条[、和及]第[^第]{1,12}条/;
const LONGEST_RUN = 40;

function isMixed(run: string): boolean {
  const [pair = ''] = MIXED.exec(run) ?? [];
  return /第\d/.test(pair) && /第[一二三四五六七八九十百]/.test(pair);
}

interface Article {
  readonly span: Span;
  readonly number: string;
}

const articlesIn = memoByBlock((block): readonly Article[] => {
  if (!block.text.includes('条')) return [];
  const articles: Article[] = [];
  const add = ({ indices, groups }: RegExpExecArray) => {
    const [start = 0, end = 0] = indices?.groups?.article ?? [];
    if (!articles.some(({ span }) => span.start === start))
      articles.push({ span: { start, end }, number: groups?.number ?? '' });
  };
  const addFrom = (index: number) => {
    ARTICLE.lastIndex = index;
    for (let match = ARTICLE.exec(block.text); match; match = ARTICLE.exec(block.text)) add(match);
  };
  for (const law of block.text.matchAll(LAW)) addFrom(law.index + law[0].length);
  if (/条[、和及]第/.test(block.text) && /第\d/.test(block.text))
    for (const { index } of block.text.matchAll(BESIDE))
      if (isMixed(block.text.slice(index, index + LONGEST_RUN))) addFrom(index);
  const [first] = articles;
  if (first && !/\d/.test(first.number))
    for (const match of block.text.matchAll(BARE)) if (match.index > first.span.end) add(match);
  return articles;
});

/** Laws number their articles in Chinese numerals; the Arabic ones are the odd ones out. */
export function* mixedArticles(lines: readonly Line[]): Iterable<DocumentFinding> {
  const all = lines.flatMap(({ index, block }) => articlesIn(block).map((article) => ({ ...article, block: index })));
  const han = all.find(({ number }) => !/\d/.test(number));
  if (!han) return;
  for (const { block, span, number } of all) {
    if (!/\d/.test(number) || Number(number) < 1) continue;
    const right = `第${toHanNumeral(Number(number))}条`;
    yield {
      block,
      span,
      severity: 'info',
      message: `法规条款“第${number}条”与文中“第${han.number}条”数字写法不一，应为“${right}”`,
      related: [{ block: han.block, span: han.span, message: `文中“第${han.number}条”` }],
      fixes: choices(span, right),
    };
  }
}
