/** Templates over the protocol: their faults, what may be written in them, what their words mean. */
import {
  type CompletionItem,
  CompletionItemKind,
  type Diagnostic,
  DiagnosticSeverity,
  type Hover,
  InsertTextMode,
  type Position,
} from 'vscode-languageserver/node';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Proposal } from '../templates/editing/proposal';
import type { ClientFeatures } from './client-features';
import { SOURCE, toHover } from './convert';
import { TEMPLATE_LANGUAGE } from './messages';

/** What reads templates is as large as all else, and loaded with the first one that is opened. */
const load = () => import('../templates/editing');

const PATH = /\/\.biganzi\/templates\/[^/]+\.hbs$/;

/** True for a template: our client says so by its language, others by where it lies. */
export function isTemplate({ uri, languageId }: Pick<TextDocument, 'uri' | 'languageId'>): boolean {
  return languageId === TEMPLATE_LANGUAGE || PATH.test(uri);
}

export async function templateDiagnostics(document: TextDocument): Promise<Diagnostic[]> {
  const { templateFaults } = await load();
  return templateFaults(document.getText()).map((fault) => ({
    ...fault,
    severity: DiagnosticSeverity.Error,
    source: SOURCE,
  }));
}

export async function templateCompletions(
  document: TextDocument,
  position: Position,
  { own }: ClientFeatures,
): Promise<CompletionItem[]> {
  const { templateProposals } = await load();
  return templateProposals(document.getText(), position).map((proposal, index) => toItem(proposal, index, own));
}

export async function templateHover(
  document: TextDocument,
  position: Position,
  features: ClientFeatures,
): Promise<Hover | null> {
  const { templateHover: hoverAt } = await load();
  const told = hoverAt(document.getText(), position);
  return told ? toHover(told, features) : null;
}

const KINDS = {
  key: CompletionItemKind.Property,
  value: CompletionItemKind.EnumMember,
  field: CompletionItemKind.Variable,
  helper: CompletionItemKind.Function,
  block: CompletionItemKind.Keyword,
  skeleton: CompletionItemKind.Snippet,
} as const;

function toItem(
  { kind, label, detail, about, range, newText, filterText, goesOn }: Proposal,
  index: number,
  own: boolean,
): CompletionItem {
  return {
    label,
    detail,
    kind: KINDS[kind],
    sortText: String(index).padStart(4, '0'),
    textEdit: { range, newText },
    insertTextMode: InsertTextMode.asIs,
    ...(about ? { documentation: { kind: 'markdown', value: about } } : {}),
    ...(filterText ? { filterText } : {}),
    ...(goesOn && own ? { command: { title: '', command: 'editor.action.triggerSuggest' } } : {}),
  };
}
