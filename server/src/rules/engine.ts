/** Runs rules over a draft: block findings are kept with their block, one bad rule never silences the rest. */
import type { Block, Draft } from '../document/types';
import { overlaps, type Span } from '../text/span';
import type { BlockRule, DocumentFinding, DocumentRule, Finding, Options, Rule, Severity } from './types';

/** A rule as switched on: with its severity and its options. */
export interface ActiveRule {
  readonly rule: Rule;
  readonly severity: Severity;
  readonly options: Options;
}

/** A finding with the rule that made it. */
export interface Report extends DocumentFinding {
  readonly rule: Rule;
  readonly severity: Severity;
  /** More places of the same fault, told with this one: see `Rule.systematic`. */
  readonly others: readonly DocumentFinding[];
}

export interface CheckResult {
  readonly reports: readonly Report[];
  /** Rules that have thrown since the checker was made, each once, with what they threw. */
  readonly failures: ReadonlyMap<string, unknown>;
}

/** So many findings of one group of a systematic rule are one fault of the whole text. */
const SYSTEMATIC_AT = 20;

const SEVERITY_ORDER: Record<Severity, number> = { error: 0, warning: 1, info: 2, hint: 3 };

/**
 * Checks drafts with one set of rules. Make a new one when the settings change: it keeps the findings of blocks.
 */
export class Checker {
  readonly #blockRules: readonly (ActiveRule & { rule: BlockRule })[];
  readonly #documentRules: readonly (ActiveRule & { rule: DocumentRule })[];
  readonly #kept = new WeakMap<Block, readonly Report[]>();
  readonly #failures = new Map<string, unknown>();

  constructor(rules: readonly ActiveRule[]) {
    this.#blockRules = rules.filter(
      (active): active is ActiveRule & { rule: BlockRule } => active.rule.scope === 'block',
    );
    this.#documentRules = rules.filter(
      (active): active is ActiveRule & { rule: DocumentRule } => active.rule.scope === 'document',
    );
  }

  /** Findings in the order of the text. Never throws because of a rule. */
  check(draft: Draft): CheckResult {
    const byBlock = new Map<number, Report[]>();
    const add = (report: Report) => {
      const list = byBlock.get(report.block);
      if (list) list.push(report);
      else byBlock.set(report.block, [report]);
    };
    draft.blocks.forEach((block, index) => {
      for (const report of this.#blockReports(block)) add({ ...report, block: index });
    });
    for (const { rule, severity, options } of this.#documentRules) {
      try {
        for (const finding of rule.check(draft, options))
          add({ ...finding, rule, severity: milder(severity, finding.severity), others: [] });
      } catch (error) {
        this.#failed(rule, error);
      }
    }
    const indices = [...byBlock.keys()].sort((a, b) => a - b);
    const reports = indices.flatMap((index) => withoutConflicts(byBlock.get(index) ?? []));
    return { reports: gatherSystematic(reports), failures: this.#failures };
  }

  /** Checks a block ahead of its draft, so that a caller can take a long text in slices. */
  warm(block: Block): void {
    this.#blockReports(block);
  }

  #failed({ id }: Rule, error: unknown): void {
    if (!this.#failures.has(id)) this.#failures.set(id, error);
  }

  #blockReports(block: Block): readonly Report[] {
    const kept = this.#kept.get(block);
    if (kept) return kept;
    const reports: Report[] = [];
    if (block.role !== 'blank' && block.role !== 'code') {
      for (const { rule, severity, options } of this.#blockRules) {
        try {
          for (const finding of rule.check(block, options))
            reports.push({ ...finding, block: 0, rule, severity: milder(severity, finding.severity), others: [] });
        } catch (error) {
          this.#failed(rule, error);
        }
      }
    }
    this.#kept.set(block, reports);
    return reports;
  }
}

function milder(severity: Severity, own: Severity = severity): Severity {
  return SEVERITY_ORDER[own] > SEVERITY_ORDER[severity] ? own : severity;
}

/**
 * What is reported once is not reported twice: of two findings that mark the same span, or whose fixes would change the
 * same characters, the more certain stays, and of equally certain ones the longer.
 */
function withoutConflicts(reports: Report[]): Report[] {
  if (reports.length < 2) return reports;
  const ranked = reports
    .map((report, order) => ({ report, order }))
    .sort(
      (a, b) =>
        SEVERITY_ORDER[a.report.severity] - SEVERITY_ORDER[b.report.severity] ||
        length(b.report) - length(a.report) ||
        a.order - b.order,
    );
  const spans = new Set<string>();
  const edits = new EditIndex();
  const kept = ranked.flatMap(({ report }) => {
    const span = `${report.span.start} ${report.span.end}`;
    if (spans.has(span) || edits.conflicts(report)) return [];
    spans.add(span);
    edits.add(report);
    return [report];
  });
  return kept.sort((a, b) => a.span.start - b.span.start || b.span.end - a.span.end);
}

/** So many code units share a drawer of the index; edits are shorter than that, and far fewer than a line is long. */
const DRAWER = 64;

/** The edits of a block's findings by place, so that a line with thousands of findings compares only neighbours. */
class EditIndex {
  readonly #drawers = new Map<number, { readonly rule: Rule; readonly span: Span }[]>();

  add(report: Report): void {
    for (const span of editedSpans(report)) {
      for (const drawer of drawersOf(span)) {
        const list = this.#drawers.get(drawer);
        if (list) list.push({ rule: report.rule, span });
        else this.#drawers.set(drawer, [{ rule: report.rule, span }]);
      }
    }
  }

  /** True when another rule changes the same characters. */
  conflicts(report: Report): boolean {
    return editedSpans(report).some((span) =>
      drawersOf(span).some((drawer) =>
        this.#drawers.get(drawer)?.some((other) => other.rule !== report.rule && overlaps(span, other.span)),
      ),
    );
  }
}

function drawersOf({ start, end }: Span): number[] {
  const first = Math.floor(start / DRAWER);
  return Array.from({ length: Math.floor(end / DRAWER) - first + 1 }, (_, index) => first + index);
}

/** What the fixes of a finding would change in its own block. */
function editedSpans(report: Report): Span[] {
  return (report.fixes ?? []).flatMap((fix) =>
    fix.edits.filter(({ block }) => block === undefined || block === report.block).map(({ span }) => span),
  );
}

function length({ span }: Finding): number {
  return span.end - span.start;
}

function gatherSystematic(reports: Report[]): Report[] {
  const groups = new Map<string, Report[]>();
  for (const report of reports) {
    if (!report.rule.systematic) continue;
    const key = `${report.rule.id} ${report.group ?? ''}`;
    const group = groups.get(key);
    if (group) group.push(report);
    else groups.set(key, [report]);
  }
  const dropped = new Set<Report>();
  const first = new Map<Report, Report>();
  for (const group of groups.values()) {
    const [head, ...others] = group;
    if (!head || group.length < SYSTEMATIC_AT) continue;
    for (const other of others) dropped.add(other);
    first.set(head, { ...head, message: `${head.message}（全文共${group.length}处）`, others });
  }
  return reports.filter((report) => !dropped.has(report)).map((report) => first.get(report) ?? report);
}
