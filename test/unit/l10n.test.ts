/** Both languages of the interface are complete: nothing is left untranslated, and nothing translated is unused. */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

const json = (file: string): Record<string, string> => JSON.parse(readFileSync(file, 'utf8'));

/** A text of the client: vscode.l10n.t('Show Log') */
const TEXT = /l10n\.t\(\s*'((?:[^'\\]|\\.)*)'/g;

function sorted(words: Iterable<string>): string[] {
  return [...new Set(words)].sort();
}

describe('界面文字', () => {
  it('客户端的每句话都有中文', () => {
    const source = readdirSync('client/src', { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.ts'))
      .map((file) => readFileSync(path.join('client/src', file), 'utf8'))
      .join('\n');
    const used = sorted(Array.from(source.matchAll(TEXT), ([, text = '']) => text));
    assert.deepEqual(sorted(Object.keys(json('l10n/bundle.l10n.zh-cn.json'))), used);
  });

  it('package.json的每句话都有中英文', () => {
    const manifest = readFileSync('package.json', 'utf8');
    const used = sorted(Array.from(manifest.matchAll(/"%([\w.-]+)%"/g), ([, key = '']) => key));
    for (const file of ['package.nls.json', 'package.nls.zh-cn.json'])
      assert.deepEqual(sorted(Object.keys(json(file))), used, file);
  });

  it('占位符两边相同', () => {
    for (const [english, chinese] of Object.entries(json('l10n/bundle.l10n.zh-cn.json')))
      assert.deepEqual(sorted(chinese.match(/\{\d\}/g) ?? []), sorted(english.match(/\{\d\}/g) ?? []), english);
  });
});
