/** Saves a 校核报告 where the writer says, as Markdown or as a page. */
import * as vscode from 'vscode';
import type { ReportAnswer } from '../../../server/src/lsp/messages';

/** @param ask gives the report in a form; `undefined` where it is not to be had */
export async function saveReport(
  draft: vscode.Uri,
  ask: (format: 'md' | 'html') => Promise<ReportAnswer | undefined>,
): Promise<void> {
  const target = await vscode.window.showSaveDialog({
    defaultUri: besides(draft),
    filters: { Markdown: ['md'], HTML: ['html'] },
    title: vscode.l10n.t('Save Report'),
  });
  if (!target) return;
  const answer = await ask(/\.html?$/i.test(target.path) ? 'html' : 'md');
  if (!answer) {
    void vscode.window.showErrorMessage(
      vscode.l10n.t('The report was not saved: the draft cannot be read. Open it and try again.'),
    );
    return;
  }
  try {
    await vscode.workspace.fs.writeFile(target, new TextEncoder().encode(answer.text));
  } catch (error) {
    void vscode.window.showErrorMessage(
      vscode.l10n.t('The report was not saved: {0}', error instanceof Error ? error.message : String(error)),
    );
    return;
  }
  const open = vscode.l10n.t('Open');
  const chosen = await vscode.window.showInformationMessage(vscode.l10n.t('The report is saved.'), open);
  if (chosen === open) await vscode.commands.executeCommand('vscode.open', target);
}

/** `讲话稿.校核报告.md` beside the draft; in the workspace for a draft that is not saved yet. */
function besides(draft: vscode.Uri): vscode.Uri {
  const name = draft.path.split('/').at(-1) ?? '';
  const base = name.replace(/\.[^.]+$/, '');
  const file = `${base === '' ? '' : `${base}.`}校核报告.md`;
  const folder =
    draft.scheme === 'untitled' ? vscode.workspace.workspaceFolders?.[0]?.uri : vscode.Uri.joinPath(draft, '..');
  return folder ? vscode.Uri.joinPath(folder, file) : vscode.Uri.file(file);
}
