/** 空洞的四字格堆在一起：提高认识、加强领导、精心组织、周密部署、狠抓落实。 */
import { jointIndex } from '../../lexicon/joint-index';
import { matchSpan } from '../../text/span';
import { isProse } from '../report';
import { readTable } from '../table';
import type { BlockRule } from '../types';

/** 提高认识、加强领导、精心组织、周密部署 */
const RUN = /(?<![\p{Script=Han}])\p{Script=Han}{4}(?:[，、,]\p{Script=Han}{4}){3,}(?![\p{Script=Han}])/gu;
/** So many of them must say nothing in particular. */
const EMPTY = 3;

const phrasesIn = jointIndex(function* () {
  for (const fields of readTable('style/empty-phrases')) yield [fields('词'), fields('词')] as const;
});

export const rule: BlockRule = {
  id: 'style/empty-parallel',
  scope: 'block',
  gate: 'language',
  severity: 'hint',
  source: '编辑经验',
  authority: 'practice',
  title: '空洞的四字格堆砌',
  why: '一连串四字格读来顺口，却没有说明谁做什么、做到什么程度。',
  examples: {
    bad: [{ text: '提高认识，加强领导，精心组织，狠抓落实。', found: '提高认识，加强领导，精心组织，狠抓落实' }],
    good: ['要加强领导，由县长牵头，每月调度一次。', '涉及公共卫生、自然资源、生态环境、安全生产、劳动保障。'],
  },
  of: (block) => phrasesIn(block).length >= EMPTY && isProse(block),
  *check(block) {
    const phrases = new Set(phrasesIn(block).map(({ value }) => value));
    for (const match of block.text.matchAll(RUN)) {
      const groups = match[0].split(/[，、,]/);
      const empty = groups.filter((group) => phrases.has(group)).length;
      if (empty >= EMPTY) yield { span: matchSpan(match), message: `${groups.length}个四字格连用，宜写明具体做法` };
    }
  },
};
