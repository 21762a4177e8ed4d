/** The checkers that follow from one setting: one for each kind of document that has levels of its own, one for the rest. */
import type { DocumentKind } from '../document/types';
import { type ActiveRule, Checker, type WordsOf } from '../rules/engine';
import type { Rule } from '../rules/types';
import { activeRules, type Settings } from './settings';

export class Checkers {
  readonly #settings: Settings;
  readonly #only: ReadonlySet<string> | undefined;
  readonly #rules: readonly Rule[] | undefined;
  readonly #wordsOf: WordsOf | undefined;
  readonly #made = new Map<DocumentKind, Checker>();

  /** @param only restricts to the rules of these ids */
  constructor(settings: Settings, wordsOf?: WordsOf, only?: ReadonlySet<string>, rules?: readonly Rule[]) {
    this.#settings = settings;
    this.#wordsOf = wordsOf;
    this.#only = only;
    this.#rules = rules;
  }

  for(kind: DocumentKind): Checker {
    const key = kind in this.#settings.severityByKind ? kind : 'unknown';
    let checker = this.#made.get(key);
    if (!checker) {
      checker = new Checker(this.active(key), this.#wordsOf);
      this.#made.set(key, checker);
    }
    return checker;
  }

  active(kind: DocumentKind): ActiveRule[] {
    return activeRules(this.#settings, this.#only, this.#rules, kind);
  }
}
