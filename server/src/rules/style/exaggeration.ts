/** 夸大的说法：说得过满，或者须有依据才能说。 */
import type { DocumentRule } from '../types';
import { wordTable } from '../word-table';
import { findingOf, ownWords, proseOf } from './_words';

const matchesOf = wordTable('style/exaggeration');

export const rule: DocumentRule = {
  id: 'style/exaggeration',
  scope: 'document',
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
  *check(draft) {
    for (const { block, index } of proseOf(draft))
      for (const match of ownWords(block, matchesOf(block))) yield findingOf(index, match, '要慎用');
  },
};
