/** A collection that says how many pieces it holds: 讲话稿（精选14篇）, followed by 篇1, 篇2 …. */
import type { Block, Draft } from '../../document/types';
import { matchSpan } from '../../text/span';
import { memoByBlock } from '../report';
import type { DocumentFinding } from '../types';
import { countOf } from './_announced';

/** 办公室主任会议讲话（精选14篇） */
const COLLECTION = /[（(][^（）()\d]{0,4}?(\d{1,2}|[二三四五六七八九十]{1,3})篇[^（）()]{0,4}[）)]\s*$/d;
/** 办公室主任会议讲话 篇3, 篇三： */
const PIECE = /篇[ 　]?(\d{1,2}|[一二三四五六七八九十]{1,3})[：:]?\s*$/;
/** A line that names a piece is short. */
const LONGEST = 60;

const readLine = memoByBlock(({ source }: Block) => {
  if (source.length > LONGEST || !source.includes('篇')) return undefined;
  const collection = COLLECTION.exec(source);
  if (collection) return { promised: countOf(collection[1] ?? ''), span: matchSpan(collection, 1) };
  const piece = PIECE.exec(source);
  return piece ? { piece: countOf(piece[1] ?? ''), span: matchSpan(piece) } : undefined;
});

export function* collectionSlips({ blocks }: Draft): Iterable<DocumentFinding> {
  const lines = blocks.flatMap((block, index) => {
    const line = readLine(block);
    return line ? [{ ...line, block: index }] : [];
  });
  const pieces = lines.filter(({ piece }) => piece !== undefined);
  const inOrder = pieces.every(({ piece }, index) => piece === index + 1);
  const promise = lines.find(({ promised }) => promised !== undefined);
  if (!promise || pieces.length < 2 || !inOrder || promise.promised === pieces.length) return;
  const last = pieces.at(-1);
  yield {
    block: promise.block,
    span: promise.span,
    message: `这里说${promise.promised}篇，文中有${pieces.length}篇`,
    related: last ? [{ block: last.block, span: last.span, message: '最后一篇' }] : [],
  };
}
