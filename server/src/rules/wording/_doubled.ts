/** A word that stands twice in a row where nobody says it twice: 资金资金; or its last character does: 领导小组组会议. */
import type { Block } from '../../document/types';
import type { Word } from '../../segment/types';
import { isHan } from '../../text/chars';
import { memoByBlock, replace } from '../report';
import { readTable } from '../table';
import type { Finding } from '../types';

/** Parts of speech of words that are repeated on purpose, or that meet another such word: 研究研究, 一个一个, 逐步逐步, 好的好的. */
const MAY_REPEAT = /^[vmdrilzeoyux]|^nr/;
/** 一张|张 says “one by one”; what is no word of the dictionary ends nowhere for certain. */
const NUMERAL = /^[mx]|^n[rs]/;
/** 目的的实现, 水库库区: words that end in one of these often meet another that begins with it. */
let meeting: ReadonlySet<string> | undefined;

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
  for (const [index, { span, tag = '' }] of words.entries()) {
    const { start, end } = span;
    const before = words[index - 1];
    // who knows no parts of speech does not know enough words either
    if (before?.tag === undefined || tag === 'x') continue;
    const word = text.slice(start, end);
    if (!isHan(word[0]) || !text.startsWith(word, start - word.length)) continue;
    const length = before.span.end - before.span.start;
    const doubled =
      word.length === 1
        ? length > 1 && !NUMERAL.test(before.tag) && !isInFours(text, start) && isLeftOver(text, word, words[index + 1])
        : length === word.length && !MAY_REPEAT.test(tag) && !MAY_REPEAT.test(before.tag);
    if (!doubled) continue;
    const again = { start: start - word.length, end };
    yield {
      span: again,
      message: `“${word}${word}”应为“${word}”：重复，删去一个`,
      severity: 'warning',
      fixes: replace(again, word),
    };
  }
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

function endsThatMeet(): ReadonlySet<string> {
  meeting ??= new Set(readTable('wording/meeting').flatMap((fields) => [...fields('字')]));
  return meeting;
}
