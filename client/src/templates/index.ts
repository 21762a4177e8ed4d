/** The commands on templates. A bundle of its own, loaded when one of them is first used. */
import * as vscode from 'vscode';
import {
  CalendarDate,
  fillTemplate,
  type Template,
  TemplateProblem,
  toSnippet,
  type Values,
} from '../../../server/src/templates';
import { askQuestion } from './ask';
import { keyOf, usedAgain } from './entries';
import { pickTemplate } from './pick';
import { questionsOf, valuesFrom } from './questions';
import { type Library, readLibrary } from './sources';
import { askInTurn } from './steps';
import { offerToKeep, readUnitProfile } from './unit-profile';

const RECENT = 'templates.recent';

/** A new document in no file, filled from a template. */
export async function newDraft(context: vscode.ExtensionContext): Promise<void> {
  const finished = await choose(context, vscode.l10n.t('New draft'));
  if (!finished) return;
  const document = await vscode.workspace.openTextDocument({ language: 'gongwen' });
  const editor = await vscode.window.showTextDocument(document);
  await insert(editor, finished.snippet);
  await offerToKeep(finished.unit);
}

/** A template at the cursor of the active editor. */
export async function insertTemplate(context: vscode.ExtensionContext): Promise<void> {
  const active = vscode.window.activeTextEditor;
  if (!active) {
    void vscode.window.showInformationMessage(
      vscode.l10n.t('Open a draft first, and set the cursor where the template goes.'),
    );
    return;
  }
  const { document, viewColumn, selection } = active;
  const finished = await choose(context, vscode.l10n.t('Insert a template'));
  if (!finished) return;
  const editor = await vscode.window.showTextDocument(document, { selection, ...(viewColumn ? { viewColumn } : {}) });
  await insert(editor, finished.snippet);
  await offerToKeep(finished.unit);
}

interface Finished {
  readonly snippet: vscode.SnippetString;
  /** What the writer told about the unit on the way. */
  readonly unit: ReadonlyMap<string, string>;
}

/** Asks for a template and its fields; `undefined` when the writer leaves, and then nothing has changed. */
async function choose(context: vscode.ExtensionContext, title: string): Promise<Finished | undefined> {
  const profile = await readUnitProfile();
  const library = readLibrary(context.extensionUri);
  const today = CalendarDate.today();
  for (;;) {
    const recent = context.globalState.get<readonly string[]>(RECENT, []);
    const choice = await pickTemplate(library, { title, recent, profile });
    if (!choice) return undefined;
    if ('faulty' in choice) {
      await openAt(await library, choice.faulty.path, choice.faulty.faults[0]?.line ?? 0);
      return undefined;
    }
    const { template } = choice.listed;
    const questions = questionsOf(template, profile);
    const answers = await askInTurn(questions, (question, place) =>
      askQuestion(question, place, { title: template.title, today }),
    );
    if (answers === 'back') continue;
    if (answers === 'cancel') return undefined;
    const values = valuesFrom(questions, answers, profile, today);
    const snippet = snippetOf(template, values);
    if (!snippet) return undefined;
    await context.globalState.update(RECENT, usedAgain(recent, keyOf(choice.listed)));
    const told = questions.filter(({ name, ofUnit }) => ofUnit && values.has(name));
    return { snippet, unit: new Map(told.map(({ name }) => [name, String(values.get(name))])) };
  }
}

/** A template that goes beyond its bounds is told and not inserted. */
function snippetOf(template: Template, values: Values): vscode.SnippetString | undefined {
  try {
    return new vscode.SnippetString(toSnippet(fillTemplate(template, values)));
  } catch (error) {
    if (!(error instanceof TemplateProblem)) throw error;
    void vscode.window.showErrorMessage(`${template.title}：${error.message}`);
    return undefined;
  }
}

/** At the cursor; what is selected there stays. */
async function insert(editor: vscode.TextEditor, snippet: vscode.SnippetString): Promise<void> {
  const options = { undoStopBefore: true, undoStopAfter: true, keepWhitespace: true };
  if (await editor.insertSnippet(snippet, editor.selection.active, options)) return;
  void vscode.window.showErrorMessage(
    vscode.l10n.t('The template could not be inserted: the document cannot be edited.'),
  );
}

async function openAt({ files }: Library, path: string, line: number): Promise<void> {
  const uri = files.get(path);
  if (!uri) return;
  await vscode.window.showTextDocument(uri, { selection: new vscode.Range(line, 0, line, 0) });
}
