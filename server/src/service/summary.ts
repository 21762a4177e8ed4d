/** What the status item of an editor shows of a document. */
import type { DocumentKind } from '../document/types';
import type { Report } from '../rules/active';
import type { Gate, Severity } from '../rules/types';
import { type CharacterCounts, countsOf } from './characters';
import { isCertain } from './fix-all';
import type { Review } from './reviews';
import { lacksOf } from './settings';

export interface Summary {
  /** False for a document that is not read as a draft: English text, a log, or `biganzi.documents` says no. */
  readonly draft: boolean;
  readonly kind: DocumentKind;
  /** True when the writer chose the kind. */
  readonly chosen: boolean;
  /** 字数, as `counts.all`. */
  readonly characters: number;
  readonly counts: CharacterCounts;
  readonly findings: number;
  /** Of these, how many each severity has; editors mark hints in the text and leave them out of their lists. */
  readonly levels: Readonly<Record<Severity, number>>;
  /** Of these, how many each gate has. */
  readonly gates: Readonly<Record<Gate, number>>;
  /** Of these, how many `source.fixAll.biganzi` mends. */
  readonly fixable: number;
  /** What could not be checked, and what would have to be set. */
  readonly lacks: readonly string[];
}

export function summaryOf({ state, chosen, draft, reports, active }: Review): Summary {
  const counts = countsOf(draft);
  return {
    draft: state === 'reviewed',
    kind: draft.kind,
    chosen,
    characters: counts.all,
    counts,
    findings: reports.length,
    levels: findingsByLevel(reports),
    gates: findingsByGate(reports),
    fixable: reports.filter(isCertain).length,
    lacks: lacksOf(active),
  };
}

function findingsByLevel(reports: readonly Report[]): Record<Severity, number> {
  const found: Record<Severity, number> = { error: 0, warning: 0, info: 0, hint: 0 };
  for (const { severity } of reports) found[severity]++;
  return found;
}

function findingsByGate(reports: readonly Report[]): Record<Gate, number> {
  const found: Record<Gate, number> = { 'policy-wording': 0, citation: 0, language: 0, form: 0 };
  for (const { rule } of reports) found[rule.gate]++;
  return found;
}
