/** 句式杂糅：两种说法各取一半，如“本着……为原则”。 */
import type { Span } from '../../text/span';
import { matchSpan } from '../../text/span';
import { isProse } from '../report';
import { type Fields, readTable, wordsOf } from '../table';
import type { BlockRule, Finding, Fix, Severity } from '../types';

/** Two halves of different constructions in one clause. */
interface Mixture {
  /** The text holds one of these, or the pattern need not be tried. */
  readonly clues: readonly string[];
  /** Groups `open`, `gap` and `close`, and `n` for a noun that the right forms use again. */
  readonly pattern: RegExp;
  /** Right forms: `在~的$n下`; `=` stands for the half as it was written. */
  readonly rights: readonly string[];
  readonly severity: Severity;
}

/** What may stand between the halves: anything within the clause. */
const GAP = '[^，。；：！？…《》\\uFFFC]';
const SEVERITY: Readonly<Record<string, Severity>> = { 警告: 'warning', 建议: 'info', 提示: 'hint' };

let mixtures: readonly Mixture[] | undefined;

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
  *check(block) {
    if (!isProse(block)) return;
    mixtures ??= readTable('grammar/mixed').map(readMixture);
    const { text } = block;
    for (const mixture of mixtures) {
      if (!mixture.clues.some((clue) => text.includes(clue))) continue;
      for (const match of text.matchAll(mixture.pattern)) yield findingOf(mixture, match);
    }
  },
};

function readMixture(fields: Fields): Mixture {
  const unless = fields('隔中无');
  const unit = unless === '' ? GAP : `(?!${unless})${GAP}`;
  return {
    clues: wordsOf(fields('必含')),
    pattern: new RegExp(
      `(?<open>${fields('起')})(?<gap>(?:${unit}){${fields('隔').replace('-', ',')}}?)(?<close>${fields('止')})`,
      'g',
    ),
    rights: wordsOf(fields('正')),
    severity: SEVERITY[fields('级别')] ?? 'hint',
  };
}

function findingOf({ rights, severity }: Mixture, match: RegExpExecArray): Finding {
  const { open = '', gap = '', close = '', n = '' } = match.groups ?? {};
  const span = matchSpan(match);
  const opening: Span = { start: span.start, end: span.start + open.length };
  const closing: Span = { start: span.end - close.length, end: span.end };
  const forms = rights.map((right) => {
    const [before = '', after = ''] = right.split('~');
    return [before.replace('=', open), after.replace('=', close).replace('$n', n)] as const;
  });
  const shown = (before: string, after: string) =>
    `“${before}${before && '……'}${after && !before ? '……' : ''}${after}”`;
  return {
    span,
    severity,
    message: `${shown(open, close)}句式杂糅，应为${forms.map(([before, after]) => shown(before, after || '')).join('或')}`,
    fixes: forms.map(
      ([before, after]): Fix => ({
        title: `改为“${before}${gap}${after}”`,
        edits: [
          { span: opening, newText: before },
          { span: closing, newText: after },
        ].filter(({ span: at, newText }) => newText !== match[0].slice(at.start - span.start, at.end - span.start)),
        preferred: false,
      }),
    ),
  };
}
