/** A collection that says how many pieces it holds: 讲话稿（精选14篇）, followed by 篇1, 篇2 …. */
import type { Block, Draft } from '../../document/types';
import { matchSpan, type Span } from '../../text/span';
import { collect } from '../collect';
import type { DocumentFinding } from '../types';
import { countOf } from './_announced';

/** 办公室主任会议讲话（精选14篇） */
const COLLECTION = /[（(][^（）()\d]{0,4}?(\d{1,2}|[二三四五六七八九十]{1,3})篇[^（）()]{0,4}[）)]\s*$/d;
/** 办公室主任会议讲话 篇3, 篇三： */
const PIECE = /篇[ 　]?(\d{1,2}|[一二三四五六七八九十]{1,3})[：:]?\s*$/;
/** A line that names a piece is short. */
const LONGEST = 60;

interface Told {
  readonly promised?: number | undefined;
  readonly piece?: number | undefined;
  readonly span: Span;
}

const toldIn = collect(({ source }: Block): readonly Told[] => {
  if (source.length > LONGEST || !source.includes('篇')) return [];
  const collection = COLLECTION.exec(source);
  if (collection) return [{ promised: countOf(collection[1] ?? ''), span: matchSpan(collection, 1) }];
  const piece = PIECE.exec(source);
  return piece ? [{ piece: countOf(piece[1] ?? ''), span: matchSpan(piece) }] : [];
});

export function* collectionSlips(draft: Draft): Iterable<DocumentFinding> {
  const lines = toldIn(draft).flatMap(({ index, items }) => items.map((told) => ({ ...told, block: index })));
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
