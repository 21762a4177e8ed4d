/** Makes a template of the writer's own out of the active document, or of what is selected in it. */
import * as vscode from 'vscode';
import { DOCUMENT_KINDS, type DocumentKind } from '../../../server/src/document/types';
import { CalendarDate } from '../../../server/src/templates';
import { userFolder, workspaceTemplates } from '../template-folders';
import { type FieldMark, findFieldMarks } from './field-marks';
import { makeTemplate, nameOf } from './make-template';
import { readUnitProfile } from './unit-profile';

/** @param kind of the active document */
export async function saveAsTemplate(kind: DocumentKind): Promise<void> {
  const editor = vscode.window.activeTextEditor;
  const text = editor?.document.getText(editor.selection.isEmpty ? undefined : editor.selection) ?? '';
  if (text.trim() === '') {
    void vscode.window.showInformationMessage(
      vscode.l10n.t('Open a draft first: there is nothing to save as a template.'),
    );
    return;
  }
  const marks = await chooseMarks(findFieldMarks(text, await readUnitProfile(), CalendarDate.today()));
  const title = marks && (await askTitle(text));
  const folder = title && (await chooseFolder());
  if (!marks || !title || !folder) return;
  const group = vscode.l10n.t('My templates');
  const file = makeTemplate({ title, group, kind, description: DOCUMENT_KINDS[kind], text, marks });
  if (!file) {
    void vscode.window.showErrorMessage(vscode.l10n.t('This text cannot be made into a template.'));
    return;
  }
  const uri = await freeName(folder, nameOf(title));
  await vscode.workspace.fs.writeFile(
    uri,
    new TextEncoder().encode(file.replace(/^name: .*$/m, `name: ${stemOf(uri)}`)),
  );
  await vscode.window.showTextDocument(uri);
}

interface MarkItem extends vscode.QuickPickItem {
  readonly mark: FieldMark;
}

/** What is ticked becomes a field; `undefined` when the writer leaves. */
async function chooseMarks(marks: readonly FieldMark[]): Promise<readonly FieldMark[] | undefined> {
  if (marks.length === 0) return [];
  const items = marks.map((mark): MarkItem => {
    const times = mark.count > 1 ? vscode.l10n.t('{0} times', mark.count) : '';
    // units and names are found by their look only, and the writer says which are meant
    const description = [`{{${mark.name}}}`, times].join('　').trim();
    return { label: mark.text, description, picked: mark.sure, mark };
  });
  const chosen = await vscode.window.showQuickPick(items, {
    title: vscode.l10n.t('Save as template'),
    placeHolder: vscode.l10n.t('What is ticked is asked for each time; the rest stays as it is'),
    canPickMany: true,
    ignoreFocusOut: true,
  });
  return chosen?.map(({ mark }) => mark);
}

async function askTitle(text: string): Promise<string | undefined> {
  const title = await vscode.window.showInputBox({
    title: vscode.l10n.t('Save as template'),
    prompt: vscode.l10n.t('Under which name it is listed'),
    value: /\S.*/.exec(text)?.[0].trim().slice(0, 40) ?? '',
    validateInput: (value) => (value.trim() === '' ? vscode.l10n.t('A name is needed.') : undefined),
    ignoreFocusOut: true,
  });
  return title?.trim();
}

/** The workspace or the folder of the writer; asked only where there are both. */
async function chooseFolder(): Promise<vscode.Uri | undefined> {
  const folders = vscode.workspace.isTrusted ? (vscode.workspace.workspaceFolders ?? []) : [];
  const own = userFolder();
  const items = [
    ...folders.map(({ uri, name }) => ({
      label: vscode.l10n.t('Of this workspace'),
      description: `${name}/.biganzi/templates`,
      uri: workspaceTemplates(uri),
    })),
    ...(own ? [{ label: vscode.l10n.t('My templates'), description: own.shown, uri: own.uri }] : []),
  ];
  if (items.length === 0) {
    void vscode.window.showInformationMessage(
      vscode.l10n.t(
        'There is no place for templates: open a folder that you trust, or name one in biganzi.templateFolder.',
      ),
    );
  }
  if (items.length < 2) return items[0]?.uri;
  const placeHolder = vscode.l10n.t('Where to keep the template');
  const title = vscode.l10n.t('Save as template');
  return (await vscode.window.showQuickPick(items, { title, placeHolder, ignoreFocusOut: true }))?.uri;
}

/** A file that is not there yet: nothing is written over. */
async function freeName(folder: vscode.Uri, name: string): Promise<vscode.Uri> {
  for (let count = 1; ; count++) {
    const uri = vscode.Uri.joinPath(folder, `${name}${count > 1 ? `-${count}` : ''}.hbs`);
    const taken = await vscode.workspace.fs.stat(uri).then(
      () => true,
      () => false,
    );
    if (!taken) return uri;
  }
}

function stemOf(uri: vscode.Uri): string {
  return (uri.path.split('/').at(-1) ?? '').replace(/\.hbs$/, '');
}
