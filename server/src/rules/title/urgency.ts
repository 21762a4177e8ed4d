/** 紧急程度标在版头，一般不写进标题。 */
import { titlesOf } from '../pieces';
import type { DocumentRule } from '../types';
import { withoutNames } from './_words';

/** 关于防汛值守的紧急通知 */
const URGENT = /紧急(?=通知$|通告$)/;

export const rule: DocumentRule = {
  id: 'title/urgency',
  scope: 'document',
  gate: 'form',
  severity: 'hint',
  source: 'GB/T 9704—2012 7.2.3',
  authority: 'practice',
  title: '紧急程度标在版头',
  why: '紧急公文在版头标注“特急”“加急”，标题中写“紧急通知”是容许的习惯，不作要求。',
  examples: {
    bad: [{ text: '某某局关于防汛值守的紧急通知', found: '紧急' }],
    good: ['某某局关于防汛值守的通知', '关于印发《紧急通知办理办法》的通知', '紧急通知发出后，各地迅速行动。'],
  },
  *check(draft) {
    for (const title of titlesOf(draft)) {
      const start = URGENT.exec(withoutNames(title.text))?.index;
      const at = start === undefined ? undefined : title.place(start, start + 2);
      if (start === undefined || !at) continue;
      yield {
        ...at,
        message: '紧急程度在版头标“特急”或“加急”，标题中的“紧急”可省',
        fixes: [{ title: '删去', edits: title.edits(start, start + 2, ''), preferred: false }],
      };
    }
  },
};
