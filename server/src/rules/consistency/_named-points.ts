/** Points told by what was announced: 我讲三个问题, and then 第一个问题, 第二个问题; 三句话, and then 第一句话. */
import type { Draft } from '../../document/types';
import { parseHanNumeral } from '../../text/chars';
import { matchSpan } from '../../text/span';
import { collect, linesWhere, within } from '../collect';
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
  const named = measure === '点' ? '' : noun;
  const piece = draft.pieces.find(({ start, end }) => block >= start && block < end);
  const reach = { start: block, end: Math.min(piece?.end ?? draft.blocks.length, block + MOST) };
  const end = within(titleLines(draft), reach)[0]?.index ?? reach.end;
  const places: Told['places'][number][] = [];
  for (const { index, block: line, items } of within(ordinalsIn(draft), { start: block, end })) {
    for (const ordinal of items) {
      const { at, value } = ordinal;
      if (ordinal.measure !== measure || !line.text.startsWith(named, at.end)) continue;
      if (index === block && at.start < span.end) continue;
      if (value !== places.length + 1) return undefined;
      places.push({ block: index, span: { start: at.start, end: at.end + named.length } });
    }
  }
  return places.length < 2 ? undefined : { counts: [places.length], places };
}

/** 第一个, 第二句: an ordinal with its measure at the beginning of a clause. */
const ORDINAL = /(?<=^[\s　]*|[。；：！？，“])第([一二三四五六七八九十])(个|点|件|项|句|条)/g;

const ordinalsIn = collect(({ text }) =>
  text.includes('第')
    ? Array.from(text.matchAll(ORDINAL), (match) => ({
        value: parseHanNumeral(match[1] ?? ''),
        measure: match[2],
        at: matchSpan(match),
      }))
    : [],
);
const titleLines = linesWhere(({ role }) => role === 'title');
