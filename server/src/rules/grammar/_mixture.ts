/** Two halves that do not belong together, in one clause or sentence: read from a table, found, and told with their right forms. */
import { WordIndex } from '../../lexicon/word-index';
import { matchSpan, type Span } from '../../text/span';
import { type Fields, wordsOf } from '../table';
import type { Finding, Fix, Severity } from '../types';

export interface Mixture {
  /** The text holds one of these, or the pattern need not be tried. */
  readonly clues: readonly string[];
  /** Groups `open`, `gap` and `close`, and `n` for a noun that the right forms use again. */
  readonly pattern: RegExp;
  /** Right forms: `在~的$n下`; `=` stands for the half as it was written. */
  readonly rights: readonly string[];
  readonly severity: Severity;
}

const SEVERITY: Readonly<Record<string, Severity>> = { 警告: 'warning', 建议: 'info', 提示: 'hint' };

/** @param gap what stands between the halves, as the source of an expression */
export function readMixture(fields: Fields, gap: string): Mixture {
  return {
    clues: wordsOf(fields('必含')),
    pattern: new RegExp(`(?<open>${fields('起')})(?<gap>${gap})(?<close>${fields('止')})`, 'g'),
    rights: wordsOf(fields('正')),
    severity: SEVERITY[fields('级别')] ?? 'hint',
  };
}

/** The mixtures of a table; each is tried only in texts that hold one of its clues. */
export class Mixtures {
  readonly #byClue = new WordIndex<Mixture>();

  constructor(mixtures: readonly Mixture[]) {
    for (const mixture of mixtures) for (const clue of mixture.clues) this.#byClue.add(clue, mixture);
  }

  /** @param what names the fault: 句式杂糅 */
  *findingsIn(text: string, what: string): Iterable<Finding> {
    const candidates = new Set<Mixture>();
    this.#byClue.scan(text, (_, mixture) => candidates.add(mixture));
    for (const mixture of candidates)
      for (const match of text.matchAll(mixture.pattern)) yield findingOf(mixture, match, what);
  }
}

function findingOf({ rights, severity }: Mixture, match: RegExpExecArray, what: string): Finding {
  const { open = '', gap = '', close = '', n = '' } = match.groups ?? {};
  const span = matchSpan(match);
  const opening: Span = { start: span.start, end: span.start + open.length };
  const closing: Span = { start: span.end - close.length, end: span.end };
  const forms = rights.map((right) => {
    const [before = '', after = ''] = right.split('~');
    return [before.replace('=', open), after.replace('=', close).replace('$n', n)] as const;
  });
  const dots = gap === '' ? '' : '……';
  const shown = (before: string, after: string) => `“${before}${dots}${after}”`;
  return {
    span,
    severity,
    message: `${shown(open, close)}${what}，应为${forms.map(([before, after]) => shown(before, after)).join('或')}`,
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
