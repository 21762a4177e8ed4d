/** What the editor tests share: opening drafts, waiting, reading findings. */
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import * as vscode from 'vscode';
import type { Api } from '../../client/src/extension';

export const EXTENSION = 'biganzi.biganzi';

export function folder(): vscode.Uri {
  const [first] = vscode.workspace.workspaceFolders ?? [];
  assert.ok(first, 'no folder is open');
  return first.uri;
}

export function draftUri(name: string): vscode.Uri {
  return vscode.Uri.joinPath(folder(), name);
}

export async function open(name: string): Promise<vscode.TextEditor> {
  return vscode.window.showTextDocument(await vscode.workspace.openTextDocument(draftUri(name)));
}

/**
 * A document that is in no file. Its name may be that of one closed just now, and when VS Code was writing the backup of
 * that one in this very moment, the new document begins with the old text; then it is closed and another is opened.
 */
export async function openText(
  content: string,
  language = 'gongwen',
  column = vscode.ViewColumn.Active,
): Promise<vscode.TextEditor> {
  for (let tries = 0; tries < 5; tries++) {
    const document = await vscode.workspace.openTextDocument({ content, language });
    const editor = await vscode.window.showTextDocument(document, column);
    if (sameButLineEnds(document.getText(), content)) return editor;
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  }
  assert.fail('VS Code opens new documents with the text of old ones');
}

function sameButLineEnds(one: string, other: string): boolean {
  return one.replaceAll('\r', '') === other.replaceAll('\r', '');
}

/** Closes everything without saving. */
export async function closeAll(): Promise<void> {
  while (vscode.window.activeTextEditor) {
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  }
  await vscode.commands.executeCommand('workbench.action.closeAllEditors');
}

export function findings(uri: vscode.Uri): vscode.Diagnostic[] {
  return vscode.languages.getDiagnostics(uri).filter(({ source }) => source === '笔杆子');
}

export function ruleOf({ code }: vscode.Diagnostic): string {
  return String(typeof code === 'object' ? code.value : code);
}

/** Waits until `probe` answers something, and answers that. */
export async function eventually<T>(what: string, probe: () => T | undefined | false, ms = 15_000): Promise<T> {
  const end = Date.now() + ms;
  for (;;) {
    const answer = probe();
    if (answer !== undefined && answer !== false) return answer;
    if (Date.now() > end) assert.fail(`waited in vain for: ${what}`);
    await pause(50);
  }
}

/** The findings of the rule, as soon as there is one. */
export function found(uri: vscode.Uri, rule: string): Promise<vscode.Diagnostic> {
  return eventually(`${rule} in ${path.basename(uri.path)}`, () =>
    findings(uri).find((finding) => ruleOf(finding) === rule),
  );
}

export function gone(uri: vscode.Uri, rule: string): Promise<boolean> {
  return eventually(`${rule} gone from ${path.basename(uri.path)}`, () =>
    findings(uri).every((finding) => ruleOf(finding) !== rule),
  );
}

/**
 * The code actions there, of which there must be some. VS Code answers none, or gives up, when another extension
 * registers its provider in this very moment, so it is asked again.
 */
export async function actionsAt(
  uri: vscode.Uri,
  range: vscode.Range,
  kind = vscode.CodeActionKind.QuickFix,
): Promise<vscode.CodeAction[]> {
  for (let tries = 0; tries < 20; tries++) {
    const actions = await vscode.commands
      .executeCommand<vscode.CodeAction[]>('vscode.executeCodeActionProvider', uri, range, kind.value)
      .then(undefined, noneIfCanceled);
    if (actions.length > 0) return actions;
    await pause(100);
  }
  assert.fail(`no code actions of kind ${kind.value} in ${uri.path}`);
}

function noneIfCanceled(error: unknown): vscode.CodeAction[] {
  if (error instanceof Error && error.message === 'Canceled') return [];
  throw error;
}

export function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}

export async function api(): Promise<Api> {
  const extension = vscode.extensions.getExtension<Api>(EXTENSION);
  assert.ok(extension, 'the extension is not installed');
  return extension.activate();
}

/** White space at the beginning of each line. */
export function indents(text: string): string[] {
  return text.split(/\r\n|\n/).map((line) => /^\s*/.exec(line)?.[0] ?? '');
}

/** True where tests can use the keyboard: `scripts/editor/suite.mjs` presses what they ask for. */
export const HAS_KEYBOARD = process.env.BIGANZI_KEYS === '1';

/** Presses a key as a writer would: `Enter`, `Escape`, `Tab`. */
export function press(key: string): Promise<void> {
  return keyboard({ key });
}

/** Types a text into whatever has the focus. */
export function typeText(text: string): Promise<void> {
  return keyboard({ text });
}

/** Pastes a text into whatever has the focus, as it comes from another program. */
export function pasteText(text: string): Promise<void> {
  return keyboard({ paste: text });
}

