/** The snippets: the form that VS Code asks for, prefixes in pinyin initials and in Chinese, texts without a fault. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { readDraft } from '../../server/src/document/read';
import { Checker } from '../../server/src/rules/engine';
import { activeRules, DEFAULT_SETTINGS } from '../../server/src/service/settings';
import { readSnippet } from './support/snippet';

interface Snippet {
  readonly prefix: readonly string[];
  readonly body: string | readonly string[];
  readonly description: string;
}

const SNIPPETS: Readonly<Record<string, Snippet>> = JSON.parse(readFileSync('snippets/gongwen.json', 'utf8'));
const FEWEST = 80;

describe('代码片段', () => {
  it('至少八十条，前缀不重复', () => {
    const prefixes = Object.values(SNIPPETS).flatMap(({ prefix }) => prefix);
    assert.ok(Object.keys(SNIPPETS).length >= FEWEST);
    assert.deepEqual(
      prefixes.filter((prefix, index) => prefixes.indexOf(prefix) !== index),
      [],
    );
  });

  for (const [name, snippet] of Object.entries(SNIPPETS)) {
    it(name, () => {
      assert.deepEqual(Object.keys(snippet).sort(), ['body', 'description', 'prefix']);
      const { prefix, body, description } = snippet;
      const [initials, chinese, ...more] = prefix;
      assert.deepEqual(more, []);
      assert.match(initials ?? '', /^[a-z]{2,9}$/);
      assert.match(chinese ?? '', /^\p{Script=Han}{2,8}$/u);
      // one initial for each character
      assert.equal(initials?.length, chinese?.length);
      assert.ok(description.length >= 4);

      const { text, choices } = readSnippet(typeof body === 'string' ? body : body.join('\n'));
      for (const list of choices) assert.equal(new Set(list).size, list.length);
      const { reports, failures } = new Checker(activeRules(DEFAULT_SETTINGS)).check(readDraft(text));
      assert.deepEqual([...failures.values()], []);
      const others = reports.filter(({ rule }) => rule.id !== 'leftover/placeholder');
      assert.deepEqual(
        others.map(({ rule, message }) => `${rule.id} ${message}`),
        [],
      );
    });
  }
});
