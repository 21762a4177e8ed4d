/** 与媒体并列的报名没有加书名号：北碚报、北碚电台 → 《北碚报》、北碚电台。 */
import { span } from '../../text/span';
import { isProse } from '../report';
import type { BlockRule } from '../types';
import { HAN } from './_context';
import { anyOf } from './_words';

/** An item of a list that ends in 报: `、城关报、`. */
const ITEM = new RegExp(`(?<=[、，])(?<name>[${HAN}]{1,5}报)(?=[、等])`, 'dgu');

const NO_NEWSPAPER = new RegExp(`(?:${anyOf('notANewspaper')})$`);

/** The neighbour in the list that is a medium: `电台`, `电视台`. */
const MEDIUM = new RegExp(`(?:${anyOf('medium')})`);

/** How far the neighbours of a list reach. */
const NEAR = 12;

export const rule: BlockRule = {
  id: 'punctuation/newspaper',
  scope: 'block',
  clues: '报',
  gate: 'language',
  severity: 'hint',
  source: 'GB/T 15834—2011 4.15.3.1',
  authority: 'binding',
  title: '报纸名用书名号',
  why: '报纸、刊物的名称用书名号；指报社这个单位时可以不用。',
  examples: {
    bad: [{ text: '稿件被县委办、城关报、城关电台等单位采用。', found: '城关报' }],
    good: ['稿件被县委办、《城关报》、城关电台采用。', '要写好信息、简报、广播稿。'],
  },
  *check(block) {
    if (!isProse(block)) return;
    const { text } = block;
    for (const { groups, indices } of text.matchAll(ITEM)) {
      const [start, end] = indices?.groups?.name ?? [0, 0];
      if (NO_NEWSPAPER.test(groups?.name ?? '')) continue;
      if (!MEDIUM.test(text.slice(Math.max(0, start - NEAR), start)) && !MEDIUM.test(text.slice(end, end + NEAR)))
        continue;
      const edits = [
        { span: span(start, start), newText: '《' },
        { span: span(end, end), newText: '》' },
      ];
      yield {
        span: span(start, end),
        message: `报纸名“${groups?.name}”宜用书名号`,
        fixes: [{ title: '加书名号', edits, preferred: false }],
      };
    }
  },
};
