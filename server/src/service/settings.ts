/** What a writer or an office can set, and the rules that follow from it. */
import type { ActiveRule } from '../rules/engine';
import { RULES } from '../rules/registry';
import type { Options, Rule, Severity } from '../rules/types';

/** `biganzi.*` settings as every front end gives them; all of it has defaults. */
export interface Settings {
  /** Rule id to severity, or `off`. Unknown ids are left alone. */
  readonly rules: Readonly<Record<string, Severity | 'off'>>;
  /** Rule id to option values. */
  readonly options: Readonly<Record<string, Options>>;
  /** False switches off every rule that rests on 实务 alone. */
  readonly practice: boolean;
  /** Fingerprints of findings that the writer does not want to see again; see `ignore.ts`. */
  readonly ignored: readonly string[];
}

export const DEFAULT_SETTINGS: Settings = { rules: {}, options: {}, practice: true, ignored: [] };

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
