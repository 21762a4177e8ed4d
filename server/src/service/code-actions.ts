/** What the writer can do about the findings at a place: mend one, mend all of its kind, ignore it, keep its word, read about it. */
import type { Draft } from '../document/types';
import type { Report } from '../rules/active';
import { familyOf } from '../rules/families';
import type { Range } from '../text/span';
import { fixesOf, rangeOf, type TextEdit, toTextEdit } from './diagnostics';
import { editsOfAll } from './fix-all';
import { ignoreHere, ignoreInDocument, ignoreWord, wordsOf } from './ignore';
import type { Review } from './reviews';

interface ActionBase {
  /** The finding it is about. */
  readonly report: Report;
}

/** A fix of one finding. */
export interface FixAction extends ActionBase {
  readonly type: 'fix';
  readonly title: string;
  readonly preferred: boolean;
  readonly edits: readonly TextEdit[];
}

/** Mends every finding of the rule in the document. */
export interface FixRuleAction extends ActionBase {
  readonly type: 'fix-rule';
  readonly edits: readonly TextEdit[];
  readonly mended: number;
}

/** Mends every finding of the rule that marks the same word, all in the same way. */
export interface FixWordAction extends ActionBase {
  readonly type: 'fix-word';
  readonly word: string;
  /** Of the fix, as it is offered for one place. */
  readonly title: string;
  readonly edits: readonly TextEdit[];
  readonly mended: number;
}

/** Adds `entry` to `biganzi.ignored`. */
export interface IgnoreAction extends ActionBase {
  readonly type: 'ignore-here' | 'ignore-in-document';
  readonly entry: string;
}

/** Keeps a word: `add-word` puts it into the dictionary, `ignore-word` adds `entry` to `biganzi.ignored`. */
export type WordAction = ActionBase & { readonly word: string } & (
    | { readonly type: 'add-word' }
    | { readonly type: 'ignore-word'; readonly entry: string }
  );

/** Something the editor does with the rule itself. */
export interface RuleAction extends ActionBase {
  readonly type: 'ignore-rule' | 'show-rule';
}

export type CodeAction = FixAction | FixRuleAction | FixWordAction | IgnoreAction | WordAction | RuleAction;

/** The actions for the findings that the range touches: fixes, what is ignored, the word kept, the rule. */
export function codeActions({ draft, reports }: Review, range: Range, path: string): CodeAction[] {
  const here = reports.filter(({ block, span }) => touches(rangeOf(block, span), range));
  const fixes = here.flatMap((report) => fixActions(draft, report));
  const rules = [...new Map(here.map((report) => [report.rule.id, report])).values()];
  return [
    ...fixes,
    ...here.flatMap((report) => fixWord(draft, reports, report)),
    ...rules.flatMap((report) => fixRule(draft, reports, report)),
    ...here.flatMap((report) => ignoreOne(draft, report, path)),
    ...rules.map(
      (report): CodeAction => ({
        type: 'ignore-in-document',
        report,
        entry: ignoreInDocument(report.rule.id, path),
      }),
    ),
    ...here.flatMap((report) => keepWord(draft, report)),
    ...rules.flatMap((report): CodeAction[] => [
      { type: 'show-rule', report },
      { type: 'ignore-rule', report },
    ]),
  ];
}

function fixActions(draft: Draft, report: Report): FixAction[] {
  return fixesOf(report).map(({ title, preferred, edits }) => ({
    type: 'fix',
    report,
    title,
    preferred,
    edits: edits.map((edit) => toTextEdit(draft, edit, edit.block ?? report.block)),
  }));
}

/** Names of organs and set phrases of policy are weighed one by one, each in its place. */
function isWeighedSingly({ rule }: Report): boolean {
  return rule.gate === 'policy-wording';
}

/** One action for each fix of the word, where the word is found more than once. */
function fixWord(draft: Draft, reports: readonly Report[], report: Report): FixWordAction[] {
  if (!isAboutWord(draft, report) || isWeighedSingly(report)) return [];
  const word = wordsOf(draft, report);
  const same = reports.filter((each) => each.rule === report.rule && wordsOf(draft, each) === word);
  if (same.length < 2) return [];
  return (report.fixes ?? []).flatMap(({ title }): FixWordAction[] => {
    const edits = same.flatMap((each) => fixActions(draft, each).find((fix) => fix.title === title)?.edits ?? []);
    return edits.length < 2 ? [] : [{ type: 'fix-word', report, word, title, edits, mended: edits.length }];
  });
}

/** Families whose findings mark a word that the writer may know to be right. */
const FAMILIES_OF_WORDS: ReadonlySet<string> = new Set(['wording', 'policy']);

/** A longer stretch is no word, and one with a mark of punctuation in it is none either. */
const WORD = /^[\p{L}\p{N}·]{1,12}$/u;

function isAboutWord(draft: Draft, report: Report): boolean {
  return FAMILIES_OF_WORDS.has(familyOf(report.rule)) && WORD.test(wordsOf(draft, report));
}

function keepWord(draft: Draft, report: Report): WordAction[] {
  if (!isAboutWord(draft, report)) return [];
  const word = wordsOf(draft, report);
  return [
    { type: 'add-word', report, word },
    { type: 'ignore-word', report, word, entry: ignoreWord(report.rule.id, word) },
  ];
}

/** Only where there is more to mend than the one finding. */
function fixRule(draft: Draft, reports: readonly Report[], report: Report): FixRuleAction[] {
  if (isWeighedSingly(report)) return [];
  const same = reports.filter(({ rule }) => rule === report.rule);
  if (same.length < 2) return [];
  // One word found again and again has an action of its own.
  if (isAboutWord(draft, report) && same.every((each) => wordsOf(draft, each) === wordsOf(draft, report))) return [];
  const { edits, mended } = editsOfAll(draft, same);
  return mended < 2 ? [] : [{ type: 'fix-rule', report, edits, mended }];
}

/** A finding that stands for many places cannot be told from them by its words. */
function ignoreOne(draft: Draft, report: Report, path: string): IgnoreAction[] {
  if (report.others.length > 0) return [];
  return [{ type: 'ignore-here', report, entry: ignoreHere(draft, report, path) }];
}

/** True when the ranges share a character or touch each other. */
function touches(a: Range, b: Range): boolean {
  const before = (one: Range['start'], two: Range['start']) =>
    one.line < two.line || (one.line === two.line && one.character < two.character);
  return !before(a.end, b.start) && !before(b.end, a.start);
}
