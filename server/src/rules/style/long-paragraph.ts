/** 过长的段落。 */
import type { BlockRule } from '../types';

export const rule: BlockRule = {
  id: 'style/long-paragraph',
  scope: 'block',
  gate: 'language',
  severity: 'hint',
  source: '对公开政府工作报告段长的统计',
  authority: 'practice',
  title: '段落过长',
  why: '一段讲一层意思，过长的段落层次不清，宜按意思分开。',
  examples: {
    bad: [{ text: '各项任务都要抓好落实。'.repeat(80), found: '各项任务都要抓好落实。' }],
    good: ['各项任务都要抓好落实。'.repeat(40)],
  },
  options: {
    length: { type: 'number', default: 800, minimum: 200, maximum: 5000, description: '超过多少字算过长' },
  },
  *check({ role, text, content }, { length }) {
    const count = content.end - content.start;
    if ((role !== 'body' && role !== 'heading') || count <= Number(length)) return;
    const first = text.slice(content.start).search(/[。！？；]/);
    const end = first < 0 ? content.end : content.start + first + 1;
    yield { span: { start: content.start, end }, message: `这一段长达${count}字，宜按意思分段` };
  },
};
