/** Incremental edits leave the server with the editor's own text, whatever line ends and characters they hold. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { Position, type TextDocumentContentChangeEvent } from 'vscode-languageserver-protocol/node';
import { TestClient } from './client';

const SNIPPETS = [
  '二O二四年',
  '一、提高认识',
  '（一）抓好学习',
  '\n',
  '\r\n',
  '\r',
  '，,',
  '\u{1F600}',
  '\uD842',
  '“',
  '　　',
];
const ROUNDS = 25;
const EDITS = 20;

describe('协议：增量同步', () => {
  it(`随意编辑${ROUNDS * EDITS}次，诊断和大纲同重新打开一样`, async function () {
    this.timeout(60_000);
    const client = await TestClient.start();
    const share = fc.double({ min: 0, max: 1, noNaN: true });
    const edit = fc.tuple(share, fc.nat(6), fc.constantFrom('', ...SNIPPETS));
    const symbols = (uri: string) =>
      client.connection.sendRequest('textDocument/documentSymbol', { textDocument: { uri } });
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.constantFrom(...SNIPPETS), { maxLength: 30 }),
        fc.array(edit, { minLength: EDITS, maxLength: EDITS }),
        async (start, edits) => {
          const uri = await client.open(start.join(''));
          for (const [at, length, text] of edits) {
            const offset = Math.floor(at * client.text(uri).length);
            const range = { start: client.position(uri, offset), end: client.position(uri, offset + length) };
            await client.change(uri, { range, text });
            await client.pull(uri);
          }
          const other = await client.open(client.text(uri), { uri: 'file:///drafts/新开.gw' });
          assert.deepEqual(strip(await client.diagnostics(uri)), strip(await client.diagnostics(other)));
          assert.deepEqual(await symbols(uri), await symbols(other));
          await client.close(uri);
          await client.close(other);
        },
      ),
      { numRuns: ROUNDS },
    );
    await client.stop();
  });

  it('一次通知里几处改动，逐处生效', async () => {
    const client = await TestClient.start();
    const uri = await client.open('甲乙丙');
    const insert = (character: number, text: string): TextDocumentContentChangeEvent => ({
      range: { start: Position.create(0, character), end: Position.create(0, character) },
      text,
    });
    await client.change(uri, insert(0, '二O二四年，'), insert(9, '到二零二五年。'), { text: '二O二四年，全文换过。' });
    const [only, ...more] = await client.diagnostics(uri);
    assert.equal(client.text(uri, only?.range), '二O二四');
    assert.deepEqual(more, []);
    await client.stop();
  });

  it('关了再开是新的文稿', async () => {
    const client = await TestClient.start();
    const uri = await client.open('二O二四年，各项工作稳中有进。');
    const stale = client.pull(uri);
    await client.close(uri);
    await client.open('各项工作稳中有进。');
    assert.deepEqual(await client.diagnostics(uri), []);
    await stale;
    await client.stop();
  });
});

/** Related information names the document, which differs. */
function strip(diagnostics: readonly { relatedInformation?: unknown }[]): unknown[] {
  return diagnostics.map(({ relatedInformation: _, ...rest }) => rest);
}
