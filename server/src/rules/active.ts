/** A rule as the settings switch it on, and what becomes of a finding of it. */
import type { DocumentFinding, Options, Rule, Severity } from './types';

/** As what a finding of a severity is told; left out, as what it is. */
export type Levels = Readonly<Partial<Record<Severity, Severity | 'off'>>>;

/** A rule as switched on: with its severity and its options. */
export interface ActiveRule {
  readonly rule: Rule;
  readonly severity: Severity;
  readonly options: Options;
  readonly levels?: Levels;
}

/** A finding with the rule that made it. */
export interface Report extends DocumentFinding {
  readonly rule: Rule;
  readonly severity: Severity;
  /** How certain the finding is, whatever severity it is told with. */
  readonly grade: Severity;
  /** More places of the same fault, told with this one: see `Rule.systematic`. */
  readonly others: readonly DocumentFinding[];
}

/** The most certain first. */
export const SEVERITY_ORDER: Record<Severity, number> = { error: 0, warning: 1, info: 2, hint: 3 };

/** A finding as it is told: `undefined` where findings of this severity are not told. */
export function reportOf({ rule, severity, levels }: ActiveRule, finding: DocumentFinding): Report | undefined {
  const grade = milder(severity, finding.severity);
  const told = levels?.[grade] ?? grade;
  return told === 'off' ? undefined : { ...finding, rule, severity: told, grade, others: [] };
}

function milder(severity: Severity, own: Severity = severity): Severity {
  return SEVERITY_ORDER[own] > SEVERITY_ORDER[severity] ? own : severity;
}
