/** 接连三句用同一个词开头。 */
import { jointIndex } from '../../lexicon/joint-index';
import type { Span } from '../../text/span';
import { isProse } from '../report';
import { readTable } from '../table';
import type { BlockRule } from '../types';
import { sentencesOf } from './_sentences';

const IN_A_ROW = 3;
/** Words are of two characters as a rule. */
const WORD = 2;
/** Verbs and nouns open sentences side by side on purpose: 坚持……。坚持……。坚持……。 These words do not. */
const linkingIn = jointIndex(function* () {
  for (const fields of readTable('style/openings')) yield [fields('词'), fields('词')] as const;
});

export const rule: BlockRule = {
  id: 'style/repeated-opening',
  scope: 'block',
  gate: 'language',
  severity: 'hint',
  source: '编辑经验',
  authority: 'practice',
  title: '连续三句用同一个词开头',
  why: '接连三句都用“同时”“因此”“这些”这样的词开头，不是排比，读来单调。',
  examples: {
    bad: [{ text: '同时，要严格管理。同时，要加强培训。同时，要改进服务。', found: '同时' }],
    good: [
      '同时，要严格管理。此外，要加强培训。同时，要改进服务。',
      '坚持党的领导。坚持人民至上。坚持问题导向。',
      '会议听取了汇报。会议讨论了方案。会议决定成立专班。',
    ],
  },
  of: (block) => linkingIn(block).length >= IN_A_ROW && isProse(block),
  *check(block) {
    const linking = linkingIn(block);
    let run: Span[] = [];
    let last = '';
    for (const { start } of sentencesOf(block)) {
      const word = block.text.slice(start, start + WORD);
      if (word !== last) run = [];
      last = word;
      run.push({ start, end: start + WORD });
      const [first] = run;
      if (run.length === IN_A_ROW && first && linking.some(({ value }) => value === word))
        yield { span: first, message: `接连${IN_A_ROW}句都用“${word}”开头，宜变换句式` };
    }
  },
};
