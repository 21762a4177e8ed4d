/** Sentences that begin otherwise and go on in the same words: 会议指出，… and 会议强调，… with one text behind both. */
import type { Block, Draft, Piece } from '../../document/types';
import type { Span } from '../../text/span';
import { memoByBlock } from '../report';
import type { DocumentFinding } from '../types';
import { repeatedLines } from './_endings';
import { unquoted } from './_lines';

/** A sentence whose end may stand elsewhere too. */
interface Tail {
  readonly sentence: string;
  readonly start: number;
}

/** Without marks; parts of sentences recur more easily than sentences. */
const SHORTEST = 30;
const FEWEST_CLAUSES = 3;
const SENTENCE = /[^。！？]+[。！？]?/g;
const CLAUSE = /[^，；：]+/g;
/** What divides the clauses. */
const PAUSES = '，；：';
/** 以习近平新时代中国特色社会主义思想为指导, 奋力谱写…篇章: what every part of a report may say again. */
const FORMULA = /习近平|中国特色社会主义|党中央|“[两二三四五六][个不]|中国式现代化|党的[十二]|各族人民/;
const NOT_WORDS = /[^0-9A-Za-z\u3400-\u9fff]+/g;

const tailsOf = memoByBlock(({ text }: Block): readonly Tail[] =>
  Array.from(text.matchAll(SENTENCE), ({ 0: sentence, index: start }) => ({ sentence, start })).filter(
    ({ sentence }) => sentence.length >= SHORTEST,
  ),
);

/** The last clauses of a sentence, so many as make a tail, without marks; `''` where there are fewer. */
function lastClauses(sentence: string): string {
  let clauses = 0;
  for (let at = sentence.length - 1; at >= 0; at--) {
    const begins = at === 0 || PAUSES.includes(sentence.charAt(at - 1));
    if (begins && !PAUSES.includes(sentence.charAt(at)) && ++clauses === FEWEST_CLAUSES)
      return bare(sentence.slice(at));
  }
  return '';
}

function bare(words: string): string {
  return words.replace(NOT_WORDS, '');
}

export function* sameTails(draft: Draft, piece: Piece): Iterable<DocumentFinding> {
  const seen = new Map<string, { readonly tail: Tail; readonly block: number }>();
  for (const { index, block } of repeatedLines(draft, piece)) {
    for (const tail of tailsOf(block)) {
      const key = lastClauses(tail.sentence);
      if (key === '') continue;
      const before = seen.get(key);
      seen.set(key, before ?? { tail, block: index });
      const [here, there] = before ? sharedBy(tail, before.tail) : [];
      if (!before || !here || !there) continue;
      const words = bare(unquoted(block).slice(here.start, here.end));
      if (words.length < SHORTEST || FORMULA.test(block.text.slice(here.start, here.end))) continue;
      yield {
        block: index,
        span: here,
        severity: 'info',
        message: '这几句前面已经写过',
        related: [{ block: before.block, span: there, message: '前面在这里写过' }],
      };
    }
  }
}

/** Where the clauses that two tails share stand in each; nothing where the sentences are the same from their first clause. */
function sharedBy(one: Tail, other: Tail): readonly [Span, Span] | readonly [] {
  const [ours, theirs] = [clausesOf(one), clausesOf(other)];
  let count = 0;
  while (ours[count] && ours[count]?.words === theirs[count]?.words) count++;
  const [here, there] = [ours[count - 1], theirs[count - 1]];
  if (!here || !there || (count === ours.length && count === theirs.length)) return [];
  return [
    { start: here.start, end: one.start + one.sentence.length },
    { start: there.start, end: other.start + other.sentence.length },
  ];
}

/** From the last clause to the first. */
function clausesOf({ sentence, start }: Tail): { readonly words: string; readonly start: number }[] {
  return Array.from(sentence.matchAll(CLAUSE), ({ 0: clause, index }) => ({
    words: bare(clause),
    start: start + index,
  })).reverse();
}
