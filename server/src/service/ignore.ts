/**
 * Findings that the writer has seen and does not want to see again. They are kept in the setting `biganzi.ignored`,
 * never in the draft, one entry for each:
 *
 * - `heading/sequence@2024/讲话稿.txt#5f0c2a9d41b7`: this one finding, wherever in the document it moves to;
 * - `heading/sequence@2024/讲话稿.txt`: every finding of the rule in this document;
 * - `wording/variant=帐目`: what the rule says of this word, in every document.
 *
 * (A rule is switched off in a whole workspace by `biganzi.severity`.) A finding is known by its rule, its words and the
 * words around them, so that it stays ignored when lines are added above it and comes back when it is rewritten.
 */
import { createHash } from 'node:crypto';
import type { Draft } from '../document/types';
import type { Report } from '../rules/active';

/** So many characters before and behind the finding belong to its fingerprint, blanks not counted. */
const AROUND = 12;

/** The entry that ignores this finding in the document at `path`. */
export function ignoreHere(draft: Draft, report: Report, path: string): string {
  return `${ignoreInDocument(report.rule.id, path)}#${fingerprint(draft, report)}`;
}

/** The entry that ignores every finding of the rule in the document at `path`. */
export function ignoreInDocument(rule: string, path: string): string {
  return `${rule}@${path}`;
}

/** The entry that ignores what the rule says of a word, wherever it stands. */
export function ignoreWord(rule: string, word: string): string {
  return `${rule}=${word}`;
}

/** The rule that an entry is about. */
const RULE_OF_ENTRY = /^[^@=]*/;

/** The reports that no entry of `biganzi.ignored` names. */
export function withoutIgnored(
  draft: Draft,
  reports: readonly Report[],
  ignored: readonly string[],
  path: string,
): readonly Report[] {
  const entries = new Set(ignored);
  if (entries.size === 0) return reports;
  const named = new Set(ignored.map((entry) => RULE_OF_ENTRY.exec(entry)?.[0]));
  return reports.filter((report) => {
    const { id } = report.rule;
    if (!named.has(id)) return true;
    const same = [ignoreInDocument(id, path), ignoreWord(id, wordsOf(draft, report)), ignoreHere(draft, report, path)];
    return !same.some((entry) => entries.has(entry));
  });
}

/** The words that a finding marks. */
export function wordsOf(draft: Draft, { block, span }: Report): string {
  return draft.blocks[block]?.source.slice(span.start, span.end) ?? '';
}

/** Twelve hexadecimal digits that say which words the finding is about, and not where they stand. */
function fingerprint(draft: Draft, { block, span, rule }: Report): string {
  const text = draft.blocks[block]?.source ?? '';
  const words = text.slice(span.start, span.end);
  const before = text.slice(0, span.start).replace(/\s+/g, '').slice(-AROUND);
  const behind = text.slice(span.end).replace(/\s+/g, '').slice(0, AROUND);
  return createHash('sha256').update([rule.id, before, words, behind].join('\n')).digest('hex').slice(0, 12);
}
