/** `biganzi check`: what the rules find in each file. */
import type { Severity } from '../rules/types';
import { charactersOf } from '../service/characters';
import { toDiagnostic } from '../service/diagnostics';
import type { CheckedFile } from './checked-file';
import { FAILED } from './each';
import { formatGithub } from './format/github';
import { formatSarif } from './format/sarif';
import { formatText } from './format/text';
import { print, printJson } from './output';
import { type ReviewOptions, reviewFiles } from './review';

export const CHECK_FORMATS = ['text', 'json', 'sarif', 'github'] as const;
export type CheckFormat = (typeof CHECK_FORMATS)[number];

export interface CheckOptions extends ReviewOptions {
  readonly format: CheckFormat;
  readonly severity: Severity;
}

/** From the gravest to the lightest. */
const SEVERITIES: readonly Severity[] = ['error', 'warning', 'info', 'hint'];

/** Returns the exit status: 0 nothing at or above the severity, 1 something, 2 an input could not be read. */
export async function check(files: readonly string[], options: CheckOptions): Promise<number> {
  const shown = new Set(SEVERITIES.slice(0, SEVERITIES.indexOf(options.severity) + 1));
  const { status, reviewed } = await reviewFiles(files, options);
  const checked = reviewed.map(({ file, draft, reports }): CheckedFile => {
    const diagnostics = reports
      .filter(({ severity }) => shown.has(severity))
      .map((report) => toDiagnostic(draft, report));
    return { file, kind: draft.kind, characters: charactersOf(draft), diagnostics };
  });
  printAs(options.format, checked);
  if (status === FAILED) return FAILED;
  return checked.some(({ diagnostics }) => diagnostics.length > 0) ? 1 : 0;
}

function printAs(format: CheckFormat, files: readonly CheckedFile[]): void {
  if (format === 'json') printJson({ version: 1, files });
  else if (format === 'sarif') printJson(formatSarif(files));
  else print((format === 'github' ? formatGithub : formatText)(files));
}
