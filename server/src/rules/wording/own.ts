/** 本单位自己的词表：`.biganzi/words.tsv`和规则包里的词。 */
import type { Block } from '../../document/types';
import type { Matches } from '../../lexicon/lexicon';
import type { OwnLexicon } from '../../lexicon/own-lexicon';
import type { Word } from '../../segment/types';
import type { BlockRule } from '../types';
import { findingOf } from './_match';

/** The rule with the lists of a writer or an office; it says nothing without lists. */
export function ownRule(lexicon: Pick<OwnLexicon, 'match'> | undefined): BlockRule {
  const kept = new WeakMap<Block, Matches>();
  const matchesOf = (block: Block, words?: readonly Word[]): Matches => {
    const before = kept.get(block);
    if (before && (!before.needsWords || !words)) return before;
    const matches = lexicon?.match(block.text, words) ?? { matches: [], needsWords: false };
    kept.set(block, matches);
    return matches;
  };
  return {
    id: 'wording/own',
    scope: 'block',
    gate: 'language',
    severity: 'error',
    source: '本单位词表',
    authority: 'binding',
    title: '本单位词表里的词',
    why: '本单位的写法由本单位定：词表放在.biganzi/words.tsv或者规则包里，每行写明误、正和级别。',
    examples: { bad: [], good: ['没有自己的词表时，这条规则什么都不报。'] },
    fixAll: true,
    first: true,
    needsWords: (block) => matchesOf(block).needsWords,
    *check(block, _, words) {
      if (block.role === 'noise') return;
      for (const match of matchesOf(block, words).matches) yield findingOf(match);
    },
  };
}

export const rule = ownRule(undefined);
