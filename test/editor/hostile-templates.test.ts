/** Hostile templates of a workspace, chosen from the palette: each is named with its fault, or is nothing but text. */
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import HOSTILE from '../data/hostile-templates.json';
import { activeText, choose, openList, preview, removeOwn, tabs, writeTemplate } from './palette';
import { closeAll, eventually, HAS_KEYBOARD, open, press, typeText } from './support';

/** Every second attempt on each way out; the unit tests make them all. */
const ATTEMPTS = Object.values(HOSTILE.refused).flatMap((group) => group.filter((_, index) => index % 2 === 0));
/** The line of the text in the file. */
const TEXT_LINE = 14;

function hostile(name: string, text: string, list = '[一, 二]'): string {
  return `---
name: ${name}
title: 外来${name}
group: 外来
kind: info
description: 外来
fields:
  - name: 甲
  - name: 列
    type: list
    default: ${list}
    optional: true
---
${text}
`;
}

describe('外来的模板', function () {
  this.retries(2);
  this.timeout(90_000);

  before(function () {
    if (!HAS_KEYBOARD) this.skip();
  });

  afterEach(async () => {
    await press('Escape');
    await closeAll();
    await removeOwn();
  });

  it(`${ATTEMPTS.length}种越界的写法，个个列出行号和原因，选不进文稿`, async () => {
    const names = ATTEMPTS.map((_, index) => `t${String(index).padStart(2, '0')}`);
    const globals = Object.getOwnPropertyNames(globalThis).length;
    const prototype = Object.getOwnPropertyNames(Object.prototype).join();
    for (const [index, text] of ATTEMPTS.entries()) {
      await writeTemplate(`${names[index]}.hbs`, hostile(names[index] ?? '', text));
    }
    const { running } = await openList('biganzi.newDraft');
    const faults = new Map<string, string>();
    for (let tries = 0; faults.size < names.length && tries < names.length * 2; tries++) {
      const before = preview();
      await press('ArrowUp');
      await eventually('another fault', () => preview() !== before);
      const [path = '', fault = ''] = (preview() ?? '').split('\n');
      faults.set(path.replace(/^.*\/|\.hbs$/g, ''), fault);
    }
    assert.deepEqual([...faults.keys()].sort(), names);
    for (const fault of faults.values()) assert.match(fault, new RegExp(`^\\D*${TEXT_LINE}\\D.*[^。]$`));
    await press('Escape');
    await running;
    await eventually('nothing left', () => tabs().flat().length === 0);
    assert.equal(Object.getOwnPropertyNames(globalThis).length, globals);
    assert.equal(Object.getOwnPropertyNames(Object.prototype).join(), prototype);
  });

  it('看着像越界的只是文字，原样写进文稿', async () => {
    await writeTemplate('text.hbs', hostile('text', HOSTILE.harmless.map(({ text }) => text).join('\n')));
    const { running } = await choose('biganzi.newDraft', '外来text', /process\.exit/);
    await press('Enter');
    await typeText('甲');
    await press('Enter');
    await press('Enter');
    await running;
    await eventually('the draft', () => activeText() !== '');
    // VS Code itself takes out U+2028
    const expected = HOSTILE.harmless.map(({ result }) => result.replace('\u2028', '')).join('');
    assert.equal(activeText().replaceAll('\r\n', '\n').replace('\u2028', ''), expected);
  });

  it('没完没了的模板停在半路，什么也不写', async () => {
    const editor = await open('通知.txt');
    const before = activeText();
    const endless = '{{#each 列}}{{#each 列}}{{#each 列}}{{#each 列}}{{项}}{{/each}}{{/each}}{{/each}}{{/each}}';
    const list = `[${Array.from({ length: 100 }, (_, index) => `第${index}项`).join(', ')}]`;
    await writeTemplate('endless.hbs', hostile('endless', endless, list));
    const { running } = await choose('biganzi.insertTemplate', '外来endless', /^模板展开的步数太多/);
    for (let step = 0; step < 3; step++) await press('Enter');
    await running;
    assert.equal(vscode.window.activeTextEditor?.document, editor.document);
    assert.equal(activeText(), before);
    assert.equal(editor.document.isDirty, false);
  });
});
