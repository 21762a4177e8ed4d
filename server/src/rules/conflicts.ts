/** Keeps findings of several rules from telling the same thing twice or changing the same characters. */
import { overlaps, type Span } from '../text/span';
import { type Report, SEVERITY_ORDER } from './active';
import type { Finding, Rule } from './types';

/**
 * What is reported once is not reported twice: of two findings that mark the same span, or whose fixes would change the
 * same characters, the more certain stays, and of equally certain ones the longer.
 */
export function withoutConflicts(reports: readonly Report[]): readonly Report[] {
  if (reports.length < 2) return reports;
  const ranked = reports
    .map((report, order) => ({ report, order }))
    .sort(
      (a, b) =>
        Number(b.report.rule.first ?? false) - Number(a.report.rule.first ?? false) ||
        SEVERITY_ORDER[a.report.grade] - SEVERITY_ORDER[b.report.grade] ||
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
