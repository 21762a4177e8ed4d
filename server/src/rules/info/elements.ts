/** 信息的要素：时间、地点、单位、数据和来源有没有写。 */
import { readTable } from '../table';
import type { DocumentRule } from '../types';
import { informationOf } from './_info';

interface Element {
  readonly name: string;
  readonly pattern: RegExp;
  readonly emergencyOnly: boolean;
  readonly example: string;
}

/** What is shorter is still being written. */
const SHORTEST = 60;

let elements: readonly Element[] | undefined;

export const rule: DocumentRule = {
  id: 'info/elements',
  scope: 'document',
  gate: 'form',
  severity: 'hint',
  source: '政务信息写作实务',
  authority: 'practice',
  title: '信息缺少要素',
  why: '信息要让读的人知道何时、何地、何单位、何事；突发事件还要写明伤亡损失、起因、处置和来源。',
  examples: {
    bad: [
      {
        text: '部分果农反映水果滞销\n\n　　我县部分果农反映水果销售困难，价格持续走低，收购商迟迟没有上门，冷库库容趋于饱和，希望有关方面组织产销对接，帮助联系外地市场，减少损失。',
        found: '部分果农反映水果滞销',
        kind: 'info',
      },
      {
        text: '甲县发生一起火灾\n\n　　6月3日，甲县乙镇一处民房起火，过火面积约120平方米。镇政府组织力量扑救，明火已经扑灭，现场秩序正常，后续情况正在了解之中，将及时续报有关进展。',
        found: '甲县发生一起火灾',
        kind: 'info',
      },
    ],
    good: [
      {
        text: '甲县3000吨水果滞销\n\n　　截至6月3日，甲县乙镇有3000吨水果没有售出，涉及果农420户，主要是收购商减少、冷库不足。果农希望县里组织产销对接，帮助联系外地市场，减少损失。',
        kind: 'info',
      },
      { text: '部分果农反映水果滞销\n\n　　正在了解。', kind: 'info' },
      { text: '关于水果销售的通知\n\n　　各乡镇要组织产销对接。', kind: 'notice' },
    ],
  },
  *check(draft) {
    elements ??= readTable('info/elements').map((fields) => ({
      name: fields('要素'),
      pattern: new RegExp(fields('式')),
      emergencyOnly: fields('用于') === '突发',
      example: fields('提示'),
    }));
    for (const { title, text, length, isEmergency } of informationOf(draft)) {
      if (length < SHORTEST) continue;
      const missing = elements.filter(
        ({ emergencyOnly, pattern }) => (isEmergency || !emergencyOnly) && !pattern.test(text),
      );
      const place = title.place(0, title.text.length);
      if (missing.length > 0 && place)
        yield {
          ...place,
          message: `信息里没有写${missing.map(({ name, example }) => `${name}（如“${example}”）`).join('、')}`,
        };
    }
  },
};
