/** What is said of a cleaning: how much of what, and what has gone. */
import * as vscode from 'vscode';
import type { DocumentCleaning } from '../../server/src/lsp/messages';

/** One sentence with what was found of each sort. */
export function summaryOf({ counts }: Pick<DocumentCleaning, 'counts'>): string {
  const parts = [
    [counts.removed, vscode.l10n.t('{0} lines or passages of web pages and page numbers removed', counts.removed)],
    [counts.lineBreaks, vscode.l10n.t('{0} broken lines joined', counts.lineBreaks)],
    [counts.characters, vscode.l10n.t('{0} stray characters mended', counts.characters)],
    [counts.marks, vscode.l10n.t('{0} marks and digits of the wrong width mended', counts.marks)],
  ] as const;
  const told = parts.flatMap(([count, text]) => (count > 0 ? [text] : []));
  return vscode.l10n.t('Cleaning: {0}', told.join(vscode.l10n.t(', ')));
}

export interface RemovedItem extends vscode.QuickPickItem {
  /** In the text as it was. */
  readonly line: number;
}

export function removedItems({ removed }: Pick<DocumentCleaning, 'removed'>): RemovedItem[] {
  return removed.map(({ line, text, reason }) => ({
    label: text,
    description: vscode.l10n.t('line {0}', line + 1),
    detail: reason === 'page-number' ? vscode.l10n.t('page number') : vscode.l10n.t('left by a web page'),
    line,
  }));
}
