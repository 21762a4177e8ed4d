/** The palette of templates, from the keyboard: new drafts, insertion at the cursor, fields, own and faulty templates. */
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { activeText, choose, openList, preview, removeOwn, tabs, writeTemplate } from './palette';
import {
  answer,
  closeAll,
  draftUri,
  eventually,
  found,
  HAS_KEYBOARD,
  listOpens,
  open,
  press,
  seen,
  typeText,
} from './support';

const PROFILE = { 单位全称: '××市林业局', 单位简称: '市林业局', 规范化简称: '××市林业局', 发文机关代字: '×林' };

const OWN_TEMPLATE = `---
name: own-visit
title: 走访记录单
group: 我的材料
kind: info
description: 走访一户记一页
fields:
  - name: 走访对象
  - name: 走访日期
    type: date
    default: 今天
  - name: 方式
    type: choice
    choices: [入户, 电话]
  - name: 事项
    type: list
  - name: 回访
    type: boolean
---
走访{{走访对象}}的情况

　　{{走访日期}}，{{方式}}走访{{走访对象}}，了解{{并列 事项}}。{{#if 回访}}需要回访。{{/if}}记录人：{{填 "记录人"}}。处理结果：{{选 "已办结" "正在办理"}}。{{单位简称}}
`;

const FIELDS = ['走访对象', '走访日期', '方式', '事项', '回访'];
const ROWS = '.quick-input-list .monaco-list-row';

/** Waits until the input asks for this field, with its place among all. */
async function asked(field: string, step: number): Promise<void> {
  await seen(`the question ${field}`, '.quick-input-titlebar', ([bar]) =>
    (bar?.text ?? '').includes(`走访记录单 · ${field} (${step}/${FIELDS.length})`),
  );
}

/** Waits until the input says this below itself. */
async function says(words: RegExp): Promise<void> {
  await seen(String(words), '.quick-input-message', ([message]) => words.test(message?.text ?? ''));
}

function settings(): vscode.WorkspaceConfiguration {
  return vscode.workspace.getConfiguration('biganzi');
}

function selected(): string {
  const editor = vscode.window.activeTextEditor;
  return editor ? editor.document.getText(editor.selection) : '';
}

