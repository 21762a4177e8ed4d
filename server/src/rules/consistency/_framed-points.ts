/** Points told in one frame: 三点体会, and then 一点体会是…, 再一点体会是…; 四种品质： and then 看到了…, 看到了… each in its own paragraph. */
import type { Draft } from '../../document/types';
import type { Announcement } from './_announced';
import type { Told } from './_points';

/** The measure of 三点体会 and the first character of what is counted. */
const MEASURED =
  /^(?:[两二三四五六七八九十]{1,2}|\d{1,2})(?<measure>[个点件项句条步种类张本道场篇招关对])(?<noun>\p{Script=Han}?)/u;
/** So many first characters make a frame. */
const FRAME = 3;
/** So many paragraphs are looked at. */
const MOST = 20;
/** What comes behind the last point: 借此机会，…, 同志们！ */
const NEXT = /^(?:借此|下面|接下来|同志们|各位|总之|让我们|下一步|希望|以上|综上|刚才|今后)/;

export function framedPoints(draft: Draft, block: number, announcement: Announcement): Told | undefined {
  if (!announcement.ofPoints || announcement.count > 9) return undefined;
  return eachOne(draft, block, announcement) ?? eachParagraph(draft, block, announcement);
}

/** 一点体会是…。另一点体会是…。 */
function eachOne({ blocks }: Draft, block: number, { end, words }: Announcement): Told | undefined {
  const { measure, noun } = MEASURED.exec(words)?.groups ?? {};
  if (!measure || !noun) return undefined;
  const frame = new RegExp(`(?<=^\\s*|[。；：，])(?:另外?|再|还有|又|最后)?一${measure}${noun}`, 'g');
  const places: Told['places'][number][] = [];
  for (const [index, { text, role }] of blocks.entries()) {
    if (index < block || role === 'blank' || role === 'noise') continue;
    if (index > block && role !== 'body') break;
    const from = index === block ? end : 0;
    const found = [...text.matchAll(frame)].filter((match) => match.index >= from);
    // the first follows at once, and each paragraph has one
    if (found.length === 0 && index > block) break;
    if (found.length === 0 && text.slice(from).length > FRAME) return undefined;
    for (const match of found)
      places.push({ block: index, span: { start: match.index, end: match.index + match[0].length } });
  }
  return places.length < 2 ? undefined : { counts: [places.length], places };
}

/** Paragraphs that open with the same words, up to one that is surely no point. */
function eachParagraph({ blocks }: Draft, block: number, { end }: Announcement): Told | undefined {
  if (!/^[：:]\s*$/.test(blocks[block]?.text.slice(end) ?? '')) return undefined;
  const rest: number[] = [];
  for (let index = block + 1; index < blocks.length && rest.length < MOST; index++)
    if (!['blank', 'noise'].includes(blocks[index]?.role ?? '')) rest.push(index);
  const [first] = rest;
  const frame = first === undefined ? '' : (blocks[first]?.text.trim().slice(0, FRAME) ?? '');
  if (!/^\p{Script=Han}+$/u.test(frame) || frame.length < FRAME) return undefined;
  const length = rest.findIndex(
    (index) => blocks[index]?.role !== 'body' || !blocks[index]?.text.trim().startsWith(frame),
  );
  const next = rest[length];
  const behind = next === undefined ? undefined : blocks[next];
  if (length < 2 || !behind || (behind.role === 'body' && !NEXT.test(behind.text.trim()))) return undefined;
  const places = rest.slice(0, length).map((index) => {
    const start = blocks[index]?.content.start ?? 0;
    return { block: index, span: { start, end: start + FRAME } };
  });
  return { counts: [length], places };
}
