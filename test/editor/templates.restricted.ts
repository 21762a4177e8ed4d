/** Templates in a folder that the writer does not trust: the built-in ones only, and nothing of the folder is read. */
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { activeText, openList, preview, removeOwn, writeTemplate } from './palette';
import { closeAll, draftUri, eventually, HAS_KEYBOARD, pause, press, seen, typeText } from './support';

const OWN = `---
name: own
title: 自己的周报
group: 我的材料
kind: info
description: 周报
---
自己的周报
`;

/** What stands in the list. */
const ROWS = '.quick-input-list .monaco-list-row';

describe('受限模式', function () {
  this.retries(2);

  before(function () {
    if (!HAS_KEYBOARD) this.skip();
  });

  afterEach(async () => {
    await press('Escape');
    await closeAll();
    await removeOwn();
  });

  it('文件夹没有受到信任', () => {
    assert.equal(vscode.workspace.isTrusted, false);
  });

  it('工作区的模板不列出，坏的也不提，只有内置的', async () => {
    await writeTemplate('own.hbs', OWN);
    await writeTemplate('hostile.hbs', OWN.replace('自己的周报\n', '{{constructor}}\n').replace('own', 'hostile'));
    const { running } = await openList('biganzi.newDraft');
    await press('ArrowUp');
    await eventually('the last of the built-in ones', () => preview()?.includes('会议'));
    assert.doesNotMatch(preview() ?? '', /hbs/);
    await typeText('zjdzb');
    await seen('no template', ROWS, (rows) => rows.length === 0);
    await press('Control+a');
    await typeText('zbhy');
    await press('Escape');
    await running;
  });

  it('内置的照常用；工作区的单位资料不读，也不问要不要存进工作区', async () => {
    await vscode.workspace.fs.writeFile(
      draftUri('.biganzi/profile.json'),
      new TextEncoder().encode('{"单位全称":"别人填的单位"}'),
    );
    const { running } = await openList('biganzi.newDraft');
    await typeText('pifu');
    await eventually('the skeleton', () => preview()?.includes('批复'));
    await press('Enter');
    await seen('a question about the unit', '.quick-input-title', ([title]) => /批复.*单位/.test(title?.text ?? ''));
    for (let step = 0; step < 12 && !activeText().includes('批复'); step++) await press('Enter');
    await eventually('the draft', () => activeText().includes('批复'));
    assert.doesNotMatch(activeText(), /别人填的单位/);
    await pause(500);
    await running;
  });
});
