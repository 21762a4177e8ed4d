/** What a writer may choose: the kind of document, what to ignore, what to check; and the pages that explain. */
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import {
  actionsAt,
  api,
  closeAll,
  draftUri,
  EXTENSION,
  eventually,
  findings,
  found,
  gone,
  HAS_KEYBOARD,
  listOpens,
  mouse,
  open,
  openText,
  press,
  rests,
  ruleOf,
  seen,
} from './support';

const settings = () => vscode.workspace.getConfiguration('biganzi', draftUri('讲话稿.gw'));

async function reset(...names: string[]): Promise<void> {
  for (const name of names) await settings().update(name, undefined, vscode.ConfigurationTarget.WorkspaceFolder);
}

/** Chooses the entry so many lines below the first of the list that is open. */
async function choose(below: number): Promise<void> {
  for (let step = 0; step < below; step++) await vscode.commands.executeCommand('workbench.action.quickOpenSelectNext');
  await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
}

async function runAction(document: vscode.TextDocument, range: vscode.Range, title: RegExp): Promise<void> {
  const actions = await actionsAt(document.uri, range);
  const action = actions.find((each) => title.test(each.title));
  assert.ok(action?.command, `${title}: ${actions.map((each) => each.title).join('、')}`);
  await vscode.commands.executeCommand(action.command.command, ...(action.command.arguments ?? []));
}

describe('选择', () => {
  afterEach(async () => {
    await closeAll();
    await reset('ignored', 'severity', 'documents');
  });

  it('选择文种，再交还自动判断', async () => {
    const { document } = await open('规范通知.gw');
    const { statusOf } = await api();
    await eventually('the kind', () => statusOf(document.uri)?.kind === 'notice');
    const first = vscode.commands.executeCommand('biganzi.chooseKind');
    await listOpens();
    await choose(1);
    await first;
    await eventually('the choice', () => statusOf(document.uri)?.kind === 'speech' && statusOf(document.uri)?.chosen);
    await closeAll();
    await open('规范通知.gw');
    await eventually('the choice again', () => statusOf(document.uri)?.chosen);
    const second = vscode.commands.executeCommand('biganzi.chooseKind');
    await listOpens();
    await choose(0);
    await second;
    await eventually('no choice', () => statusOf(document.uri)?.kind === 'notice' && !statusOf(document.uri)?.chosen);
  });

  it('忽略此处，文稿不变', async () => {
    const { document } = await open('讲话稿.gw');
    const before = document.getText();
    const { range } = await found(document.uri, 'number/zero');
    await runAction(document, range, /^(Ignore here|忽略此处)/);
    await gone(document.uri, 'number/zero');
    assert.equal(document.getText(), before);
    assert.equal(settings().get<string[]>('ignored')?.length, 1);
    await reset('ignored');
    await found(document.uri, 'number/zero');
  });

  it('忽略错了，当时可以撤销，以后可以恢复', async function () {
    if (!HAS_KEYBOARD) this.skip();
    const { document } = await open('讲话稿.gw');
    const { range } = await found(document.uri, 'number/zero');
    await vscode.commands.executeCommand('notifications.clearAll');
    await runAction(document, range, /^(Ignore here|忽略此处)/);
    await gone(document.uri, 'number/zero');
    await rests('the note', '.notification-list-item .monaco-button');
    await mouse({ action: 'click', on: { selector: '.notification-list-item .monaco-button' } });
    await found(document.uri, 'number/zero');
    await eventually('nothing ignored', () => settings().inspect('ignored')?.workspaceFolderValue === undefined);
    await runAction(document, range, /^(Ignore here|忽略此处)/);
    await gone(document.uri, 'number/zero');
    const restoring = vscode.commands.executeCommand('biganzi.restoreIgnored');
    await seen('the list', '.quick-input-list .monaco-list-row', (rows) => rows.length > 0);
    await press('ArrowDown');
    await press('Space');
    await press('Enter');
    await restoring;
    await found(document.uri, 'number/zero');
    await vscode.commands.executeCommand('notifications.clearAll');
  });

  it('本文不再检查一条规则，别的文稿照查', async () => {
    const { document } = await open('讲话稿.gw');
    const { range } = await found(document.uri, 'punctuation/half-width');
    await runAction(document, range, /^(Ignore in this document|本文不再检查)/);
    await gone(document.uri, 'punctuation/half-width');
    const other = await open('简报.gw');
    await found(other.document.uri, 'punctuation/half-width');
  });

  it('本工作区不再检查一条规则', async () => {
    const { document } = await open('讲话稿.gw');
    const { range } = await found(document.uri, 'punctuation/half-width');
    await runAction(document, range, /^(Ignore in this workspace|本工作区不再检查)/);
    await gone(document.uri, 'punctuation/half-width');
    assert.deepEqual(settings().get('severity'), { 'punctuation/half-width': 'off' });
    const other = await open('简报.gw');
    await found(other.document.uri, 'heading/mark');
    assert.ok(findings(other.document.uri).every((each) => ruleOf(each) !== 'punctuation/half-width'));
  });

  it('纯文本一概不查的设置，“检查当前文稿”仍可检查', async () => {
    await settings().update('documents', 'none', vscode.ConfigurationTarget.WorkspaceFolder);
    const { document } = await open('通知.txt');
    const { statusOf } = await api();
    await eventually('not a draft', () => statusOf(document.uri)?.draft === false);
    assert.deepEqual(findings(document.uri), []);
    await vscode.commands.executeCommand('biganzi.check');
    await found(document.uri, 'punctuation/half-width');
  });

  it('显示规则说明', async () => {
    const { document } = await open('讲话稿.gw');
    const { range } = await found(document.uri, 'number/zero');
    await runAction(document, range, /^(Show rule|显示规则说明)/);
    await eventually('the page', () =>
      vscode.window.tabGroups.all.some(({ tabs }) =>
        tabs.some(({ input }) => input instanceof vscode.TabInputWebview && /markdown/.test(input.viewType)),
      ),
    );
    const page = await vscode.workspace.openTextDocument(vscode.Uri.parse('biganzi-rule:/number/zero.md'));
    assert.match(page.getText(), /GB\/T 15835—2011/);
  });

  it('在中文VS Code里命令和菜单都是中文', async function () {
    if (!vscode.env.language.startsWith('zh')) this.skip();
    const { contributes } = vscode.extensions.getExtension(EXTENSION)?.packageJSON ?? {};
    const titles: string[] = contributes.commands.map(({ title }: { title: string | { value: string } }) =>
      typeof title === 'string' ? title : title.value,
    );
    assert.ok(titles.includes('修正全部确定性问题'), titles.join('、'));
    const { document } = await open('讲话稿.gw');
    const { range } = await found(document.uri, 'punctuation/half-width');
    const actions = await actionsAt(document.uri, range);
    assert.ok(
      actions.some(({ title }) => title.startsWith('忽略此处')),
      actions.map(({ title }) => title).join('、'),
    );
  });

  it('没有打开文稿时命令不出错', async () => {
    for (const command of ['check', 'fixAll', 'renumber', 'chooseKind'])
      await vscode.commands.executeCommand(`biganzi.${command}`);
    await openText('const a = [1,2];', 'javascript');
    await vscode.commands.executeCommand('biganzi.check');
  });
});
