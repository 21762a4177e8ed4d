/** What client and server say to each other beyond the protocol: names and shapes, for both sides. Imports no LSP. */
import type { IndexFault } from '../compare/archive';
import type { Comparison, Passage } from '../compare/compare';
import type { DocumentKind } from '../document/types';
import { COLUMNS } from '../lexicon/row';
import type { Gate, Severity } from '../rules/types';
import type { SegmenterState } from '../segment/types';
import type { CharacterCounts } from '../service/characters';
import type { TextEdit } from '../service/diagnostics';
import type { DocumentCleaning } from '../service/service';
import type { StructureOperation } from '../service/structure/types';
import type { Summary } from '../service/summary';
import type { Range } from '../text/span';

/** The client's `initializationOptions`; another editor may leave all of it out. */
export interface InitializationOptions {
  /** Kinds that the writer chose in earlier sessions, by document URI. */
  readonly kinds?: Readonly<Record<string, DocumentKind>>;
  /** True when the client has the commands of `ClientCommand`, so that code actions may name them. */
  readonly commands?: boolean;
  /** False, or left out by our own client, in a workspace that is not trusted: only built-in rules are used. */
  readonly trusted?: boolean;
  /** False leaves the native segmenter alone, as after repeated deaths of the server. True when left out. */
  readonly nativeSegmenter?: boolean;
  /** UI language, `zh-cn` or `en`: titles of code actions. Chinese when left out. */
  readonly locale?: string;
}

export interface DocumentParams {
  readonly uri: string;
}

/** Server → client, after every check of an open document. */
export const STATUS = 'biganzi/status';
export interface Status extends Summary {
  readonly uri: string;
  readonly segmenter: SegmenterState;
}

/** Client → server, notification: the writer's choice of kind; null gives it back to the server's own judgement. */
export const SET_KIND = 'biganzi/setKind';
export interface SetKindParams extends DocumentParams {
  readonly kind: DocumentKind | null;
}

/** Client → server, notification without parameters: the writer trusts the workspace now. */
export const TRUST = 'biganzi/trust';

/** Language id of word lists. */
export const WORD_LIST_LANGUAGE = 'gongwen-words';

/** Language id of templates. */
export const TEMPLATE_LANGUAGE = 'gongwen-template';

/** A word list that has no rows yet. */
export const NEW_WORD_LIST = `# 本单位的用词。以#开头的行不算；第一行是表头，以下每行一个词，各列用制表符（Tab）隔开，保存以后起作用。
${COLUMNS.join('\t')}
`;

/** Client → server, request `DocumentParams` → `Status`: reads this document as a draft whatever it looks like, and checks it. */
export const CHECK = 'biganzi/check';

/** Client → server, request `DocumentParams` → `Edits`: everything certain, as `source.fixAll.biganzi` would. */
export const FIX_ALL = 'biganzi/fixAll';

/** Client → server, request `DocumentParams` → `Edits`: 结构层次序数 made consecutive and of one form. */
export const RENUMBER = 'biganzi/renumber';

/** Client → server, request `CleanParams` → `DocumentCleaning`. */
export const CLEAN = 'biganzi/clean';
export interface CleanParams extends DocumentParams {
  /** Only these lines. */
  readonly range?: Range;
  /** Not the document but a text that is to be pasted into it. */
  readonly text?: string;
}
export type { DocumentCleaning };

/** Edits to the document in the version that the server has seen. */
export interface Edits {
  readonly version: number;
  readonly edits: readonly TextEdit[];
  /** How many findings they mend. */
  readonly mended: number;
}

/** Client → server, request `OutlineParams` → `OutlineAnswer`: the outline with lengths and findings. */
export const OUTLINE = 'biganzi/outline';
export interface OutlineParams extends DocumentParams {
  /** False leaves out the points inside paragraphs, of which a long draft has thousands. */
  readonly points?: boolean;
}

/** Client → server, request `StructureParams` → `StructureAnswer`: the edits that move, promote or renumber sections. */
export const STRUCTURE = 'biganzi/structure';
export interface StructureParams extends DocumentParams {
  readonly operation: StructureOperation;
}
export type {
  Extracted,
  NumberStyle,
  OutlineAnswer,
  OutlineItem,
  Place,
  StructureAnswer,
  StructureOperation,
  Unresolved,
} from '../service/structure/types';

