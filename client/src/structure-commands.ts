/** The structure of the draft in hand: sections moved, promoted, merged and renumbered from the text itself. */
import * as vscode from 'vscode';
import {
  ClientCommand,
  type NumberStyle,
  type Place,
  type StructureOperation,
  type StructureParams,
} from '../../server/src/lsp/messages';
import { activeDraft } from './active-draft';
import type { LanguageServer } from './language-server';
import { applyStructure, askStructure } from './structure';

/** How long a short success stands in the status bar. */
const MESSAGE_MS = 5000;

/** Operations on the sections that the cursor or the selection is in. */
const ON_SECTIONS: Readonly<Record<string, (lines: readonly number[]) => StructureOperation>> = {
  'biganzi.section.up': (lines) => ({ type: 'up', lines }),
  'biganzi.section.down': (lines) => ({ type: 'down', lines }),
  'biganzi.section.promote': (lines) => ({ type: 'promote', lines }),
  'biganzi.section.demote': (lines) => ({ type: 'demote', lines }),
  'biganzi.section.remove': (lines) => ({ type: 'remove', lines }),
  'biganzi.section.insertSibling': (lines) => ({ type: 'insertSibling', line: lines.at(-1) ?? 0 }),
  'biganzi.section.merge': (lines) => ({ type: 'merge', line: lines[0] ?? 0 }),
};

export function registerStructureCommands(context: vscode.ExtensionContext, server: LanguageServer): void {
  const register = (command: string, run: (...args: never[]) => unknown) =>
    context.subscriptions.push(vscode.commands.registerCommand(command, run));
  const run = async (operation: (editor: vscode.TextEditor) => StructureOperation | undefined) => {
    const editor = activeDraft();
    const wanted = editor && operation(editor);
    return wanted && applyStructure(server, editor.document, wanted);
  };

  for (const [command, operation] of Object.entries(ON_SECTIONS))
    register(command, () => run((editor) => operation(linesOf(editor))));
  register('biganzi.section.copy', () => copy(server));
  register('biganzi.section.paste', () => paste(server));
  register('biganzi.renumber', async () => sayRenumbered(await run(() => ({ type: 'renumber' }))));
  register('biganzi.renumberSelection', async () =>
    sayRenumbered(await run(({ selection: { start, end } }) => ({ type: 'renumber', range: { start, end } }))),
  );
  register('biganzi.convertNumbering', async () => {
    if (!activeDraft()) return;
    const style = await askStyle();
    if (style) await run(() => ({ type: 'convertStyle', style }));
  });
  register(ClientCommand.structure, async ({ uri, operation }: StructureParams) =>
    applyStructure(server, await vscode.workspace.openTextDocument(vscode.Uri.parse(uri)), operation),
  );
}

/** Every line that a selection touches; one that ends at the beginning of a line does not touch that line. */
function linesOf({ selections }: vscode.TextEditor): number[] {
  const lines = new Set<number>();
  for (const { start, end, isEmpty } of selections) {
    const last = !isEmpty && end.character === 0 ? end.line - 1 : end.line;
    for (let line = start.line; line <= last; line++) lines.add(line);
  }
  return [...lines].sort((a, b) => a - b);
}

async function copy(server: LanguageServer): Promise<void> {
  const editor = activeDraft();
  if (!editor) return;
  const answer = await askStructure(server, editor.document, { type: 'extract', lines: linesOf(editor) });
  if (answer?.message) void vscode.window.showInformationMessage(answer.message);
  if (!answer?.extracted) return;
  await vscode.env.clipboard.writeText(answer.extracted.text);
  vscode.window.setStatusBarMessage(vscode.l10n.t('Copied the section.'), MESSAGE_MS);
}

/** Behind the section that the cursor is in, as its sibling. */
async function paste(server: LanguageServer): Promise<void> {
  const editor = activeDraft();
  if (!editor) return;
  const text = await vscode.env.clipboard.readText();
  if (text.trim() === '') {
    void vscode.window.showInformationMessage(vscode.l10n.t('Copy a section first.'));
    return;
  }
  const place: Place = { after: editor.selection.active.line };
  await applyStructure(server, editor.document, { type: 'insertText', text, level: 1, place });
}

function sayRenumbered(answer: Awaited<ReturnType<typeof applyStructure>>): void {
  if (answer)
    vscode.window.setStatusBarMessage(
      vscode.l10n.t('Renumbered: {0} places changed.', answer.edits.length),
      MESSAGE_MS,
    );
}

interface StyleItem extends vscode.QuickPickItem {
  readonly style: NumberStyle;
}

async function askStyle(): Promise<NumberStyle | undefined> {
  const items: StyleItem[] = [
    {
      style: 'han',
      label: '一、　（一）　1.　（1）',
      description: vscode.l10n.t('as official documents are numbered'),
    },
    { style: 'han-digit', label: '一、　1.　（1）　①', description: vscode.l10n.t('without （一）') },
    { style: 'chapter', label: '第一章　第一节　第一条', description: vscode.l10n.t('chapters and articles') },
  ];
  const title = vscode.l10n.t('Convert number style');
  const placeHolder = vscode.l10n.t('The style that the whole document is to have');
  return (await vscode.window.showQuickPick(items, { title, placeHolder }))?.style;
}
