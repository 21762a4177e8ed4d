/** The commands on templates. A bundle of its own, loaded when one of them is first used. */
import * as vscode from 'vscode';
import {
  CalendarDate,
  fillTemplate,
  type Layout,
  layOut,
  type Template,
  TemplateProblem,
  toSnippet,
  type Values,
} from '../../../server/src/templates';
import { askQuestion } from './ask';
import { keyOf, usedAgain } from './entries';
import { InputChain } from './input-chain';
import { layoutFor } from './layout';
import { pickTemplate } from './pick';
import { SkeletonPreview } from './preview';
import { questionsOf, valuesFrom } from './questions';
import { type Library, readLibrary } from './sources';
import { askInTurn, type Turn } from './steps';
import { offerToKeep, readUnitProfile } from './unit-profile';

export { fillProfile } from './profile-form';
export { saveAsTemplate } from './save-as';

const RECENT = 'templates.recent';

/** A new document in no file, filled from a template. */
export function newDraft(context: vscode.ExtensionContext): Promise<void> {
  const layout = layoutFor({ languageId: 'gongwen' });
  return fillAndInsert(context, vscode.l10n.t('New draft'), layout, async () => {
    const document = await vscode.workspace.openTextDocument({ language: 'gongwen' });
    // VS Code may bring back what stood in a draft of the same name that was thrown away a moment ago
    const at = new vscode.Range(0, 0, document.lineCount, 0);
    return { editor: await vscode.window.showTextDocument(document), at };
  });
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
  await fillAndInsert(context, vscode.l10n.t('Insert a template'), layoutFor(document), async () => {
    const options = { selection, ...(viewColumn ? { viewColumn } : {}) };
    const editor = await vscode.window.showTextDocument(document, options);
    // what is selected stays
    return { editor, at: editor.selection.active };
  });
}

interface Target {
  readonly editor: vscode.TextEditor;
  readonly at: vscode.Position | vscode.Range;
}

async function fillAndInsert(
  context: vscode.ExtensionContext,
  title: string,
  layout: Layout,
  open: () => Promise<Target>,
): Promise<void> {
  const chain = new InputChain();
  let finished: Finished | undefined;
  try {
    finished = await choose(context, { title, layout }, chain);
    if (finished) await insert(await open(), finished.snippet);
  } finally {
    chain.dispose();
  }
  if (finished) await offerToKeep(finished.unit);
}

interface Finished {
  readonly snippet: vscode.SnippetString;
  /** What the writer told about the unit on the way. */
  readonly unit: ReadonlyMap<string, string>;
}

/** Asks for a template and its fields; `undefined` when the writer leaves, and then nothing has changed. */
async function choose(
  context: vscode.ExtensionContext,
  { title, layout }: { readonly title: string; readonly layout: Layout },
  chain: InputChain,
): Promise<Finished | undefined> {
  const profile = await readUnitProfile();
  const library = readLibrary(context.extensionUri);
  for (;;) {
    const recent = context.globalState.get<readonly string[]>(RECENT, []);
    const preview = new SkeletonPreview();
    const choice = await pickTemplate(library, { title, recent, profile, layout }, chain, preview);
    if (!choice || 'faulty' in choice) {
      await preview.close();
      if (choice) await openAt(await library, choice.faulty.path, choice.faulty.faults[0]?.line ?? 0);
      return undefined;
    }
    const asked = ask(choice.listed.template, { profile, layout }, chain);
    await preview.close();
    const answers = await asked;
    if (answers === 'back') continue;
    if (answers === 'cancel') return undefined;
    await context.globalState.update(RECENT, usedAgain(recent, keyOf(choice.listed)));
    return answers;
  }
}

async function ask(
  template: Template,
  { profile, layout }: { readonly profile: ReadonlyMap<string, string>; readonly layout: Layout },
  chain: InputChain,
): Promise<Finished | Turn> {
  const today = CalendarDate.today();
  const questions = questionsOf(template, profile);
  const answers = await askInTurn(questions, (question, place) =>
    askQuestion(question, place, { title: template.title, today, chain }),
  );
  if (typeof answers === 'string') return answers;
  const values = valuesFrom(questions, answers, profile, today);
  const snippet = snippetOf(template, values, layout);
  if (!snippet) return 'cancel';
  const told = questions.filter(({ name, ofUnit }) => ofUnit && values.has(name));
  return { snippet, unit: new Map(told.map(({ name }) => [name, String(values.get(name))])) };
}

/** A template that goes beyond its bounds is told and not inserted. */
function snippetOf(template: Template, values: Values, layout: Layout): vscode.SnippetString | undefined {
  try {
    return new vscode.SnippetString(toSnippet(layOut(fillTemplate(template, values), layout)));
  } catch (error) {
    if (!(error instanceof TemplateProblem)) throw error;
    void vscode.window.showErrorMessage(`${template.title}：${error.message}`);
    return undefined;
  }
}

async function insert({ editor, at }: Target, snippet: vscode.SnippetString): Promise<void> {
  const options = { undoStopBefore: true, undoStopAfter: true, keepWhitespace: true };
  if (await editor.insertSnippet(snippet, at, options)) return;
  void vscode.window.showErrorMessage(
    vscode.l10n.t('The template could not be inserted: the document cannot be edited.'),
  );
}

async function openAt({ files }: Library, path: string, line: number): Promise<void> {
  const uri = files.get(path);
  if (!uri) return;
  await vscode.window.showTextDocument(uri, { selection: new vscode.Range(line, 0, line, 0) });
}
