/** 查重 over the wire: what our own client asks, progress, and an end when it is not wanted any more. */
import assert from 'node:assert/strict';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { CancellationTokenSource } from 'vscode-languageserver-protocol/node';
import { COMPARE, type Compared, type CompareParams, PAST_TEXT } from '../../server/src/lsp/messages';
import { TestClient } from './client';

const SHARED = '河道清淤安排在枯水期进行，十二台挖机分三段同时作业，运出的淤泥全部还田，沿岸一百八十户没有一户停水。';

describe('查重', () => {
  let folder = '';
  let client: TestClient;
  const at = (name: string) => path.join(folder, name);
  const params = (name: string): CompareParams => ({
    uri: pathToFileURL(at(name)).href,
    folders: [folder],
    index: at('索引'),
  });

  beforeEach(async () => {
    folder = mkdtempSync(path.join(tmpdir(), 'biganzi-compare-'));
    mkdirSync(at('旧稿'));
    writeFileSync(at('旧稿/讲话.txt'), `开头。\n${SHARED}\n`);
    client = await TestClient.start();
  });

  afterEach(async () => {
    await client.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  it('比的是编辑器里的文字，不是盘上的', async () => {
    writeFileSync(at('新稿.gw'), '还没有写。');
    const { uri } = params('新稿.gw');
    await client.open(`　　${SHARED}\n`, { uri });
    const { passages, share, documents, faults, version } = await client.connection.sendRequest<Compared>(
      COMPARE,
      params('新稿.gw'),
    );
    assert.deepEqual([share, documents, faults, version], [1, 1, [], 1]);
    assert.deepEqual(passages, [
      {
        range: { start: { line: 0, character: 2 }, end: { line: 0, character: 2 + SHARED.length } },
        source: at('旧稿/讲话.txt'),
        sourceRange: { start: { line: 1, character: 0 }, end: { line: 1, character: SHARED.length } },
        similarity: 1,
      },
    ]);
    assert.ok(existsSync(at('索引')));
  });

  it('旧稿的文字可以要来看', async () => {
    const ask = (file: string) => client.connection.sendRequest<string | null>(PAST_TEXT, { path: file });
    assert.equal(await ask(at('旧稿/讲话.txt')), `开头。\n${SHARED}\n`);
    assert.equal(await ask(at('旧稿/没有.txt')), null);
  });

  it('没有打开的、不要了的，说明不成', async () => {
    const { uri } = params('新稿.gw');
    await assert.rejects(client.connection.sendRequest(COMPARE, params('新稿.gw')), /not open/);
    await client.open(SHARED, { uri });
    const source = new CancellationTokenSource();
    const asked = client.connection.sendRequest(COMPARE, params('新稿.gw'), source.token);
    // sooner, it would overtake the request; the thread takes longer to begin
    await setTimeout(10);
    source.cancel();
    await assert.rejects(asked, /cancel/i);
    const { share } = await client.connection.sendRequest<Compared>(COMPARE, params('新稿.gw'));
    assert.equal(share, 1);
  });
});