/** The list or input needs a moment to take a key in. */
const KEY_MS = 350;

function keyboard(
  keys: { readonly key: string } | { readonly text: string } | { readonly paste: string },
): Promise<void> {
  console.log(`[keys] ${JSON.stringify(keys)}`);
  return pause(KEY_MS);
}

/** A row of a tree by how its name for screen readers begins, a line of an editor, a button or menu item by its name. */
export type Place =
  | { readonly row: string }
  | { readonly line: string }
  | { readonly button: string }
  | { readonly menu: string }
  | { readonly selector: string };

export interface Gesture {
  readonly action: 'click' | 'doubleClick' | 'rightClick' | 'drag';
  readonly on: Place;
  /** Where a drag ends. */
  readonly to?: Place;
  /** Keys that are held down meanwhile. */
  readonly holding?: readonly string[];
}

/** A drag takes longer than a key. */
const GESTURE_MS = 700;

/** Moves the mouse as a writer would; only where there is a keyboard. */
export function mouse(gesture: Gesture): Promise<void> {
  console.log(`[mouse] ${JSON.stringify(gesture)}`);
  return pause(GESTURE_MS);
}

/** An element as it is seen and as a screen reader tells it. */
export interface Seen {
  /** How far below the top of the window, in pixels. */
  readonly top: number;
  readonly label: string;
  readonly text: string;
  readonly level: number;
  /** Of a row that can be folded. */
  readonly expanded: 'true' | 'false' | null;
  readonly selected: boolean;
  readonly focused: boolean;
}

let looks = 0;

/** What the window shows under a CSS selector, from top to bottom; only where there is a keyboard. */
export async function see(selector: string): Promise<Seen[]> {
  // every test file has a counter of its own
  const id = `${Date.now()}-${++looks}`;
  const file = path.join(process.env.BIGANZI_ANSWERS ?? '', `${id}.json`);
  console.log(`[look] ${JSON.stringify({ id, selector })}`);
  await eventually(`an answer on ${selector}`, () => existsSync(file));
  return JSON.parse(readFileSync(file, 'utf8'));
}

/** Selector of something inside a webview. */
export function inWebview(selector: string): string {
  return `webview ${selector}`;
}

/** Looks until what is seen is as wanted, and answers it. */
export async function seen(what: string, selector: string, wanted: (all: Seen[]) => boolean): Promise<Seen[]> {
  const end = Date.now() + 10_000;
  for (;;) {
    const all = await see(selector);
    if (wanted(all)) return all;
    if (Date.now() > end) assert.fail(`waited in vain to see ${what}: ${JSON.stringify(all, undefined, 1)}`);
    await pause(100);
  }
}

/** Waits until what moves into sight has come to rest: a click before that misses it. */
export async function rests(what: string, selector: string): Promise<void> {
  let before: number | undefined;
  await seen(`${what} at rest`, selector, ([first]) => {
    const same = first !== undefined && first.top === before;
    before = first?.top;
    return same;
  });
}

/** The list or the box that asks for something, while it is open. */
const ASKING = '.quick-input-widget:visible';
/** Where nothing can be seen, it is given so long to open. */
const OPEN_MS = 500;

/** Waits until a list to choose from is open: what is chosen before goes nowhere. */
export async function listOpens(): Promise<void> {
  if (!HAS_KEYBOARD) return pause(OPEN_MS);
  await seen('a list', `${ASKING} .quick-input-list .monaco-list-row:visible`, (rows) => rows.length > 0);
}

/** Waits until a box to type in is open and has the focus. */
export async function boxOpens(): Promise<void> {
  if (!HAS_KEYBOARD) return pause(OPEN_MS);
  await seen('a box', `${ASKING} input[type="text"]:focus`, (boxes) => boxes.length > 0);
}

/** Answers the question that is asked now, and waits until it is asked no more. */
export async function answer(text = ''): Promise<void> {
  const question = `${ASKING} :is(.quick-input-title, .quick-input-message, input)`;
  const wordsOf = (all: readonly Seen[]) => all.map((each) => `${each.label} ${each.text}`).join('\n');
  const asked = wordsOf(await see(question));
  if (text) await typeText(text);
  await press('Enter');
  await seen('the next question', question, (all) => wordsOf(all) !== asked);
}

/** Waits until the keyboard is in the text of a draft. */
export async function hasFocus(): Promise<void> {
  if (!HAS_KEYBOARD) return pause(OPEN_MS);
  await seen('the focus', '.editor-group-container.active .monaco-editor.focused', (editors) => editors.length > 0);
}

/** Waits until a diff is in front. */
export function diffOpens(): Promise<vscode.TabInputTextDiff> {
  return eventually('a diff', () => {
    const input = vscode.window.tabGroups.activeTabGroup.activeTab?.input;
    return input instanceof vscode.TabInputTextDiff && input;
  });
}
