/** 单位资料: the form that is filled in from the report, and what is checked from then on. */
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import {
  closeAll,
  eventually,
  findings,
  HAS_KEYBOARD,
  inWebview,
  mouse,
  openText,
  press,
  seen,
  typeText,
} from './support';

const { executeCommand } = vscode.commands;

const DRAFT =
  '在桐庐县教育大会上的讲话\n同志们：\n　　在五莲县委、县政府的坚强领导下，桐庐的教育事业迈出新步伐。\n　　把桐庐县的学校办得更好。\n';

describe('单位资料', () => {
  const profile = () => vscode.workspace.getConfiguration('biganzi').inspect('profile')?.globalValue;
  let before: unknown;

  beforeEach(() => {
    before = profile();
  });
  afterEach(async () => {
    await vscode.workspace.getConfiguration('biganzi').update('profile', before, vscode.ConfigurationTarget.Global);
    await closeAll();
  });

  it('从校核报告填写，填好就核对打开的文稿', async function () {
    if (!HAS_KEYBOARD) this.skip();
    const { document } = await openText(DRAFT);
    const left = () => findings(document.uri).filter(({ message }) => /不是本地区/.test(message));
    await executeCommand('notifications.clearAll');
    await executeCommand('biganzi.report');
    await seen('the button', inWebview('[data-profile]'), (all) => all.length === 1);
    assert.deepEqual(left(), []);
    await mouse({ action: 'click', on: { selector: inWebview('[data-profile]') } });
    await seen('the form', '.quick-input-title', ([only]) => /单位资料|Unit profile/.test(only?.text ?? ''));
    await press('Enter');
    await typeText('桐庐县');
    await press('Enter');
    await eventually('the finding', () => left().length === 1);
    await press('Escape');
    assert.deepEqual(profile(), { ...(before as object), 本地区名: '桐庐县' });
    await seen('the report without the button', inWebview('[data-profile]'), (all) => all.length === 0);
  });
});
