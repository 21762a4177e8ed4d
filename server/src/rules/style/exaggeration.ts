/** 夸大的说法：说得过满，或者须有依据才能说。 */
import { isProse } from '../report';
import type { BlockRule } from '../types';
import { wordTable } from '../word-table';
import { adviceOf, ownWords } from './_words';

const matchesOf = wordTable('style/exaggeration');

export const rule: BlockRule = {
  id: 'style/exaggeration',
  scope: 'block',
  gate: 'language',
  severity: 'hint',
  source: '编辑经验',
  authority: 'practice',
  title: '夸大、绝对化的说法',
  why: '公文和信息以事实、数据说话，过满的评价容易失实。',
  examples: {
    bad: [
      { text: '这项改革史无前例。', found: '史无前例', kind: 'report' },
      { text: '消息传来，群众奔走相告。', found: '奔走相告', kind: 'info' },
    ],
    good: [
      { text: '这项改革在全省首次开展。', kind: 'report' },
      { text: '商家不得使用“国内领先”等用语。', kind: 'notice' },
    ],
  },
  check: (block) => (isProse(block) ? ownWords(block, matchesOf(block)).map((match) => adviceOf(match, '要慎用')) : []),
};
