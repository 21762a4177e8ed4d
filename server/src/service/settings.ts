/** What a writer or an office can set, and the rules that follow from it. */

import { DOCUMENT_KINDS, type DocumentKind } from '../document/types';
import type { OwnLexicon } from '../lexicon/own-lexicon';
import { type Dictionary, WORD_KINDS, type WordKind } from '../lexicon/right-words';
import type { ActiveRule } from '../rules/active';
import { familyOf } from '../rules/families';
import type { OwnTables } from '../rules/own-tables';
import { RULES } from '../rules/registry';
import type { Options, Rule, Severity, UnitProfile } from '../rules/types';
import { readProfile } from '../templates/profile';
import { DEFAULT_STYLE, type FormatStyle, styleOf } from './format/style';
import type { DocumentsSetting } from './is-draft';
import { PRESETS, type PresetName, presetOf } from './presets';

export type Level = Severity | 'off';

/** Level by rule id, or by `family/*` for the rules of a family that are not named themselves. Unknown ids are left alone. */
export type LevelByRule = Readonly<Record<string, Level>>;

/** `biganzi.*` settings as every front end gives them; all of it has defaults. */
export interface Settings {
  /** How much is told where nothing else is said. */
  readonly preset: PresetName;
  readonly severity: LevelByRule;
  /** For drafts of one kind; it goes before `severity`. */
  readonly severityByKind: Readonly<Partial<Record<DocumentKind, LevelByRule>>>;
  /** Rule id to option values. */
  readonly options: Readonly<Record<string, Options>>;
  /** False switches off every rule that rests on 实务 alone. */
  readonly practice: boolean;
  /** The writer's dictionary: nothing within these words is reported. */
  readonly words: Dictionary;
  /** Word lists of the writer or the office. */
  readonly own?: OwnLexicon;
  /** Tables of the office in the stead of built-in ones. */
  readonly tables?: OwnTables;
  /** What the writer's unit tells of itself; left out where that is nothing. */
  readonly profile?: UnitProfile;
  /** Findings that the writer does not want to see again; see `ignore.ts`. */
  readonly ignored: readonly string[];
  /** Which plain-text and Markdown documents are reviewed. */
  readonly documents: DocumentsSetting;
  /** How drafts are laid out when they are formatted. */
  readonly format: FormatStyle;
  /** Kinds the writer chose: path below the workspace folder to kind. */
  readonly kinds: Readonly<Record<string, DocumentKind>>;
}

export const DEFAULT_SETTINGS: Settings = {
  preset: 'standard',
  severity: {},
  severityByKind: {},
  options: {},
  practice: true,
  words: {},
  ignored: [],
  documents: 'chinese',
  format: DEFAULT_STYLE,
  kinds: {},
};

/** Settings from what an editor or a file holds; what is missing or of the wrong form keeps its default. Never throws. */
export function parseSettings(value: unknown): Settings {
  const { preset, severity, options, practice, words, ignored, documents, kinds, profile } = entriesOf(value);
  const unit = readProfile(profile);
  return {
    preset: presetOf(preset) ?? DEFAULT_SETTINGS.preset,
    severity: pick(severity, isLevel),
    severityByKind: levelsByKind(severity),
    options: pick(options, isOptions),
    practice: typeof practice === 'boolean' ? practice : DEFAULT_SETTINGS.practice,
    words: pick(words, isWordKind),
    ignored: Array.isArray(ignored) ? ignored.filter((entry) => typeof entry === 'string') : DEFAULT_SETTINGS.ignored,
    documents: documents === 'all' || documents === 'none' ? documents : DEFAULT_SETTINGS.documents,
    format: styleOf(entriesOf(value)),
    kinds: pick(kinds, isKind),
    ...(unit.size > 0 ? { profile: Object.fromEntries(unit) } : {}),
  };
}

export function entriesOf(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? Object.fromEntries(Object.entries(value)) : {};
}

function pick<T>(value: unknown, is: (each: unknown) => each is T): Record<string, T> {
  return Object.fromEntries(Object.entries(entriesOf(value)).filter((entry): entry is [string, T] => is(entry[1])));
}

export function isLevel(value: unknown): value is Level {
  return value === 'error' || value === 'warning' || value === 'info' || value === 'hint' || value === 'off';
}

function isWordKind(value: unknown): value is WordKind {
  return typeof value === 'string' && Object.hasOwn(WORD_KINDS, value);
}

/** `"[speech]": { "style/cliche": "off" }` */
export const OF_KIND = /^\[(.+)\]$/;

function levelsByKind(severity: unknown): Settings['severityByKind'] {
  const found = Object.entries(entriesOf(severity)).flatMap(([key, levels]) => {
    const kind = OF_KIND.exec(key)?.[1];
    return isKind(kind) && kind !== 'unknown' ? [[kind, pick(levels, isLevel)] as const] : [];
  });
  return Object.fromEntries(found);
}

function isOptions(value: unknown): value is Options {
  if (typeof value !== 'object' || value === null) return false;
  return Object.values(value).every((each) => ['number', 'boolean', 'string'].includes(typeof each));
}

function isKind(value: unknown): value is DocumentKind {
  return typeof value === 'string' && Object.hasOwn(DOCUMENT_KINDS, value);
}

/** The rules that are on for drafts of a kind, with severity and options. `only` restricts to these ids. */
export function activeRules(
  settings: Settings,
  only?: ReadonlySet<string>,
  rules: readonly Rule[] = RULES,
  kind: DocumentKind = 'unknown',
): ActiveRule[] {
  const preset = PRESETS[settings.preset];
  const practice = preset.practice ?? settings.practice;
  const { profile } = settings;
  return rules.flatMap((each): ActiveRule[] => {
    if (only && !only.has(each.id)) return [];
    const rule = (each.scope === 'document' && profile && each.withProfile?.(profile)) || each;
    const options = { ...defaultOptions(rule), ...settings.options[rule.id] };
    const wanted = levelOf(rule, settings.severityByKind[kind]) ?? levelOf(rule, settings.severity);
    if (wanted === 'off' || (!wanted && !practice && rule.authority === 'practice')) return [];
    return [
      wanted ? { rule, severity: wanted, options } : { rule, severity: rule.severity, options, levels: preset.levels },
    ];
  });
}

/** What the writer would have to set for all of the rules to speak; each sentence once. */
export function lacksOf(active: readonly ActiveRule[]): string[] {
  return [...new Set(active.flatMap(({ rule }) => rule.lacks ?? []))];
}

function levelOf(rule: Rule, levels: LevelByRule = {}): Level | undefined {
  return levels[rule.id] ?? levels[`${familyOf(rule)}/*`];
}

function defaultOptions(rule: Rule): Options {
  return Object.fromEntries(Object.entries(rule.options ?? {}).map(([name, schema]) => [name, schema.default]));
}
