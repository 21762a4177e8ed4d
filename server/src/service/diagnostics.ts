/** Turns findings into diagnostics with places in the document: the form of the command line and of every editor. */
import type { Draft } from '../document/types';
import type { Report } from '../rules/active';
import type { DocumentFinding, Edit, Fix, Gate, Severity } from '../rules/types';
import type { Range, Span } from '../text/span';

export interface TextEdit {
  readonly range: Range;
  readonly newText: string;
}

export interface DiagnosticFix {
  readonly title: string;
  readonly preferred: boolean;
  readonly edits: readonly TextEdit[];
}

/** One finding as `biganzi check --format json` prints it; positions are those of LSP. */
export interface Diagnostic {
  readonly rule: string;
  readonly gate: Gate;
  readonly severity: Severity;
  readonly message: string;
  readonly source: string;
  readonly range: Range;
  readonly text: string;
  readonly fixes: readonly DiagnosticFix[];
  readonly related?: readonly { readonly range: Range; readonly message: string }[];
}

export function rangeOf(block: number, { start, end }: Span): Range {
  return { start: { line: block, character: start }, end: { line: block, character: end } };
}

export function toDiagnostic(draft: Draft, report: Report): Diagnostic {
  const { rule, block, span } = report;
  return {
    rule: rule.id,
    gate: rule.gate,
    severity: report.severity,
    message: report.message,
    source: report.about?.source || rule.source,
    range: rangeOf(block, span),
    text: draft.blocks[block]?.source.slice(span.start, span.end) ?? '',
    fixes: fixesOf(report).map((fix) => toDiagnosticFix(draft, report, fix)),
    ...(report.related
      ? { related: report.related.map((each) => ({ range: rangeOf(each.block, each.span), message: each.message })) }
      : {}),
  };
}

/** The fixes of a report; one that stands for many places is mended in all of them at once. */
export function fixesOf(report: Report): readonly Fix[] {
  const fixes = report.fixes ?? [];
  if (report.others.length === 0) return fixes;
  const everywhere = preferredEdits([report, ...report.others]);
  if (everywhere.length === 0) return fixes;
  const all: Fix = { title: `全文${report.others.length + 1}处一并改正`, edits: everywhere, preferred: true };
  return [all, ...fixes.map((fix) => ({ ...fix, title: `${fix.title}（只改此处）`, preferred: false }))];
}

/** The edits of the preferred fixes, each with its block. */
export function preferredEdits(findings: readonly DocumentFinding[]): Edit[] {
  return findings.flatMap((finding) =>
    (finding.fixes?.find(({ preferred }) => preferred)?.edits ?? []).map((edit) => ({
      ...edit,
      block: edit.block ?? finding.block,
    })),
  );
}

function toDiagnosticFix(draft: Draft, report: Report, { title, preferred, edits }: Fix): DiagnosticFix {
  return { title, preferred, edits: edits.map((edit) => toTextEdit(draft, edit, edit.block ?? report.block)) };
}

export function toTextEdit(draft: Draft, edit: Edit, block: number): TextEdit {
  if (!edit.wholeLine) return { range: rangeOf(block, edit.span), newText: edit.newText };
  const last = draft.blocks.length - 1;
  if (block < last) {
    return { range: { start: { line: block, character: 0 }, end: { line: block + 1, character: 0 } }, newText: '' };
  }
  const above = draft.blocks[block - 1];
  const start = above ? { line: block - 1, character: above.source.length } : { line: block, character: 0 };
  return { range: { start, end: { line: block, character: draft.blocks[block]?.source.length ?? 0 } }, newText: '' };
}
