/** 接连三句用同一个词开头。 */
import type { Span } from '../../text/span';
import { isProse } from '../report';
import { readTable } from '../table';
import type { BlockRule } from '../types';
import { sentencesOf } from './_sentences';

const IN_A_ROW = 3;
/** Words are of two characters as a rule. */
const WORD = 2;
/** 对符 is cut out of 对符合. */
const HAN = /^(?![对在从以按把将为与向由])\p{Script=Han}{2}$/u;

let deliberate: ReadonlySet<string> | undefined;

export const rule: BlockRule = {
  id: 'style/repeated-opening',
  scope: 'block',
  gate: 'language',
  severity: 'hint',
  source: '编辑经验',
  authority: 'practice',
  title: '连续三句用同一个词开头',
  why: '不是有意排比，接连三句都用同一个词开头，读来单调。',
  examples: {
    bad: [{ text: '同时，要严格管理。同时，要加强培训。同时，要改进服务。', found: '同时' }],
    good: ['同时，要严格管理。此外，要加强培训。同时，要改进服务。', '坚持党的领导。坚持人民至上。坚持问题导向。'],
  },
  *check(block) {
    if (!isProse(block) || sentencesOf(block).length < IN_A_ROW) return;
    deliberate ??= new Set(readTable('style/openings').map((fields) => fields('词')));
    let run: Span[] = [];
    let last = '';
    for (const { start } of sentencesOf(block)) {
      const word = block.text.slice(start, start + WORD);
      if (word !== last) run = [];
      last = word;
      run.push({ start, end: start + WORD });
      const [first] = run;
      if (run.length === IN_A_ROW && first && HAN.test(word) && !deliberate.has(word))
        yield { span: first, message: `接连${IN_A_ROW}句都用“${word}”开头，宜变换句式` };
    }
  },
};
