/** How inserted templates are laid out: as the settings have it for formatting, but for Markdown, which needs its blank lines. */
import * as vscode from 'vscode';
import type { Layout } from '../../../server/src/templates';

/** @param document or the language of one that is yet to come */
export function layoutFor(document: vscode.TextDocument | { readonly languageId: string }): Layout {
  if (document.languageId === 'markdown') return { blankLines: 'keep', indent: 'keep' };
  const settings = vscode.workspace.getConfiguration('biganzi.format', document);
  const has = (name: string, value: string) => settings.get(name) === value;
  return {
    blankLines: has('blankLines', 'none') ? 'none' : 'keep',
    indent: has('indent', 'none') ? 'none' : has('indent', 'two') ? 'two' : 'keep',
  };
}
