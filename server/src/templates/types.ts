/** What a template is: a skeleton of a document with fields that the writer fills. */
import type { DocumentKind } from '../document/types';
import type { CalendarDate } from './date';

/** How a field is asked for, with the names that docs and messages use. */
export const FIELD_TYPES = {
  text: '文字',
  number: '数字',
  date: '日期',
  choice: '选择',
  list: '列表',
  boolean: '是否',
} as const;
export type FieldType = keyof typeof FIELD_TYPES;

export type Value = string | number | boolean | CalendarDate | readonly string[];

/** Filled values by field or profile name; what is missing becomes a gap. */
export type Values = ReadonlyMap<string, Value>;

export interface Field {
  readonly name: string;
  /** What the writer is asked; the name itself where the template says nothing. */
  readonly title: string;
  readonly type: FieldType;
  /** One line for the writer: what belongs here. */
  readonly hint?: string;
  /** True when it may stay empty; an empty required field becomes a gap in the text. */
  readonly optional: boolean;
  /** As the writer would type it: `今天`, `是`, `3`. */
  readonly default?: Typed;
  /** For `biganzi template render` without data. */
  readonly sample?: Typed;
  /** The answers of a `choice`. */
  readonly choices?: readonly string[];
  /** Least and most: the value of a number, the characters of a text, the items of a list. */
  readonly minimum?: number;
  readonly maximum?: number;
}

/** A value before it is checked: a line as typed, or what a JSON or YAML file holds. */
export type Typed = string | number | boolean | readonly string[];

/** The groups of the built-in catalogue, in the order in which they are listed. */
export const GROUPS = ['讲话稿', '简报', '信息', '法定公文', '事务文书'] as const;

/** What the front matter says. */
export interface TemplateHead {
  /** Kebab-case for the built-in ones: `notice-meeting`. */
  readonly name: string;
  readonly title: string;
  readonly group: string;
  readonly kind: DocumentKind;
  readonly description: string;
  readonly fields: readonly Field[];
  /** Values of the unit profile to show the template with, where the common sample profile does not fit. */
  readonly sampleProfile: ReadonlyMap<string, string>;
}

/** Something wrong in a template, told in one sentence. */
export interface TemplateFault {
  /** Zero-based line of the file. */
  readonly line: number;
  readonly message: string;
}

/** Thrown while a template is read or filled; `line` is zero-based. */
export class TemplateProblem extends Error implements TemplateFault {
  override readonly name = 'TemplateProblem';
  constructor(
    override readonly message: string,
    readonly line: number,
  ) {
    super(message);
  }
}

/** Bounds that no template passes, whoever wrote it: a hostile one ends with a sentence and not with a hanging editor. */
export const LIMITS = {
  /** Characters of a template file. */
  source: 100_000,
  /** Characters of its front matter. */
  frontMatter: 20_000,
  fields: 30,
  /** Statements, values and parameters of the text. */
  nodes: 2_000,
  /** Blocks and parentheses inside one another. */
  depth: 8,
  /** Characters of one value; items of one list. */
  value: 2_000,
  items: 100,
  /** Helper calls and rounds of lists while it is filled. */
  steps: 20_000,
  /** Characters of the finished text, and of all that helpers made on the way. */
  output: 500_000,
  milliseconds: 1_000,
} as const;
