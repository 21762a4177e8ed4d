/** Closing phrases that stand where their 文种 has no use for them: 妥否，请批示 in a 通知, 此复 in what answers nothing. */
import { DOCUMENT_KINDS, type DocumentKind, type Draft, type Piece } from '../../document/types';
import { type Line, wordsOf } from '../pieces';
import { choices, memoByBlock } from '../report';
import type { DocumentFinding } from '../types';
import { closingPhrases } from './_closing';

/** 妥否，请批示。 and nothing else */
const ASKS_DECISION =
  /^(?:以上(?:请示|意见|事项)?[，,]?)?(?:妥否|当否|可否|是否妥当)[，,、？?]?[\s　]?请(?:予)?(?:批示|批复|审批|指示|批准|审定)[。！!]?$/;
/** Kinds that go down or to everyone, and ask no one for a decision. */
const ASKS_NO_ONE: ReadonlySet<DocumentKind> = new Set<DocumentKind>([
  'notice',
  'circular',
  'proclamation',
  'announcement',
  'reply',
  'decision',
]);
/** 此复。 and 特此函复。 */
const ANSWERS = /^(?:此复|(?:特此|专此)(?:函复|复函))[。！]?$/;
/** 来函收悉: what an answer says of what it answers. */
const ANSWERED = /收悉|收到|来[函文电]|复函|函复|答复|批复|你.{1,8}《/;

export function* misplaced(draft: Draft, piece: Piece, { index, block }: Line): Iterable<DocumentFinding> {
  const words = wordsOf(block);
  const phrase = words.replace(/[。！!]$/, '');
  const own = closingPhrases(piece.kind);
  if (ASKS_NO_ONE.has(piece.kind) && ASKS_DECISION.test(words)) {
    yield {
      block: index,
      span: block.content,
      message: `“${phrase}”用于请示，${DOCUMENT_KINDS[piece.kind]}不用`,
      fixes: choices(block.content, ...own),
    };
  }
  if (!ANSWERS.test(words) || isAnswer(draft, piece, index)) return;
  yield {
    block: index,
    span: block.content,
    message: `结束语“${phrase}”用于答复，本文没有提到来文`,
    fixes: choices(block.content, ...own.filter((each) => !/复。$/.test(each) || each.startsWith('请'))),
  };
}

function isAnswer({ blocks }: Draft, { kind, title, start }: Piece, end: number): boolean {
  if (kind !== 'letter') return kind === 'reply' || kind === 'unknown';
  // of a text that is only begun nothing is known
  return title === '' || title.includes('复') || blocks.slice(start, end).some(tellsOfLetter);
}

const tellsOfLetter = memoByBlock(({ text }): boolean => ANSWERED.test(text));
