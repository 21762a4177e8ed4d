/** 错别字和容易混淆的词：恒误的直接改正，要看上下文的只在有把握时提出。 */
import { needsWords } from '../../lexicon';
import type { BlockRule } from '../types';
import { findingsOf } from './_match';

export const rule: BlockRule = {
  id: 'wording/confusable',
  scope: 'block',
  gate: 'language',
  severity: 'error',
  source: '《现代汉语词典》第7版、《通用规范汉字表》',
  authority: 'binding',
  title: '错别字和易混词',
  why: '形近、音近的字容易写错；两个词只差一字而意思不同的，要看前后文。',
  examples: {
    bad: [
      { text: '会议对下一步工作作了布署。', found: '布署', fixed: '会议对下一步工作作了部署。' },
      { text: '大家要再接再励。', found: '再接再励', fixed: '大家要再接再厉。' },
      { text: '截止今年6月底，任务过半。', found: '截止' },
      { text: '请登陆平台填报。', found: '登陆' },
      { text: '要建设法制政府。', found: '法制' },
    ],
    good: [
      '文件印发布署名文章目录。',
      '创建全国文明城市。',
      '报名截止日期为6月1日。',
      '台风登陆前转移群众。',
      '完善社会主义法制。',
      '阅读职责清单。',
      '转发《关于布署有关工作的通知》。',
    ],
  },
  fixAll: true,
  needsWords,
  check: (block, _, words) => findingsOf(block, 'confusable', words),
};
