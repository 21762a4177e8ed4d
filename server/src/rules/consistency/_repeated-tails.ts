/** Sentences that begin otherwise and go on in the same words: 会议指出，… and 会议强调，… with one text behind both. */
import type { Block, Draft, Piece } from '../../document/types';
import type { Span } from '../../text/span';
import { collect, collectRepeated } from '../collect';
import type { DocumentFinding } from '../types';
import { isRunning, unquoted } from './_lines';

/** The end of a sentence by its clauses, for as many as can be one repetition. */
interface Tail {
  /** What two tails that may be one have in common: the last clauses, without marks. */
  readonly key: string;
  /** From the last clause to the first. */
  readonly clauses: readonly { readonly words: string; readonly start: number }[];
  readonly end: number;
}

/** Without marks; parts of sentences recur more easily than sentences. */
const SHORTEST = 30;
const FEWEST_CLAUSES = 3;
const SENTENCE = /[^。！？]+[。！？]?/g;
const CLAUSE = /[^，；：]+/g;
/** 以习近平新时代中国特色社会主义思想为指导, 奋力谱写…篇章: what every part of a report may say again. */
const FORMULA = /习近平|中国特色社会主义|党中央|“[两二三四五六][个不]|中国式现代化|党的[十二]|各族人民/;
const NOT_WORDS = /[^0-9A-Za-z\u3400-\u9fff]+/g;

function tailsIn(block: Block): readonly Tail[] {
  if (block.text.length < SHORTEST) return [];
  return [...block.text.matchAll(SENTENCE)].flatMap(({ 0: sentence, index }) => {
    if (sentence.length < SHORTEST) return [];
    const clauses = [...sentence.matchAll(CLAUSE)]
      .map((match) => ({ words: match[0].replace(NOT_WORDS, ''), start: index + match.index }))
      .reverse();
    if (clauses.length < FEWEST_CLAUSES) return [];
    const key = clauses.slice(0, FEWEST_CLAUSES).reduce((words, clause) => clause.words + words, '');
    return { key, clauses, end: index + sentence.length };
  });
}

const repeatedTails = collectRepeated(collect(tailsIn, isRunning), ({ key }) => key);

export function* sameTails(draft: Draft, piece: Piece): Iterable<DocumentFinding> {
  const seen = new Map<string, { readonly tail: Tail; readonly block: number }>();
  for (const { index, block, items } of repeatedTails(draft, piece)) {
    for (const tail of items) {
      const before = seen.get(tail.key);
      seen.set(tail.key, before ?? { tail, block: index });
      const [here, there] = before ? sharedBy(tail, before.tail) : [];
      if (!before || !here || !there) continue;
      const words = unquoted(block).slice(here.start, here.end).replace(NOT_WORDS, '');
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
  let count = 0;
  while (one.clauses[count] && one.clauses[count]?.words === other.clauses[count]?.words) count++;
  const [here, there] = [one.clauses[count - 1], other.clauses[count - 1]];
  if (!here || !there || (count === one.clauses.length && count === other.clauses.length)) return [];
  return [
    { start: here.start, end: one.end },
    { start: there.start, end: other.end },
  ];
}
