/** Findings as workflow commands of GitHub Actions, which show them beside the changed lines. */
import type { CheckedFile } from '../checked-file';

const COMMANDS = { error: 'error', warning: 'warning', info: 'notice', hint: 'notice' } as const;

/** `::error file=draft.txt,line=4,col=13,endLine=4,endColumn=14,title=wording/confusable::“布署”应为“部署”` */
export function formatGithub(files: readonly CheckedFile[]): string {
  return files
    .flatMap(({ file, diagnostics }) =>
      diagnostics.map(({ range: { start, end }, severity, message, rule }) => {
        const properties = {
          file,
          line: start.line + 1,
          col: start.character + 1,
          endLine: end.line + 1,
          // GitHub counts the last column in.
          endColumn: Math.max(end.character, 1),
          title: rule,
        };
        const list = Object.entries(properties).map(([name, value]) => `${name}=${escapeProperty(String(value))}`);
        return `::${COMMANDS[severity]} ${list.join(',')}::${escapeData(message)}`;
      }),
    )
    .join('\n');
}

function escapeData(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
