/** The list of templates: grouped, searched in Chinese and pinyin, with the skeleton beside it. */
import * as vscode from 'vscode';
import {
  CalendarDate,
  type FaultyTemplate,
  fillTemplate,
  type Layout,
  type ListedTemplate,
  layOut,
  TemplateProblem,
  toText,
} from '../../../server/src/templates';
import { searchTemplates, sectionsOf } from './entries';
import type { InputChain } from './input-chain';
import type { SkeletonPreview } from './preview';
import { previewValues } from './questions';
import type { Library } from './sources';

export type Choice = { readonly listed: ListedTemplate } | { readonly faulty: FaultyTemplate };

interface Item extends vscode.QuickPickItem {
  readonly choice?: Choice;
}

export interface PickOptions {
  readonly title: string;
  /** Keys of the templates used before, the last one first. */
  readonly recent: readonly string[];
  readonly profile: ReadonlyMap<string, string>;
  readonly layout: Layout;
}

/**
 * Asks for a template; `undefined` when the writer leaves. The list stays until the next input of the chain; the
 * preview is closed by the caller once that is shown.
 */
export function pickTemplate(
  read: Promise<Library>,
  options: PickOptions,
  chain: InputChain,
  preview: SkeletonPreview,
): Promise<Choice | undefined> {
  const pick = vscode.window.createQuickPick<Item>();
  const today = CalendarDate.today();
  pick.title = options.title;
  pick.placeholder = vscode.workspace.isTrusted
    ? vscode.l10n.t('Chinese, pinyin or initials: 会议通知, huiyi, hytz')
    : vscode.l10n.t('Restricted Mode: built-in templates only');
  // so that the writer can scroll in the preview
  pick.ignoreFocusOut = true;
  pick.busy = true;
  let library: Library | undefined;
  const list = () => {
    if (library) pick.items = itemsOf(library, options.recent, pick.value);
  };
  pick.onDidChangeValue(list);
  pick.onDidChangeActive(([item]) => {
    if (item?.choice) preview.show(previewText(item.choice, options, today));
  });
  return new Promise<Choice | undefined>((resolve, reject) => {
    pick.onDidAccept(() => {
      const choice = pick.selectedItems[0]?.choice;
      if (choice) resolve(choice);
    });
    pick.onDidHide(() => resolve(undefined));
    chain.show(pick);
    read.then((templates) => {
      library = templates;
      pick.busy = false;
      list();
    }, reject);
  });
}

function itemsOf(library: Library, recent: readonly string[], query: string): Item[] {
  const sections = sectionsOf(library, recent);
  if (query.trim() !== '') {
    const all = sections.flatMap(({ templates }) => templates);
    // VS Code itself would look for these very letters
    return searchTemplates(all, query).map((each) => ({ ...itemOf(each), alwaysShow: true }));
  }
  const items = sections.flatMap(({ heading, templates }) => [
    separator(headingText(heading)),
    ...templates.map(itemOf),
  ]);
  if (library.faulty.length === 0) return items;
  return [...items, separator(vscode.l10n.t('Templates with faults')), ...library.faulty.map(faultyItem)];
}

function itemOf(listed: ListedTemplate): Item {
  const { title, description } = listed.template;
  return { label: title, description, choice: { listed } };
}

function faultyItem(faulty: FaultyTemplate): Item {
  const [fault] = faulty.faults;
  const description = fault && vscode.l10n.t('line {0}: {1}', fault.line + 1, fault.message);
  return { label: `$(warning) ${faulty.path}`, ...(description ? { description } : {}), choice: { faulty } };
}

function separator(label: string): Item {
  return { label, kind: vscode.QuickPickItemKind.Separator };
}

function headingText(heading: string): string {
  const texts: Readonly<Record<string, string>> = {
    recent: vscode.l10n.t('Recently used'),
    workspace: vscode.l10n.t('Of this workspace'),
    user: vscode.l10n.t('My templates'),
  };
  return texts[heading] ?? heading;
}

function previewText(choice: Choice, { profile, layout }: PickOptions, today: CalendarDate): string {
  if ('faulty' in choice) {
    const { path, faults } = choice.faulty;
    return [path, ...faults.map(({ line, message }) => vscode.l10n.t('line {0}: {1}', line + 1, message))].join('\n');
  }
  const { template } = choice.listed;
  try {
    return toText(layOut(fillTemplate(template, previewValues(template, profile, today)), layout));
  } catch (error) {
    if (error instanceof TemplateProblem) return error.message;
    throw error;
  }
}
