/** What only the first drafts of a new writer bring: one notice that the unit is not known, and no second. */
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { api, closeAll, eventually, HAS_KEYBOARD, openText, pause, see, seen } from './support';

const NOTICES = '.notification-list-item-message';
const SENTENCE = '　　各单位要认真研究，把这项工作抓紧抓实抓出成效。';
const SHORT = `在全市工作会议上的讲话\n\n${SENTENCE}\n`;
const LONG = `在全市工作会议上的讲话\n\n${`${SENTENCE}\n`.repeat(20)}`;

/** Longer than it takes until the status is told. */
const QUIET_MS = 1500;

async function openAndWait(text: string): Promise<void> {
  const { document } = await openText(text);
  const { statusOf } = await api();
  await eventually('status', () => statusOf(document.uri));
  await pause(QUIET_MS);
}

describe('第一篇文稿', () => {
  afterEach(closeAll);

  it('没有单位资料，说一次；短的草稿不说，第二篇不再说', async function () {
    if (!HAS_KEYBOARD) this.skip();
    const notices = async () => (await see(NOTICES)).filter(({ text }) => /单位资料/.test(text));
    await vscode.commands.executeCommand('notifications.clearAll');
    await openAndWait(SHORT);
    assert.deepEqual(await notices(), []);
    await openAndWait(LONG);
    await seen(
      'the notice',
      NOTICES,
      (all) => all.filter(({ text }) => /没有核对旧稿里外地的地名/.test(text)).length === 1,
    );
    await vscode.commands.executeCommand('notifications.clearAll');
    await closeAll();
    await openAndWait(LONG.replace('全市', '全县'));
    assert.deepEqual(await notices(), []);
  });

  it('问题数的提示里说得出各级各关几处', async function () {
    if (!HAS_KEYBOARD) this.skip();
    await openAndWait(`${LONG}　　一,布署。\n`);
    const label = '[id="biganzi.biganzi.biganzi.findings"]';
    const [item] = await seen('the item', label, (all) => all.length === 1);
    assert.match(item?.text ?? '', /\d/);
    assert.match(item?.label ?? '', /处问题：错误\d+，警告\d+，建议\d+/);
  });
});
