/** A word that stands twice in a row where nobody says it twice: 资金资金; or its first or last character does: 贯贯彻, 领导小组组会议. */
import type { Block } from '../../document/types';
import type { Word } from '../../segment/types';
import { isHan } from '../../text/chars';
import type { Span } from '../../text/span';
import { memoByBlock, replace } from '../report';
import { readTable } from '../table';
import type { Finding } from '../types';
import { placesAlone } from './_alone';

/** Parts of speech of words that are repeated on purpose, or that meet another such word: 研究研究, 一个一个, 逐步逐步, 好的好的. */
const MAY_REPEAT = /^[vmdrilzeoyux]|^nr/;
/** 一张|张 says “one by one”; what is no word of the dictionary ends nowhere for certain. */
const NUMERAL = /^[mx]|^n[rs]/;
const NAME = /^n[rszt]/;
/** 目的的实现, 水库库区: words that end in one of these often meet another that begins with it. */
let meeting: ReadonlySet<string> | undefined;
/** 洗洗澡, 治治病: what the second character of such verbs is. */
let separable: ReadonlySet<string> | undefined;

/** True where one or two characters stand twice in a row, so that the words of the block would tell more. */
export const mayBeDoubled = memoByBlock(({ role, text }: Block): boolean => {
  if (role === 'noise' || role === 'table') return false;
  for (let at = 1; at < text.length; at++) {
    const one = text.charCodeAt(at);
    if (one === text.charCodeAt(at - 1) && isHan(text[at]) && !endsThatMeet().has(text.charAt(at))) return true;
    if (
      at > 2 &&
      one === text.charCodeAt(at - 2) &&
      text.charCodeAt(at - 1) === text.charCodeAt(at - 3) &&
      isHan(text[at])
    )
      return true;
  }
  return false;
});

export function* doubledWords({ text }: Block, words: readonly Word[]): Iterable<Finding> {
  for (const [index, word] of words.entries()) {
    const before = words[index - 1];
    // who knows no parts of speech does not know enough words either
    if (before?.tag === undefined || word.tag === 'x' || !isHan(text[word.span.start])) continue;
    if (isBegunTwice(text, words[index - 2], before, word)) yield doubled(text, before.span.start, word.span);
    else if (isSaidTwice(text, before, word, words[index + 1]))
      yield doubled(text, 2 * word.span.start - word.span.end, word.span);
  }
}

/** @param once the word as it should stand */
function doubled(text: string, start: number, once: Span): Finding {
  const again = { start, end: once.end };
  const right = text.slice(once.start, once.end);
  return {
    span: again,
    message: `“${text.slice(start, once.end)}”应为“${right}”：重复，删去一个${once.start - start === 1 ? '字' : ''}`,
    severity: 'warning',
    fixes: replace(again, right),
  };
}

function isSaidTwice(text: string, before: Word, { span, tag = '' }: Word, next: Word | undefined): boolean {
  const word = text.slice(span.start, span.end);
  if (!text.startsWith(word, span.start - word.length)) return false;
  const { start, end } = before.span;
  if (word.length > 1)
    return end - start === word.length && !MAY_REPEAT.test(tag) && !MAY_REPEAT.test(before.tag ?? '');
  if (end - start === 1 || NUMERAL.test(before.tag ?? '') || isInFours(text, span.start)) return false;
  return isLeftOver(text, word, next);
}

/** 贯|贯彻: the first one is no word, and belongs to none before it. Names are made of anything: 柳柳州. */
function isBegunTwice(text: string, beforeIt: Word | undefined, { span }: Word, word: Word): boolean {
  const { start, end } = span;
  if (end - start > 1 || word.span.end - word.span.start === 1 || text[start] !== text[end]) return false;
  if (placesAlone(text.charCodeAt(start)) !== 0 || NAME.test(word.tag ?? '') || isInFours(text, end)) return false;
  if (secondOfSeparable().has(text.charAt(end + 1))) return false;
  return !beforeIt || !isHan(text[start - 1]) || (beforeIt.tag !== 'x' && beforeIt.span.end - beforeIt.span.start > 1);
}

/** 谨谨慎慎, 妥妥帖帖: the characters of a word said twice one by one, of which dictionaries know a few. */
function isInFours(text: string, second: number): boolean {
  const isTwice = (at: number) => isHan(text[at]) && text[at] === text[at + 1];
  return isTwice(second - 3) || isTwice(second + 1);
}

/** 堤防|防|上 may be two words that meet; before a word of two characters or a mark it can be none. */
function isLeftOver(text: string, character: string, next: Word | undefined): boolean {
  if (endsThatMeet().has(character)) return false;
  if (!next || !isHan(text[next.span.start])) return true;
  return next.tag !== 'x' && next.span.end - next.span.start > 1;
}

function secondOfSeparable(): ReadonlySet<string> {
  separable ??= new Set(readTable('wording/separable').flatMap((fields) => [...fields('字')]));
  return separable;
}

function endsThatMeet(): ReadonlySet<string> {
  meeting ??= new Set(readTable('wording/meeting').flatMap((fields) => [...fields('字')]));
  return meeting;
}