describe('模板', function () {
  // A key pressed from outside may come before the input is ready for it; the draft is then typed again from nothing.
  this.retries(2);
  this.timeout(60_000);

  before(async function () {
    if (!HAS_KEYBOARD) this.skip();
    await settings().update('profile', PROFILE, vscode.ConfigurationTarget.Global);
  });

  after(async () => {
    await settings().update('profile', undefined, vscode.ConfigurationTarget.Global);
  });

  afterEach(async () => {
    await press('Escape');
    await closeAll();
    await removeOwn();
  });

  it('首字母找到，边移动边预览，填好成文，Tab走过各处空', async () => {
    await open('讲话稿.gw');
    const before = tabs();
    const running = vscode.commands.executeCommand('biganzi.newDraft');
    await eventually('the preview', () => preview()?.includes('【填：'));
    const first = preview();
    await press('ArrowDown');
    await eventually('another skeleton', () => preview() !== first);
    await typeText('dybs');
    await eventually('the skeleton', () => preview()?.startsWith('在【填：会议名称】上的讲话'));
    for (const each of ['', '全市林业工作动员部署会', '林业', '', '', '抓好造林绿化；抓好森林防火']) await answer(each);
    await running;
    const editor = await eventually('the draft', () => vscode.window.activeTextEditor);
    assert.equal(editor.document.uri.scheme, 'untitled');
    assert.equal(editor.document.languageId, 'gongwen');
    const text = activeText();
    assert.match(text, /^在全市林业工作动员部署会上的讲话\n\n（\d{4}年\d{1,2}月\d{1,2}日）\n\n【填：讲话人】\n/);
    assert.match(text, /\n　　.*抓好造林绿化/);
    assert.equal(selected(), '【填：讲话人】');
    await typeText('张××');
    await press('Tab');
    assert.match(selected(), /^【填：/);
    assert.ok(activeText().includes('\n张××\n'));
    await found(editor.document.uri, 'leftover/placeholder');
    assert.equal(preview(), undefined);
    assert.deepEqual(tabs().length, before.length);
  });

  it('插在光标处，前后不动，一次撤销', async () => {
    await writeTemplate('visit.hbs', OWN_TEMPLATE);
    // not in an untitled document: VS Code may still bring back what the one before it held
    await writeTemplate('文稿.gw', '第一段。\n\n　　第二段。\n');
    const editor = await open('.biganzi/templates/文稿.gw');
    const at = new vscode.Position(2, 3);
    editor.selection = new vscode.Selection(new vscode.Position(2, 2), at);
    const { running } = await choose('biganzi.insertTemplate', 'zfjl', /走访【填：走访对象】/);
    await press('Enter');
    const hostile = 'a{{b}}$1}\\';
    await typeText(hostile);
    await press('Enter');
    await press('Control+a');
    await typeText('2026.11.30');
    await press('Enter');
    await press('ArrowDown');
    await press('Enter');
    await typeText('住房；饮水；就业');
    await press('Enter');
    await typeText('是');
    await press('Enter');
    await running;
    await eventually('the insertion', () => activeText().includes('走访a{{b}}$1}\\的情况'));
    const text = activeText();
    assert.ok(text.startsWith('第一段。\n\n　　第走访a{{b}}'), text);
    assert.ok(text.includes('　　2026年11月30日，电话走访a{{b}}$1}\\，了解住房、饮水、就业。需要回访。'), text);
    assert.ok(text.endsWith('市林业局\n二段。\n'), text);
    assert.equal(selected(), '【填：记录人】');
    await vscode.commands.executeCommand('undo');
    assert.equal(activeText(), '第一段。\n\n　　第二段。\n');
  });

  it('任何一步按Esc，一切照旧', async () => {
    const editor = await open('通知.txt');
    const before = { tabs: tabs(), text: activeText(), documents: vscode.workspace.textDocuments.length };
    for (const steps of [0, 1, 2]) {
      const { running } = await choose('biganzi.newDraft', 'dongyuan', /^在【填：会议名称】/);
      for (let step = 0; step < steps; step++) await press('Enter');
      await press('Escape');
      await running;
      await eventually('everything as before', () => JSON.stringify(tabs()) === JSON.stringify(before.tabs));
      assert.equal(activeText(), before.text);
      assert.equal(vscode.window.activeTextEditor?.document, editor.document);
      assert.equal(editor.document.isDirty, false);
    }
  });

  it('各种字段，填到哪一项按Esc都不动文稿', async () => {
    await writeTemplate('visit.hbs', OWN_TEMPLATE);
    const editor = await open('通知.txt');
    editor.selection = new vscode.Selection(1, 0, 1, 0);
    const before = activeText();
    for (const [step, field] of FIELDS.entries()) {
      const { running } = await choose('biganzi.insertTemplate', 'zfjl', /走访【填：走访对象】/);
      for (let at = 0; at <= step; at++) {
        await press('Enter');
        await asked(FIELDS[at] ?? '', at + 1);
      }
      await press('Escape');
      await running;
      assert.equal(activeText(), before, field);
      assert.equal(editor.document.isDirty, false);
      assert.deepEqual(editor.selection.active, new vscode.Position(1, 0));
    }
  });

  it('说明第几项、共几项；不对的当场说，不放行；读成哪一天当场看到', async () => {
    await writeTemplate('visit.hbs', OWN_TEMPLATE);
    const { running } = await choose('biganzi.newDraft', 'zfjl', /走访【填：走访对象】/);
    await press('Enter');
    await asked('走访对象', 1);
    await typeText('某户');
    await press('Enter');
    await asked('走访日期', 2);
    await press('Control+a');
    await typeText('2月30日');
    await says(/“2月30日”不是日期/);
    await press('Enter');
    await asked('走访日期', 2);
    await press('Control+a');
    await typeText('2026.11.30');
    await says(/^2026年11月30日（星期一）/);
    await press('Enter');
    await asked('方式', 3);
    await seen('the choices', ROWS, (rows) => rows.length === 3 && /^入户/.test(rows[0]?.label ?? ''));
    await press('Enter');
    await asked('事项', 4);
    await typeText('住房；饮水');
    await says(/1\. 住房　2\. 饮水/);
    await press('Escape');
    await running;
    await eventually('nothing left', () => tabs().flat().length === 0);
  });

  it('可以退回上一步，填过的还在；再退到列表', async () => {
    await writeTemplate('visit.hbs', OWN_TEMPLATE);
    const { running } = await choose('biganzi.newDraft', 'zfjl', /走访【填：走访对象】/);
    await press('Enter');
    await typeText('退回的户');
    await press('Enter');
    await asked('走访日期', 2);
    await vscode.commands.executeCommand('workbench.action.quickInputBack');
    await asked('走访对象', 1);
    await vscode.commands.executeCommand('workbench.action.quickInputBack');
    await eventually('the list again', () => preview() !== undefined);
    await typeText('zfjl');
    await eventually('the skeleton', () => /走访【填：走访对象】/.test(preview() ?? ''));
    await press('Enter');
    await typeText('后填的户');
    await press('Enter');
    await asked('走访日期', 2);
    await vscode.commands.executeCommand('workbench.action.quickInputBack');
    await asked('走访对象', 1);
    await press('Enter');
    for (let at = 2; at < FIELDS.length; at++) {
      await asked(FIELDS[at - 1] ?? '', at);
      await press('Enter');
    }
    await press('Enter');
    await running;
    await eventually('the draft', () => activeText().startsWith('走访后填的户的情况'));
  });

  it('几种写法的空，Tab走到就挑', async () => {
    await writeTemplate('visit.hbs', OWN_TEMPLATE);
    const { running } = await choose('biganzi.newDraft', 'zfjl', /走访【填：走访对象】/);
    await press('Enter');
    await typeText('某户');
    for (let at = 1; at <= FIELDS.length; at++) await press('Enter');
    await running;
    // 事项 was left empty and is the first stop
    await eventually('the first stop', () => selected() === '【填：事项】');
    await typeText('饮水');
    await press('Tab');
    await eventually('the next stop', () => selected() === '【填：记录人】');
    await typeText('张××');
    await press('Tab');
    await seen('the choices', '.suggest-widget.visible .monaco-list-row', (rows) => rows.length === 2);
    await press('ArrowDown');
    await press('Enter');
    await eventually('the chosen words', () => activeText().includes('处理结果：正在办理。'));
    assert.ok(activeText().includes('了解饮水。记录人：张××。'), activeText());
  });

  it('有错误的模板说出行号和原因，其余照用；越界的模板也是错误', async () => {
    await writeTemplate('visit.hbs', OWN_TEMPLATE);
    await writeTemplate(
      'broken.hbs',
      OWN_TEMPLATE.replace('{{#if 回访}}', '{{#if 没有的}}').replace('own-visit', 'broken'),
    );
    await writeTemplate(
      'hostile.hbs',
      OWN_TEMPLATE.replace('{{方式}}', '{{constructor.constructor}}').replace('own-visit', 'hostile'),
    );
    const first = await choose('biganzi.newDraft', '走访记录', /走访【填：走访对象】/);
    await press('Escape');
    await first.running;
    const { running } = await openList('biganzi.newDraft');
    await press('ArrowUp');
    await eventually('the faults', () => /hostile\.hbs\n\D*22/.test(preview() ?? ''));
    await press('ArrowUp');
    await eventually('the faults', () => /broken\.hbs\n\D*22.*没有“没有的”这个字段/.test(preview() ?? ''));
    await press('Enter');
    await running;
    const editor = await eventually('the faulty template', () => vscode.window.activeTextEditor);
    assert.ok(editor.document.uri.path.endsWith('/broken.hbs'));
    assert.equal(editor.selection.active.line, 21);
    const faults = () => vscode.languages.getDiagnostics(editor.document.uri);
    await eventually('the fault on its line', () => faults().some(({ range }) => range.start.line === 21));
    await editor.edit((edit) => edit.insert(new vscode.Position(18, 0), '  - name: 没有的\n'));
    await eventually('no fault', () => faults().length === 0);
  });

  it('单位资料第一次问，按需要存进工作区', async () => {
    await settings().update('profile', undefined, vscode.ConfigurationTarget.Global);
    try {
      await writeTemplate(
        'unit.hbs',
        `${OWN_TEMPLATE.slice(0, OWN_TEMPLATE.indexOf('fields:'))}---\n{{单位简称}}文稿\n`,
      );
      const { running } = await choose('biganzi.newDraft', 'zfjl', /^【填：单位简称】文稿/);
      await answer();
      await answer('市水利局');
      await eventually('the draft', () => activeText().startsWith('市水利局文稿'));
      await seen('the question', '.notification-toast', (all) => all.length > 0);
      await vscode.commands.executeCommand('notifications.focusToasts');
      await vscode.commands.executeCommand('notification.acceptPrimaryAction');
      await running;
      const file = new TextDecoder().decode(await vscode.workspace.fs.readFile(draftUri('.biganzi/profile.json')));
      assert.deepEqual(JSON.parse(file), { 单位简称: '市水利局' });
    } finally {
      await settings().update('profile', PROFILE, vscode.ConfigurationTarget.Global);
    }
  });

  it('选中的文字另存为模板，存好就能用', async () => {
    await writeTemplate('联系函.gw', '开头不存。\n联系函\n\n　　定于2026年11月30日开会，{{原样}}。\n\n××市林业局\n');
    const editor = await open('.biganzi/templates/联系函.gw');
    editor.selection = new vscode.Selection(1, 0, 6, 0);
    const running = vscode.commands.executeCommand('biganzi.saveAsTemplate');
    await listOpens();
    await answer();
    await answer('联系函样本');
    await answer();
    await running;
    assert.ok(vscode.window.activeTextEditor?.document.uri.path.endsWith('/.biganzi/templates/联系函样本.hbs'));
    assert.match(activeText(), /\n联系函\n\n　　定于\{\{日期\}\}开会，\\\{\{原样\}\}。\n\n\{\{单位全称\}\}\n$/);
    await closeAll();
    const filling = await choose('biganzi.newDraft', 'lxhyb', /^联系函\n/);
    await press('Enter');
    await press('Control+a');
    await typeText('12-1');
    await press('Enter');
    await filling.running;
    await eventually('the draft', () => /定于\d{4}年12月1日开会，\{\{原样\}\}。\n\n××市林业局\n/.test(activeText()));
  });
});
