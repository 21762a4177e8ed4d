/** 动词同宾语不搭配：扩大宣传力度、加大施工进度、营造长效机制。 */
import { jointIndex } from '../../lexicon/joint-index';
import { choices, isProse } from '../report';
import { readTable, wordsOf } from '../table';
import type { BlockRule, Severity } from '../types';
import { widened } from '../widened';

interface Mismatch {
  readonly verb: string;
  readonly right: readonly string[];
  /** The verb and what may stand between it and its object, up to the end of the clause. */
  readonly pattern: RegExp;
  readonly severity: Severity;
}

/** Words of the object: neither a second object nor another verb, which would have the object for its own. */
const BETWEEN = '[^，。；：、！？和与及并的以提加增改降缩扩减强高大]';
/** The object ends the clause; 力度大的 and 水平的提高 are another one. */
const END = '(?=[，。；！？]|$)';

const mismatchesIn = jointIndex(function* () {
  for (const fields of readTable('grammar/collocation')) {
    const verb = fields('误');
    const objects = fields('宾语');
    const mismatch: Mismatch = {
      verb,
      right: wordsOf(fields('正')),
      pattern: new RegExp(`${verb}${BETWEEN}{0,8}的?${BETWEEN}{0,4}(?<object>${objects})${END}`, 'y'),
      severity: fields('级别') === '警告' ? 'warning' : 'info',
    };
    yield [verb, mismatch] as const;
  }
});

export const rule: BlockRule = {
  id: 'grammar/collocation',
  scope: 'block',
  gate: 'language',
  severity: 'warning',
  source: '《现代汉语词典》',
  authority: 'practice',
  title: '动词和宾语不搭配',
  why: '“力度”要“加大”，“步伐”要“加快”，“水平”要“提高”。套话写顺了手，动词常同后面的宾语配错。',
  examples: {
    bad: [
      { text: '要扩大宣传力度。', found: '扩大' },
      { text: '不断加大干部的法治意识，促进依法行政。', found: '加大' },
      { text: '督查取得积极作用。', found: '取得' },
    ],
    good: [
      '要扩大宣传面，加大投入力度。',
      '加大农业科技投入，提高农产品质量。',
      '取得成效，发挥作用。',
      '加快提高公共服务水平。',
    ],
  },
  of: (block) => mismatchesIn(block).length > 0,
  *check(block) {
    if (!isProse(block)) return;
    const text = widened(block);
    for (const { start, value } of mismatchesIn(block)) {
      const { verb, right, pattern, severity } = value;
      pattern.lastIndex = start;
      const object = pattern.exec(text)?.groups?.object;
      if (object === undefined) continue;
      const span = { start, end: start + verb.length };
      yield {
        span,
        severity,
        message: `“${verb}”同“${object}”不搭配，应为${right.map((word) => `“${word}”`).join('或')}`,
        fixes: choices(span, ...right),
      };
    }
  },
};
