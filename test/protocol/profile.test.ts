/** The unit profile over the protocol: `.biganzi/profile.json` is read, watched, told of where it is wrong, and left alone where there is no trust. */
import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { PublishDiagnosticsParams } from 'vscode-languageserver-protocol/node';
import { MODERN, TestClient } from './client';

const DRAFT =
  '在桐庐县教育大会上的讲话\n同志们：\n　　在五莲县委、县政府的坚强领导下，桐庐的教育事业迈出新步伐。\n　　把桐庐县的学校办得更好。\n';
const RESIDUE = /不是本地区/;

describe('协议：单位资料', () => {
  let folder = '';
  let client: TestClient;
  let settings: unknown = null;

  const file = () => path.join(folder, '.biganzi', 'profile.json');
  const put = (text: string) => {
    mkdirSync(path.dirname(file()), { recursive: true });
    writeFileSync(file(), text);
  };
  const start = async (trusted: boolean) => {
    client = await TestClient.start({
      capabilities: MODERN,
      folder: pathToFileURL(folder).href,
      initializationOptions: { commands: true, trusted },
      settings: () => settings,
    });
  };
  const open = () => client.open(DRAFT, { uri: pathToFileURL(path.join(folder, '讲话稿.gw')).href });
  const found = async (uri: string) =>
    (await client.diagnostics(uri)).map(({ message }) => message).filter((message) => RESIDUE.test(String(message)))
      .length;

  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'biganzi-'));
    settings = null;
  });
  afterEach(async () => {
    await client.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  it('文件夹里的单位资料起作用，改了就重读，写错的地方报出', async () => {
    put('{"本地区名":"五莲县"}');
    await start(true);
    const draft = await open();
    assert.equal(await found(draft), 0);
    const uri = pathToFileURL(file()).href;
    const told = client.next<PublishDiagnosticsParams>(
      'textDocument/publishDiagnostics',
      (params) => params.uri === uri,
    );
    put('{"本地区名":"桐庐县","上级":"杭州市"}');
    await client.connection.sendNotification('workspace/didChangeWatchedFiles', { changes: [{ uri, type: 2 }] });
    assert.equal(await found(draft), 1);
    assert.deepEqual(
      (await told).diagnostics.map(({ message }) => message),
      ['单位资料里没有“上级”这一项，没有起作用'],
    );
  });

  it('设置里的单位资料起作用，没有信任的文件夹里的不读', async () => {
    put('{"本地区名":"五莲县"}');
    settings = { profile: { 本地区名: '桐庐县' } };
    await start(false);
    assert.equal(await found(await open()), 1);
  });

  it('别的编辑器在日志里说一次缺什么', async () => {
    client = await TestClient.start({ capabilities: MODERN, folder: pathToFileURL(folder).href });
    for (const text of [DRAFT, `${DRAFT}再看一遍。\n`]) {
      await client.diagnostics(await client.open(text));
      await new Promise((resolve) => setTimeout(resolve, 300));
    }
    const lacking = /没有写明县级以上的“本地区名”.*profile\.json/;
    assert.equal(client.log.filter(({ message }) => lacking.test(message)).length, 1);
  });
});
