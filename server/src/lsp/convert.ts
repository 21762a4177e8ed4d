/** The one place where findings, symbols and fixes take the shapes of the protocol. */
import {
  type CompletionItem,
  CompletionItemKind,
  type Diagnostic,
  DiagnosticSeverity,
  DiagnosticTag,
  type DocumentSymbol,
  type FoldingRange,
  FoldingRangeKind,
  type Hover,
  InsertTextFormat,
  InsertTextMode,
  type SelectionRange,
  type SymbolInformation,
  SymbolKind,
  type WorkspaceEdit,
} from 'vscode-languageserver/node';
import type { Report } from '../rules/active';
import type { Severity } from '../rules/types';
import type { Completion } from '../service/completion';
import { rangeOf, type TextEdit } from '../service/diagnostics';
import type { FoldingRange as Fold } from '../service/folding';
import type { Hover as HoverText, LinkToRule } from '../service/hover';
import { MOST_CHARACTERS } from '../service/is-draft';
import type { ListItem } from '../service/list-completion';
import type { Review } from '../service/reviews';
import type { DocumentSymbol as Symbol_ } from '../service/symbols';
import type { Range } from '../text/span';
import type { ClientFeatures } from './client-features';
import { ClientCommand, type RulePageParams } from './messages';
import { TEXTS } from './texts';

export const SOURCE = '笔杆子';

const SEVERITIES: Record<Severity, DiagnosticSeverity> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  info: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
};

/** The diagnostics of a review. */
export function toDiagnostics({ state, reports }: Review, uri: string, features: ClientFeatures): Diagnostic[] {
  if (state === 'too-large') return [tooLarge()];
  return reports.map((report) => toDiagnostic(report, uri, features));
}

export function toDiagnostic(report: Report, uri: string, features: ClientFeatures): Diagnostic {
  const { rule, severity, block, span, message, related } = report;
  return {
    range: rangeOf(block, span),
    severity: SEVERITIES[severity],
    code: rule.id,
    source: SOURCE,
    message,
    ...(features.tags && isSuperfluous(report) ? { tags: [DiagnosticTag.Unnecessary] } : {}),
    ...(features.relatedInformation && related
      ? {
          relatedInformation: related.map((each) => ({
            location: { uri, range: rangeOf(each.block, each.span) },
            message: each.message,
          })),
        }
      : {}),
    data: { gate: rule.gate },
  };
}

/** True when the one right fix takes away just what is marked. */
function isSuperfluous({ span, fixes }: Report): boolean {
  const edits = fixes?.find(({ preferred }) => preferred)?.edits ?? [];
  return (
    edits.length === 1 &&
    edits.every((edit) => edit.newText === '' && edit.span.start <= span.start && edit.span.end >= span.end)
  );
}

function tooLarge(): Diagnostic {
  return {
    range: rangeOf(0, { start: 0, end: 0 }),
    severity: DiagnosticSeverity.Information,
    source: SOURCE,
    message: `文稿超过${MOST_CHARACTERS / 10_000}万字符，未作检查；请拆成几个文件。`,
  };
}

/** Edits to one document, in the version they were made for where the client can tell versions. */
export function toWorkspaceEdit(
  uri: string,
  version: number,
  edits: readonly TextEdit[],
  features: ClientFeatures,
): WorkspaceEdit {
  return features.documentChanges
    ? { documentChanges: [{ textDocument: { uri, version }, edits: [...edits] }] }
    : { changes: { [uri]: [...edits] } };
}

export function toListItem({ label, detail }: ListItem): CompletionItem {
  return { label, detail, kind: CompletionItemKind.Value };
}

const COMPLETION_KINDS = {
  number: CompletionItemKind.EnumMember,
  phrase: CompletionItemKind.Text,
  citation: CompletionItemKind.Reference,
  unit: CompletionItemKind.Value,
  // among the snippets, VS Code would list it beside the same one of the contributed file
  snippet: CompletionItemKind.Text,
} as const;

/** Editors sort by the alphabet where nothing else is said; `index` is the place among all. */
export function toCompletionItem(
  { kind, label, detail, about, range, newText, filterText }: Completion,
  index: number,
): CompletionItem {
  return {
    label,
    detail,
    kind: COMPLETION_KINDS[kind],
    filterText,
    sortText: String(index).padStart(4, '0'),
    textEdit: { range, newText },
    ...(about ? { documentation: about } : {}),
    ...(kind === 'snippet' ? { insertTextFormat: InsertTextFormat.Snippet, insertTextMode: InsertTextMode.asIs } : {}),
  };
}

const SYMBOL_KINDS = {
  title: SymbolKind.File,
  heading: SymbolKind.String,
  point: SymbolKind.EnumMember,
} as const;

export function toDocumentSymbol({ name, detail, kind, range, selectionRange, children }: Symbol_): DocumentSymbol {
  return { name, detail, kind: SYMBOL_KINDS[kind], range, selectionRange, children: children.map(toDocumentSymbol) };
}

/** For clients without trees: every symbol in order, with the name of the one above it. */
export function toSymbolInformation(symbols: readonly Symbol_[], uri: string, containerName = ''): SymbolInformation[] {
  return symbols.flatMap(({ name, kind, range, children }) => [
    { name, kind: SYMBOL_KINDS[kind], location: { uri, range }, containerName },
    ...toSymbolInformation(children, uri, name),
  ]);
}

export function toFoldingRange({ startLine, endLine, region }: Fold): FoldingRange {
  return { startLine, endLine, ...(region ? { kind: FoldingRangeKind.Region } : {}) };
}

/** The smallest range with the larger ones as its parents. */
export function toSelectionRange(ranges: readonly Range[]): SelectionRange {
  return (
    ranges.reduceRight<SelectionRange | undefined>(
      (parent, range) => (parent ? { range, parent } : { range }),
      undefined,
    ) ?? { range: rangeOf(0, { start: 0, end: 0 }) }
  );
}

/** Our own client can follow a link to one of its commands. */
export function linkToRule({ own, markdownHover, language }: ClientFeatures): LinkToRule | undefined {
  if (!own || !markdownHover) return undefined;
  return ({ id }) => {
    const args = encodeURIComponent(JSON.stringify([{ rule: id } satisfies RulePageParams]));
    return `[${TEXTS[language].rulePage}](command:${ClientCommand.showRule}?${args})`;
  };
}

export function toHover({ range, contents }: HoverText, { markdownHover }: ClientFeatures): Hover {
  return {
    range,
    contents: markdownHover
      ? { kind: 'markdown', value: contents }
      : { kind: 'plaintext', value: contents.replaceAll('**', '').replace(/\\(.)/g, '$1') },
  };
}
