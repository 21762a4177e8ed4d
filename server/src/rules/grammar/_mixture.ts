/** Two halves that do not belong together, in one clause or sentence: read from a table, found, and told with their right forms. */
import type { Block } from '../../document/types';
import { jointIndex } from '../../lexicon/joint-index';
import { matchSpan, type Span } from '../../text/span';
import { type Fields, readTable, type TableName, wordsOf } from '../table';
import type { Edit, Finding, Fix, Severity } from '../types';
import { widened } from '../widened';

interface Mixture {
  /** The text holds one of these, or the pattern need not be tried. */
  readonly clues: readonly string[];
  /** Groups `open`, `gap` and `close`, and `n` for a noun that the right forms use again. */
  readonly pattern: RegExp;
  /** Right forms: `在~的$n下`; `=` stands for the half as it was written. */
  readonly rights: readonly string[];
  readonly severity: Severity;
}

const NONE: readonly Finding[] = [];
const SEVERITY: Readonly<Record<string, Severity>> = { 警告: 'warning', 建议: 'info', 提示: 'hint' };

function readMixture(fields: Fields, gap: string): Mixture {
  return {
    clues: wordsOf(fields('必含')),
    pattern: new RegExp(`(?<open>${fields('起')})(?<gap>${gap})(?<close>${fields('止')})`, 'g'),
    rights: wordsOf(fields('正')),
    severity: SEVERITY[fields('级别')] ?? 'hint',
  };
}

/**
 * Finds the mixtures of a table in a block; each is tried only where one of its clues stands.
 * @param what names the fault: 句式杂糅
 * @param gapOf what stands between the halves, as the source of an expression
 */
export function mixtures(
  table: TableName,
  what: string,
  gapOf = (fields: Fields): string => fields('隔'),
): (block: Block) => readonly Finding[] {
  const cluesIn = jointIndex(function* () {
    for (const fields of readTable(table)) {
      const mixture = readMixture(fields, gapOf(fields));
      for (const clue of mixture.clues) {
        yield [clue, mixture] as const;
        // clues are looked for in the line as it was typed
        if (clue.includes('，')) yield [clue.replace('，', ','), mixture] as const;
      }
    }
  });
  return (block) => {
    const clues = cluesIn(block);
    if (clues.length === 0) return NONE;
    return [...new Set(clues.map(({ value }) => value))].flatMap((mixture) =>
      Array.from(widened(block).matchAll(mixture.pattern), (match) => findingOf(block, mixture, match, what)),
    );
  };
}

function findingOf(block: Block, { rights, severity }: Mixture, match: RegExpExecArray, what: string): Finding {
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
  const fixes = forms.map(
    ([before, after]): Fix => ({
      title: `改为“${before}${gap}${after}”`,
      edits: [changeOf(opening, open, before), changeOf(closing, close, after)].filter((edit) => edit !== undefined),
      preferred: false,
    }),
  );
  return {
    span,
    severity,
    message: `${shown(open, close)}${what}，应为${forms.map(([before, after]) => shown(before, after)).join('或')}`,
    fixes: fixes.filter(({ edits }) => edits.every((edit) => isFullWidth(block, edit.span))),
  };
}

/** What has to change for `before`, which stands at `at`, to be `after`. */
function changeOf({ start, end }: Span, before: string, after: string): Edit | undefined {
  if (before === after) return undefined;
  let same = 0;
  while (same < before.length && before[same] === after[same]) same++;
  return { span: { start: start + same, end }, newText: after.slice(same) };
}

/** A half-width mark is changed by the rule that is certain of it; a fix that changes it too would hide the finding. */
function isFullWidth(block: Block, { start, end }: Span): boolean {
  return block.text.slice(start, end) === widened(block).slice(start, end);
}
