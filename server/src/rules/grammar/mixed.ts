/** 句式杂糅：两种说法各取一半，如“本着……为原则”。 */
import { isProse } from '../report';
import type { Fields } from '../table';
import type { BlockRule } from '../types';
import { mixtures } from './_mixture';

/** What may stand between the halves: anything within the clause. */
const GAP = '[^，。；：！？…《》\\uFFFC]';

const find = mixtures('grammar/mixed', '句式杂糅', gapOf);

export const rule: BlockRule = {
  id: 'grammar/mixed',
  scope: 'block',
  gate: 'language',
  severity: 'warning',
  source: '编校常识',
  authority: 'practice',
  title: '句式杂糅',
  why: '两种句式各取一半拼成一句，结构不通，应当只用其中一种。',
  examples: {
    bad: [
      { text: '本着公开透明为原则分配资金。', found: '本着公开透明为原则' },
      { text: '工期延误的原因是图纸变更造成的。', found: '原因是图纸变更造成的' },
      { text: '经过全体职工的共同努力下，工程提前完工。', found: '经过全体职工的共同努力下' },
      { text: '各窗口把服务企业为己任。', found: '把服务企业为己任' },
    ],
    good: [
      '本着公开透明的原则分配资金。',
      '工期延误的原因是图纸变更，造成的损失正在核算。',
      '在全体职工的共同努力下，工程提前完工。',
      '各窗口以服务企业为己任。',
      '把发展特色产业作为突破口。',
    ],
  },
  check: (block) => (isProse(block) ? find(block) : []),
};

function gapOf(fields: Fields): string {
  const unless = fields('隔中无');
  return `(?:${unless === '' ? '' : `(?!${unless})`}${GAP}){${fields('隔').replace('-', ',')}}?`;
}
