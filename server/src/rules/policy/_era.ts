/** The time in which a draft that names no year was written, by the party congress it speaks of last. */
import { parseHanNumeral } from '../../text/chars';
import { memoByBlock, memoByDraft } from '../report';

/** 党的十七大, 十七届六中全会 */
const CONGRESS = /党的(?<held>十[二三四五六七八九]|二十)大|(?<term>十[二三四五六七八九]|二十)届[一二三四五六七]中全会/g;
/** 党的十二大 met in 1982, and one has met every five years since. */
const [FIRST, FIRST_YEAR, EVERY] = [12, 1982, 5] as const;

const lastCongress = memoByBlock(({ text }): number => {
  if (!/党的|中全会/.test(text)) return 0;
  const numbers = Array.from(
    text.matchAll(CONGRESS),
    ({ groups }) => parseHanNumeral(groups?.held ?? groups?.term ?? '') ?? 0,
  );
  return Math.max(0, ...numbers);
});

/** The year of the next congress: a draft that speaks of 十七大 and no later one is of 2012 at the latest. */
export const latestYear = memoByDraft(({ blocks }): number | undefined => {
  const last = blocks.reduce((most, block) => Math.max(most, lastCongress(block)), 0);
  return last === 0 ? undefined : FIRST_YEAR + (last - FIRST + 1) * EVERY;
});
