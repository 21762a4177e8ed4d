/** 人名、地名、单位名或者届次、年份删去以后没有补上，句子断开：为争了光、以为核心、按照的统一部署。 */
import { jointIndex } from '../../lexicon/joint-index';
import { matchSpan } from '../../text/span';
import { isProse } from '../report';
import { readTable, wordsOf } from '../table';
import type { BlockRule, Severity } from '../types';
import { widened } from '../widened';

interface Gap {
  readonly pattern: RegExp;
  /** What is missing. */
  readonly lost: string;
  readonly severity: Severity;
}

const cluesIn = jointIndex(function* () {
  for (const fields of readTable('grammar/name-lost')) {
    const gap: Gap = {
      pattern: new RegExp(fields('式'), 'g'),
      lost: fields('缺'),
      severity: fields('级别') === '警告' ? 'warning' : 'info',
    };
    for (const clue of wordsOf(fields('必含'))) yield [clue, gap] as const;
  }
});

export const rule: BlockRule = {
  id: 'grammar/name-lost',
  scope: 'block',
  gate: 'language',
  severity: 'warning',
  source: '编校常识',
  authority: 'practice',
  title: '名称删去后没有补上',
  why: '借用的文稿常把人名、地名、单位名和届次、年份删去，留下“以为核心”“按照的统一部署”这样断开的话，要补上自己的名称。',
  examples: {
    bad: [
      { text: '紧密团结在以为核心的领导班子周围。', found: '以为' },
      { text: '按照的统一部署，检查组分赴各镇。', found: '按照的' },
      { text: '要狠抓落实。说，一分部署，九分落实。', found: '说' },
      { text: '会议表彰了我信息工作先进单位。', found: '我' },
      { text: '认真学习党的大精神。', found: '党的大' },
    ],
    good: [
      '以他们为榜样，以项目建设为抓手。',
      '按照市委的统一部署，检查组分赴各镇。',
      '群众都说，这条路修得好。',
      '会议表彰了我镇信息工作先进单位。',
      '要通过自我教育、自我发展，提高自我管理水平。',
      '自以为重点突出，其实面面俱到。',
      '党的大政方针已经明确。',
      '领导同志强调，要狠抓落实。',
      '在希望的田野上，农民要当主角。',
      '省领导在会议召开之前作出重要批示。',
    ],
  },
  *check(block) {
    if (!isProse(block)) return;
    for (const { pattern, lost, severity } of new Set(cluesIn(block).map(({ value }) => value)))
      for (const match of widened(block).matchAll(pattern))
        yield { span: matchSpan(match), message: `“${match[0]}”断开了，缺${lost}`, severity };
  },
};
