/** `biganzi check`: what the rules find in each file. */
import type { Severity } from '../rules/types';
import { charactersOf } from '../service/characters';
import { toDiagnostic } from '../service/diagnostics';
import { lacksOf } from '../service/settings';
import type { CheckedFile } from './checked-file';
import { FAILED } from './each';
import { formatGithub } from './format/github';
import { formatSarif } from './format/sarif';
import { formatText } from './format/text';
import { print, printJson, remark } from './output';
import { type ReviewedFile, type ReviewOptions, reviewFiles } from './review';

const CHECK_FORMATS = ['text', 'json', 'sarif', 'github'] as const;
export type CheckFormat = (typeof CHECK_FORMATS)[number];

export interface CheckOptions extends ReviewOptions {
  readonly format: CheckFormat;
  readonly severity: Severity;
}

/** From the gravest to the lightest. */
const SEVERITIES: readonly Severity[] = ['error', 'warning', 'info', 'hint'];

/** Shorter texts are tried out or piped in; nothing is remarked on them. In characters. */
const SHORTEST_DRAFT = 300;

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
  if (options.format === 'text') remarkLacks(reviewed);
  if (status === FAILED) return FAILED;
  return checked.some(({ diagnostics }) => diagnostics.length > 0) ? 1 : 0;
}

/** What was not checked in any of the files, and where to say what is lacking: once, apart from the findings. */
function remarkLacks(reviewed: readonly ReviewedFile[]): void {
  const drafts = reviewed.filter(({ draft }) => charactersOf(draft) >= SHORTEST_DRAFT);
  for (const sentence of new Set(drafts.flatMap(({ active }) => lacksOf(active))))
    remark(`${sentence}；可在文稿所在文件夹的.biganzi/profile.json里写明。`);
}

function printAs(format: CheckFormat, files: readonly CheckedFile[]): void {
  if (format === 'json') printJson({ version: 1, files });
  else if (format === 'sarif') printJson(formatSarif(files));
  else print((format === 'github' ? formatGithub : formatText)(files));
}
