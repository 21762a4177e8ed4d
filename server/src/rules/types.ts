/** What a rule is and what it returns. A rule never sees the editor. */
import type { Block, DocumentKind, Draft } from '../document/types';
import type { Word } from '../segment/types';
import type { Span } from '../text/span';
import type { OwnTables } from './own-tables';

/** From the gravest to the lightest, with the names that messages and settings use. */
export const SEVERITIES = { error: '错误', warning: '警告', info: '建议', hint: '提示' } as const;
export type Severity = keyof typeof SEVERITIES;

/** The four gates of proofreading: 政治关, 政策关, 文字关, 体裁关. */
export const GATES = {
  'policy-wording': '政治关',
  citation: '政策关',
  language: '文字关',
  form: '体裁关',
} as const;
export type Gate = keyof typeof GATES;

/** How binding the source of a rule is: 规定, 一般, 推荐, 实务. Only a binding rule or a certain typo may be an `error`. */
export const AUTHORITIES = {
  binding: '规定',
  usual: '一般',
  recommended: '推荐',
  practice: '实务',
} as const;
export type Authority = keyof typeof AUTHORITIES;

/** A replacement. Its span is in the block of the finding, or in block `block` of the draft. */
export interface Edit {
  readonly span: Span;
  readonly newText: string;
  readonly block?: number;
  /** The line goes with its line end: for lines that are nothing but residue. */
  readonly wholeLine?: boolean;
}

export interface Fix {
  readonly title: string;
  readonly edits: readonly Edit[];
  /** The one right answer, which “fix all” applies. At most one fix of a finding is preferred. */
  readonly preferred: boolean;
}

/** Of a row of a list; each is empty where the row does not say. */
export interface Explanation {
  readonly source: string;
  readonly bad: string;
  readonly good: string;
}

export interface Finding {
  /** In the block's text. */
  readonly span: Span;
  /** One sentence that names what was found and what it should be. */
  readonly message: string;
  readonly fixes?: readonly Fix[];
  /** Milder than the rule's own, where this one finding is less certain; it never makes a finding graver. */
  readonly severity?: Severity;
  /** What explains this one finding better than its rule does. */
  readonly about?: Explanation;
  /** For a systematic rule: what is counted together (半角逗号 apart from 半角冒号). */
  readonly group?: string;
  /** For a systematic rule: from so many of its group on it is told once; `MANY` where nothing is said. */
  readonly toldOnceFrom?: number;
}

/** So many findings of one group are one fault of the whole text, whatever it is. */
export const MANY = 20;
/** So many are one fault where they all come from one habit of typing, such as half-width marks. */
export const HABIT = 5;

export interface DocumentFinding extends Finding {
  /** Index of the block that `span` is in. */
  readonly block: number;
  readonly related?: readonly { readonly block: number; readonly span: Span; readonly message: string }[];
}

/** A text in which the rule speaks. It is read as a whole draft, lines divided by `\n`. */
export interface BadExample {
  readonly text: string;
  /** The words that the first finding marks. */
  readonly found: string;
  /** The text after every preferred fix of this rule; left out when no fix is preferred. */
  readonly fixed?: string;
  readonly kind?: DocumentKind;
  /** The text with a blank between its words, where the rule speaks only when it knows them. */
  readonly segmented?: string;
  /** The unit profile with which the rule speaks, where it needs one. */
  readonly profile?: UnitProfile;
}

/** A text in which the rule is silent; `segmented` as in a bad example. */
export type GoodExample = string | { readonly text: string; readonly kind?: DocumentKind; readonly segmented?: string };

export interface OptionSchema {
  readonly type: 'number' | 'boolean' | 'string';
  readonly default: number | boolean | string;
  readonly description: string;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly enum?: readonly string[];
}
export type Options = Readonly<Record<string, number | boolean | string>>;

/** Values of the unit profile by name: 本地区名, 单位全称. */
export type UnitProfile = Readonly<Record<string, string>>;

interface RuleBase {
  /** `family/name`, kebab-case, never reused. */
  readonly id: string;
  readonly gate: Gate;
  readonly severity: Severity;
  /** The standard and clause it rests on: `GB/T 15834—2011 4.5.3.5`. */
  readonly source: string;
  readonly authority: Authority;
  /** One line, Chinese: what the rule looks at. */
  readonly title: string;
  /** One line, Chinese: the reason, for the rule page and the hover. */
  readonly why: string;
  readonly examples: { readonly bad: readonly BadExample[]; readonly good: readonly GoodExample[] };
  /** True when the preferred fixes are certain enough for `source.fixAll.biganzi`. */
  readonly fixAll?: boolean;
  /** True when many findings of one group are one fault of the whole text and are told once. */
  readonly systematic?: boolean;
  readonly options?: Readonly<Record<string, OptionSchema>>;
  /** What the writer would have to set for it to say anything: one sentence for the 校核报告, without a full stop. */
  readonly lacks?: string | undefined;
  /** True when what it says of a place stands before what other rules say of it. */
  readonly first?: boolean;
}

/** Sees one block and nothing else; its findings are kept with the block. */
export interface BlockRule extends RuleBase {
  readonly scope: 'block';
  /** The same rule with an office's tables in the stead of built-in ones; left out where no table of it can be replaced. */
  readonly withTables?: (tables: OwnTables) => BlockRule;
  /** Characters without which a line can hold nothing that the rule looks for: it is not asked where there is none of them. */
  readonly clues?: string;
  /** False of a block in which a quick look shows that there is nothing for the rule: it is not asked there. */
  readonly of?: (block: Block) => boolean;
  /**
   * True of a block in which the rule would find more, or less, if it knew the words. Only then are they looked for, and
   * the block is checked again; every block is asked, so the answer should cost little.
   */
  readonly needsWords?: (block: Block) => boolean;
  /** `words` cover the block's text; they are given when they were needed and have been found. */
  readonly check: (block: Block, options: Options, words?: readonly Word[]) => Iterable<Finding>;
}

/** Sees the whole draft. What it looks for in lines it takes from `collect`, so that an edit costs the lines it changed. */
export interface DocumentRule extends RuleBase {
  readonly scope: 'document';
  /** The same rule with what the writer's unit tells of itself; it is not asked where nothing is told. */
  readonly withProfile?: (profile: UnitProfile) => DocumentRule;
  readonly withTables?: (tables: OwnTables) => DocumentRule;
  readonly check: (draft: Draft, options: Options) => Iterable<DocumentFinding>;
}

export type Rule = BlockRule | DocumentRule;
