/** 介词结构和“使”连用，淹没了主语：通过……，使我认识到。 */
import { isProse } from '../report';
import type { BlockRule } from '../types';
import { mixtures } from './_mixture';

const find = mixtures('grammar/subject-lost', '连用，句子没有主语');

export const rule: BlockRule = {
  id: 'grammar/subject-lost',
  scope: 'block',
  gate: 'language',
  severity: 'warning',
  source: '编校常识',
  authority: 'practice',
  title: '滥用介词和“使”造成主语残缺',
  why: '“通过……”“在……下”是状语，后面再用“使”，全句就没有主语；删去介词或者删去“使”即可。',
  examples: {
    bad: [
      { text: '通过这次培训，使我认识到了差距。', found: '通过这次培训，使' },
      { text: '在上级部门的大力支持下，使各项任务顺利完成。', found: '在上级部门的大力支持下，使' },
      { text: '随着产业结构调整，使就业结构也发生变化。', found: '随着产业结构调整，使' },
    ],
    good: [
      '这次培训使我认识到了差距。',
      '通过这次培训，我认识到了差距。',
      '在上级部门的大力支持下，各项任务顺利完成。',
      '通过深化改革，使发展成果更多惠及群众。',
      '我们通过以案释法，使群众懂得了依法维权。',
    ],
  },
  check: (block) => (isProse(block) ? find(block) : []),
};
