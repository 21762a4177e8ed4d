/** What can be folded: sections, tables, 版头 and 版记, and in Markdown what is no text of the draft. */
import type { Draft, OutlineNode, Role } from '../document/types';

export interface FoldingRange {
  /** First and last line; the first stays visible. */
  readonly startLine: number;
  readonly endLine: number;
  /** Folded for being beside the text and not a part of it. */
  readonly region: boolean;
}

/** Runs of lines of these roles fold; roles of one group make one run. */
const RUNS: Partial<Record<Role, string>> = {
  letterhead: 'head',
  'brief-head': 'head',
  imprint: 'tail',
  'brief-tail': 'tail',
  table: 'table',
  code: 'code',
  noise: 'noise',
};

/** Folding ranges in order of their first line, each of two lines at least. */
export function foldingRanges(draft: Draft): FoldingRange[] {
  return [...sections(draft.outline), ...runs(draft)].sort(
    (a, b) => a.startLine - b.startLine || b.endLine - a.endLine,
  );
}

function* sections(nodes: readonly OutlineNode[]): Generator<FoldingRange> {
  for (const { line, endLine, inline, children } of nodes) {
    if (!inline && endLine > line) yield { startLine: line, endLine, region: false };
    yield* sections(children);
  }
}

function* runs({ blocks }: Draft): Generator<FoldingRange> {
  let group: string | undefined;
  let start = 0;
  let last = 0;
  for (let line = 0; line <= blocks.length; line++) {
    const role = blocks[line]?.role;
    if (role === 'blank') continue;
    const next = role && RUNS[role];
    if (next === group) {
      last = line;
      continue;
    }
    if (group !== undefined && last > start) yield { startLine: start, endLine: last, region: group !== 'table' };
    group = next;
    start = line;
    last = line;
  }
}
