/** Findings for people: one line each that a terminal can jump to, and a summary. */
import { SEVERITIES } from '../../rules/types';
import type { Diagnostic } from '../../service/diagnostics';
import type { CheckedFile } from '../checked-file';
import { nameOf } from '../input';

/** `draft.txt:4:13 错误 “布署”应为“部署”（wording/confusable）`; lines and columns from 1. */
export function formatText(files: readonly CheckedFile[]): string {
  const lines = files.flatMap(({ file, diagnostics }) =>
    diagnostics.map(({ range: { start }, severity, message, rule, related = [] }) => {
      const place = `${nameOf(file)}:${start.line + 1}:${start.character + 1}`;
      return `${place} ${SEVERITIES[severity]} ${message}${elsewhere(start.line, related)}（${rule}）`;
    }),
  );
  return [...lines, summary(files)].join('\n');
}

/** `（另见第3行、第8行）`: the other lines that the finding speaks of. */
function elsewhere(line: number, related: NonNullable<Diagnostic['related']>): string {
  const lines = new Set(related.map(({ range }) => range.start.line).filter((other) => other !== line));
  return lines.size === 0 ? '' : `（另见${[...lines].map((other) => `第${other + 1}行`).join('、')}）`;
}

function summary(files: readonly CheckedFile[]): string {
  const all = files.flatMap(({ diagnostics }) => diagnostics);
  const scope = files.length > 1 ? `${files.length}个文件` : '';
  if (files.length === 0) return '没有检查任何文件。';
  if (all.length === 0) return `${scope}没有发现问题。`;
  const counts = Object.entries(SEVERITIES).flatMap(([severity, name]) => {
    const count = all.filter((diagnostic) => diagnostic.severity === severity).length;
    return count > 0 ? [`${name}${count}处`] : [];
  });
  const fixable = all.filter(({ fixes }) => fixes.some(({ preferred }) => preferred)).length;
  const hint = fixable > 0 ? `；其中${fixable}处可用 biganzi fix 改正` : '';
  return `${scope}共发现${all.length}处：${counts.join('，')}${hint}。`;
}
