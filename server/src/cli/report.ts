/** `biganzi report`: the 校核报告 of a draft. */
import { reportPage } from '../service/report/html';
import { reportMarkdown } from '../service/report/markdown';
import { proofReport } from '../service/report/report';
import { FAILED } from './each';
import { print } from './output';
import { type ReviewOptions, reviewFiles } from './review';

const REPORT_FORMATS = ['md', 'html'] as const;
export type ReportFormat = (typeof REPORT_FORMATS)[number];

export interface ReportOptions extends ReviewOptions {
  readonly format: ReportFormat;
}

/** Returns the exit status: 0, or 2 when the file could not be read. */
export async function report(file: string, { format, ...options }: ReportOptions): Promise<number> {
  const {
    reviewed: [reviewed],
  } = await reviewFiles([file], options);
  if (!reviewed) return FAILED;
  const { draft, reports, active } = reviewed;
  const made = proofReport(draft, reports, active);
  print((format === 'html' ? reportPage(made) : reportMarkdown(made)).trimEnd());
  return 0;
}
