/** What the writer can do about the findings at a place: mend one, mend all of its kind, ignore it, read about it. */
import type { Draft } from '../document/types';
import type { Report } from '../rules/engine';
import type { Range } from '../text/span';
import { fixesOf, rangeOf, type TextEdit, toTextEdit } from './diagnostics';
import { editsOfAll } from './fix-all';
import { ignoreHere, ignoreInDocument } from './ignore';
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

/** Adds `entry` to `biganzi.ignored`. */
export interface IgnoreAction extends ActionBase {
  readonly type: 'ignore-here' | 'ignore-in-document';
  readonly entry: string;
}

/** Something the editor does with the rule itself. */
export interface RuleAction extends ActionBase {
  readonly type: 'ignore-rule' | 'show-rule';
}

export type CodeAction = FixAction | FixRuleAction | IgnoreAction | RuleAction;

/** The actions for the findings that the range touches, fixes first. */
export function codeActions({ draft, reports }: Review, range: Range, path: string): CodeAction[] {
  const here = reports.filter(({ block, span }) => touches(rangeOf(block, span), range));
  const fixes = here.flatMap((report) => fixActions(draft, report));
  const rules = [...new Map(here.map((report) => [report.rule.id, report])).values()];
  return [
    ...fixes,
    ...rules.flatMap((report) => fixRule(draft, reports, report)),
    ...here.flatMap((report) => ignoreOne(draft, report, path)),
    ...rules.flatMap((report): CodeAction[] => [
      { type: 'ignore-in-document', report, entry: ignoreInDocument(report.rule.id, path) },
      { type: 'ignore-rule', report },
      { type: 'show-rule', report },
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

/** Only where there is more to mend than the one finding. */
function fixRule(draft: Draft, reports: readonly Report[], report: Report): FixRuleAction[] {
  const same = reports.filter(({ rule }) => rule === report.rule);
  if (same.length < 2) return [];
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