/** Client → server, request `CompareParams` → `Compared`: what the open document has from past documents. */
export const COMPARE = 'biganzi/compare';
export interface CompareParams extends DocumentParams {
  /** Paths of the folders that hold past documents. */
  readonly folders: readonly string[];
  /** Path of the folder in which the index is kept. */
  readonly index: string;
}
export interface Compared extends Comparison {
  /** Of the text that was compared. */
  readonly version: number;
  readonly faults: readonly IndexFault[];
}
export type { IndexFault, Passage };

/** Server → client, while it compares. */
export const COMPARE_PROGRESS = 'biganzi/compareProgress';
export interface CompareProgress {
  readonly done: number;
  readonly all: number;
}

/** Client → server, request `PastTextParams` → the text of a past document, or null where it cannot be read any more. */
export const PAST_TEXT = 'biganzi/pastText';
export interface PastTextParams {
  readonly path: string;
}

/** Client → server, request `CheckTextParams` → `CheckedText`: checks a file that is not open. */
export const CHECK_TEXT = 'biganzi/checkText';
export interface CheckTextParams extends DocumentParams {
  readonly languageId: string;
  readonly text: string;
}
export interface CheckedText {
  /** False for a text that is not read as a draft. */
  readonly draft: boolean;
  /** Diagnostics in the shape of the protocol. */
  readonly diagnostics: readonly object[];
}

/** Client → server, request `CountParams` → `CharacterCounts`: of the selected parts of an open document. */
export const COUNT = 'biganzi/count';
export interface CountParams extends DocumentParams {
  readonly ranges: readonly Range[];
}
export type { CharacterCounts };

/** Client → server, request `ReportParams` → `ReportAnswer`: the 校核报告 of an open document. */
export const REPORT = 'biganzi/report';
export interface ReportParams extends DocumentParams {
  /** `body` is what stands in the panel; the others are whole files. */
  readonly format: 'body' | 'md' | 'html';
}
export interface ReportAnswer {
  /** Title of the draft; empty where it has none. */
  readonly title: string;
  readonly text: string;
  /** For a `body`: the style sheet that belongs to it. */
  readonly style?: string;
}

/** Client → server, request, no parameters → `RuleSummary[]`. */
export const RULES_LIST = 'biganzi/rules';
export interface RuleSummary {
  readonly id: string;
  readonly title: string;
  readonly gate: Gate;
  readonly severity: Severity;
  readonly source: string;
}

/** Client → server, request `RulePageParams` → Markdown text, or null for an unknown rule. */
export const RULE_PAGE = 'biganzi/rulePage';
export interface RulePageParams {
  readonly rule: string;
}

/** Commands that the client carries out and code actions name; each with the one argument given behind it. */
export const ClientCommand = {
  /** `IgnoreArguments`: adds entries to `biganzi.ignored` of the folder, or of the user where there is no folder. */
  ignore: 'biganzi.ignore',
  /** `AddWordArguments`: adds a word to `biganzi.words`. */
  addWord: 'biganzi.addWord',
  /** `IgnoreRuleArguments`: switches a rule off in `biganzi.severity` of the workspace. */
  ignoreRule: 'biganzi.ignoreRule',
  /** `MoreArguments`: offers what else can be done in a list, and does what is chosen. */
  more: 'biganzi.moreActions',
  /** `StructureParams`: changes the structure of a draft. */
  structure: 'biganzi.structure',
  /** `RulePageParams`: shows the rule's page. */
  showRule: 'biganzi.showRule',
} as const;

export interface IgnoreArguments extends DocumentParams {
  /** What `biganzi.ignored` holds: see `service/ignore.ts`. */
  readonly entries: readonly string[];
}

export interface MoreArguments {
  readonly choices: readonly { readonly title: string; readonly command: string; readonly argument: object }[];
}

export interface AddWordArguments extends DocumentParams {
  readonly word: string;
  /** Whose dictionary: of all the writer's drafts, or of this workspace. */
  readonly scope: 'user' | 'workspace';
}

export interface IgnoreRuleArguments extends DocumentParams {
  readonly rule: string;
}
