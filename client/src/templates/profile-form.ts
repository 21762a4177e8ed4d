/** 填写单位资料: a list of what templates and rules want to know of the writer's unit; what is typed is kept at once. */
import * as vscode from 'vscode';
import { isProfileName, LIMITS, PROFILE, type ProfileName } from '../../../server/src/templates';
import { keepProfile, readUnitProfile } from './unit-profile';

interface Entry extends vscode.QuickPickItem {
  readonly name: ProfileName;
}

/** Shows the list until the writer leaves it. */
export async function fillProfile(): Promise<void> {
  let last: ProfileName = '本地区名';
  for (;;) {
    const values = await readUnitProfile();
    const name = await choose(values, last);
    if (!name) return;
    last = name;
    const value = await ask(name, values.get(name));
    if (value !== undefined && value !== values.get(name)) await keepProfile(new Map([[name, value]]));
  }
}

function choose(values: ReadonlyMap<string, string>, last: ProfileName): Promise<ProfileName | undefined> {
  const pick = vscode.window.createQuickPick<Entry>();
  pick.title = vscode.l10n.t('Unit profile');
  pick.placeholder = vscode.l10n.t('Choose what to fill in; press Esc when you are done');
  pick.items = Object.keys(PROFILE)
    .filter(isProfileName)
    .map((name): Entry => ({ name, label: name, description: values.get(name) ?? '', detail: PROFILE[name] }));
  pick.activeItems = pick.items.filter(({ name }) => name === last);
  return new Promise((resolve) => {
    pick.onDidAccept(() => {
      resolve(pick.selectedItems[0]?.name);
      pick.hide();
    });
    pick.onDidHide(() => {
      resolve(undefined);
      pick.dispose();
    });
    pick.show();
  });
}

/** An empty answer takes the value away; `undefined` when the writer thinks better of it. */
async function ask(name: ProfileName, value: string | undefined): Promise<string | undefined> {
  const typed = await vscode.window.showInputBox({
    title: `${vscode.l10n.t('Unit profile')} · ${name}`,
    prompt: PROFILE[name],
    value: value ?? '',
    ignoreFocusOut: true,
    validateInput: (text) =>
      text.length > LIMITS.value ? vscode.l10n.t('At most {0} characters', LIMITS.value) : undefined,
  });
  return typed?.trim();
}
