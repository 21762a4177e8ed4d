/** The walkthrough 用笔杆子写第一篇讲话稿: it opens, all it points to is there, and its first steps can be walked. */
import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import path from 'node:path';
import * as vscode from 'vscode';
import { preview } from './palette';
import {
  answer,
  api,
  boxOpens,
  closeAll,
  EXTENSION,
  eventually,
  HAS_KEYBOARD,
  mouse,
  pause,
  press,
  seen,
  typeText,
} from './support';

interface Step {
  readonly id: string;
  readonly description: string;
  readonly media: { readonly image: string; readonly altText: string };
  readonly completionEvents: readonly string[];
}

const PAGE = '.gettingStartedContainer';
const DONE = `${PAGE} [data-done-step-id].complete`;
/** The button of a step, by the command that it runs. */
const LINK = /\]\(command:(?:toSide:)?([\w.-]+)\)/g;
/** Commands that are there only while a list or a snippet is open, so that they cannot be asked for. */
const ALWAYS = /^(biganzi|workbench)\./;

function extension(): vscode.Extension<unknown> {
  return vscode.extensions.getExtension(EXTENSION) ?? assert.fail();
}

function steps(): readonly Step[] {
  const [walkthrough] = extension().packageJSON.contributes.walkthroughs;
  return walkthrough.steps;
}

describe('第一篇讲话稿', () => {
  afterEach(async () => {
    await press('Escape');
    await closeAll();
  });

  it('每一步的按钮都有命令，图都在', async () => {
    await api();
    const commands = new Set(await vscode.commands.getCommands());
    assert.equal(steps().length, 7);
    for (const { id, description, media, completionEvents } of steps()) {
      const links = [...description.matchAll(LINK)].map(([, command = '']) => command);
      assert.ok(links.length > 0, `${id} has no button`);
      for (const command of links) assert.ok(commands.has(command), command);
      for (const event of completionEvents) {
        const [kind, name = ''] = event.split(':');
        if (kind === 'onCommand' && ALWAYS.test(name)) assert.ok(commands.has(name), name);
      }
      assert.ok(existsSync(path.join(extension().extensionPath, media.image)), media.image);
      assert.ok(!media.altText.startsWith('%'), media.altText);
    }
  });

  it('打开以后，从头走到检查', async function () {
    if (!HAS_KEYBOARD) this.skip();
    this.timeout(60_000);
    await vscode.commands.executeCommand('biganzi.walkthrough');
    await seen('seven steps', `${PAGE} .getting-started-step`, (all) => all.length === 7);
    await mouse({ action: 'click', on: { selector: `${PAGE} .getting-started-step.expanded .monaco-button` } });
    // the template used last comes first, whatever it is
    await eventually('the preview', () => preview());
    await typeText('dybs');
    await eventually('the skeleton', () => preview()?.startsWith('在【填：会议名称】上的讲话'));
    for (const each of ['', '全市林业工作动员部署会', '林业', '', '', '抓好造林绿化；抓好森林防火']) await answer(each);
    const editor = await eventually('the draft', () => {
      const active = vscode.window.activeTextEditor;
      return active?.document.isUntitled && active.document.getText().includes('同志们') && active;
    });
    const first = editor.selection.start;
    await press('Tab');
    await eventually('the next gap', () => editor.selection.start.isAfter(first));
    // by hand: what an extension asks of itself does not count as a step
    await press('F1');
    await boxOpens();
    await typeText('笔杆子: 检查当前文稿');
    await seen('the command', '.quick-input-list .monaco-list-row', ([first]) =>
      (first?.label ?? '').includes('检查当前文稿'),
    );
    await press('Enter');
    await pause(1000);
    const isWalkthrough = ({ label }: vscode.Tab) => /笔杆子 — 公文写作助手|Biganzi/.test(label);
    assert.ok(
      vscode.window.tabGroups.all.some(({ tabs }) => tabs.some(isWalkthrough)),
      'the walkthrough is still open',
    );
    await vscode.commands.executeCommand('biganzi.walkthrough');
    await seen('three steps done', DONE, (all) => all.length >= 3);
  });
});
