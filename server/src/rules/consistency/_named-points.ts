/** Points told by what was announced: 我讲三个问题, and then 第一个问题, 第二个问题; 三句话, and then 第一句话. */
import type { Draft } from '../../document/types';
import { parseHanNumeral } from '../../text/chars';
import { matchSpan, type Span } from '../../text/span';
import { collect, linesWhere, within } from '../collect';
import { isProse } from '../report';
import type { Announcement } from './_announced';
import type { Told } from './_points';

/** The measure of 三个问题 and the first character of what is counted; of 三个阶段 the word itself. */
const MEASURED =
  /^(?:[两二三四五六七八九十]{1,2}|\d{1,2})(?:个?(阶段|部分)|([个点件项句条步种类张本道场篇招关对])(\p{Script=Han}?))/u;
/** A piece is not read farther than this. */
const MOST = 200;

/** 第一个问题 … 第四个问题 behind the announcement, each at the beginning of a clause, counted from one without a gap. */
export function namedPoints(draft: Draft, block: number, { words, span, ofPoints }: Announcement): Told | undefined {
  const [, whole, measure = whole ?? '', noun = ''] = MEASURED.exec(words) ?? [];
  // 第一个 may be anything
  if (measure === '' || (measure === '个' && noun === '') || !ofPoints) return undefined;
  const named = measure === '点' || measure === '步' ? '' : noun;
  const piece = draft.pieces.find(({ start, end }) => block >= start && block < end);
  const reach = { start: block, end: Math.min(piece?.end ?? draft.blocks.length, block + MOST) };
  const end = within(titleLines(draft), reach)[0]?.index ?? reach.end;
  const places: Told['places'][number][] = [];
  for (const { index, block: line, items } of within(ordinalsIn(draft), { start: block, end })) {
    for (const ordinal of items) {
      const { at, value } = ordinal;
      if (ordinal.measure !== measure || !(line.text.startsWith(named, at.end) || isAlone(line.text, ordinal)))
        continue;
      if (index === block && at.start < span.end) continue;
      // the first stands in the same paragraph or in the next
      if (value !== places.length + 1 || (value === 1 && !isNext(draft, block, index))) return undefined;
      const isNamed = line.text.startsWith(named, at.end);
      places.push({ block: index, span: { start: at.start, end: at.end + (isNamed ? named.length : 0) } });
    }
  }
  return places.length < 2 ? undefined : { counts: [places.length], places };
}

function isNext({ blocks }: Draft, from: number, to: number): boolean {
  return !blocks.slice(from + 1, to).some(isProse);
}

/** 第一条，加强规划: 建议 need not be said again; an article has no comma. */
function isAlone(text: string, { measure, at }: { readonly measure: string | undefined; readonly at: Span }): boolean {
  return measure !== '个' && /[，：]/.test(text[at.end] ?? '');
}

/** 第一个, 第二句: an ordinal with its measure at the beginning of a clause. */
const ORDINAL =
  /第(?<=(?:^[\s　]*|[。；：！？，“]).)([一二三四五六七八九十])([个点件项句条步种类张本道场篇招关对]|阶段|部分)/g;

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
