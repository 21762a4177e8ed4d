/** The checkers that follow from one setting: one for each kind of document that has levels of its own, one for the rest. */
import type { DocumentKind } from '../document/types';
import { RightWords } from '../lexicon/right-words';
import { Checker, type IsRight } from '../rules/engine';
import { RULES } from '../rules/registry';
import type { Rule } from '../rules/types';
import { ownRule, rule as ownWords } from '../rules/wording/own';
import { activeRules, type Settings } from './settings';
import type { Words } from './words';

export class Checkers {
  readonly #settings: Settings;
  readonly #only: ReadonlySet<string> | undefined;
  readonly #rules: readonly Rule[];
  readonly #words: Words | undefined;
  readonly #isRight: IsRight | undefined;
  readonly #made = new Map<DocumentKind, Checker>();

  /** @param only restricts to the rules of these ids */
  constructor(settings: Settings, words?: Words, only?: ReadonlySet<string>, rules: readonly Rule[] = RULES) {
    this.#settings = settings;
    this.#words = words;
    this.#only = only;
    const { own: lists, tables } = settings;
    this.#rules =
      lists || tables
        ? rules.map((rule) => (rule === ownWords ? ownRule(lists) : ((tables && rule.withTables?.(tables)) ?? rule)))
        : rules;
    const own = Object.keys(settings.words);
    this.#isRight = own.length > 0 ? new RightWords(own).covers : undefined;
    words?.learn(settings.words);
  }

  for(kind: DocumentKind): Checker {
    const key = kind in this.#settings.severityByKind ? kind : 'unknown';
    let checker = this.#made.get(key);
    if (!checker) {
      checker = new Checker(
        activeRules(this.#settings, this.#only, this.#rules, key),
        this.#words?.of,
        this.#isRight,
        this.#words?.mayBeNeeded,
      );
      this.#made.set(key, checker);
    }
    return checker;
  }
}
