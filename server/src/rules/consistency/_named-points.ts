/** Points told by what was announced: 我讲三个问题, and then 第一个问题, 第二个问题; 三句话, and then 第一句话. */
import type { Draft } from '../../document/types';
import { parseHanNumeral } from '../../text/chars';
import { matchSpan } from '../../text/span';
import type { Announcement } from './_announced';
import type { Told } from './_points';

/** The measure of 三个问题 and the first character of what is counted. */
const MEASURED = /^(?:[两二三四五六七八九十]{1,2}|\d{1,2})(个|点|件|项|句|条)(\p{Script=Han}?)/u;
/** A piece is not read farther than this. */
const MOST = 200;

/** 第一个问题 … 第四个问题 behind the announcement, each at the beginning of a clause, counted from one without a gap. */
export function namedPoints(draft: Draft, block: number, { words, span }: Announcement): Told | undefined {
  const [, measure = '', noun = ''] = MEASURED.exec(words) ?? [];
  // 第一条 may be an article, 第一个 anything
  if (measure === '' || ((measure === '个' || measure === '条') && noun === '')) return undefined;
  const point = new RegExp(
    `(?<=^[\\s　]*|[。；：！？，“])第([一二三四五六七八九十])${measure}${measure === '点' ? '' : noun}`,
    'g',
  );
  const piece = draft.pieces.find(({ start, end }) => block >= start && block < end);
  const end = Math.min(piece?.end ?? draft.blocks.length, block + MOST);
  const places: Told['places'][number][] = [];
  for (let index = block; index < end; index++) {
    const { text = '', role } = draft.blocks[index] ?? {};
    if (role === 'title') break;
    if (!text.includes('第')) continue;
    for (const match of text.matchAll(point)) {
      if (index === block && match.index < span.end) continue;
      if (parseHanNumeral(match[1] ?? '') !== places.length + 1) return undefined;
      places.push({ block: index, span: matchSpan(match) });
    }
  }
  return places.length < 2 ? undefined : { counts: [places.length], places };
}
