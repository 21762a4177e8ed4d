/** Formats a draft: the certain fixes of layout and marks, as fixing everything makes them, and its blanks and blank lines. */
import type { Draft } from '../../document/types';
import type { Report } from '../../rules/active';
import { familyOf } from '../../rules/families';
import type { DocumentFinding } from '../../rules/types';
import type { TextEdit } from '../diagnostics';
import { type Checked, editsOf, editsOfAll, inRounds, isCertain, type Mended } from '../fix-all';
import { layOut } from './layout';
import type { FormatStyle } from './style';

/** Rules of these families are about marks and layout, and so are these. */
const FAMILIES: ReadonlySet<string> = new Set(['punctuation']);
const RULES: ReadonlySet<string> = new Set(['heading/mark', 'number/full-width-digits', 'leftover/control-characters']);
/** What this one would take away is told as a hint only, but blanks are what a formatter is for. */
const SPACE = 'punctuation/space';

/**
 * Formats a text; applied to its own answer it changes nothing.
 * @param check what the rules say of a text
 * @param style left out where only the marks are to be looked after
 */
export function format(text: string, check: (current: string) => Checked, style?: FormatStyle): Mended {
  const { patch, mended } = formatInRounds(text, check, style);
  return { edits: editsOf(text, patch), mended };
}

/** The text as `format` leaves it. */
export function formatText(text: string, check: (current: string) => Checked, style: FormatStyle): string {
  return formatInRounds(text, check, style).patch.text();
}

function formatInRounds(text: string, check: (current: string) => Checked, style: FormatStyle | undefined) {
  return inRounds(text, (current) => {
    const { draft, reports } = check(current);
    const marks = editsOfAll(draft, ofFormat(draft, reports));
    if (marks.edits.length > 0 || !style) return marks;
    const edits = layOut(draft, style);
    return { edits, mended: edits.length };
  });
}

/** The edits within lines `first` to `last`. */
export function withinLines({ edits }: Mended, first: number, last: number): Mended {
  const within = edits.filter(
    ({ range: { start, end } }) =>
      start.line >= first && (end.line <= last || (end.line === last + 1 && end.character === 0)),
  );
  return { edits: within, mended: within.length };
}

/** The lines of a range; one that ends at the head of a line does not take this line in. */
export function linesOf({ start, end }: TextEdit['range']): readonly [first: number, last: number] {
  return [start.line, end.character === 0 && end.line > start.line ? end.line - 1 : end.line];
}

function ofFormat(draft: Draft, reports: readonly Report[]): Report[] {
  return reports.filter(isOfFormat).flatMap((report) =>
    [report, ...report.others]
      .filter(({ block }) => isFormatted(draft, block))
      .map(
        (finding: DocumentFinding): Report => ({
          ...finding,
          rule: report.rule,
          severity: report.severity,
          grade: report.grade,
          others: [],
        }),
      ),
  );
}

function isOfFormat(report: Report): boolean {
  const { rule } = report;
  if (rule.id === SPACE) return true;
  return isCertain(report) && (FAMILIES.has(familyOf(rule)) || RULES.has(rule.id));
}

/** Tables, code, and what Markdown quotes of another text are left as they are. */
function isFormatted({ blocks, language }: Draft, line: number): boolean {
  const { role, source } = blocks[line] ?? { role: 'code', source: '' };
  return role !== 'table' && role !== 'code' && !(language === 'markdown' && /^\s*>/.test(source));
}
