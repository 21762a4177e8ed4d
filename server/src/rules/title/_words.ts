/** Word patterns for titles, made of `data/title-words.json` and the endings of organs. */
import lineWords from '../../../data/line-words.json';
import titleWords from '../../../data/title-words.json';
import type { DocumentKind } from '../../document/types';

const alternatives = (list: string) => list.split(' ').join('|');

/** 机关名称 in front of 关于 or a verb: ××市人民政府办公室 */
export const ORGANS = `(?:[\\p{Script=Han}×〇]{1,40}?(?:${alternatives(lineWords.organEnding.words)}))`;
export const VERBS = alternatives(titleWords.verbs.words);
/** 通知, 请示, 批复 … in their own words. */
export const KIND_NAMES = alternatives(titleWords.kinds.words);
/** 总结, 方案 …: named in titles, but no kinds of their own in the 条例. */
export const UNNAMED_KINDS = alternatives(titleWords.otherKinds.words);

/** Kinds whose titles are made of 机关、事由 and 文种. */
export const WRITTEN_KINDS: ReadonlySet<DocumentKind> = new Set<DocumentKind>([
  'notice',
  'circular',
  'report',
  'request',
  'reply',
  'letter',
  'opinion',
  'decision',
]);

/** The text with everything in 《》 and “” replaced by blanks of the same length. */
export function withoutNames(title: string): string {
  return title.replace(/《[^《》]*(?:《[^《》]*》[^《》]*)*》|“[^“”]*”/g, (name) => '　'.repeat(name.length));
}
