/** The 校核报告 of a review, written in the form that is asked for. */
import type { Review } from '../reviews';
import { reportBody, reportPage } from './html';
import { reportMarkdown } from './markdown';
import { proofReport } from './report';
import { REPORT_CSS } from './style-sheet';

/** `body` goes into a panel that follows its links; the others are whole files. */
export type ReportFormat = 'body' | 'md' | 'html';

export interface WrittenReport {
  /** Title of the draft; empty where it has none. */
  readonly title: string;
  readonly text: string;
  /** For a `body`: the style sheet that belongs to it. */
  readonly style?: string;
}

export function writtenReport({ draft, reports, active }: Review, format: ReportFormat): WrittenReport {
  const report = proofReport(draft, reports, active);
  const write = {
    body: () => reportBody(report, { links: true }),
    md: () => reportMarkdown(report),
    html: () => reportPage(report),
  };
  return { title: report.title, text: write[format](), ...(format === 'body' ? { style: REPORT_CSS } : {}) };
}
