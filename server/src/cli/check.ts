/** `biganzi check`: what the rules find in each file. */
import { readDraft } from '../document/read';
import type { Block, DocumentKind, Draft } from '../document/types';
import { memo } from '../rules/report';
import type { Severity } from '../rules/types';
import { charactersOf } from '../service/characters';
import { Checkers } from '../service/checkers';
import { type Diagnostic, toDiagnostic } from '../service/diagnostics';
import { withoutIgnored } from '../service/ignore';
import type { Settings } from '../service/settings';
import { Words } from '../service/words';
import { Configuration, onlyRules } from './config';
import { eachInput, FAILED } from './each';
import { formatGithub } from './format/github';
import { formatSarif } from './format/sarif';
import { formatText } from './format/text';
import { print, printJson, remark } from './output';
import { SegmenterOnDemand } from './segmenter';

export const CHECK_FORMATS = ['text', 'json', 'sarif', 'github'] as const;
export type CheckFormat = (typeof CHECK_FORMATS)[number];

export interface CheckOptions {
  readonly format: CheckFormat;
  readonly severity: Severity;
  readonly rule: readonly string[];
  readonly kind?: DocumentKind;
  readonly config?: string;
}

/** What was found in one file; the form of `--format json`. */
export interface CheckedFile {
  readonly file: string;
  readonly kind: DocumentKind;
  /** 字数, as word processors count it. */
  readonly characters: number;
  readonly diagnostics: readonly Diagnostic[];
}

/** From the gravest to the lightest. */
const SEVERITIES: readonly Severity[] = ['error', 'warning', 'info', 'hint'];

/** Returns the exit status: 0 nothing at or above the severity, 1 something, 2 an input could not be read. */
export async function check(files: readonly string[], options: CheckOptions): Promise<number> {
  const configuration = await Configuration.read(options.config);
  const segmenter = new SegmenterOnDemand();
  const words = new Words(segmenter, Number.POSITIVE_INFINITY);
  const only = onlyRules(options.rule);
  const checkersFor = memo((settings: Settings) => new Checkers(settings, words, only));
  const shown = new Set(SEVERITIES.slice(0, SEVERITIES.indexOf(options.severity) + 1));
  const drafts: { readonly file: string; readonly settings: Settings; readonly draft: Draft }[] = [];
  const pending: Block[] = [];
  const status = await eachInput(files, async ({ file, text, language }) => {
    segmenter.expect(text);
    const settings = await configuration.for(file);
    const draft = readDraft(text, language, options.kind ?? settings.kinds[configuration.pathOf(file)]);
    drafts.push({ file, settings, draft });
    for (const block of checkersFor(settings).for(draft.kind).check(draft).pending) pending.push(block);
  });
  if (pending.length > 0) await words.find(pending);
  await segmenter.dispose();
  const checked = drafts.map(({ file, settings, draft }): CheckedFile => {
    const { reports, failures } = checkersFor(settings).for(draft.kind).check(draft);
    for (const [rule, error] of failures) remark(`规则“${rule}”出错，已略过：${error}`);
    const diagnostics = withoutIgnored(draft, reports, settings.ignored, configuration.pathOf(file))
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
