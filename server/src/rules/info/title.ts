/** 信息的标题：不超过两行，要有动词。 */
import { readTable } from '../table';
import type { DocumentRule } from '../types';
import { informationOf } from './_info';

let verbs: readonly string[] | undefined;

export const rule: DocumentRule = {
  id: 'info/title',
  scope: 'document',
  gate: 'form',
  severity: 'hint',
  source: '政务信息写作实务',
  authority: 'practice',
  title: '信息标题过长或者没有动词',
  why: '信息标题是一句话新闻，说清谁做了什么、出了什么事；排版以两行为限。',
  examples: {
    bad: [
      { text: '甲县水果产销对接工作\n\n　　6月3日，甲县启动促销。', found: '甲县水果产销对接工作', kind: 'info' },
      {
        text: '甲县乙镇组织各村果农合作社与省内外二十余家大型收购企业开展水果产销对接活动并现场签订购销协议二十六份\n\n　　6月3日，甲县启动促销。',
        found: '甲县乙镇组织各村果农合作社与省内外二十余家大型收购企业开展水果产销对接活动并现场签订购销协议二十六份',
        kind: 'info',
      },
    ],
    good: [
      { text: '甲县启动水果产销对接\n\n　　6月3日，甲县启动促销。', kind: 'info' },
      { text: '果农反映的三个问题值得关注\n\n　　6月3日，甲县启动促销。', kind: 'info' },
    ],
  },
  options: {
    length: {
      type: 'number',
      default: 44,
      minimum: 15,
      maximum: 100,
      description: '标题超过多少字算过长（两行约四十四字）',
    },
  },
  *check(draft, { length }) {
    verbs ??= readTable('info/title-verbs').map((fields) => fields('词'));
    for (const { title } of informationOf(draft)) {
      const { text } = title;
      const place = title.place(0, text.length);
      if (!place) continue;
      if (text.length > Number(length)) yield { ...place, message: `标题${text.length}字，超过两行，宜压缩` };
      else if (!verbs.some((verb) => text.includes(verb)))
        yield { ...place, message: '标题里没有动词，宜写明谁做了什么、出了什么事' };
    }
  },
};
