/** 校核报告 as data: what was checked by each gate and what remains, section by section, and how the text is built. */
import type { DocumentKind, Draft, OutlineNode } from '../../document/types';
import type { ActiveRule, Report } from '../../rules/active';
import { isProse } from '../../rules/report';
import { GATES, type Gate, SEVERITIES, type Severity } from '../../rules/types';
import { charactersOf } from '../characters';
import { lacksOf } from '../settings';
import { type SentenceLengths, sentenceLengths } from './sentences';

export type Counts = Readonly<Record<Severity, number>>;

/** One finding, in the order of the text. */
export interface ReportLine {
  /** Zero-based; `character` in UTF-16 code units. */
  readonly line: number;
  readonly character: number;
  readonly severity: Severity;
  readonly rule: string;
  readonly message: string;
  /** The words around the place, to know it by. */
  readonly context: string;
}

export interface GateReport {
  readonly gate: Gate;
  readonly title: string;
  /** How many rules of the gate read the draft. */
  readonly rules: number;
  readonly counts: Counts;
  readonly lines: readonly ReportLine[];
}

export interface SectionReport {
  /** Number and title; empty for what stands before the first heading. */
  readonly title: string;
  readonly line: number;
  readonly characters: number;
  readonly counts: Counts;
}

export interface ProofReport {
  readonly title: string;
  readonly kind: DocumentKind;
  readonly characters: number;
  readonly paragraphs: number;
  readonly counts: Counts;
  /** What could not be checked, and what would have to be set; mostly empty. */
  readonly lacks: readonly string[];
  /** In the order of `GATES`. */
  readonly gates: readonly GateReport[];
  /** The sections of the highest level that the draft has; empty for one without headings. */
  readonly sections: readonly SectionReport[];
  readonly sentences: SentenceLengths;
}

/** So many characters before and behind the marked words are shown with them. */
const CONTEXT = 8;

/** Never throws. `reports` are in the order of the text. */
export function proofReport(draft: Draft, reports: readonly Report[], active: readonly ActiveRule[]): ProofReport {
  const gates = (Object.keys(GATES) as Gate[]).map((gate): GateReport => {
    const own = reports.filter(({ rule }) => rule.gate === gate);
    return {
      gate,
      title: GATES[gate],
      rules: active.filter(({ rule }) => rule.gate === gate).length,
      counts: countsOf(own),
      lines: own.map((report) => lineOf(draft, report)),
    };
  });
  return {
    title: draft.pieces[0]?.title ?? '',
    kind: draft.kind,
    characters: charactersOf(draft),
    paragraphs: draft.blocks.filter((block) => isProse(block) && block.role !== 'title').length,
    counts: countsOf(reports),
    lacks: lacksOf(active),
    gates,
    sections: sectionsOf(draft, reports),
    sentences: sentenceLengths(draft),
  };
}

export function countsOf(reports: readonly { readonly severity: Severity }[]): Counts {
  const counts = { error: 0, warning: 0, info: 0, hint: 0 };
  for (const { severity } of reports) counts[severity]++;
  return counts;
}

/** `错误2、建议1`; `没有发现问题` where there are none. */
export function toldCounts(counts: Counts): string {
  const some = (Object.keys(SEVERITIES) as Severity[]).filter((severity) => counts[severity] > 0);
  return some.map((severity) => `${SEVERITIES[severity]}${counts[severity]}`).join('、') || '没有发现问题';
}

function lineOf({ blocks }: Draft, { block, span, severity, rule, message }: Report): ReportLine {
  const source = blocks[block]?.source ?? '';
  const from = Math.max(0, span.start - CONTEXT);
  const to = Math.min(source.length, span.end + CONTEXT);
  const context = `${from > 0 ? '……' : ''}${source.slice(from, to).trim()}${to < source.length ? '……' : ''}`;
  return { line: block, character: span.start, severity, rule: rule.id, message, context };
}

function sectionsOf(draft: Draft, reports: readonly Report[]): SectionReport[] {
  const heads = topHeadings(draft.outline);
  if (heads.length === 0) return [];
  const starts = heads.map(({ line }) => line);
  const all = [{ line: 0, number: '', title: '' }, ...heads];
  return all.flatMap(({ line, number, title }, index): SectionReport[] => {
    const end = starts[index] ?? draft.blocks.length;
    const characters = charactersOf(draft, line, end);
    if (index === 0 && characters === 0) return [];
    const own = reports.filter(({ block }) => block >= line && block < end);
    return [{ title: `${number}${title}`, line, characters, counts: countsOf(own) }];
  });
}

/** The headings nearest the top: below titles, and not the points inside paragraphs. */
function topHeadings(nodes: readonly OutlineNode[]): OutlineNode[] {
  return nodes.flatMap((node) => {
    if (node.inline) return [];
    return node.level === 0 ? topHeadings(node.children) : [node];
  });
}
