/** What a helper of templates is; its examples are its tests and its documentation. */
import type { FieldType, Typed, Value } from '../types';

/** What a parameter takes. `any` is whatever a field can hold. */
export type ParameterType = 'text' | 'number' | 'date' | 'list' | 'any';

export interface Parameter {
  /** As the documentation names it. */
  readonly name: string;
  readonly type: ParameterType;
  readonly optional?: boolean;
}

export interface HelperExample {
  readonly template: string;
  /** Fields of the example: type, and what the writer typed. */
  readonly fields?: Readonly<Record<string, readonly [FieldType, Typed]>>;
  readonly result: string;
}

/** Where in the text a helper stands. */
export interface Scope {
  /** Position in the innermost list, from 0, and its length; `undefined` outside lists. */
  readonly place: { readonly index: number; readonly count: number } | undefined;
  /** A place left to be filled; the same name is the same gap, and in a list one for each item. */
  gap(name: string, display?: string, choices?: readonly string[]): Gap;
}

/** A place in the text that the writer fills afterwards. Printed, it is the mark that stands for it until the text is whole. */
export class Gap {
  readonly #mark: string;

  constructor(
    /** What is printed where nobody fills it. */
    readonly display: string,
    readonly choices: readonly string[],
    mark: string,
  ) {
    this.#mark = mark;
  }

  toString(): string {
    return this.#mark;
  }
}

export type HelperResult = string | number | boolean | Gap;

interface HelperBase {
  /** One line: what it gives. */
  readonly summary: string;
  readonly examples: readonly HelperExample[];
}

/** `{{汉字日期 会议日期}}`. An argument not filled yet comes out as its gap, and an empty one as nothing. */
export interface InlineHelper extends HelperBase {
  readonly parameters: readonly Parameter[];
  /** The last parameter may come many times. */
  readonly repeats?: boolean;
  readonly returns: 'text';
  /** True when it needs a list around it. */
  readonly inList?: boolean;
  readonly call: (values: readonly Value[], scope: Scope) => HelperResult;
}

/** `(且 甲 乙)`: takes what is missing as not filled, and answers yes or no. */
export interface Condition extends HelperBase {
  readonly parameters: readonly Parameter[];
  readonly repeats?: boolean;
  readonly returns: 'boolean';
  readonly inList?: boolean;
  readonly call: (values: readonly (Value | undefined)[]) => boolean;
}

export type Helper = InlineHelper | Condition;

/** Helpers by name. */
export type Helpers = Readonly<Record<string, Helper>>;

/** True for what counts as filled: anything but 否, an empty text and an empty list. */
export function isFilled(value: unknown): boolean {
  if (Array.isArray(value)) return value.length > 0;
  return value !== undefined && value !== null && value !== '' && value !== false && !(value instanceof Gap);
}
