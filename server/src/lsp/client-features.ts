/** What the editor at the other end can do, read once from its `initialize` request. */
import type { InitializeParams } from 'vscode-languageserver/node';
import { DOCUMENT_KINDS, type DocumentKind } from '../document/types';

export interface ClientFeatures {
  /** Asks for diagnostics by itself; others get them pushed. */
  readonly pull: boolean;
  readonly refresh: boolean;
  readonly configuration: boolean;
  readonly dynamicConfiguration: boolean;
  readonly workspaceFolders: boolean;
  readonly progress: boolean;
  readonly documentChanges: boolean;
  readonly applyEdit: boolean;
  readonly codeActionLiterals: boolean;
  readonly hierarchicalSymbols: boolean;
  readonly markdownHover: boolean;
  /** Knows tab stops in what it inserts. */
  readonly snippets: boolean;
  readonly relatedInformation: boolean;
  readonly tags: boolean;
  readonly foldingLimit: number;
  /** The extension of this project: it has the commands of `ClientCommand` and hears `biganzi/status`. */
  readonly own: boolean;
  readonly language: 'zh' | 'en';
  /** Tells when files change that it is asked to watch, and by which patterns it can be asked. */
  readonly watchedFiles: boolean;
  readonly relativePatterns: boolean;
  /** False as long as only built-in rules may be used. Editors that know no trust are not asked for it. */
  readonly trusted: boolean;
  /** False where the addon is under suspicion: the server died more than once. */
  readonly nativeSegmenter: boolean;
}

export function featuresOf({ capabilities, initializationOptions }: InitializeParams): ClientFeatures {
  const { workspace, textDocument, window } = capabilities;
  const options = optionsOf(initializationOptions);
  return {
    pull: textDocument?.diagnostic !== undefined,
    refresh: workspace?.diagnostics?.refreshSupport ?? false,
    configuration: workspace?.configuration ?? false,
    dynamicConfiguration: workspace?.didChangeConfiguration?.dynamicRegistration ?? false,
    workspaceFolders: workspace?.workspaceFolders ?? false,
    progress: window?.workDoneProgress ?? false,
    documentChanges: workspace?.workspaceEdit?.documentChanges ?? false,
    applyEdit: workspace?.applyEdit ?? false,
    codeActionLiterals: textDocument?.codeAction?.codeActionLiteralSupport !== undefined,
    hierarchicalSymbols: textDocument?.documentSymbol?.hierarchicalDocumentSymbolSupport ?? false,
    markdownHover: textDocument?.hover?.contentFormat?.includes('markdown') ?? false,
    snippets: textDocument?.completion?.completionItem?.snippetSupport ?? false,
    relatedInformation:
      (textDocument?.diagnostic?.relatedInformation ?? textDocument?.publishDiagnostics?.relatedInformation) === true,
    tags: (textDocument?.diagnostic?.tagSupport ?? textDocument?.publishDiagnostics?.tagSupport) !== undefined,
    foldingLimit: textDocument?.foldingRange?.rangeLimit ?? Number.POSITIVE_INFINITY,
    own: options.commands === true,
    watchedFiles: workspace?.didChangeWatchedFiles?.dynamicRegistration ?? false,
    relativePatterns: workspace?.didChangeWatchedFiles?.relativePatternSupport ?? false,
    trusted: typeof options.trusted === 'boolean' ? options.trusted : options.commands !== true,
    nativeSegmenter: options.nativeSegmenter !== false,
    language: typeof options.locale === 'string' && !/^zh/i.test(options.locale) ? 'en' : 'zh',
  };
}

/** Kinds chosen in earlier sessions, by document URI. */
export function chosenKinds({ initializationOptions }: InitializeParams): Map<string, DocumentKind> {
  const { kinds } = optionsOf(initializationOptions);
  return new Map(Object.entries(optionsOf(kinds)).filter((entry): entry is [string, DocumentKind] => isKind(entry[1])));
}

export function isKind(value: unknown): value is DocumentKind {
  return typeof value === 'string' && Object.hasOwn(DOCUMENT_KINDS, value);
}

function optionsOf(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? Object.fromEntries(Object.entries(value)) : {};
}
