/** The blocks that templates may use. What they do is in `fill.ts`, which alone can render what stands in them. */
import type { HelperExample } from './types';

export const BLOCKS = {
  if: {
    summary: '填了或者条件成立时写这一段，否则写`{{else}}`后面的一段',
    examples: [
      {
        template: '{{#if 附件}}附件：{{并列 附件}}{{else}}没有附件{{/if}}',
        fields: { 附件: ['list', ['名单']] },
        result: '附件：名单',
      },
      {
        template: '{{#if (等于 形式 "视频")}}开视频会{{else if (等于 形式 "电话")}}开电话会{{else}}到现场开会{{/if}}',
        fields: { 形式: ['choice', '电话'] },
        result: '开电话会',
      },
    ],
  },
  unless: {
    summary: '没有填或者条件不成立时写这一段',
    examples: [
      {
        template: '{{#unless 附件}}（此件没有附件）{{/unless}}',
        fields: { 附件: ['list', ''] },
        result: '（此件没有附件）',
      },
    ],
  },
  each: {
    summary: '列表有几项就写几遍，每一遍里`{{项}}`是这一项；独占一行的块标记不留空行',
    examples: [
      {
        template: '会议内容：\n{{#each 会议内容}}\n　　{{序号 "（一）"}}{{项}}{{句末 "；" "。"}}\n{{/each}}',
        fields: { 会议内容: ['list', ['总结工作', '部署任务']] },
        result: '会议内容：\n　　（一）总结工作；\n　　（二）部署任务。',
      },
    ],
  },
} as const satisfies Record<string, { summary: string; examples: readonly HelperExample[] }>;

export type BlockName = keyof typeof BLOCKS;

export function isBlockName(name: string): name is BlockName {
  return Object.hasOwn(BLOCKS, name);
}
