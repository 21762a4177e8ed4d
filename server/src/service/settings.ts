/** What a writer or an office can set, and the rules that follow from it. */

import { DOCUMENT_KINDS, type DocumentKind } from '../document/types';
import type { ActiveRule } from '../rules/engine';
import { RULES } from '../rules/registry';
import type { Options, Rule, Severity } from '../rules/types';
import type { DocumentsSetting } from './is-draft';

/** `biganzi.*` settings as every front end gives them; all of it has defaults. */
export interface Settings {
  /** Rule id to severity, or `off`. Unknown ids are left alone. */
  readonly rules: Readonly<Record<string, Severity | 'off'>>;
  /** Rule id to option values. */
  readonly options: Readonly<Record<string, Options>>;
  /** False switches off every rule that rests on 实务 alone. */
  readonly practice: boolean;
  /** Findings that the writer does not want to see again; see `ignore.ts`. */
  readonly ignored: readonly string[];
  /** Which plain-text and Markdown documents are reviewed. */
  readonly documents: DocumentsSetting;
  /** Kinds the writer chose: path below the workspace folder to kind. */
  readonly kinds: Readonly<Record<string, DocumentKind>>;
}

export const DEFAULT_SETTINGS: Settings = {
  rules: {},
  options: {},
  practice: true,
  ignored: [],
  documents: 'chinese',
  kinds: {},
};

/** Settings from what an editor or a file holds; what is missing or of the wrong form keeps its default. Never throws. */
export function parseSettings(value: unknown): Settings {
  const { rules, options, practice, ignored, documents, kinds } = entriesOf(value);
  return {
    rules: pick(rules, isRuleLevel),
    options: pick(options, isOptions),
    practice: typeof practice === 'boolean' ? practice : DEFAULT_SETTINGS.practice,
    ignored: Array.isArray(ignored) ? ignored.filter((entry) => typeof entry === 'string') : DEFAULT_SETTINGS.ignored,
    documents: documents === 'all' || documents === 'none' ? documents : DEFAULT_SETTINGS.documents,
    kinds: pick(kinds, isKind),
  };
}

function entriesOf(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? Object.fromEntries(Object.entries(value)) : {};
}

function pick<T>(value: unknown, is: (each: unknown) => each is T): Record<string, T> {
  return Object.fromEntries(Object.entries(entriesOf(value)).filter((entry): entry is [string, T] => is(entry[1])));
}

function isRuleLevel(value: unknown): value is Severity | 'off' {
  return value === 'error' || value === 'warning' || value === 'info' || value === 'hint' || value === 'off';
}

function isOptions(value: unknown): value is Options {
  if (typeof value !== 'object' || value === null) return false;
  return Object.values(value).every((each) => ['number', 'boolean', 'string'].includes(typeof each));
}

function isKind(value: unknown): value is DocumentKind {
  return typeof value === 'string' && Object.hasOwn(DOCUMENT_KINDS, value);
}

/** The rules that are on, with severity and options. `only` restricts to these ids. */
export function activeRules(
  settings: Settings,
  only?: ReadonlySet<string>,
  rules: readonly Rule[] = RULES,
): ActiveRule[] {
  return rules.flatMap((rule) => {
    if (only && !only.has(rule.id)) return [];
    const severity =
      settings.rules[rule.id] ?? (settings.practice || rule.authority !== 'practice' ? rule.severity : 'off');
    if (severity === 'off') return [];
    return [{ rule, severity, options: { ...defaultOptions(rule), ...settings.options[rule.id] } }];
  });
}

function defaultOptions(rule: Rule): Options {
  return Object.fromEntries(Object.entries(rule.options ?? {}).map(([name, schema]) => [name, schema.default]));
}
