/** A few letters bring the phrase: in a draft, in plain text and in Markdown, and nowhere else. */
import assert from 'node:assert/strict';
import { closeAll, eventually, HAS_KEYBOARD, hasFocus, openText, pause, press, see, seen, typeText } from './support';

const ROWS = '.suggest-widget.visible .monaco-list-row';
const DRAFT = '关于增加经费的请示\n\n市财政局：\n\n　　现将有关情况请示如下。\n\n　　';

describe('几个字母出套语', function () {
  this.retries(2);

  before(function () {
    if (!HAS_KEYBOARD) this.skip();
  });

  afterEach(async () => {
    await press('Escape');
    await closeAll();
  });

  for (const language of ['gongwen', 'plaintext', 'markdown']) {
    it(language, async () => {
      const editor = await openText(DRAFT, language);
      await hasFocus();
      await press('Control+End');
      await typeText('t');
      await typeText('f');
      await typeText('q');
      await seen('the phrase', ROWS, ([first]) => (first?.label ?? '').includes('妥否请批示'));
      await press('Enter');
      await eventually(
        'the phrase',
        () => editor.document.getText().replaceAll('\r\n', '\n') === `${DRAFT}妥否，请批示。`,
      );
    });
  }

  it('序数、结束语一打出头就列出，平常行文不作声', async () => {
    const editor = await openText(
      '在会上的讲话\n\n同志们：\n\n　　一、提高认识\n\n　　大家要齐心。\n\n　　',
      'gongwen',
    );
    await hasFocus();
    await press('Control+End');
    await typeText('二');
    await seen('the next number', ROWS, ([first]) => (first?.label ?? '').includes('二、'));
    await press('Enter');
    await eventually('the number', () => editor.document.getText().endsWith('　　二、'));
    for (const words of ['压实责任', '\n', '各单位要认真落实', '，', '抓出成效', '。']) {
      await typeText(words);
      assert.deepEqual(
        (await see(ROWS)).map(({ label }) => label),
        [],
        words,
      );
    }
    assert.ok(editor.document.getText().replaceAll('\r\n', '\n').includes('　　二、压实责任\n'));
  });

  it('英文文稿里不出', async () => {
    await openText('The quick brown fox jumps over the lazy dog.\n', 'plaintext');
    await press('Control+End');
    for (const letter of 'tfq') await typeText(letter);
    await pause(500);
    const rows = await see(ROWS);
    assert.ok(rows.every(({ label }) => !label.includes('妥否')));
  });
});
